import YAML

/// Pseudo-random values, the same for the same seed (the SplitMix64 sequence).
struct RandomValues: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(next() % UInt64(elements.count))]
    }

    mutating func value(depth: Int, styles: [YAMLStyle] = [.block, .flow, .automatic]) -> YAMLValue {
        switch next() % (depth > 0 ? 12 : 6) {
        case 0: return .null
        case 1: return .bool(next() % 2 == 0)
        case 2: return .number(pick(["0", "-17", "3.25", "1e9", "0x1F", ".inf", "123456789012345678901234567890"]))
        case 3...5: return .string(text())
        case 6...8:
            let count = next() % 6
            return .sequence((0..<count).map { _ in value(depth: depth - 1, styles: styles) }, pick(styles))
        default:
            var members: [YAMLMember] = []
            for _ in 0..<next() % 6 {
                let key = text()
                if members.contains(where: { $0.key == key }) { continue }
                members.append(YAMLMember(key, value(depth: depth - 1, styles: styles)))
            }
            return .mapping(members, pick(styles))
        }
    }

    /// Texts that look like YAML more often than chance would have it.
    mutating func text() -> String {
        if next() % 4 == 0 { return pick(Self.words) }
        var text = ""
        for _ in 0..<next() % 12 {
            switch next() % 8 {
            case 0...2: text.unicodeScalars.append(pick(Self.marks))
            case 3...5: text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(next() % 26)))
            case 6: text += pick(Self.words)
            default:
                if let scalar = Unicode.Scalar(UInt32(next() % 0x110000)) { text.unicodeScalars.append(scalar) }
            }
        }
        return text
    }

    private static let marks = Array(
        " \n\t:#-?,[]{}&*!|>'\"%@`\\.~=<+/_019eExonNyT\r\u{85}\u{2028}\u{FEFF}é한🙂".unicodeScalars)

    private static let words = [
        "1.2", "on", "yes", "~", "2026-03-31", "09:00:00", "0x1F", "1e3", "", " lead", "trail ", "a: b", "# x", "- a",
        "<<", "=", "|", "%TAG", "@x", "`", "🙂", "\u{85}", "\u{2028}", "---", "...", "--- a", "null", "True", "a #b",
        ": ", "? ", "a\nb", "a\n\nb\n", "\n a\n", "WEEK_2", "사용자", "https://example.com/{id}?a=b#c", "{}", "[]", "key:",
        "e\u{301}", "👨‍👩‍👧", "a\u{200B}b", "\u{202E}", "multi\n  indented\n\ttab\n\n",
    ]
}
