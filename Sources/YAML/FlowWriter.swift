/// Writes values on one line, as far as they fit.
struct FlowWriter {
    /// How many columns are left; `nil` if it must be one line however long.
    private var columns: Int?

    init(columns: Int?) {
        self.columns = columns
    }

    /// Appends the value; `false` as soon as it does not fit, with part of it written.
    mutating func write(_ value: YAMLValue, into bytes: inout [UInt8]) -> Bool {
        switch value {
        case .sequence(let items, let style):
            guard allows(style, isEmpty: items.isEmpty) else { return false }
            bytes.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                if position > 0, !append(", ", into: &bytes) { return false }
                if !write(item, into: &bytes) { return false }
            }
            bytes.append(UInt8(ascii: "]"))
            return take(2)
        case .mapping(let members, let style):
            guard allows(style, isEmpty: members.isEmpty) else { return false }
            bytes.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                if position > 0, !append(", ", into: &bytes) { return false }
                if !write(member, into: &bytes) { return false }
            }
            bytes.append(UInt8(ascii: "}"))
            return take(2)
        case .string(let text):
            return write(text, into: &bytes)
        default:
            let start = bytes.count
            ScalarWriter.writeSimple(value, into: &bytes)
            return take(bytes.count - start)
        }
    }

    private mutating func write(_ member: YAMLMember, into bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        guard write(member.key, into: &bytes) else { return false }
        if bytes.count - start > BlockWriter.longestImplicitKey {
            bytes.insert(contentsOf: "? ".utf8, at: start)
            // Without the space the colon would belong to a plain key.
            return append(" : ", into: &bytes) && write(member.value, into: &bytes)
        }
        return append(": ", into: &bytes) && write(member.value, into: &bytes)
    }

    private mutating func write(_ text: String, into bytes: inout [UInt8]) -> Bool {
        if let columns {
            // Four bytes are one character at least; what cannot fit need not be looked through.
            if text.utf8.count / 4 > columns { return false }
            if LiteralHeader(text, isRoot: false) != nil { return false }
        }
        let start = bytes.count
        ScalarWriter.write(text, into: &bytes, isInFlow: true)
        return take(bytes[start...].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) })
    }

    /// Whether a collection of that style may stand on this line.
    private func allows(_ style: YAMLStyle, isEmpty: Bool) -> Bool {
        columns == nil || style != .block || isEmpty
    }

    private mutating func append(_ text: StaticString, into bytes: inout [UInt8]) -> Bool {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        return take(text.utf8CodeUnitCount)
    }

    private mutating func take(_ count: Int) -> Bool {
        guard let left = columns else { return true }
        columns = left - count
        return left >= count
    }
}
