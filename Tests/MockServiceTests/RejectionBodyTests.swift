import APIModel
import APISpec
import HTTPTypes
import Testing

@testable import MockService

/// Bodies of errors in the forms that frameworks have for them.
@Suite struct RefusalBodyTests {
    private func answer(_ responses: String, type: String = "application/json") throws -> MockResponse {
        let text =
            Cellar.jars(
                add: "request: {schema: Jar, required: true}, responses: {'204': {}, \(responses)}")
                + """
                schemas:
                  Jar: {properties: {volume: {type: integer, minimum: 1, required: true}, pin: {type: string, writeOnly: true}}}
                  Odd: {properties: {id: {type: string, required: true}, sentence: {type: string, required: true}}}
                  Item: {properties: {field: {type: string, required: true}, message: {type: string, required: true}}}
                  Named: {type: object, additionalProperties: {type: array, items: {type: string}}}
                  Telling: {properties: {message: {type: string, required: true}, jar: {schema: Jar, required: true}}}
                  Secret: {properties: {message: {type: string, required: true}, pin: {type: string, writeOnly: true, required: true}}}
                """
        var fields = HTTPFields()
        fields[.contentType] = type
        let request = IncomingRequest(
            method: "POST", target: "/jars", authority: "cellar.example", fields: fields,
            body: Array(#"{"volume":0}"#.utf8))
        return Caller(APIModel(try Cellar.document(text))).engine.respond(to: request).answer
    }

    private static let reason = "body.volume: must be at least 1"

    @Test(arguments: [
        ("'400': {type: array, items: {schema: Item}}", #"[{"field":"body.volume","message":"\#(reason)"}]"#),
        ("'422': {schema: Named}", #"{"volume":["\#(reason)"]}"#),
        ("'400': {schema: Odd}", #"{"id":"x","sentence":"\#(reason)"}"#),
        ("'400': {type: string}", #""\#(reason)""#),
        ("'400': {mediaType: text/plain, type: unknown}", reason),
        (
            "'400': {mediaType: application/problem+json, type: unknown}",
            #"{"type":"about:blank","title":"Bad Request","status":400,"detail":"\#(reason)"}"#
        ),
        ("'400': {schema: Secret}", #"{"message":"\#(reason)"}"#),
    ])
    func theReasonIsThere(responses: String, body: String) throws {
        #expect(String(decoding: try answer(responses).body ?? [], as: UTF8.self) == body)
    }

    @Test func mediaTypeAndFieldsAreTheDocumentedOnes() throws {
        let answer = try answer(
            "'400': {mediaType: application/vnd.cellar+json, schema: Odd, headers: {X-Help: {type: string, format: uri}}}"
        )
        #expect(answer.mediaType == "application/vnd.cellar+json")
        #expect(answer.documentedFields.map(\.value) == ["https://example.com/"])
        let bare = try self.answer("'400': {headers: {X-Help: {type: string, format: uri}}}")
        #expect(bare.documentedFields.map(\.value) == ["https://example.com/"])
    }

    @Test(arguments: [
        ("'415': {schema: Odd}, '400': {schema: Odd}", 415), ("'422': {schema: Odd}", 422), ("4XX: {schema: Odd}", 415),
    ])
    func aWrongMediaTypeIsToldByTheNearestStatus(responses: String, status: Int) throws {
        #expect(try answer(responses, type: "text/plain").status == status)
    }
}
