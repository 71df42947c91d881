import Documentation
import Testing

/// What lines of a table become; which of them belong together is found out by those who know what cells mean.
@Suite("Tables of extracted text")
struct ExtractedTableTests {
    private func rows(_ text: String) throws -> [String] { outline(try page(text)) }

    @Test("A rule for each column, and blank lines")
    func fullRule() throws {
        #expect(
            try rows("| a | b | c |\n\n|---|:--|---|\n\n| 1 | 2 | 3 |\n\n| 4 | | 6 |\nend") == [
                "1-7 table a ¦ b ¦ c", "  5 1 ¦ 2 ¦ 3", "  7 4 ¦  ¦ 6", "8 paragraph end",
            ])
    }

    @Test("Without a rule there is no table")
    func noRule() throws {
        #expect(try rows("| a | b |\n| - | - |") == ["1 paragraph | a | b |", "2 paragraph | - | - |"])
        #expect(try rows("|---|\nx") == ["1 paragraph |---|", "2 paragraph x"])
    }

    @Test("A description over several lines")
    func longDescription() throws {
        #expect(
            try rows("| a | b | c |\n|---|\n| 1 | two\nthree\n- 4 - five\n| 6 |\nend") == [
                "1-6 table a ¦ b ¦ c", "  3 1 ¦ two", "  4 three", "  5 - 4 - five", "  6 6", "7 paragraph end",
            ])
    }

    @Test("A row without its end, before a whole row")
    func shortRow() throws {
        #expect(
            try rows("| a | b | c |\n|---|\n| 1 | 2 |\n| 3 | 4\n| 5 | 6 | 7 |") == [
                "1-5 table a ¦ b ¦ c", "  3 1 ¦ 2", "  4 3 ¦ 4", "  5 5 ¦ 6 ¦ 7",
            ])
        #expect(
            try rows("| a | b | c |\n|---|---|---|\n| 1 | 2 |\n| 5 | 6 | 7 |") == [
                "1-4 table a ¦ b ¦ c", "  3 1 ¦ 2", "  4 5 ¦ 6 ¦ 7",
            ])
    }

    @Test("A description that ends in a separator, in rows that do not start with one")
    func separatorAtEnd() throws {
        #expect(
            try rows("| a | b | c | d |\n|---|\nx | A | B | C |\n| string | |\ny | D\n| string | |") == [
                "1-6 table a ¦ b ¦ c ¦ d", "  3 x ¦ A ¦ B ¦ C", "  4 string ¦ ", "  5 y ¦ D", "  6 string ¦ ",
            ])
    }

    @Test(
        "An unfinished row ends where it cannot go on; what follows its last separator is text again",
        arguments: [
            ("1.2 - Next", "6 heading 1.2[Next]"), ("{}", "6 code {}"),
            ("| x | y |\n|---|", "6-7 table x ¦ y"),
        ])
    func unfinishedRow(next: String, block: String) throws {
        #expect(
            try rows("| a | b | c |\n|---|\n| 1 | 2\n| 3\nResponses\n\(next)") == [
                "1-4 table a ¦ b ¦ c", "  3 1 ¦ 2", "  4 3", "5 paragraph Responses", block,
            ])
    }

    @Test("A bracket that goes on with a row is part of it")
    func bracketInRow() throws {
        #expect(
            try rows("| a | b | c |\n|---|\n| 1 | Example :\n{'x': 1} | object |") == [
                "1-4 table a ¦ b ¦ c", "  3 1 ¦ Example :", "  4 {'x': 1} ¦ object",
            ])
    }

    @Test("A page that ends in a row")
    func cutOff() throws {
        let cut = try page("| a | b | c |\n|---|\n| 1 | 2 | 3 |\n| 4 | fi\nve")
        #expect(outline(cut) == ["1-5 table a ¦ b ¦ c cut off", "  3 1 ¦ 2 ¦ 3", "  4 4 ¦ fi", "  5 ve"])
        #expect(cut.cutOffBlock?.lines == 1...5)
        let whole = try page("| a | b | c |\n|---|\n| 1 | 2 | 3 |\n\n")
        #expect(whole.cutOffBlock == nil)
        #expect(try page("x").cutOffBlock == nil)
    }

    @Test("Tables without separators at the ends of lines, and with cells that are dropped")
    func openTables() throws {
        #expect(
            try rows("a | b | c\n--- | --- | ---\n1 | 2 | 3\n4 | 5 | 6\nend") == [
                "1-4 table a ¦ b ¦ c", "  3 1 ¦ 2 ¦ 3", "  4 4 ¦ 5 ¦ 6", "5 paragraph end",
            ])
        #expect(
            try rows("a | b | c |\n---|---|---|\n1 | 2 |||\n^(x|y)$ || z |") == [
                "1-4 table a ¦ b ¦ c", "  3 1 ¦ 2 ¦  ¦ ", "  4 ^(x|y)$ ¦  ¦ z",
            ])
    }

    @Test("A rule that comes twice says nothing")
    func secondRule() throws {
        #expect(
            try rows("| a | b |\n|---|---|\n|---|---|\n| 1 | 2 |") == ["1-4 table a ¦ b", "  4 1 ¦ 2"])
    }

    @Test(
        "Two lines of one row",
        arguments: [
            ("| 1 | 2 |", "| 3 | 4 |", ["1", "2", "", "3", "4"]), ("| 1 | 2", "| 3 |", ["1", "2", "3"]),
            ("| 1 | 2 |", "3 |", ["1", "2", "3"]), ("| 1 | two", "and three | 4 |", ["1", "two and three", "4"]),
        ])
    func joined(first: String, second: String, cells: [String]) throws {
        let table = tables(try page("| a | b | c | d | e |\n|---|\n\(first)\n\(second)"))[0]
        let row = table.rows[0].joined(to: table.rows[1])
        #expect(row.cells.map(\.text) == cells)
        #expect(row.lines == 3...4)
        #expect(row.edges == Table.Row.Edges(leading: true, trailing: true))
    }

    @Test("A head of one column, and a table without rows")
    func smallTables() throws {
        #expect(
            try rows("| a |\n|---|\n| 1 |\n| 2 |\n| b |\n|---|\nx") == [
                "1-4 table a", "  3 1", "  4 2", "5-6 table b", "7 paragraph x",
            ])
    }
}
