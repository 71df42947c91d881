import APIModel
import APISpec
import Testing

@testable import MockService

/// Types of which no value is one: the service stands, says so, and does what it can.
@Suite struct ConflictTests {
    private func model(_ property: String) throws -> APIModel {
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
              Jar: {properties: {label: {type: string, required: true}, odd: {\(property)}}}
            """
        return APIModel(try Cellar.document(text))
    }

    static let impossible = [
        ("type: integer, minimum: 5, maximum: 4", "a number from 5 to 4 is asked for"),
        ("type: integer, exclusiveMinimum: 4, maximum: 4", "a number above 4 to 4 is asked for"),
        ("type: integer, exclusiveMinimum: 4, exclusiveMaximum: 5", "a number above 4 below 5 is asked for"),
        ("type: string, minLength: 4, maxLength: 3", "a text of at least 4 and at most 3 characters is asked for"),
        ("type: string, pattern: 'a^b'", "no text matches the pattern a^b"),
        ("type: string, pattern: '^a{5}', maxLength: 4", "no text of at most 4 characters matches the pattern ^a{5}"),
        (
            "type: array, items: {type: string}, minItems: 2, maxItems: 1",
            "a list of at least 2 and at most 1 items is asked for"
        ),
        (
            "type: array, items: {type: boolean}, minItems: 3, uniqueItems: true",
            "the list needs 3 different items, and there are 2"
        ),
        (
            "oneOf: [{type: integer, minimum: 2, maximum: 1}, {type: string, minLength: 2, maxLength: 1}]",
            "a number from 2 to 1 is asked for"
        ),
    ]

    @Test(arguments: impossible)
    func arguedMembersMakeAnswersImpossible(property: String, reason: String) throws {
        let model = try model(property + ", required: true")
        let caller = Caller(model)
        let outcome = try caller.call("GET", "/jar")
        #expect(outcome.status == 501)
        #expect(outcome.details == ["no answer of the documented type is possible: odd: \(reason)"])
        let texts = MockService.obstacles(model).map(\.text)
        #expect(texts.contains { $0.hasPrefix("no value of Jar.odd is possible: \(reason)") })
        #expect(texts.contains { $0.hasPrefix("showJar cannot answer: odd: \(reason)") })
        #expect(texts.contains { $0.hasPrefix("no request of addJar is right") })
    }

    @Test(arguments: impossible)
    func otherMembersAreLeftOut(property: String, reason: String) throws {
        let model = try model(property)
        let outcome = try Caller(model).call("GET", "/jar")
        #expect(outcome.status == 200)
        #expect(outcome["label"] != nil)
        #expect(outcome["odd"] == nil)
        #expect(MockService.obstacles(model).map(\.place) == [["schemas", "Jar", "odd"]])
    }

    @Test(arguments: [
        "type: integer, minimum: 4, maximum: 4", "type: string, pattern: '^a{5}$', maxLength: 5",
        "type: number, exclusiveMinimum: 4, exclusiveMaximum: 5", "type: string, pattern: '[^a]|$'",
        "type: array, items: {type: boolean}, minItems: 2, uniqueItems: true",
        "type: integer, minimum: 5, maximum: 4, nullable: true", "type: string, pattern: '(?=x)y'",
    ])
    func whatIsPossibleIsNoObstacle(property: String) throws {
        let model = try model(property + ", required: true")
        #expect(MockService.obstacles(model) == [])
        #expect(try Caller(model).call("GET", "/jar").status == 200)
    }
}
