import APISpec
import Diagnostics
import Recovery
import Testing

@Suite struct ExampleCheckerTests {
    private func findings(_ document: SpecDocument) -> [String] {
        ExampleChecker().check(document, locations: Documents.locations).map(\.description)
    }

    /// A document with one schema, its only property of a type, and a response that shows a value for it.
    private func document(_ schema: Schema, showing value: JSONValue?, required: Bool = true) -> SpecDocument {
        let thing = NamedSchema(
            name: "Thing", properties: [NamedSchema.Property(name: "size", isRequired: required, schema: schema)])
        let body = JSONValue.object(value.map { [JSONValue.Member("size", $0)] } ?? [])
        return Documents.document(
            operations: [Documents.stated("show", "Show", "/v1/thing", schema: "Thing", body: body)], schemas: [thing])
    }

    @Test func aValueOfAnotherTypeIsToldOnceForAllExamples() {
        var document = document(Schema(.integer(format: nil)), showing: .string("3"))
        document.operations += [
            Documents.stated(
                "again", "Again", "/v1/again", schema: "Thing", body: .object([.init("size", .string("4"))]))
        ]
        #expect(
            findings(document) == [
                "page.txt:1:1: warning: the example of Thing.size is the text `3`, its type is integer "
                    + "[example-wrong-type]"
            ])
    }

    @Test(arguments: [
        (Schema(.boolean), JSONValue.string("true"), "the text `true`, its type is boolean"),
        (Schema(.integer(format: nil)), .string(""), "an empty text, its type is integer"),
        (Schema(.integer(format: nil)), .number("1.5"), "the number `1.5`, its type is integer"),
        (Schema(.object), .string("123.4"), "the text `123.4`, its type is object"),
        (Schema(.string(format: nil)), .null, "null, its type is string"),
        (Schema(.array(Schema(.string(format: nil)))), .string("x"), "the text `x`, its type is array[string]"),
        (
            Schema(.union([Schema(.array(Schema(.string(format: nil)))), Schema(.boolean)])), .number("1"),
            "the number `1`, its type is any of [array[string], boolean]"
        ),
        (Schema(.string(format: "date-time")), .string("today"), "the text `today`, its type is date-time"),
    ])
    func wrongTypes(_ schema: Schema, _ value: JSONValue, _ words: String) {
        #expect(
            findings(document(schema, showing: value)) == [
                "page.txt:1:1: warning: the example of Thing.size is \(words) [example-wrong-type]"
            ])
    }

    @Test(arguments: [
        (Schema(.string(format: nil)), JSONValue.string("a | b")), (Schema(.number(format: nil)), .number("1")),
        (Schema(.string(format: nil), isNullable: true), .null), (Schema(.unknown), .object([])),
        (Schema(.array(Schema(.string(format: nil)))), .array([])),
        (Schema(.string(format: "date-time")), .string("2024-05-17T00:23:17Z")),
        (Schema(.string(format: "date-time")), .string("2024-05-17T00:23:17.5+09:00")),
        (Schema(.enumeration(["A", "B"])), .string("A")),
        (Schema(.union([Schema(.array(Schema(.string(format: nil)))), Schema(.string(format: nil))])), .string("x")),
    ])
    func rightValues(_ schema: Schema, _ value: JSONValue) {
        #expect(findings(document(schema, showing: value)).isEmpty)
    }

    /// The mock service and the import hold values against the same keywords.
    @Test(arguments: [
        (#"{"allOf": [{"properties": {"size": true}, "unevaluatedProperties": false}]}"#, "unevaluatedProperties"),
        (#"{"propertyNames": {"pattern": "^s"}}"#, "propertyNames"), (#"{"not": {"required": ["more"]}}"#, "not"),
    ])
    func whatBreaksACheckOfItsType(checks: String, keyword: String) throws {
        let checks = try JSONReader.value(Array(checks.utf8))
        var thing = NamedSchema(
            name: "Thing",
            properties: [.init(name: "size", isRequired: true, schema: Schema(.integer(format: nil)))])
        thing.checks = checks
        thing.additionalProperties = .any
        for (value, isRight) in [(#"{"size": 1}"#, true), (#"{"size": 1, "more": 2}"#, false)] {
            let body = try JSONReader.value(Array(value.utf8))
            var shown = thing
            shown.example = body
            let document = Documents.document(
                operations: [Documents.stated("show", "Show", "/v1/thing", schema: "Thing", body: body)],
                schemas: [shown])
            let message = "does not keep to `\(keyword)`, as its type demands [example-breaks-check]"
            #expect(
                findings(document)
                    == (isRight
                        ? []
                        : ["Thing", "the answer of show"].map {
                            "page.txt:1:1: warning: the example of \($0) \(message)"
                        }))
        }
    }

    @Test("Checks of a member, of the elements of a list and of a name for another type") func checksInside() throws {
        let check = try JSONReader.value(Array(#"{"not": {"const": 3}}"#.utf8))
        var number = Schema(.integer(format: nil))
        number.checks = check
        #expect(findings(document(number, showing: .number("3.0"))).count == 2)
        #expect(findings(document(number, showing: .number("4"))).isEmpty)
        let list = Schema(.array(number))
        #expect(findings(document(list, showing: .array([.number("4"), .number("3")]))).count == 1)
        #expect(findings(document(number, showing: .null)).map { $0.contains("breaks-check") } == [false])
    }

    @Test func enumerations() {
        let schema = Schema(.enumeration(["DIR", "FILE"]), defaultValue: .string("LINK"))
        #expect(
            findings(document(schema, showing: .string("LINK"))) == [
                "page.txt:1:1: warning: the default `LINK` of Thing.size is not a value of its enumeration "
                    + "[default-outside-enum]",
                "page.txt:1:1: warning: the example `LINK` of Thing.size is not a value of its enumeration "
                    + "[example-outside-enum]",
            ])
    }

    @Test(arguments: [Schema(.enumeration(["DIR", "FILE"])), Schema(.string(format: nil))])
    func anExampleThatListsTheValues(_ schema: Schema) {
        #expect(
            findings(document(schema, showing: .string("DIR | FILE"))) == [
                "page.txt:1:1: note: the example `DIR | FILE` of Thing.size lists the values in place of one "
                    + "[example-lists-values]"
            ])
    }

    @Test func aTimeWithoutAZone() {
        #expect(
            findings(document(Schema(.string(format: "date-time")), showing: .string("2024-10-28T05:38:48"))) == [
                "page.txt:1:1: note: the example `2024-10-28T05:38:48` of Thing.size has no zone; it is read as UTC "
                    + "[date-time-without-zone]"
            ])
    }

    @Test func keys() {
        var document = document(Schema(.boolean), showing: nil)
        document.operations[0].revisions[0].example?.responseBody = .object([.init("weight", .bool(true))])
        #expect(
            findings(document) == [
                "page.txt:1:1: warning: the example of the answer of show has `weight`, which Thing lacks "
                    + "[example-unknown-key]",
                "page.txt:1:1: warning: the example of the answer of show lacks `size`, which Thing requires "
                    + "[example-missing-required]",
            ])
        #expect(findings(self.document(Schema(.boolean), showing: nil, required: false)).isEmpty)
    }

    @Test func examplesOfParameters() {
        var document = document(Schema(.boolean), showing: .bool(true))
        document.operations[0].revisions[0].parameters = [
            Parameter(
                name: "page", location: .query, isRequired: false,
                schema: Schema(.integer(format: nil), example: .string("first")))
        ]
        #expect(
            findings(document) == [
                "page.txt:1:1: warning: the example of show.page is the text `first`, its type is integer "
                    + "[example-wrong-type]"
            ])
    }

    @Test func aNameForAChoiceIsThatChoice() {
        let kinds = ["Day", "Week"].map { name in
            NamedSchema(
                name: name,
                properties: [
                    NamedSchema.Property(
                        name: name.lowercased(), isRequired: true, schema: Schema(.string(format: nil)))
                ])
        }
        let ticket = NamedSchema(
            name: "Ticket", definition: Schema(.union([.init(.reference("Day")), .init(.reference("Week"))])))
        func document(_ members: [JSONValue.Member]) -> SpecDocument {
            Documents.document(
                operations: [Documents.stated("show", "Show", "/v1/ticket", schema: "Ticket", body: .object(members))],
                schemas: [ticket] + kinds)
        }
        #expect(findings(document([.init("week", .string("12"))])) == [])
        #expect(findings(document([.init("month", .string("5"))])).count == 2)
    }

    @Test func partsOfOthersAreUsed() {
        var document = document(Schema(.boolean), showing: .bool(true))
        document.schemas.append(NamedSchema(name: "Base"))
        #expect(findings(document).count == 1)
        #expect(ExampleChecker().check(document, locations: Documents.locations, parts: ["Base"]) == [])
    }

    @Test func aSchemaThatNothingReaches() {
        var document = document(Schema(.array(Schema(.reference("Part")))), showing: .array([]))
        document.schemas += [Documents.schema("Part", "id"), Documents.schema("Rest", "id")]
        #expect(findings(document) == ["page.txt:1:1: note: no operation reaches the schema Rest [unused-schema]"])
    }
}
