/// What decides how a text is quoted, found in one pass over its UTF-8.
///
/// The rules are those under which every reader agrees, so they are stricter than YAML 1.2 alone: a word such as `yes`
/// is a boolean for YAML 1.1, `09:00:00` a number in base 60, and older readers end a plain text in a flow collection
/// at any `:` or `?`.
struct ScalarTraits {
    /// Whether it holds something that only double quotes can express on one line.
    private(set) var needsEscapes = false
    /// Whether it would be read as something else without quotes.
    private(set) var needsQuotes = false
    /// Whether it needs quotes at least inside `[]` and `{}`.
    private(set) var needsQuotesInFlow = false

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard let first = utf8.first, let last = utf8.last else {
            needsQuotes = true
            return
        }
        let space = UInt8(ascii: " ")
        needsQuotes =
            Self.isIndicator(first, next: utf8.count > 1 ? utf8[1] : space) || first == space || last == space
            || last == UInt8(ascii: ":") || PlainMeaning.isAmbiguous(utf8)
        for index in utf8.indices {
            let byte = utf8[index]
            switch byte {
            case 0..<0x20, 0x7F: needsEscapes = true
            case UInt8(ascii: ":"):
                needsQuotesInFlow = true
                if index + 1 < utf8.count, utf8[index + 1] == space { needsQuotes = true }
            case UInt8(ascii: "#"): if index > 0, utf8[index - 1] == space { needsQuotes = true }
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "?"):
                needsQuotesInFlow = true
            case 0xC2, 0xD8, 0xE2, 0xEF: if Self.isEscaped(utf8, at: index) { needsEscapes = true }
            default: break
            }
        }
    }

    /// Whether a plain scalar cannot begin like this (YAML 1.2.2, sections 5.3 and 7.3.3).
    private static func isIndicator(_ first: UInt8, next: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "-"): !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
        case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
            UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
            UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// Whether the character whose first byte is at `index` is one that `ScalarWriter` escapes.
    static func isEscaped(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let second = utf8[index + 1]
        switch utf8[index] {
        case 0xC2: return second < 0xA0
        case 0xD8: return second == 0x9C
        case 0xE2, 0xEF:
            let value = 0xF000 & UInt32(utf8[index]) << 12 | UInt32(second & 0x3F) << 6 | UInt32(utf8[index + 2] & 0x3F)
            return Unicode.Scalar(value).map(ScalarWriter.isEscaped) ?? false
        default: return false
        }
    }
}
