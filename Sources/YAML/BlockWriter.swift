/// Writes block collections, and asks `FlowWriter` for all that goes on one line.
struct BlockWriter {
    private(set) var bytes: [UInt8] = []
    private let width: Int
    private var lineStart = 0

    private static let step = 2
    /// An implicit key must end within 1,024 characters (YAML 1.2.2, section 7.4.2); longer ones need a `?`.
    static let longestImplicitKey = 1_000

    /// What stands on the line in front of a value.
    private enum Place {
        case start
        case colon
        case dash
    }

    init(width: Int) {
        self.width = width
    }

    mutating func comment(_ line: String) {
        if !line.hasPrefix("#") { bytes += line.isEmpty ? "#".utf8 : "# ".utf8 }
        bytes += line.utf8
        newLine(indent: 0)
    }

    mutating func document(_ value: YAMLValue) {
        write(value, indent: 0, place: .start)
        newLine(indent: 0)
    }

    /// Writes a value whose block lines stand at `indent`.
    private mutating func write(_ value: YAMLValue, indent: Int, place: Place) {
        switch value {
        case .sequence(let items, let style) where !items.isEmpty:
            if writeFlow(value, style: style, place: place) { return }
            begin(indent: indent, place: place)
            for (position, item) in items.enumerated() {
                if position > 0 { newLine(indent: indent) }
                bytes.append(UInt8(ascii: "-"))
                write(item, indent: indent + Self.step, place: .dash)
            }
        case .mapping(let members, let style) where !members.isEmpty:
            if writeFlow(value, style: style, place: place) { return }
            begin(indent: indent, place: place)
            for (position, member) in members.enumerated() {
                if position > 0 { newLine(indent: indent) }
                write(member, indent: indent)
            }
        case .string(let text):
            if place != .start { bytes.append(UInt8(ascii: " ")) }
            if let header = LiteralHeader(text, isRoot: place == .start) {
                literal(text, header: header, indent: max(indent, Self.step))
            } else {
                ScalarWriter.write(text, into: &bytes, isInFlow: false)
            }
        default:
            if place != .start { bytes.append(UInt8(ascii: " ")) }
            ScalarWriter.writeSimple(value, into: &bytes)
        }
    }

    private mutating func write(_ member: YAMLMember, indent: Int) {
        let start = bytes.count
        ScalarWriter.write(member.key, into: &bytes, isInFlow: false)
        if bytes.count - start > Self.longestImplicitKey {
            bytes.insert(contentsOf: "? ".utf8, at: start)
            newLine(indent: indent)
        }
        bytes.append(UInt8(ascii: ":"))
        write(member.value, indent: indent + Self.step, place: .colon)
    }

    /// Writes a collection on the current line, if its style wants that; otherwise nothing.
    private mutating func writeFlow(_ value: YAMLValue, style: YAMLStyle, place: Place) -> Bool {
        if style == .block { return false }
        let end = bytes.count
        if place != .start { bytes.append(UInt8(ascii: " ")) }
        let column = bytes[lineStart...].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        var flow = FlowWriter(columns: style == .flow ? nil : width - column)
        if flow.write(value, into: &bytes) { return true }
        bytes.removeLast(bytes.count - end)
        return false
    }

    /// Goes to where the first line of a block collection begins; behind a dash that is the same line.
    private mutating func begin(indent: Int, place: Place) {
        switch place {
        case .start: break
        case .colon: newLine(indent: indent)
        case .dash: bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func literal(_ text: String, header: LiteralHeader, indent: Int) {
        bytes += header.text.utf8
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        // A line feed ends a line; it does not begin another.
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            newLine(indent: line.isEmpty ? 0 : indent)
            bytes += line
        }
    }

    private mutating func newLine(indent: Int) {
        bytes.append(0x0A)
        lineStart = bytes.count
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }
}
