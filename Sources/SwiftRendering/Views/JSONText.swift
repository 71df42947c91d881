import APISpec

/// JSON values as text.
enum JSONText {
    /// On one line, members in their order.
    static func compact(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let text): text
        case .string(let text): quoted(text)
        case .array(let elements): "[" + elements.map(compact).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(quoted($0.name)): \(compact($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// Over several lines: objects and arrays that do not fit on a line of 80 characters are opened.
    static func lines(_ value: JSONValue) -> [String] {
        let line = compact(value)
        if line.count <= 80 { return [line] }
        switch value {
        case .array(let elements):
            return opened("[", elements.map(lines), "]")
        case .object(let members):
            return opened(
                "{",
                members.map { member in
                    let inner = lines(member.value)
                    return ["\(quoted(member.name)): \(inner[0])"] + inner.dropFirst()
                }, "}")
        default: return [line]
        }
    }

    private static func opened(_ open: String, _ items: [[String]], _ close: String) -> [String] {
        var result = [open]
        for (index, item) in items.enumerated() {
            result += item.dropLast().map { "  " + $0 }
            result.append("  \(item.last ?? "")\(index == items.count - 1 ? "" : ",")")
        }
        return result + [close]
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                // Whatever cannot stand in a line of source is escaped, so that the text fits into a raw literal.
                if scalar.isSafeInSource {
                    result.unicodeScalars.append(scalar)
                } else {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16)
                        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                }
            }
        }
        return result + "\""
    }
}
