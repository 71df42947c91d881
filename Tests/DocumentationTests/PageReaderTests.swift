import Documentation
import Testing

@Suite("Pages that are refused, and formats")
struct PageReaderTests {
    @Test("Nothing to read", arguments: ["", " \r\n\t", "\u{FEFF}\n"])
    func empty(text: String) {
        #expect(refusal(text) == "page:1:1: error: the page is empty; there is nothing to read")
    }

    @Test("NUL bytes")
    func nul() {
        #expect(refusal("a\r\nπé\0") == "page:2:3: error: the page holds a NUL byte; it is not text")
        #expect(refusal("<p>\n\0</p>") == "page:2:1: error: the page holds a NUL byte; it is not text")
    }

    @Test(
        "Bytes that are not UTF-8",
        arguments: [
            ([0xFF], "0xFF"), ([0xC0, 0x80], "0xC0"), ([0xE0, 0x80, 0x80], "0xE0"), ([0xED, 0xA0, 0x80], "0xED"),
            ([0xF4, 0x90, 0x80, 0x80], "0xF4"), ([0xC3], "0xC3"), ([0xE2, 0x82], "0xE2"), ([0x80], "0x80"),
            ([0xF0, 0x9F, 0x98, 0x41], "0xF0"),
        ] as [([UInt8], String)])
    func notUTF8(bytes: [UInt8], name: String) {
        let expected = "page:2:2: error: the page is not UTF-8: unexpected byte \(name); save the page as UTF-8"
        #expect(refusal(Array("ü\r한".utf8) + bytes) == expected)
        #expect(refusal(Array("<p>\n한".utf8) + bytes) == expected)
    }

    @Test("All lengths of UTF-8 sequences")
    func wellFormed() throws {
        let text = "\u{80}\u{7FF}\u{800}\u{FFFF}\u{D7FF}\u{E000}\u{10000}\u{10FFFF}"
        #expect(outline(try page(text)) == ["1 paragraph \(text)"])
    }

    @Test("The largest page")
    func size() {
        let bytes = [UInt8](repeating: 0x20, count: PageReader.maximumSize + 1)
        #expect(
            refusal(bytes) == "page:1:1: error: the page has 67108865 bytes; the limit is 67108864 (64 MB)")
        #expect(
            refusal(Array(bytes.dropLast())) == "page:1:1: error: the page is empty; there is nothing to read")
    }

    @Test(
        "HTML is known by its first tag",
        arguments: [
            "<!doctype html><p>x", "\u{FEFF}\n <HTML>", "<p>x</p>", "<!-- x --><p>", "<?xml?><html>",
            "Warning: slow\n<!DOCTYPE HTML><p>x",
        ])
    func html(text: String) {
        #expect(PageReader.detectFormat(Array(text.utf8)) == .html)
    }

    @Test(
        "Text is what is not HTML", arguments: ["Tide\n1 - APIs", "< 3", "<", "", "The <html> element", "{\"a\": 1}"])
    func text(text: String) {
        #expect(PageReader.detectFormat(Array(text.utf8)) == .extractedText)
    }
}
