import APIModel
import APISpec
import Testing

@testable import MockService

/// What PUT and PATCH make of what is there.
@Suite struct ReplacingTests {
    private func caller() throws -> Caller {
        let text =
            Cellar.jars(
                add: "request: {schema: JarForm, required: true}, responses: {'201': {schema: Jar}}",
                show: "responses: {'200': {schema: Jar}}",
                replace:
                    "request: {schema: JarForm, required: true}, responses: {'200': {schema: Jar}, '201': {schema: Jar}}",
                change: """
                    request: {schema: JarChange, required: true, mediaType: application/merge-patch+json}, \
                    responses: {'200': {schema: Jar}}
                    """)
                + """
                schemas:
                  JarForm:
                    properties:
                      volume: {type: integer, required: true}
                      colour: {type: string}
                      lid: {type: string, default: tin}
                      tags: {type: object, additionalProperties: {type: string}}
                  JarChange:
                    properties:
                      volume: {type: integer}
                      colour: {type: string, nullable: true}
                      lid: {type: string}
                      tags: {type: object, additionalProperties: {type: string, nullable: true}}
                  Jar:
                    properties:
                      id: {type: string, required: true}
                      volume: {type: integer, required: true}
                      colour: {type: string, example: red}
                      lid: {type: string}
                      tags: {type: object, additionalProperties: {type: string}, example: {room: attic}}
                resources:
                  jar:
                    collection: /jars
                    member: /jars/{jar_id}
                    create: addJar
                    show: showJar
                    updates: [replaceJar, changeJar]
                    identifier: id
                """
        return Caller(APIModel(try Cellar.document(text)))
    }

    private func json(_ text: String) throws -> JSONValue { try JSONReader.value(Array(text.utf8)) }

    @Test func whatWasSentIsWhatIsThere() throws {
        let caller = try caller()
        let made = try caller.call("POST", "/jars", #"{"volume":7,"colour":"blue","tags":{"floor":"2"}}"#)
        #expect(made.status == 201)
        let path = "/jars/\(made["id"]?.text ?? "")"
        #expect(made["tags"] == (try json(#"{"floor":"2"}"#)))
        #expect(made["lid"] == .string("tin"))
        let replaced = try caller.call("PUT", path, #"{"volume":8,"tags":{"shelf":"1"}}"#)
        #expect(replaced.status == 200)
        #expect(replaced["volume"] == .number("8"))
        #expect(replaced["colour"] == nil)
        #expect(replaced["tags"] == (try json(#"{"shelf":"1"}"#)))
        #expect(try caller.call("GET", path).json == replaced.json)
    }

    @Test func aPatchLeavesTheRestAlone() throws {
        let caller = try caller()
        let made = try caller.call("POST", "/jars", #"{"volume":7,"colour":"blue","tags":{"a":"1","b":"2"}}"#)
        let path = "/jars/\(made["id"]?.text ?? "")"
        let body = #"{"volume":9,"tags":{"b":null,"c":"3"}}"#
        let type = [("Content-Type", "application/merge-patch+json")]
        #expect(try caller.call("PATCH", path, body, headers: type)["volume"] == .number("9"))
        let shown = try caller.call("GET", path)
        #expect(shown["colour"] == .string("blue"))
        #expect(shown["lid"] == .string("tin"))
        #expect(shown["tags"] == (try json(#"{"a":"1","c":"3"}"#)))
        #expect(try caller.call("PATCH", path, #"{"colour":null}"#, headers: type)["colour"] == nil)
    }

    @Test func aMergePatchKeepsToTheTypeOfThePatch() throws {
        let caller = try caller()
        let made = try caller.call("POST", "/jars", #"{"volume":7,"colour":"blue"}"#)
        let path = "/jars/\(made["id"]?.text ?? "")"
        let type = [("Content-Type", "application/merge-patch+json")]
        // The documented type of the member has no null, so the document does not let it be taken out.
        #expect(try caller.call("PATCH", path, #"{"lid":null}"#, headers: type).status == 400)
        #expect(try caller.call("PATCH", path, #"{"volume":"much"}"#, headers: type).status == 400)
        #expect(try caller.call("GET", path)["lid"] == .string("tin"))
    }

    @Test func aPutMakesWhatIsNotThere() throws {
        let caller = try caller()
        let made = try caller.call("PUT", "/jars/new-1", #"{"volume":7}"#)
        #expect(made.status == 201)
        #expect(made["id"] == .string("new-1"))
        #expect(made["colour"] == nil)
        #expect(try caller.call("GET", "/jars/new-1").json == made.json)
        #expect(try caller.call("PUT", "/jars/new-1", #"{"volume":8}"#).status == 200)
    }
}
