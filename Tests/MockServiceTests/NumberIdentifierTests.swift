import APIModel
import APISpec
import ResourceInference
import ServiceRuntime
import Testing

@testable import MockService

/// Ids that are numbers, paths that end with a slash, and where what was created can be had.
@Suite struct NumberIdentifierTests {
    private func caller(id: String = "type: integer", slash: String = "") throws -> Caller {
        let text = """
            operations:
              addJar:
                title: Add Jar
                method: POST
                path: /shelves/{shelf}/jars\(slash)
                revisions:
                  - versions: ['1']
                    parameters: [{name: shelf, in: path, type: string, required: true}]
                    request: {schema: JarForm, required: true}
                    responses: {'201': {schema: Jar, headers: {Location: {type: string}}}}
              listJars:
                title: List Jars
                method: GET
                path: /shelves/{shelf}/jars\(slash)
                revisions:
                  - versions: ['1']
                    parameters: [{name: shelf, in: path, type: string, required: true}]
                    responses: {'200': {type: array, items: {schema: Jar}}}
              showJar:
                title: Show Jar
                method: GET
                path: /shelves/{shelf}/jars/{jar_id}\(slash)
                revisions:
                  - versions: ['1']
                    parameters:
                      - {name: shelf, in: path, type: string, required: true}
                      - {name: jar_id, in: path, \(id), required: true}
                    responses: {'200': {schema: Jar}}
              dropJar:
                title: Drop Jar
                method: DELETE
                path: /shelves/{shelf}/jars/{jar_id}\(slash)
                revisions:
                  - versions: ['1']
                    parameters:
                      - {name: shelf, in: path, type: string, required: true}
                      - {name: jar_id, in: path, \(id), required: true}
                    responses: {'204': {}}
            schemas:
              JarForm: {properties: {label: {type: string, required: true}}}
              Jar:
                properties:
                  id: {\(id), required: true}
                  label: {type: string, required: true}
            """
        let document = try Cellar.document(text)
        return Caller(APIModel(ResourceInference().infer(document)))
    }

    private func add(_ caller: Caller, _ shelf: String, slash: String = "") throws -> Caller.Outcome {
        try caller.call("POST", "/shelves/\(shelf)/jars\(slash)", #"{"label": "plum"}"#)
    }

    @Test func numbersFollowOneAnother() throws {
        let caller = try caller()
        #expect(try (1...3).map { _ in try add(caller, "a")["id"] } == [.number("1"), .number("2"), .number("3")])
        #expect(try add(caller, "b")["id"] == .number("1"), "below another parent they begin anew")
        let shown = try caller.call("GET", "/shelves/a/jars/2")
        #expect(shown["id"] == .number("2"))
        #expect(shown["label"] == .string("plum"))
        #expect(try caller.call("DELETE", "/shelves/a/jars/3").status == 204)
        #expect(try caller.call("GET", "/shelves/a/jars/3").status == 404)
        #expect(try add(caller, "a")["id"] == .number("4"), "an id is given once")
        #expect(try caller.call("GET", "/shelves/a/jars").json?.elements?.count == 3)
        #expect(try caller.engine.stored("jar").first?.value["id"] == .integer(1))
    }

    @Test func numbersStayWithinTheirBounds() throws {
        let caller = try caller(id: "type: integer, minimum: 100, maximum: 101")
        #expect(try (1...2).map { _ in try add(caller, "a")["id"] } == [.number("100"), .number("101")])
        #expect(try add(caller, "a").status == 409)
        #expect(try caller.call("DELETE", "/shelves/a/jars/100").status == 204)
        #expect(try add(caller, "a")["id"] == .number("100"))
    }

    @Test(arguments: [
        ("multipleOf: 5", [5, 10, 15]), ("multipleOf: 5, minimum: 12", [15, 20, 25]), ("multipleOf: 1.5", [3, 6, 9]),
        ("multipleOf: 0.5", [1, 2, 3]), ("minimum: -9, maximum: -1, multipleOf: 3", [-9, -6, -3]),
        ("exclusiveMinimum: 7, multipleOf: 4", [8, 12, 16]), ("minimum: 1e2", [100, 101, 102]),
        ("minimum: 2.5", [3, 4, 5]),
    ])
    func numbersAreMultiplesOfTheirStep(limits: String, ids: [Int]) throws {
        let caller = try caller(id: "type: integer, \(limits)")
        #expect(try ids.indices.map { _ in try add(caller, "a")["id"] } == ids.map { .number(String($0)) })
        #expect(try caller.call("GET", "/shelves/a/jars/\(ids[1])").status == 200)
    }

    @Test(arguments: ["exclusiveMinimum: 9223372036854775807", "exclusiveMaximum: -9223372036854775808"])
    func boundsWithoutANumberEndNothing(limits: String) throws {
        let refused = try caller(id: "type: integer, \(limits)")
        for _ in 1...2 {
            let outcome = try add(refused, "a")
            #expect(outcome.status == 501)
            #expect(outcome["id"] == nil)
        }
        #expect(try refused.engine.stored("jar").isEmpty)
        #expect(MockService.obstacles(refused.engine.model).contains { $0.text.contains("none fits 64 bits") })
        #expect(try add(try caller(id: "type: integer, minimum: 9223372036854775807"), "a").status == 201)
    }

    @Test(arguments: ["", "/"])
    func whatWasMadeIsWhereItIsSaidToBe(slash: String) throws {
        let caller = try caller(slash: slash)
        let made = try add(caller, "a%20b", slash: slash)
        let location = try #require(made.header("Location"))
        #expect(location == "/shelves/a%20b/jars/1\(slash)")
        #expect(try caller.call("GET", location).json == made.json)
        #expect(try caller.call("DELETE", location).status == 204)
        #expect(try caller.call("GET", location).status == 404)
    }
}
