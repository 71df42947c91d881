import APISpec

/// JSON for people: two spaces for each level, an item a line.
enum JSONLines {
    /// The value, with a line end after it.
    static func text(_ value: JSONValue) -> String {
        var text = ""
        write(value, indent: 0, to: &text)
        return text + "\n"
    }

    private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): quote(string, to: &text)
        case .array(let items):
            write(items, "[", "]", indent: indent, to: &text) { item, text in
                write(item, indent: indent + 1, to: &text)
            }
        case .object(let members):
            write(members, "{", "}", indent: indent, to: &text) { member, text in
                quote(member.name, to: &text)
                text += ": "
                write(member.value, indent: indent + 1, to: &text)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], _ open: String, _ close: String, indent: Int, to text: inout String,
        item: (Item, inout String) -> Void
    ) {
        text += open
        for (index, element) in items.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
            item(element, &text)
        }
        if !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }

    /// Quotes by RFC 8259, section 7; line ends of Unicode are escaped too, so that lines stay lines.
    private static func quote(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
