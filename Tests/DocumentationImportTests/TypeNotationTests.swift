import APISpec
import Testing

@testable import DocumentationImport

@Suite struct TypeNotationTests {
    private func read(_ text: String) -> (schema: Schema, problems: [TypeNotation.Problem]) {
        TypeNotation.read(text) { ["Bed", "Tag"].contains($0) }
    }

    @Test(arguments: [
        ("string", Schema(.string(format: nil))),
        ("string (date-time)", Schema(.string(format: "date-time"))),
        ("integer", Schema(.integer(format: nil))),
        ("integer (int64)", Schema(.integer(format: "int64"))),
        ("number (double)", Schema(.number(format: "double"))),
        ("boolean", Schema(.boolean)),
        ("object", Schema(.object)),
        ("enum (A, B)", Schema(.enumeration(["A", "B"]))),
        ("enum (5min, hourly (slow), two words)", Schema(.enumeration(["5min", "hourly (slow)", "two words"]))),
        ("Bed", Schema(.reference("Bed"))),
        ("array[Tag]", Schema(.array(Schema(.reference("Tag"))))),
        ("array[array[integer]]", Schema(.array(Schema(.array(Schema(.integer(format: nil))))))),
        ("any of [string, null]", Schema(.string(format: nil), isNullable: true)),
        ("any of [null, Bed]", Schema(.reference("Bed"), isNullable: true)),
        ("any of [enum (A, B), null]", Schema(.enumeration(["A", "B"]), isNullable: true)),
        ("any of [array[Tag], null]", Schema(.array(Schema(.reference("Tag"))), isNullable: true)),
        (
            "any of [array[string], string, null]",
            Schema(
                .union([Schema(.array(Schema(.string(format: nil)))), Schema(.string(format: nil))]), isNullable: true)
        ),
        (
            "array[any of [Bed, null]]", Schema(.array(Schema(.reference("Bed"), isNullable: true)))
        ),
        (
            "any of [any of [string, null], integer, string]",
            Schema(.union([Schema(.string(format: nil)), Schema(.integer(format: nil))]), isNullable: true)
        ),
        ("  any  of[ string ,null ] ", Schema(.string(format: nil), isNullable: true)),
    ])
    func reads(_ text: String, _ schema: Schema) {
        #expect(read(text).schema == schema)
        #expect(read(text).problems == [])
    }

    @Test(arguments: [
        ("", "a type is missing at the end"),
        ("array", "`[` is missing at the end"),
        ("array[string", "`]` is missing at the end"),
        ("array[string, null]", "`]` is missing before `, null]`"),
        ("any of []", "a type is missing before `]`"),
        ("any of [null]", "there is no type beside `null`"),
        ("any of [string, null] or so", "`or so` is left over"),
        ("enum ()", "a value of the enumeration is empty"),
        ("enum (A", "`)` is missing at the end"),
        ("string ()", "the format in `()` is missing"),
        (String(repeating: "array[", count: 20) + "string", "it is nested too deep"),
    ])
    func namesWhatIsWrong(_ text: String, _ reason: String) {
        #expect(read(text).schema == Schema(.unknown))
        #expect(read(text).problems == [.malformed(reason)])
    }

    @Test func keepsTheRestAroundAnUnknownName() {
        let (schema, problems) = read("any of [array[Shelf], string, null]")
        #expect(
            schema
                == Schema(
                    .union([Schema(.array(Schema(.unknown))), Schema(.string(format: nil))]), isNullable: true))
        #expect(problems == [.unknownName("Shelf")])
    }

    @Test func reportsAValueThatComesTwice() {
        let (schema, problems) = read("enum (A, B, A)")
        #expect(schema == Schema(.enumeration(["A", "B"])))
        #expect(problems == [.malformed("the enumeration names `A` twice")])
    }
}
