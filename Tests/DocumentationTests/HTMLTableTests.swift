import Documentation
import Testing

@Suite("Tables of HTML")
struct HTMLTableTests {
    private func table(_ content: String) throws -> Table {
        let tables = tables(try page("<html><body><main>\(content)</main></body></html>"))
        return try #require(tables.first)
    }

    private func texts(_ row: Table.Row) -> [String] { row.cells.map(\.text) }

    @Test("Heads, cells, line breaks and links; end tags left out")
    func cells() throws {
        let table = try table(
            """
            <table><thead><tr><th>Name<th>Description<th>Schema</thead>
            <tbody><tr><td>name<br><em>required</em><td> Gauge\n name<br>Example : <code>north</code> <br>
            <td><a href=/models/gauge/>Gauge</a> or <a href=/models/lake/>Lake</a>
            <tr><td>x<td><td>&nbsp;<tfoot><tr><td>f<td>g<td>h</table>
            """)
        #expect(table.head == ["Name", "Description", "Schema"])
        #expect(
            table.rows.map(texts) == [
                ["name\nrequired", "Gauge name\nExample : north", "Gauge or Lake"], ["x", "", ""], ["f", "g", "h"],
            ])
        #expect(table.rows[0].cells.map(\.link) == [nil, nil, "/models/gauge/"])
        #expect(table.rows.map(\.lines) == [2...4, 5...5, 5...5])
    }

    @Test("The first row is the head where nothing is marked")
    func firstRow() throws {
        let table = try table("<table><tr><td>a<td>b<tr><td>1<td>2<td>3<tr></table>")
        #expect(table.head == ["a", "b"])
        #expect(table.rows.map(texts) == [["1", "2", "3"]])
    }

    @Test("A second row of the head is a row")
    func twoHeadRows() throws {
        let table = try table("<table><thead><tr><th>a<tr><th>b</thead><tbody><tr><td>1</table>")
        #expect(table.head == ["a"])
        #expect(table.rows.map(texts) == [["b"], ["1"]])
    }

    @Test("Blocks in a cell are lines of its text")
    func blocksInCell() throws {
        let table = try table(
            "<table><tr><th>a<th>b<tr><td><p>x</p><p>y <b>z</b></p><td><ul><li>1<li>2</ul>3<pre>{\n  4}</pre></table>")
        #expect(table.rows.map(texts) == [["x\ny z", "1\n2\n3\n{\n  4}"]])
    }

    @Test("A table in a cell is part of its text")
    func nested() throws {
        let table = try table(
            "<table><tr><th>a<th>b<tr><td>x<table><tr><td>1</td><td>2</td></tr><tr><td>3</table>y<td>z</table>")
        #expect(table.rows.map(texts) == [["x\n1 2\n3\ny", "z"]])
    }

    @Test("Cells that span columns are followed by empty ones, cells that span rows are repeated")
    func spans() throws {
        let table = try table(
            """
            <table><thead><tr><th>a<th colspan=2>b<th>c</thead><tbody>
            <tr><td rowspan=2><a href=u>1</a><td>2<td colspan=2>3<tr><td>4<td rowspan=0>5<td>6<tr><td colspan=x>7<td>8
            <tbody><tr><td>9</table>
            """)
        #expect(table.head == ["a", "b", "", "c"])
        #expect(
            table.rows.map(texts) == [["1", "2", "3", ""], ["1", "4", "5", "6"], ["7", "8", "5"], ["9"]])
        #expect(
            table.rows.map { $0.cells.map(\.isSpanned) } == [
                [false, false, false, true], [true, false, false, false], [false, false, true], [false],
            ])
        #expect(table.rows[1].cells[0].link == "u")
    }

    @Test("Spans that would fill memory are refused")
    func hugeSpans() {
        let rows = String(repeating: "<tr><td colspan=9999>x", count: 101)
        #expect(
            refusal("<table><tr><td>h\n\(rows)</table>")?.hasSuffix(
                "error: cells span too much: more than 100000 fields of tables would be filled in") == true)
    }

    @Test("A caption is a paragraph; a table without rows is nothing")
    func caption() throws {
        #expect(
            outline(try page("<table><caption>c</caption><tr><td>a<tr><td>b</table><table></table><p>p</p>")) == [
                "1 paragraph c", "1 table a", "  1 b", "1 paragraph p",
            ])
    }
}
