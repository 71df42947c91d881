import Documentation
import Testing

@Suite("Pages in other encodings")
struct CharsetTests {
    private func read(_ label: String, _ text: [UInt8], contentType: String? = nil, isDeclared: Bool = true) throws
        -> String
    {
        let head = isDeclared ? "<meta charset=\(label)>" : ""
        let bytes = Array("<html><head>\(head)</head><body><p>".utf8) + text + Array("</p></body></html>".utf8)
        let page = try PageReader.read(bytes, file: "page", contentType: contentType)
        #expect(page.foreignCharset == nil)
        guard case .paragraph(let text)? = page.blocks.first?.content else { return "" }
        return text
    }

    @Test(
        "By what the page declares",
        arguments: [
            ("euc-kr", [0xBB, 0xF3, 0xC5, 0xC2] as [UInt8], "상태"), ("ks_c_5601-1987", [0x8C, 0x63], "똠"),
            ("windows-949", [0xB9, 0xF6, 0xC0, 0xFC], "버전"), ("Shift_JIS", [0x8F, 0xF3, 0x91, 0xD4], "状態"),
            ("x-sjis", [0x87, 0x40], "①"), ("euc-jp", [0xBE, 0xF5, 0xC2, 0xD6], "状態"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x3E, 0x75, 0x42, 0x56, 0x1B, 0x28, 0x42], "状態"),
            ("gb2312", [0xD7, 0xB4, 0xCC, 0xAC, 0xC2, 0xEB], "状态码"), ("big5", [0xAA, 0xAC, 0xBA, 0x41], "狀態"),
            ("windows-1252", [0x93, 0x61, 0x94, 0x80], "“a”€"), ("iso-8859-1", [0x93, 0x61, 0xE9], "“aé"),
            ("latin1", [0x96], "–"), ("iso-8859-15", [0xA4], "€"), ("windows-1251", [0xC0], "А"),
            ("koi8-r", [0xE1], "А"),
        ])
    func declared(label: String, bytes: [UInt8], text: String) throws {
        #expect(try read(label, bytes) == text)
    }

    @Test("The header field counts before the page")
    func contentType() throws {
        #expect(try read("utf-8", [0xBB, 0xF3], contentType: "text/html; charset=\"EUC-KR\"") == "상")
        #expect(try read("", [0xBB, 0xF3], contentType: "text/html;Charset=euc-kr", isDeclared: false) == "상")
    }

    @Test("A byte order mark counts before all", arguments: [true, false])
    func marks(isBigEndian: Bool) throws {
        let text = "<html><body><p>상태</p></body></html>"
        let units = [0xFEFF] + Array(text.utf16)
        let bytes = units.flatMap {
            isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        let page = try PageReader.read(bytes, file: "page", contentType: "text/html; charset=euc-kr")
        #expect(page.blocks.map(\.content) == [.paragraph("상태")])
    }

    @Test("Text that is UTF-8 is read as that, whatever is declared")
    func utf8() throws {
        let page = try page("<html><head><meta charset=euc-kr></head><body><p>상태</p></body></html>")
        #expect(page.blocks.map(\.content) == [.paragraph("상태")])
        #expect(page.foreignCharset?.name == "euc-kr")
    }

    @Test("Bytes that are not in the declared encoding")
    func wrong() {
        let bytes = Array("<html><head><meta charset=euc-kr></head><body>\n<p>a".utf8) + [0xFF, 0x20]
        #expect(
            refusal(bytes)
                == "page:2:5: error: the page is not EUC-KR as it declares: unexpected byte 0xFF; save the page as UTF-8"
        )
        #expect(refusal(Array("<meta charset=no-such><p>".utf8) + [0xFF])?.contains("not UTF-8") == true)
    }
}
