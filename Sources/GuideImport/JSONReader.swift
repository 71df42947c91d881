import APISpec

/// Reads a JSON value, or a literal of Python such as `['/aaa', True]`, with positions for what is wrong.
///
/// JSON is read as RFC 8259 has it. Members keep their order and numbers their spelling. Of members with one name the
/// first is kept and the others are reported.
struct JSONReader {
    /// What may be written.
    enum Dialect {
        /// JSON, nothing else.
        case json
        /// JSON, and Python's spelling of strings, truth values and nothing.
        case literal
    }

    /// Something at a place in the text.
    struct Remark: Error, Hashable {
        /// What it is.
        var text: String
        /// The line, from 0.
        var line: Int
        /// The column in characters, from 1.
        var column: Int
    }

    /// How many names that come twice are reported for one value.
    static let mostDuplicates = 20

    /// How deep lists and objects may be nested.
    static let greatestDepth = 64

    /// Reads `text` as one value; `duplicates` names members that came twice.
    static func read(
        _ text: String, as dialect: Dialect = .json
    ) throws(Remark) -> (value: JSONValue, duplicates: [Remark]) {
        var reader = JSONReader(bytes: Array(text.utf8), dialect: dialect)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.position == reader.bytes.count else { throw reader.remark("the value has ended before this") }
        return (value, reader.duplicates)
    }

    private let bytes: [UInt8]
    private let dialect: Dialect
    private var position = 0
    private var duplicates: [Remark] = []

    private init(bytes: [UInt8], dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(Remark) -> JSONValue {
        skipBlanks()
        guard let byte = peek() else { throw remark("a value is missing") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case _ where quote() != nil: return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: return try word()
        }
    }

    private mutating func array(depth: Int) throws(Remark) -> JSONValue {
        try enter(depth)
        var elements: [JSONValue] = []
        if try closes(with: UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth))
            if try endsList(with: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func object(depth: Int) throws(Remark) -> JSONValue {
        try enter(depth)
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        if try closes(with: UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            let start = position
            guard quote() != nil else {
                throw remark("a name in quotation marks is missing")
            }
            let name = try string()
            skipBlanks()
            guard peek() == UInt8(ascii: ":") else { throw remark("`:` is missing") }
            position += 1
            let value = try value(depth: depth)
            if names.insert(name).inserted {
                members.append(JSONValue.Member(name, value))
            } else if duplicates.count < Self.mostDuplicates {
                duplicates.append(remark(name, at: start))
            }
            if try endsList(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func enter(_ depth: Int) throws(Remark) {
        guard depth <= Self.greatestDepth else {
            throw remark("this is nested deeper than \(Self.greatestDepth) levels")
        }
        position += 1
    }

    private mutating func closes(with end: UInt8) throws(Remark) -> Bool {
        skipBlanks()
        guard peek() == end else { return false }
        position += 1
        return true
    }

    private mutating func endsList(with end: UInt8) throws(Remark) -> Bool {
        skipBlanks()
        if peek() == UInt8(ascii: ",") {
            position += 1
            return false
        }
        guard peek() == end else {
            throw remark("`,` or `\(Character(UnicodeScalar(end)))` is missing")
        }
        position += 1
        return true
    }

    private mutating func number() throws(Remark) -> String {
        let start = position
        func digits(_ reader: inout JSONReader) -> Bool {
            let first = reader.position
            while let byte = reader.peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                reader.position += 1
            }
            return reader.position > first
        }
        if peek() == UInt8(ascii: "-") { position += 1 }
        let isZero = peek() == UInt8(ascii: "0")
        let whole = position
        guard digits(&self), !isZero || position == whole + 1 else {
            throw remark("this is no number", at: start)
        }
        if peek() == UInt8(ascii: ".") {
            position += 1
            guard digits(&self) else { throw remark("this is no number", at: start) }
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            position += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            guard digits(&self) else { throw remark("this is no number", at: start) }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func word() throws(Remark) -> JSONValue {
        let start = position
        while let byte = peek(), (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) { position += 1 }
        switch (String(decoding: bytes[start..<position], as: UTF8.self), dialect) {
        case ("true", _), ("True", .literal): return .bool(true)
        case ("false", _), ("False", .literal): return .bool(false)
        case ("null", _), ("None", .literal): return .null
        default: throw remark("this is no value", at: start)
        }
    }

    // MARK: Strings

    private mutating func string() throws(Remark) -> String {
        let start = position
        guard let open = quote() else { throw remark("a string is missing") }
        position += open.length
        var result: [UInt8] = []
        while let byte = peek() {
            if let close = quote(), close.kind == open.kind {
                position += close.length
                return String(decoding: result, as: UTF8.self)
            }
            position += 1
            switch byte {
            case UInt8(ascii: "\\"):
                result.append(contentsOf: try escape().utf8)
            case 0..<0x20:
                position -= 1
                throw remark("a control character stands inside a string")
            default:
                result.append(byte)
            }
        }
        throw remark("the string that starts here does not end", at: start)
    }

    /// What a string may stand between; both kinds of typographic quotes come from converters that mend punctuation.
    private enum Quote {
        case double, single, typographicDouble, typographicSingle
    }

    /// The quotation mark that stands here, and its length in bytes.
    private func quote() -> (kind: Quote, length: Int)? {
        switch peek() {
        case UInt8(ascii: "\""): return (.double, 1)
        case UInt8(ascii: "'") where dialect == .literal: return (.single, 1)
        case 0xE2 where dialect == .literal && position + 2 < bytes.count && bytes[position + 1] == 0x80:
            switch bytes[position + 2] {
            case 0x9C...0x9F: return (.typographicDouble, 3)
            case 0x98...0x9B: return (.typographicSingle, 3)
            default: return nil
            }
        default: return nil
        }
    }

    private mutating func escape() throws(Remark) -> String {
        let start = position - 1
        guard let byte = peek() else { throw remark("the string ends in the middle of an escape", at: start) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
        case UInt8(ascii: "'") where dialect == .literal: return "'"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return String(try scalar(from: start))
        default: throw remark("this escape is unknown", at: start)
        }
    }

    private mutating func scalar(from start: Int) throws(Remark) -> UnicodeScalar {
        let unit = try codeUnit(from: start)
        if (0xD800..<0xDC00).contains(unit), peek() == UInt8(ascii: "\\") {
            position += 1
            guard peek() == UInt8(ascii: "u") else { throw remark("this escape is half a character", at: start) }
            position += 1
            let low = try codeUnit(from: start)
            let value = 0x10000 + (unit - 0xD800) << 10 + (low &- 0xDC00)
            if (0xDC00..<0xE000).contains(low), let scalar = UnicodeScalar(value) { return scalar }
        } else if let scalar = UnicodeScalar(unit) {
            return scalar
        }
        throw remark("this escape is half a character", at: start)
    }

    private mutating func codeUnit(from start: Int) throws(Remark) -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        let isHexadecimal = digits.allSatisfy { UnicodeScalar($0).properties.isASCIIHexDigit }
        guard digits.count == 4, isHexadecimal, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw remark("this escape is unknown", at: start) }
        position += 4
        return unit
    }

    // MARK: Places

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func remark(_ text: String, at place: Int? = nil) -> Remark {
        let before = bytes[..<(place ?? position)]
        let line = before.count { $0 == 0x0A }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Remark(text: text, line: line, column: String(decoding: before[start...], as: UTF8.self).count + 1)
    }
}
