import APIModel
import APISpec
import ResourceInference
import Testing

@testable import MockService

/// Ids of every kind: unions, texts at one place and numbers at another, ids that are gone, many of them.
@Suite struct IdentifierTests {
    private func caller(
        member: String = "type: string", path: String = "type: string", failures: String = "'404': {}"
    ) throws -> Caller {
        let text =
            Cellar.jars(
                id: path,
                list: """
                    parameters: [{name: limit, in: query, type: integer}, {name: offset, in: query, type: integer}], \
                    responses: {'200': {type: array, items: {schema: Jar}}}
                    """,
                add: "request: {schema: JarForm, required: true}, responses: {'201': {schema: Jar}, \(failures)}",
                show: "responses: {'200': {schema: Jar}, \(failures)}",
                replace: """
                    request: {schema: JarForm, required: true}, \
                    responses: {'200': {schema: Jar}, '201': {schema: Jar}, \(failures)}
                    """,
                drop: "responses: {'204': {}, \(failures)}")
                + """
                schemas:
                  JarForm: {properties: {id: {\(member)}, label: {type: string, required: true}}}
                  Jar: {properties: {id: {\(member), required: true}, label: {type: string, required: true}}}
                  Problem: {properties: {status: {type: integer, required: true}, text: {type: string, required: true}}}
                """
        return Caller(APIModel(ResourceInference().infer(try Cellar.document(text))))
    }

    @Test(arguments: [
        ("anyOf: [{type: integer}, {type: string}]", "anyOf: [{type: integer}, {type: string}]"),
        ("anyOf: [{type: string, format: uuid}, {type: integer}]", "type: integer"), ("type: string", "type: integer"),
        ("type: integer", "type: string"), ("type: string, pattern: '^[0-9]+$'", "type: integer, minimum: 10"),
        ("type: string, format: uuid", "type: string, format: uuid"), ("type: number", "type: number"),
        ("type: string", "type: string, maxLength: 12"), ("type: string", "type: string, maxLength: 4"),
        ("type: string", "type: string, minLength: 40"), ("type: string", "type: string, pattern: '^jar-[0-9]{6}$'"),
        ("type: string", "type: string, pattern: '^[A-Z]{2}(_[a-z]+)+$', maxLength: 18"),
        ("type: string, maxLength: 20", "type: string, pattern: '^[^0-9]+$', minLength: 10"),
        ("type: string, pattern: '^j'", "type: string, pattern: '^[ijk]{12}$'"),
    ])
    func newIdsFitBothPlaces(member: String, path: String) throws {
        let caller = try caller(member: member, path: path)
        for _ in 0..<3 {
            let made = try caller.call("POST", "/jars", #"{"label":"plum"}"#)
            #expect(made.status == 201)
            let id = try #require(made["id"]?.parameterText)
            #expect(try caller.call("GET", "/jars/\(id)").json == made.json)
        }
        #expect(try caller.call("GET", "/jars").json?.elements?.count == 3)
    }

    @Test func anIdThatAPathRefusesMakesNothing() throws {
        let caller = try caller(member: "type: integer", path: "type: integer")
        #expect(try caller.call("PUT", "/jars/plum", #"{"label":"a"}"#).status == 400)
        #expect(try caller.call("PUT", "/jars/7", #"{"label":"a"}"#).status == 201)
        #expect(try caller.call("POST", "/jars", #"{"label":"a"}"#)["id"] == .number("8"))
    }

    @Test func whatIsGoneIsToldWhereThatIsDocumented() throws {
        let caller = try caller(failures: "'404': {schema: Problem}, '410': {schema: Problem}")
        let made = try caller.call("POST", "/jars", #"{"label":"plum"}"#)
        let id = try #require(made["id"]?.text)
        #expect(try caller.call("DELETE", "/jars/\(id)").status == 204)
        let gone = try caller.call("GET", "/jars/\(id)")
        #expect(gone.status == 410)
        #expect(gone["status"] == .number("410"))
        #expect(gone["text"]?.text?.contains("was deleted") == true)
        #expect(try caller.call("GET", "/jars/never").status == 404)
        #expect(try caller.call("PUT", "/jars/\(id)", #"{"label":"again"}"#).status == 201)
        #expect(try caller.call("GET", "/jars/\(id)").status == 200)
    }

    @Test(arguments: [
        ("'409': {schema: Problem}, '400': {schema: Problem}", 409), ("'400': {schema: Problem}", 400),
        ("'422': {schema: Problem}", 422), ("default: {schema: Problem}", 409), ("'500': {}", 409),
    ])
    func anIdIsGivenOnce(failures: String, status: Int) throws {
        let caller = try caller(failures: failures)
        #expect(try caller.call("POST", "/jars", #"{"id":"a","label":"plum"}"#).status == 201)
        #expect(try caller.call("POST", "/jars", #"{"id":"a","label":"pear"}"#).status == status)
    }

    @Test func anErrorThatIsNotDocumentedHasTheFormOfTheOthers() throws {
        let outcome = try caller(failures: "'422': {schema: Problem}").call("GET", "/jars/never")
        #expect(outcome.status == 404)
        #expect(outcome["status"] == .number("404"))
        #expect(outcome["text"]?.text?.contains("there is no jar") == true)
    }

    @Test func aHundredThousandAreKept() throws {
        let caller = try caller(member: "type: integer", path: "type: integer")
        let number = try #require(caller.engine.plan.resources.indices.first)
        let plan = caller.engine.plan.resources[number]
        for id in 1...100_000 {
            let members: [String: JSONValue] = ["id": .number("\(id)"), "label": .string("plum")]
            caller.engine.store.put(StoredObject(id: "\(id)", parents: [], members: members), plan.number)
        }
        #expect(try caller.call("GET", "/jars?limit=3&offset=99999").json?.elements?.count == 1)
        #expect(try caller.call("POST", "/jars", #"{"label":"a"}"#)["id"] == .number("100001"))
        #expect(try caller.call("DELETE", "/jars/50000").status == 204)
        #expect(try caller.call("GET", "/jars/50000").status == 404)
        #expect(try caller.call("GET", "/jars/100000").status == 200)
    }
}
