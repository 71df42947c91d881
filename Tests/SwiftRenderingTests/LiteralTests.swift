import Testing

@testable import SwiftRendering

@Suite("Literals mean what they were made from")
struct LiteralTests {
    /// What the compiler would read from an ordinary literal.
    private func value(of literal: String) -> String? {
        var rest = Array(literal.unicodeScalars)[...]
        guard rest.count >= 2, rest.first == "\"", rest.last == "\"" else { return nil }
        rest = rest.dropFirst().dropLast()
        var result = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                if scalar == "\"" || scalar == "\n" || scalar == "\r" { return nil }
                result.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "\""?: result.append("\"")
            case "\\"?: result.append("\\")
            case "n"?: result.append("\n")
            case "r"?: result.append("\r")
            case "t"?: result.append("\t")
            case "u"?:
                guard let close = rest.firstIndex(of: "}"), rest.popFirst() == "{",
                    let number = UInt32(String(String.UnicodeScalarView(rest[..<close])), radix: 16),
                    let escaped = Unicode.Scalar(number), !(0xFDD0...0xFDEF).contains(number)
                else { return nil }
                result.append(escaped)
                rest = rest[(close + 1)...]
            default: return nil
            }
        }
        return String(result)
    }

    @Test("Noncharacters survive, those too of which the compiler takes no escape")
    func noncharacters() throws {
        for number in Array(0xFDCF...0xFDF0) + [0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32] {
            let text = "a\(try #require(Unicode.Scalar(number)))b"
            #expect(value(of: SwiftCode.string(text).source) == text, "\(String(number, radix: 16))")
        }
    }

    @Test("Random Unicode survives")
    func randomUnicode() {
        var seed: UInt64 = 42
        func next(_ bound: UInt32) -> UInt32 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: seed >> 33) % bound
        }
        let special: [Unicode.Scalar] = [
            "\"", "\\", "(", "#", "\n", "\r", "\u{0}", "\u{2028}", "\u{202E}", "\u{FEFF}", "`", "{",
        ]
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<next(20) {
                let scalar =
                    next(3) == 0 ? special[Int(next(UInt32(special.count)))] : Unicode.Scalar(next(0x11_0000)) ?? "x"
                text.unicodeScalars.append(scalar)
            }
            #expect(value(of: SwiftCode.string(text).source)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        }
    }

    @Test("Raw literals have enough signs around them")
    func raw() {
        #expect(SwiftCode.rawString(#"{"a": "b"}"#)?.source == ##"#"{"a": "b"}"#"##)
        #expect(SwiftCode.rawString("a\"#b")?.source == "##\"a\"#b\"##")
        #expect(SwiftCode.rawString("a\\#(b)")?.source == "##\"a\\#(b)\"##")
        #expect(SwiftCode.rawString("a\nb") == nil)
    }

    @Test("Only numbers become numbers")
    func numbers() {
        #expect(SwiftCode.number("1.5e3")?.source == "1.5e3")
        for text in ["", "1;x", "nan", "0x1", "--1", "e"] { #expect(SwiftCode.number(text) == nil) }
    }
}
