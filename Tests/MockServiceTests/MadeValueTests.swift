import APIModel
import APISpec
import Testing

@testable import MockService

/// Values of responses obey everything that their type says at once.
@Suite struct MadeValueTests {
    @Test(arguments: [
        "type: array, items: {type: string, enum: [a, b, c]}, minItems: 3, uniqueItems: true",
        "type: array, items: {type: integer, enum: [1, 2]}, minItems: 2, uniqueItems: true",
        "type: array, items: {type: boolean}, minItems: 2, uniqueItems: true",
        "type: array, items: {type: integer, minimum: 3, maximum: 9, multipleOf: 3}, minItems: 3, uniqueItems: true",
        "type: array, items: {type: string, pattern: '^[A-Z]{2}[0-9]$'}, minItems: 5, uniqueItems: true",
        "type: array, items: {type: string, format: uuid}, minItems: 4, uniqueItems: true",
        "type: array, items: {type: string, format: date}, minItems: 4, uniqueItems: true",
        "type: array, items: {type: string, format: ipv4}, minItems: 4, uniqueItems: true",
        "type: array, items: {type: string, maxLength: 1}, minItems: 9, uniqueItems: true",
        "type: array, items: {schema: Part}, minItems: 3, uniqueItems: true",
        "type: string, format: email, minLength: 90", "type: string, format: email, maxLength: 8",
        "type: string, format: uri, minLength: 300", "type: string, format: uri, maxLength: 9",
        "type: string, format: hostname, minLength: 100", "type: string, format: hostname, maxLength: 4",
        "type: string, format: byte, minLength: 40", "type: string, format: byte, maxLength: 4",
        "type: string, format: ipv6, maxLength: 5", "type: string, format: duration, minLength: 12",
        "type: string, format: email, pattern: '@quay\\.example$'", "type: string, format: uri, pattern: '^ftp://'",
        "type: string, pattern: 'abc', minLength: 200", "type: string, pattern: '^[a-f]+$', minLength: 150",
        "type: integer, minimum: 9007199254740993, maximum: 9007199254740993",
        "type: integer, exclusiveMinimum: 9007199254740992, maximum: 9007199254740994",
        "type: number, multipleOf: 0.01, minimum: 0.07, maximum: 0.08", "type: 'null'",
    ])
    func madeValuesFit(type: String) throws {
        let text = """
            operations:
              make:
                title: Make
                method: GET
                path: /made
                revisions:
                  - {versions: ['1'], responses: {'200': {schema: Made}}}
            schemas:
              Part: {properties: {size: {type: integer, required: true}}}
              Made: {properties: {value: {\(type), required: true}}}
            """
        let model = APIModel(try Cellar.document(text))
        let caller = Caller(model)
        let value = try #require(try caller.call("GET", "/made").json)
        let schema = Schema(.reference("Made"))
        #expect(caller.engine.check.problems(of: value, schema, at: "answer") == [], "\(value.jsonText)")
    }

    @Test(arguments: [
        ("type: integer, minimum: 9007199254740993", "9007199254740992", false),
        ("type: integer, minimum: 9007199254740993", "9007199254740993", true),
        ("type: integer, format: int64", "-9223372036854775809", false),
        ("type: integer, format: int64", "-9223372036854775808", true),
        ("type: integer, format: int64", "9.223372036854775807e18", true),
        ("type: integer, format: int32", "2147483648.0", false),
        ("type: number, multipleOf: 0.25", "5e-324", false), ("type: number, multipleOf: 0.1", "0.3", true),
        ("type: number, multipleOf: 0.01", "123456789.29", true),
        ("type: integer, multipleOf: 3", "9007199254740993", true),
        ("type: integer, multipleOf: 3", "9007199254740992", false), ("type: integer, multipleOf: 100", "1e9", true),
        ("type: number, maximum: 5", "1e-9223372036854775808", true), ("type: number, maximum: 5", "1e1000000", false),
        ("type: number, maximum: 5", "1e99999999999999999999", false),
        ("type: number, minimum: 5", "-1e1000001", false),
        ("type: number, minimum: 0, maximum: 5", "-0e-9223372036854775809", true),
        ("type: number, enum: [0.1, 9007199254740993]", "9007199254740992", false),
        ("type: number, enum: [0.1, 9007199254740993]", "1e-1", true),
        ("type: number, checks: {maximum: 9007199254740992}", "9007199254740993", false),
        ("type: number, checks: {multipleOf: 0.1}", "0.3", true),
        ("type: number, checks: {multipleOf: 0.1}", "0.30000000001", false),
    ])
    func numbersAreComparedAsWritten(type: String, number: String, isRight: Bool) throws {
        let text = """
            operations:
              take:
                title: Take
                method: PUT
                path: /number
                revisions:
                  - {versions: ['1'], request: {\(type), required: true}, responses: {'204': {}}}
            """
        let outcome = try Caller(APIModel(try Cellar.document(text))).call("PUT", "/number", number)
        #expect(outcome.status == (isRight ? 204 : 400))
    }
}
