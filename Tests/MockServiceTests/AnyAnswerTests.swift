import APIModel
import APISpec
import HTTPTypes
import Testing

@testable import MockService

/// Responses of which the documentation tells little, and what must not be in one.
@Suite struct AnyAnswerTests {
    private func answer(_ responses: String) throws -> MockResponse {
        let text = """
            operations:
              look:
                title: Look
                method: GET
                path: /look
                revisions:
                  - {versions: ['1'], responses: {\(responses)}}
            """
        let caller = Caller(APIModel(try Cellar.document(text)))
        return caller.engine.respond(
            to: IncomingRequest(method: "GET", target: "/look", authority: "x", fields: [:])
        ).answer
    }

    @Test(arguments: [
        ("application/json", "{}", "application/json"), ("text/plain", "text", "text/plain; charset=utf-8"),
        ("application/vnd.cellar+json", "{}", "application/vnd.cellar+json"),
    ])
    func anyValueIsAValue(_ mediaType: String, _ body: String, _ sent: String) throws {
        let answer = try answer("'200': {mediaType: \(mediaType), type: unknown}")
        #expect(answer.body.map { String(decoding: $0, as: UTF8.self) } == body)
        #expect(answer.mediaType == sent)
    }

    @Test func whatSendsElsewhereSendsElsewhere() throws {
        let answer = try answer("'302': {headers: {Location: {type: string, format: uri, required: true}}}")
        #expect(answer.status == 302)
        #expect(answer.documentedFields.map(\.value) == ["https://example.com/"])
    }

    @Test func whatIsWrittenOnlyIsNotShown() throws {
        let text =
            Cellar.jars(
                add: "request: {schema: Jar, required: true}, responses: {'201': {schema: Jar}}",
                show: "responses: {'200': {schema: Jar}}")
                + """
                schemas:
                  Jar:
                    properties:
                      id: {type: string, readOnly: true, required: true}
                      pin: {type: string, writeOnly: true, required: true}
                resources:
                  jar: {collection: /jars, member: '/jars/{jar_id}', create: addJar, show: showJar, identifier: id}
                """
        let caller = Caller(APIModel(try Cellar.document(text)))
        let made = try caller.call("POST", "/jars", #"{"pin":"1234"}"#)
        #expect(made.status == 201)
        #expect(made["pin"] == nil)
        #expect(try caller.call("GET", "/jars/\(made["id"]?.text ?? "")").json == made.json)
    }
}
