import APIModel
import APISpec
import Testing

@testable import MockService

/// Values that are made keep to the checks of the documentation, or the service says that they do not.
@Suite struct CheckedValueTests {
    private func model(_ members: String, checks: String = "") throws -> APIModel {
        let lid = checks.isEmpty ? "" : "checks: \(checks), "
        let text = """
            operations:
              showJar:
                title: Show Jar
                method: GET
                path: /jar
                revisions:
                  - {versions: ['1'], responses: {'200': {schema: Jar}}}
              addJar:
                title: Add Jar
                method: POST
                path: /jar
                revisions:
                  - {versions: ['1'], request: {schema: Jar, required: true}, responses: {'204': {}}}
            schemas:
              Lid: {\(lid)properties: {kind: {type: string}, size: {type: integer}}}
              Jar: {properties: {\(members)}}
            """
        return APIModel(try Cellar.document(text))
    }

    @Test(arguments: [
        "n: {type: integer, required: true, checks: {not: {const: 1}}}",
        "n: {type: string, required: true, checks: {not: {pattern: '^x'}}}",
        "n: {type: string, required: true, checks: {anyOf: [{const: left}, {const: right}]}}",
        "n: {type: array, items: {type: integer}, required: true, checks: {contains: {const: 7}}}",
        "n: {type: array, items: {type: integer}, required: true, checks: {contains: {minimum: 3}, minContains: 2}}",
        "n: {type: array, items: {type: integer}, required: true, example: [1, 2], checks: {not: {contains: {const: 2}}}}",
        "n: {type: array, items: {type: string}, checks: {contains: {type: string, pattern: '^[a-c]{3}$'}}}",
    ])
    func madeValuesKeepToChecks(members: String) throws {
        try expectDocumented(try model(members))
    }

    @Test(arguments: [
        "{not: {required: [size]}}", "{dependentRequired: {kind: [size]}}", "{not: {required: [kind]}}",
        "{if: {required: [kind]}, then: {properties: {size: {const: 7}}}}",
    ])
    func madeObjectsKeepToChecks(checks: String) throws {
        try expectDocumented(try model("lid: {schema: Lid, required: true}", checks: checks))
    }

    private func expectDocumented(_ model: APIModel) throws {
        let caller = Caller(model)
        let value = try #require(try caller.call("GET", "/jar").json)
        #expect(caller.engine.check.problems(of: value, Schema(.reference("Jar")), at: "") == [], "\(value.jsonText)")
        #expect(MockService.obstacles(model) == [])
        #expect(try caller.call("POST", "/jar", value.jsonText).status == 204)
    }

    @Test func whatIsNotFoundIsTold() throws {
        let model = try model("n: {type: integer, required: true, checks: {not: {type: integer}}}")
        #expect(
            MockService.obstacles(model).map(\.text) == [
                "the answer of showJar is not as documented, since no value was found that is: body.n: must keep to `not` "
                    + "of the documentation"
            ])
        #expect(try Caller(model).call("GET", "/jar").status == 200)
    }

    @Test func aBrokenCheckIsToldOnce() throws {
        let text = """
            operations:
              addJar:
                title: Add Jar
                method: POST
                path: /jar
                revisions:
                  - {versions: ['1'], request: {schema: Form, required: true}, responses: {'204': {}}}
            schemas:
              Number: {type: integer, checks: {not: {const: 4}}}
              Form: {properties: {n: {schema: Number, required: true, checks: {not: {const: 4}}}}}
            """
        let outcome = try Caller(APIModel(try Cellar.document(text))).call("POST", "/jar", #"{"n": 4}"#)
        #expect(outcome.details == ["body.n: must keep to `not` of the documentation"])
    }

    @Test(.timeLimit(.minutes(1)))
    func unionsOfListsOfUnionsTakeLittleTime() throws {
        let text = """
            operations:
              put:
                title: Put
                method: PUT
                path: /tree
                revisions:
                  - {versions: ['1'], request: {schema: Tree, required: true}, responses: {'204': {}}}
            schemas:
              Tree:
                anyOf:
                  - {type: array, items: {schema: Tree}}
                  - {type: array, items: {schema: Tree}, maxItems: 9}
                  - {type: integer}
            """
        let caller = Caller(APIModel(try Cellar.document(text)))
        func tree(_ depth: Int, _ leaf: String) -> String {
            String(repeating: "[", count: depth) + leaf + String(repeating: "]", count: depth)
        }
        #expect(try caller.call("PUT", "/tree", tree(8, "true")).status == 400)
        #expect(try caller.call("PUT", "/tree", tree(40, "1")).status == 204)
        _ = try caller.call("PUT", "/tree", tree(40, "true"))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "type: string, minLength: 9223372036854775807",
            "type: string, pattern: '^a+$', minLength: 9223372036854775807",
            "type: string, pattern: '^a+$', minLength: 9223372036854775800, maxLength: 9223372036854775807",
            "type: integer, exclusiveMinimum: 9223372036854775807",
            "type: integer, exclusiveMaximum: -9223372036854775808",
            "type: array, items: {type: string}, minItems: 9223372036854775807",
            "type: string, format: uri, minLength: 99999999999",
            "type: integer, minimum: 1e400", "type: number, multipleOf: 1e-400",
        ])
    func greatBoundsEndNothing(type: String) throws {
        let model = try model("n: {\(type), required: true}")
        _ = try Caller(model).call("GET", "/jar")
        _ = MockService.obstacles(model)
    }

    /// Fourteen schemas, each of which requires all others or one of them, in as many ways as there are.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "anyOf: [{schema: S%a}, {type: string}]", "oneOf: [{schema: S%a}, {schema: S%b}, {type: string}]",
            "type: array, items: {anyOf: [{schema: S%a}, {schema: S%b}]}, minItems: 1",
            "anyOf: [{schema: S%a}, {schema: S%b}, {type: string, minLength: 3}], checks: {not: {required: [zz]}}",
            "anyOf: [{schema: S%a}, {schema: S%b}, {schema: S%c}, {type: integer, minimum: 5}]",
        ])
    func schemasThatAllNeedEachOtherTakeLittleTime(type: String) throws {
        let count = 14
        let schemas = (0..<count).map { number in
            let members = (0..<count).filter { $0 != number }.map { other in
                let text = type.replacing("%a", with: "\(other)").replacing("%b", with: "\((other + 1) % count)")
                    .replacing("%c", with: "\((other + 2) % count)")
                return "m\(other): {\(text), required: true}"
            }
            return "  S\(number): {properties: {\(members.joined(separator: ", "))}}"
        }
        let text = """
            operations:
              showKnot:
                title: Show Knot
                method: GET
                path: /knot
                revisions:
                  - {versions: ['1'], responses: {'200': {schema: S0}}}
              addKnot:
                title: Add Knot
                method: POST
                path: /knot
                revisions:
                  - {versions: ['1'], request: {schema: S0, required: true}, responses: {'204': {}}}
            schemas:
            \(schemas.joined(separator: "\n"))
            """
        let model = APIModel(try Cellar.document(text))
        let clock = ContinuousClock()
        let start = clock.now
        _ = MockService.obstacles(model)
        let made = clock.now
        let answer = try #require(try Caller(model).call("GET", "/knot").json)
        let answered = clock.now
        _ = try Caller(model).call("POST", "/knot", answer.jsonText)
        // A part of a second each on a quiet machine; without an end of the effort it is minutes.
        #expect(made - start < .seconds(12) && answered - made < .seconds(12) && clock.now - answered < .seconds(12))
    }
}
