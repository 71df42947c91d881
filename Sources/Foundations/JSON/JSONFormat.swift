/// How JSON is laid out; the same value always gives the same text.
package enum JSONFormat: Sendable {
    /// `{"a":[1,2]}`, as it is sent; only what has to be is escaped.
    case compact
    /// `{"a": [1, 2]}`, on one line.
    case line
    /// An item a line, two blanks for each level.
    case lines

    /// The value as text, without a line end behind it.
    ///
    /// In the forms that people read, what is not seen, or changes how other things are seen, is escaped. Calls itself
    /// once for each level of nesting.
    package func text(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }

    /// The value as UTF-8.
    package func bytes(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, level: 0, to: &bytes)
        return bytes
    }

    /// A string with its quotation marks.
    package func text(_ string: String) -> String {
        var bytes: [UInt8] = []
        append(string, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value over several lines: arrays and objects that do not fit on a line of `width` characters are opened. Where
    /// it is `packed`, what fits on a line shares it with its neighbours.
    package static func fitted(_ value: JSONValue, width: Int = 80, packed: Bool = false) -> [String] {
        let line = line.text(value)
        if line.count <= width { return [line] }
        switch value {
        case .array(let elements):
            let items = elements.map { fitted($0, width: width, packed: packed) }
            return opened("[", packed ? sharing(items, width: width) : items, "]")
        case .object(let members):
            let items = members.map { member in
                let inner = fitted(member.value, width: width, packed: packed)
                return ["\(Self.line.text(member.name)): \(inner[0])"] + inner.dropFirst()
            }
            return opened("{", packed ? sharing(items, width: width) : items, "}")
        default: return [line]
        }
    }

    /// The items, of which neighbours of one line are one while they fit.
    private static func sharing(_ items: [[String]], width: Int) -> [[String]] {
        var result: [[String]] = []
        var isOpen = false
        for item in items {
            if item.count == 1, isOpen, let last = result.last?.first, last.count + 2 + item[0].count <= width {
                result[result.count - 1] = ["\(last), \(item[0])"]
            } else {
                result.append(item)
                isOpen = item.count == 1
            }
        }
        return result
    }

    private static func opened(_ open: String, _ items: [[String]], _ close: String) -> [String] {
        var result = [open]
        for (index, item) in items.enumerated() {
            result += item.dropLast().map { "  " + $0 }
            result.append("  \(item.last ?? "")\(index == items.count - 1 ? "" : ",")")
        }
        return result + [close]
    }

    private func append(_ value: JSONValue, level: Int, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let text): bytes += text.utf8
        case .string(let text): append(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                beginItem(index, level: level, &bytes)
                append(element, level: level + 1, to: &bytes)
            }
            if !elements.isEmpty { newLine(level, &bytes) }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                beginItem(index, level: level, &bytes)
                append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if self != .compact { bytes.append(0x20) }
                append(member.value, level: level + 1, to: &bytes)
            }
            if !members.isEmpty { newLine(level, &bytes) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        if self == .compact {
            JSONString.append(text, to: &bytes)
        } else {
            JSONString.appendPrintable(text, to: &bytes)
        }
    }

    private func beginItem(_ index: Int, level: Int, _ bytes: inout [UInt8]) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if index > 0, self == .line { bytes.append(0x20) }
        newLine(level + 1, &bytes)
    }

    private func newLine(_ level: Int, _ bytes: inout [UInt8]) {
        guard self == .lines else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
    }
}
