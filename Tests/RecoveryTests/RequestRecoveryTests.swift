import APISpec
import Testing

@Suite struct RequestRecoveryTests {
    private func lostRequest(
        versions: [String] = ["1.1"], method: String = "POST", path: String = "/v1/items", shown: String? = nil,
        body: JSONValue?
    ) -> Operation {
        Operation(
            id: "createItem", title: "Create Item",
            revisions: [
                Revision(
                    versions: versions, method: method, path: path,
                    responses: [Response(status: 200, description: "OK")], lost: [.parameters],
                    example: CallExample(path: shown ?? path, requestBody: body))
            ])
    }

    @Test func theBodyIsFoundByItsExample() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [lostRequest(body: Documents.object("name", "colour", "size"))],
                schemas: [
                    Documents.schema("ItemCreateRequest", "name", "colour", "size"),
                    Documents.schema("ItemCreateResponse", "name", "colour", "size"),
                ]))
        let request = outcome.revision("createItem")?.request
        #expect(
            request
                == RequestBody(
                    isRequired: true, schema: Schema(.reference("ItemCreateRequest")),
                    recovered: ["request-example", "unused-schema", "name"]))
        #expect(
            outcome.messages("recovered-binding") == [
                "createItem 1.1: the request body is ItemCreateRequest, recovered from request-example, "
                    + "unused-schema, name"
            ])
    }

    @Test func aBodyThatFitsNothingStaysUnknown() {
        let outcome = Documents.recover(
            Documents.document(operations: [lostRequest(body: Documents.object("name"))], schemas: []))
        #expect(outcome.revision("createItem")?.request?.schema == Schema(.unknown))
        #expect(
            outcome.messages("unresolved") == [
                "createItem 1.1: nothing tells the type of the request body; name its schema in the overlay"
            ])
    }

    @Test func thePathNamesParametersAndOtherOperationsTellTheirType() {
        let other = Operation(
            id: "showItem", title: "Show Item",
            revisions: [
                Revision(
                    versions: ["1.1"], method: "GET", path: "/v1/items/{item_id}",
                    parameters: [
                        Parameter(
                            name: "item_id", location: .path, isRequired: true,
                            schema: Schema(.integer(format: nil), description: "Item", example: .number("7")))
                    ],
                    responses: [Response(status: 200)])
            ])
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    other,
                    lostRequest(
                        method: "PUT", path: "/v1/items/{item_id}/{part}",
                        shown: "/v1/items/{item_id}/{part}?region={region}", body: nil),
                ],
                schemas: []))
        let parameters = outcome.revision("createItem")?.parameters ?? []
        #expect(parameters.map(\.name) == ["item_id", "part", "region"])
        #expect(parameters.map(\.location) == [.path, .path, .query])
        #expect(parameters.map(\.isRequired) == [true, true, true])
        #expect(parameters[0].schema == Schema(.integer(format: nil), description: "Item", example: .number("7")))
        #expect(
            parameters.map(\.recovered) == [
                ["path", "sibling-operations"], ["path", "convention"], ["path", "convention"],
            ])
        #expect(parameters[2].schema == Schema(.string(format: nil)))
        #expect(outcome.revision("createItem")?.request == nil)
        #expect(
            outcome.messages("recovered-parameters") == [
                "createItem 1.1: the parameters item_id, part, region were recovered from path, sibling-operations, "
                    + "convention"
            ])
    }

    @Test func anotherVersionTellsOptionalParametersAndTheBody() {
        let page = Parameter(
            name: "page", location: .query, isRequired: true, schema: Schema(.integer(format: nil)))
        let stated = Revision(
            versions: ["1.0"], method: "POST", path: "/v1/items", parameters: [page],
            request: RequestBody(isRequired: false, schema: Schema(.reference("PlainRequest"))),
            responses: [Response(status: 200)])
        var operation = lostRequest(body: Documents.object("name", "colour"))
        operation.revisions.append(stated)
        let outcome = Documents.recover(
            Documents.document(
                operations: [operation],
                schemas: [
                    Documents.schema("PlainRequest", "name"), Documents.schema("PlainRequest1Dot1", "name", "colour"),
                ]))
        let revision = outcome.revision("createItem", "1.1")
        // The path that is shown has no query, so what it leaves out is optional.
        #expect(
            revision?.parameters == [
                Parameter(
                    name: "page", location: .query, isRequired: false, schema: Schema(.integer(format: nil)),
                    recovered: ["sibling-revision"])
            ])
        #expect(revision?.request?.schema == Schema(.reference("PlainRequest1Dot1")))
        #expect(revision?.request?.isRequired == false)
        #expect(outcome.revision("createItem", "1.0") == stated)
    }
}
