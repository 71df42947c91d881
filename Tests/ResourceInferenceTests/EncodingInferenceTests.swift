import APISpec
import ResourceInference
import Testing

/// What descriptions of path parameters say of Base64.
@Suite struct EncodingInferenceTests {
    private func encoding(
        _ description: String, _ kind: Schema.Kind = .string(format: nil), location: Parameter.Location = .path
    ) -> Parameter.Encoding? {
        var revision = Revision(versions: ["1"], method: "GET", path: "/v1/things/{key}")
        revision.parameters = [
            Parameter(
                name: "key", location: location, isRequired: true, schema: Schema(kind, description: description))
        ]
        let document = SpecDocument(
            service: Sample.service, versions: [APIVersion(id: "1", status: .current)],
            operations: [Operation(id: "show", title: "Show", revisions: [revision])])
        return EncodingInference().infer(document).operations[0].revisions[0].parameters[0].encoding
    }

    @Test(arguments: [
        ("SRN, Base64 encoded", Parameter.Encoding.base64), ("The key (base64-encoded)", .base64),
        ("Must be encoded in BASE64.", .base64), ("Name of the object, URL-safe Base64", .base64url),
        ("base64url of the name", .base64url), ("Base64 (urlsafe, without padding)", .base64urlUnpadded),
    ])
    func descriptionsTell(_ description: String, _ encoding: Parameter.Encoding) {
        #expect(self.encoding(description) == encoding)
    }

    @Test(arguments: ["The key", "Not Base64", "A based64 key", ""])
    func othersDoNot(_ description: String) { #expect(encoding(description) == nil) }

    @Test func onlyTextsInPathsAreEncoded() {
        #expect(encoding("Base64", .integer(format: nil)) == nil)
        #expect(encoding("Base64", .string(format: "uuid")) == nil)
        #expect(encoding("Base64", location: .query) == nil)
    }
}
