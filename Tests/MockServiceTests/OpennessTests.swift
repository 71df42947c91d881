import APIModel
import APISpec
import ResourceInference
import Testing

@testable import MockService

/// What the documentation leaves open passes, unless a strict check is asked for.
@Suite struct OpennessTests {
    private func caller(_ unknown: MockService.UnknownFields) throws -> Caller {
        let text =
            Cellar.jars(
                list: """
                    parameters: [{name: marker, in: query, type: string}, {name: limit, in: query, type: integer}, \
                    {name: sizes, in: query, type: array, items: {type: integer}, style: pipeDelimited, explode: false}], \
                    responses: {'200': {schema: JarPage}}
                    """,
                add: """
                    parameters: [{name: count, in: query, type: integer}], request: {schema: JarForm, required: true}, \
                    responses: {'201': {schema: Jar}}
                    """,
                show: "responses: {'200': {schema: Jar}}")
                + """
                schemas:
                  JarForm:
                    properties:
                      label: {type: string, required: true}
                      lid: {oneOf: [{schema: Cork}, {schema: Screw}], discriminator: {property: kind}}
                      seal: {type: string, format: byte}
                      box: {schema: Box}
                      nothing: {type: 'null'}
                      secret: {type: string, writeOnly: true}
                  Jar:
                    properties:
                      id: {type: string, required: true}
                      label: {type: string, required: true}
                      secret: {type: string, writeOnly: true}
                    additionalProperties: {type: integer}
                  JarPage:
                    properties:
                      jars: {type: array, items: {schema: Jar}, required: true}
                      next_marker: {type: string, nullable: true}
                  Box: {properties: {wood: {type: string}}, additionalProperties: false}
                  Cork: {properties: {kind: {type: string}, width: {type: integer, required: true}}}
                  Screw: {properties: {kind: {type: string}, turns: {type: integer, required: true}}}
                """
        let document = ResourceInference().infer(try Cellar.document(text))
        return Caller(APIModel(document)) { $0.unknownFields = unknown }
    }

    @Test(arguments: [
        (#"{"label":"a","colour":"red"}"#, "body.colour: is not a property of JarForm (refused by a strict check)"),
        (#"{"label":"a","lid":{"turns":3}}"#, "body.lid.kind: is required"),
        (#"{"label":"a","seal":"no base64!"}"#, "body.seal: must be written like c2FtcGxl"),
    ])
    func onlyAStrictCheckRefuses(body: String, problem: String) throws {
        let strict = try caller(.refused).call("POST", "/jars", body)
        #expect(strict.status == 400)
        #expect(strict.details == [problem])
        #expect(try caller(.ignored).call("POST", "/jars", body).status == 201)
    }

    @Test func unknownParametersAndMarkersPass() throws {
        #expect(try caller(.refused).call("GET", "/jars?shade=1").status == 400)
        #expect(try caller(.refused).call("GET", "/jars?marker=what").status == 400)
        let open = try caller(.ignored)
        #expect(try open.call("GET", "/jars?shade=1&limit=-5").status == 200)
        _ = try open.call("POST", "/jars", #"{"label":"a"}"#)
        let end = try open.call("GET", "/jars?marker=what")
        #expect(end["jars"]?.elements == [])
        #expect(end["next_marker"] == .null)
    }

    @Test func aListWithoutElementsIsEmpty() throws {
        #expect(try caller(.refused).call("GET", "/jars?sizes=").status == 200)
        #expect(try caller(.refused).call("GET", "/jars?sizes=1%7Cx").status == 400)
    }

    @Test(arguments: [
        (#"{"label":"a","box":{"wood":"oak","nails":1}}"#, "body.box.nails: is not a property of Box"),
        (#"{"label":"a","lid":{"kind":"Cork"}}"#, "body.lid.width: is required"),
        (#"{"label":"a","lid":{"length":3}}"#, "body.lid.kind: is required"),
        (#"{"label":"a","nothing":0}"#, "body.nothing: must be null"),
    ])
    func whatTheDocumentForbidsIsRefusedAllTheSame(body: String, problem: String) throws {
        #expect(try caller(.ignored).call("POST", "/jars", body).details.contains { $0.hasPrefix(problem) })
    }

    @Test func membersWithoutNameAreKeptWhereTheAnswerHasRoom() throws {
        let open = try caller(.ignored)
        let made = try open.call("POST", "/jars", #"{"label":"a","grams":12,"colour":"red","secret":"s"}"#)
        #expect(made["grams"] == .number("12"))
        #expect(made["colour"] == nil, "the documentation allows whole numbers only")
        #expect(made["secret"] == nil)
        let id = try #require(made["id"]?.text)
        #expect(try open.call("GET", "/jars/\(id)").json == made.json)
        #expect(try open.call("GET", "/jars").json?["jars"]?.elements == [made.json].compactMap { $0 })
    }
}

/// What stands in responses only changes nothing when it is sent.
@Suite struct ReadOnlyTests {
    @Test func whatIsReadOnlyIsTheServices() throws {
        let text =
            Cellar.jars(
                id: "type: integer",
                add: "request: {schema: Jar, required: true}, responses: {'201': {schema: Jar}}",
                show: "responses: {'200': {schema: Jar}}",
                replace: "request: {schema: Jar, required: true}, responses: {'200': {schema: Jar}}")
                + """
                schemas:
                  Jar:
                    properties:
                      id: {type: integer, readOnly: true, required: true}
                      label: {type: string, required: true}
                      state: {type: string, readOnly: true, required: true}
                """
        let caller = Caller(APIModel(ResourceInference().infer(try Cellar.document(text))))
        let first = try caller.call("POST", "/jars", #"{"id":7,"label":"a","state":"broken"}"#)
        #expect(first["id"] == .number("1"))
        #expect(first["state"] != .string("broken"))
        #expect(try caller.call("POST", "/jars", #"{"id":7,"label":"b","state":"broken"}"#)["id"] == .number("2"))
        let changed = try caller.call("PUT", "/jars/1", #"{"id":9,"label":"c","state":"broken"}"#)
        #expect(changed["id"] == .number("1"))
        #expect(changed["label"] == .string("c"))
        #expect(changed["state"] == first["state"])
    }
}
