import APIModel
import APISpec
import HTTPTypes
import Testing

@testable import MockService

/// Refusals in the form that the documentation has for them.
@Suite struct DocumentedRefusalTests {
    private func caller(_ responses: String) throws -> Caller {
        let text =
            Cellar.jars(
                add: "request: {schema: JarForm, required: true}, responses: {'201': {schema: JarForm}, \(responses)}")
                + """
                schemas:
                  JarForm: {properties: {volume: {type: integer, minimum: 1, required: true}}}
                  Problem:
                    properties:
                      type: {type: string, format: uri}
                      title: {type: string, required: true}
                      status: {type: integer, required: true}
                      detail: {type: string}
                  Validation:
                    properties:
                      detail: {type: array, items: {schema: Wrong}, required: true}
                  Wrong:
                    properties:
                      loc: {type: array, items: {type: string}, required: true}
                      msg: {type: string, required: true}
                      type: {type: string, required: true}
                  Wrapped: {properties: {error: {schema: Inner, required: true}}}
                  Inner:
                    properties:
                      code: {type: string, enum: [BAD, WORSE], required: true}
                      message: {type: string, required: true}
                """
        return Caller(APIModel(try Cellar.document(text)))
    }

    private func refused(_ responses: String) throws -> Caller.Outcome {
        try caller(responses).call("POST", "/jars", #"{"volume":0}"#)
    }

    @Test(arguments: [
        ("'400': {schema: Problem}, '422': {schema: Wrapped}", 400),
        ("'422': {schema: Problem}, 4XX: {schema: Wrapped}", 422),
        ("4XX: {schema: Problem}, default: {schema: Wrapped}", 400), ("default: {schema: Problem}", 400),
    ])
    func theNearestStatusCounts(_ responses: String, _ status: Int) throws {
        let outcome = try refused(responses)
        #expect(outcome.status == status)
        #expect(outcome["status"] == .number(String(status)))
        #expect(outcome["title"]?.text?.isEmpty == false)
        #expect(outcome["detail"]?.text?.hasPrefix("body.volume: ") == true)
    }

    @Test func eachThingThatIsWrongHasItsPlace() throws {
        let outcome = try refused("'422': {schema: Validation}")
        #expect(outcome.status == 422)
        #expect(outcome["detail"]?.elements?.count == 1)
        #expect(outcome["detail", "0", "loc"] == .array([.string("body"), .string("volume")]))
        #expect(outcome["detail", "0", "msg"]?.text?.hasPrefix("body.volume: ") == true)
    }

    @Test func whatIsSaidIsNotTakenForAPlace() throws {
        let text =
            Cellar.jars(
                show: "responses: {'200': {schema: Jar}, '404': {schema: Failures}}")
                + """
                schemas:
                  Jar: {properties: {id: {type: string, required: true}}}
                  Failures: {properties: {errors: {type: array, items: {schema: Failure}, required: true}}}
                  Failure: {properties: {path: {type: string, required: true}, message: {type: string, required: true}}}
                resources:
                  jar: {collection: /jars, member: '/jars/{jar_id}', show: showJar, identifier: id}
                """
        let outcome = try Caller(APIModel(try Cellar.document(text))).call("GET", "/jars/a:%20b")
        #expect(outcome.status == 404)
        #expect(
            outcome["errors", "0", "message"]?.text?.contains("`a: b`") == true, "\(String(describing: outcome.json))")
        #expect(outcome["errors", "0", "path"] == .string("request"))
    }

    @Test(arguments: [
        ("'400': {mediaType: application/problem+json, schema: Problem}", true), ("'400': {schema: Problem}", false),
    ])
    func errorsThatNoOperationHasAreProblemsWhereAllOthersAre(_ responses: String, _ isProblem: Bool) throws {
        let outcome = try caller(responses).call("GET", "/nowhere")
        #expect(outcome.status == 404)
        #expect((outcome["title"] == .string("Not Found")) == isProblem)
        #expect((outcome["errors"] == nil) == isProblem)
        #expect((outcome["detail"] == .string("there is nothing at this path")) == isProblem)
    }

    @Test func codesOfTheDocumentationStay() throws {
        let outcome = try refused("'400': {schema: Wrapped}")
        #expect(outcome["error", "code"] == .string("BAD"))
        #expect(outcome["error", "message"]?.text?.hasPrefix("body.volume: ") == true)
    }

    @Test func whatIsNotDocumentedHasTheEnvelope() throws {
        #expect(try refused("'500': {schema: Problem}").code == "ValidationError")
        let near = try refused("'404': {schema: Problem}")
        #expect(near.status == 400)
        #expect(near["status"] == .number("400"), "errors of one operation have one form")
        let plain = try refused("'422': {}")
        #expect(plain.status == 422)
        #expect(plain.code == "ValidationError")
        #expect(try caller("'400': {schema: Problem}").call("GET", "/jars").code == "MethodNotAllowed")
    }

    @Test func theMediaTypeIsTheDocumentedOne() throws {
        let caller = try caller("'400': {schema: Problem, mediaType: application/problem+json}")
        let reply = caller.engine.respond(
            to: IncomingRequest(
                method: "POST", target: "/jars", authority: "x", fields: [.contentType: "application/json"],
                body: Array(#"{"volume":0}"#.utf8)))
        #expect(reply.answer.mediaType == "application/problem+json")
    }
}
