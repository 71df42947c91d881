import Testing

@testable import DocumentationImport

@Suite struct DescriptionCellTests {
    @Test func oneLineOfExtractedText() {
        let cell = DescriptionCell(
            "Bed name Example : bed: 1 Pattern : ^[a-z0-9-_ ]*$ Minimum length : 1 Maximum length : 63")
        #expect(cell.text == "Bed name")
        #expect(cell.example == "bed: 1")
        #expect(cell.pattern == "^[a-z0-9-_ ]*$")
        #expect(cell.minLength == 1)
        #expect(cell.maxLength == 63)
    }

    @Test func linesOfHTML() {
        let cell = DescriptionCell("Bed name\nas planted\nExample : \nMaximum length : 63")
        #expect(cell.text == "Bed name\nas planted")
        #expect(cell.example == nil)
        #expect(cell.maxLength == 63)
    }

    @Test func examplesOfSeveralLines() {
        #expect(DescriptionCell("Plan\nExample : {\n\"a\": 1\n}").example == "{\n\"a\": 1\n}")
    }

    @Test(arguments: [
        ("", "", nil), ("Example :", "", nil), ("Bed", "Bed", nil), ("Bed Example :", "Bed", nil),
        ("Example : x", "", "x"), ("침대 예시 : 하나", "침대", "하나"),
        ("Soil Example : LOAM | SAND", "Soil", "LOAM | SAND"),
        ("Say Example : a or Example : b", "Say Example : a or", "b"),
        ("An Example: none", "An Example: none", nil), ("NoExample : x", "NoExample : x", nil),
    ])
    func textAndExample(_ cell: String, _ text: String, _ example: String?) {
        #expect(DescriptionCell(cell).text == text)
        #expect(DescriptionCell(cell).example == example)
    }

    @Test func emptyExampleBeforeALength() {
        let cell = DescriptionCell("Code Example :  Maximum length : 6")
        #expect(cell.text == "Code")
        #expect(cell.example == nil)
        #expect(cell.maxLength == 6)
    }

    @Test func limitsWithoutAPlace() {
        let cell = DescriptionCell("Depth Example : 3 Minimum value : 1 Maximum length : many")
        #expect(cell.example == "3")
        #expect(cell.limits == ["Minimum value : 1"])
        #expect(cell.unreadable == ["Maximum length : many"])
    }
}
