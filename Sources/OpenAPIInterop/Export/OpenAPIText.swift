public import APISpec

/// The text of OpenAPI documents.
///
/// The same value always gives the same text.
public enum OpenAPIText {
    /// JSON (RFC 8259), indented by two spaces, with a line end at the end.
    ///
    /// Characters that are not seen, or that change how others are seen, are escaped.
    public static func json(_ value: JSONValue) -> String {
        var writer = JSONTextWriter()
        writer.write(value, depth: 0)
        return writer.text + "\n"
    }
}

/// Writes JSON text.
struct JSONTextWriter {
    private(set) var text = ""

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): write(string)
        case .array(let values):
            writeList(values, between: "[", and: "]", depth: depth) { writer, value in
                writer.write(value, depth: depth + 1)
            }
        case .object(let members):
            writeList(members, between: "{", and: "}", depth: depth) { writer, member in
                writer.write(member.name)
                writer.text += ": "
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func writeList<Element>(
        _ elements: [Element], between open: String, and close: String, depth: Int,
        write: (inout Self, Element) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            indent(depth + 1)
            write(&self, element)
        }
        if !elements.isEmpty {
            text += "\n"
            indent(depth)
        }
        text += close
    }

    private mutating func indent(_ depth: Int) { text += String(repeating: "  ", count: depth) }

    private mutating func write(_ string: String) {
        text += "\""
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
            text += string
        } else {
            for scalar in string.unicodeScalars { write(scalar) }
        }
        text += "\""
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                for unit in String(scalar).utf16 { escape(unit) }
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = String(unit, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
