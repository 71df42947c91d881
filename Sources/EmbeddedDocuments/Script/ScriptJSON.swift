/// Writes a value of a script as JSON, if all of it is known.
///
/// Each part stands in the line, and where there is room in the column, in which the script has it, so that what is said
/// of the document leads to the page.
struct ScriptJSON {
    /// A part of a value that is not known.
    struct Unread: Error {
        var place: ScriptPlace
    }

    private var bytes: [UInt8] = []
    private var line = 1
    private var column = 1
    private let lines: ((ScriptPlace) -> (line: Int, column: Int)?)?

    /// The JSON of `value`; `lines` tells line and column of a place. Throws `Unread`.
    static func text(
        of value: ScriptValue, lines: ((ScriptPlace) -> (line: Int, column: Int)?)? = nil
    ) throws(Unread) -> [UInt8] {
        var writer = ScriptJSON(lines: lines)
        try writer.write(value, key: nil, depth: 0)
        return writer.bytes
    }

    private init(lines: ((ScriptPlace) -> (line: Int, column: Int)?)?) { self.lines = lines }

    private mutating func write(_ value: ScriptValue, key: String?, depth: Int) throws(Unread) {
        // What refers to itself has no end.
        guard depth <= ScriptReader.depthLimit else { throw Unread(place: value.place) }
        let key = key.map { Self.quoted($0) + [UInt8(ascii: ":")] }
        move(to: value.place, before: key?.count ?? 0)
        if let key { append(key) }
        switch value.kind {
        case .null: append(Array("null".utf8))
        case .flag(let flag): append(Array((flag ? "true" : "false").utf8))
        case .number(let number): append(Array(number.utf8))
        case .text(let text): append(Self.quoted(text))
        case .list(let list):
            if let place = list.unknownPart { throw Unread(place: place) }
            append([UInt8(ascii: "[")])
            for (index, item) in list.items.enumerated() {
                if index > 0 { append([UInt8(ascii: ",")]) }
                try write(item, key: nil, depth: depth + 1)
            }
            append([UInt8(ascii: "]")])
        case .object(let object):
            if let place = object.unknownPart { throw Unread(place: place) }
            append([UInt8(ascii: "{")])
            var isFirst = true
            for (key, member) in object.members {
                // JSON has no such members either.
                if case .undefined = member.kind { continue }
                if !isFirst { append([UInt8(ascii: ",")]) }
                isFirst = false
                try write(member, key: key, depth: depth + 1)
            }
            append([UInt8(ascii: "}")])
        default: throw Unread(place: value.place)
        }
    }

    private mutating func move(to place: ScriptPlace, before count: Int) {
        guard let target = lines?(place) else { return }
        if target.line > line {
            bytes += Array(repeating: 0x0A, count: target.line - line)
            line = target.line
            column = 1
        }
        guard target.line == line, target.column - count > column else { return }
        bytes += Array(repeating: 0x20, count: target.column - count - column)
        column = target.column - count
    }

    private mutating func append(_ text: [UInt8]) {
        bytes += text
        column += text.count { $0 & 0xC0 != 0x80 }
    }

    /// A text in quotes, on one line for every reader: YAML knows more line ends than JSON.
    private static func quoted(_ text: String) -> [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        result.reserveCapacity(text.utf8.count + 2)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
            case "\\": result += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                let digits = String(scalar.value, radix: 16)
                result += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            default: result += Array(String(Character(scalar)).utf8)
            }
        }
        result.append(UInt8(ascii: "\""))
        return result
    }
}
