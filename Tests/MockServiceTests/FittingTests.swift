import APIModel
import APISpec
import SchemaChecks
import Testing

@testable import MockService

@Suite struct FittingTests {
    private let fit: ExampleBuilder
    private let check: SchemaCheck
    private let model: APIModel

    init() throws {
        model = try Specs.model(Specs.loans)
        fit = ExampleBuilder(model, patterns: PatternBook(model))
        check = SchemaCheck(model, patterns: PatternBook(model), unknownMembers: .refused)
    }

    private func read(_ text: String, _ kind: Schema.Kind, isNullable: Bool = false) throws -> String? {
        fit.read(try JSONReader.value(Array(text.utf8)), as: Schema(kind, isNullable: isNullable))?.jsonText
    }

    @Test func examplesAreReadAsTheirType() throws {
        #expect(try read(#""3""#, .integer(format: nil)) == "3")
        #expect(try read(#""""#, .integer(format: nil)) == nil)
        #expect(try read(#""123.4""#, .number(format: nil)) == "123.4")
        #expect(try read(#""true""#, .boolean) == "true")
        #expect(try read(#""True""#, .boolean) == "true")
        #expect(try read("7", .string(format: nil)) == #""7""#)
        #expect(try read(#""B | C""#, .enumeration(["A", "B"])) == #""B""#)
        #expect(try read(#""D""#, .enumeration(["A", "B"])) == nil)
        #expect(try read(#"[""]"#, .array(Schema(.object))) == "[]")
        #expect(try read("null", .object) == nil)
        #expect(try read("null", .object, isNullable: true) == "null")
        #expect(try read(#""123.4""#, .object) == nil)
    }

    @Test func membersFollowTheSchema() throws {
        let text = #"{"depth":"30","colour":1,"boards":"x"}"#
        #expect(try read(text, .reference("Size")) == #"{"boards":5,"depth":30}"#)
    }

    @Test func whatIsMadeFits() throws {
        for schema in model.schemas {
            let type = Schema(.reference(schema.name))
            let value = fit.make(type)
            #expect(check.problems(of: value, type, at: schema.name).map(\.description) == [])
        }
        #expect(
            fit.make(Schema(.reference("Cover"))).jsonText == #"{"url":"http://a.example/000","code":"xxxx"}"#)
    }

    @Test func whatHoldsItselfEnds() throws {
        let model = try Specs.model(
            """
            apidoc: 1
            service: {id: loop, title: Loop, server: {url: 'https://loop.example'}}
            versions:
              '1': {status: current}
            operations:
              show:
                title: Show
                method: GET
                path: /loop
                revisions:
                  - versions: ['1']
                    responses:
                      '200': {schema: Loop}
            schemas:
              Loop:
                properties:
                  next: {schema: Loop, required: true}
                  others: {type: array, items: {schema: Loop}, required: true}

            """)
        let answer = try Caller(model).call("GET", "/loop")
        #expect(answer.status == 200)
        #expect(answer["others"] == .array([]))
    }
}
