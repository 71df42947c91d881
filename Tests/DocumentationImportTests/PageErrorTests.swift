import Documentation
import DocumentationImport
import Testing

@Suite struct PageErrorTests {
    private static let notAGuide = """
        this is not a guide to an API: expected chapters `1 - APIs` and `2 - Models`, found none; \
        import the printable page of a service (its address ends in `/_print/`) [no-guide]
        """

    @Test(arguments: ["Hello\n", "1 - Weather\n1.1 - Rain\nIt rains.\n", "Shed\n1 - Models\n1.1 - Tool\n"])
    func pagesThatAreNoGuides(_ text: String) throws {
        #expect(try Fixture.errors(text: text) == ["page.txt:1:1: error: \(Self.notAGuide)"])
    }

    @Test func nothingToImport() {
        #expect(Fixture.errors(pages: []) == ["apidoc: error: there is no page to import"])
    }

    @Test(arguments: [
        (
            "2 - Models",
            """
            page.txt:103:1: error: the page ends without the chapter `Models` that follows the operations; \
            it is cut off, get the whole page
            """
        ),
        ("1.1 - Show Tool", "page.txt:15:1: error: the chapter `APIs` has no operations"),
        ("\"weight\"", "page.txt:46:1: error: the page ends in the middle of an example; get the whole page"),
        ("| string | |\nweight", "page.txt:108:1: error: the page ends in the middle of a table; get the whole page"),
    ])
    func pagesThatAreCutOff(_ end: String, _ message: String) throws {
        let text = try Fixture.text("shed.txt")
        let place = try #require(text.firstRange(of: end)).lowerBound
        #expect(try Fixture.errors(text: String(text[..<place])) == [message])
    }

    @Test func serviceThatTwoPagesDescribe() throws {
        let pages = try [Fixture.page("shed.txt"), Fixture.page(text: Fixture.text("shed.txt"), file: "copy.txt")]
        let message = "the service `shed` is described by `shed.txt` already; import one page of it"
        #expect(Fixture.errors(pages: pages) == ["copy.txt:1:1: error: \(message)"])
    }

    @Test func aPageOfOneModelAlone() throws {
        let text = "Tool\n| Name | Description | Schema | Default |\n|---|\nname required | Name\n| string | |\n"
        let message = """
            page.txt:1:1: error: the page does not tell which service it belongs to; \
            import it with the pages of its operations, or import the printable page
            """
        #expect(try Fixture.errors(text: text) == [message])
    }

    @Test func everyPageIsNamed() throws {
        let pages = try [
            Fixture.page(text: "One\n", file: "one.txt"), Fixture.page("shed.txt"),
            Fixture.page(text: "Two\n", file: "two.txt"),
        ]
        #expect(
            Fixture.errors(pages: pages) == [
                "one.txt:1:1: error: \(Self.notAGuide)", "two.txt:1:1: error: \(Self.notAGuide)",
            ])
    }
}
