import Documentation
import Testing

@Suite("Tables of Markdown") struct MarkdownTableTests {
    private func rows(_ text: String) throws -> [String] { Array(outline(try page("# A\n\n\(text)\n")).dropFirst()) }

    @Test(
        "With and without separators at the ends",
        arguments: ["| a | b |\n|---|:-:|\n| 1 | 2 |", "a | b\n--- | ---\n1 | 2", "a| b  \n---|---  \n1| 2  "])
    func ends(table: String) throws {
        #expect(try rows(table) == ["3-5 table a ¦ b", "  5 1 ¦ 2"])
    }

    @Test("Cells that are too few or too many stay as they are")
    func counts() throws {
        let table = tables(
            try page("# A\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 |\nx | y | z |\n| 1 | 2 | 3 | 4 |\n"))[0]
        #expect(table.rows.map(\.cells.count) == [2, 3, 4])
        #expect(table.rows.map { $0.edges?.leading } == [true, false, true])
    }

    @Test("Separators in code and behind a backslash are text")
    func separators() throws {
        let lines = "| a | b |\n|---|---|\n| `x|y` | p \\| q |\n| ` | r |"
        #expect(try rows(lines) == ["3-6 table a ¦ b", "  5 x|y ¦ p | q", "  6 ` ¦ r"])
    }

    @Test("Rows that a converter broke at forced line breaks")
    func broken() throws {
        let inner = """
            Name| Description| Schema  \n---|---|---  \nid  \n _required_|  The id  \nExample : `1|2`| string  \nage| | integer
            """
        #expect(
            try rows(inner) == [
                "3-8 table Name ¦ Description ¦ Schema", "  5-7 id\nrequired ¦ The id\nExample : 1|2 ¦ string",
                "  8 age ¦  ¦ integer",
            ])
        let padded = """
            | Name       | Description | Schema  |
            |------------|-------------|---------|
            | id         |
            |  _required_ | The id     | string  |
            | age        |             | integer |
            """
        #expect(try rows(padded).count == 4)
        let aligned = padded.replacing(" _required_ | The id     |", with: " _required_ | The id      |")
            .replacing("| id         |\n|  _required_ |", with: "| id         |\n|  required  |")
        #expect(
            try rows(aligned) == [
                // A line with all cells may be a row of its own: what cells mean tells.
                "3-7 table Name ¦ Description ¦ Schema", "  5 id", "  6 required ¦ The id ¦ string",
                "  7 age ¦  ¦ integer",
            ])
        let lines = try #require(tables(page("# A\n\n\(aligned)\n")).first?.rows)
        #expect(lines[0].joined(to: lines[1]).cells.map(\.text) == ["id\nrequired", "The id", "string"])
    }

    @Test("Addresses that a converter broke at a hyphen")
    func brokenAddresses() throws {
        let inner = "Code| Schema  \n---|---  \n200| [Boat](/models/a-\nboat/)  \n404| None  "
        #expect(try rows(inner) == ["3-7 table Code ¦ Schema", "  5-6 200 ¦ Boat", "  7 404 ¦ None"])
        let padded = """
            | Code   | Schema           |
            |--------|------------------|
            | 200    | [Boat](/models/a-|
            | boat/) |
            | 404    | None             |
            """
        #expect(try rows(padded) == ["3-7 table Code ¦ Schema", "  5-6 200 ¦ Boat", "  7 404 ¦ None"])
    }

    @Test("Rows of columns without outer separators that a converter broke")
    func brokenColumns() throws {
        let table = """
            Name      | Description | Schema\u{20}
            ----------|-------------|--------
            id\u{20}
             required | The id\u{20}
            Example : | string\u{20}
            age       |             | integer\u{20}
            """
        #expect(
            try rows(table) == [
                "3-8 table Name ¦ Description ¦ Schema", "  5-7 id\nrequired ¦ The id\nExample : ¦ string",
                "  8 age ¦  ¦ integer",
            ])
    }

    @Test("Rows that were wrapped after so many characters")
    func wrapped() throws {
        let text =
            "Code| Description| Schema  \n---|---|---  \n200| OK|\n[Boat](/models/boat/)  \n404| Not\nFound| None  "
        #expect(
            try rows(text) == [
                "3-8 table Code ¦ Description ¦ Schema", "  5-6 200 ¦ OK ¦ Boat", "  7-8 404 ¦ Not Found ¦ None",
            ])
    }

    @Test("A page that ends in a broken row is cut off")
    func cutOff() throws {
        #expect(try page("# A\n\na| b| c  \n---|---|---  \nx  \n").cutOffBlock != nil)
        #expect(try page("# A\n\na| b| c  \n---|---|---  \nx| y| z\n").cutOffBlock == nil)
    }

    @Test("Tables that a converter left out or drew are refused by name")
    func leftOut() throws {
        let table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        let page = try page("# A\n\n\(table)[TABLE]\n")
        #expect(page.lostTables == [7])
        #expect(page.blocks.count == 2)
        let many = "# A\n\n\(table)" + String(repeating: "[TABLE]\n\n", count: 3)
        #expect(refusal(many)?.contains("pandoc left out 3 of the 4 tables") == true)
        let drawn = "# A\n\n" + String(repeating: "  ---- ------\n  a    b\n  ---- ------\n\n", count: 3)
        #expect(refusal(drawn)?.contains("drawn with lines and spaces") == true)
    }
}
