import APISpec

/// Reads one JSON value from the bytes of a request (RFC 8259).
///
/// The bytes come from anyone: they must be UTF-8, nesting is bounded, and a name may stand only once in an object,
/// since a service that reads the first and one that reads the last would see two different requests (RFC 8259 §4).
struct JSONText {
    /// How deep lists and objects may be nested.
    static let greatestDepth = 64

    /// Why the bytes are no JSON.
    struct Problem: Error, Hashable {
        /// What is wrong.
        let text: String
        /// The place, as a count of bytes from the start.
        let offset: Int
    }

    /// Reads `bytes` as one value.
    static func read(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        var text = JSONText(bytes: bytes)
        let value = try text.value(depth: 0)
        text.skipBlanks()
        guard text.position == bytes.count else { throw text.problem("the value has ended before this") }
        return value
    }

    private let bytes: [UInt8]
    private var position = 0

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        skipBlanks()
        switch peek() {
        case nil: throw problem("a value is missing")
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func array(depth: Int) throws(Problem) -> JSONValue {
        try enter(depth)
        var elements: [JSONValue] = []
        if closes(with: UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth))
            if try ends(with: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONValue {
        try enter(depth)
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        if closes(with: UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            let start = position
            guard peek() == UInt8(ascii: "\"") else { throw problem("a name in quotation marks is missing") }
            let name = try string()
            skipBlanks()
            guard peek() == UInt8(ascii: ":") else { throw problem("`:` is missing") }
            position += 1
            guard names.insert(name).inserted else { throw problem("a name stands twice in one object", at: start) }
            members.append(JSONValue.Member(name, try value(depth: depth)))
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func enter(_ depth: Int) throws(Problem) {
        guard depth <= Self.greatestDepth else {
            throw problem("lists and objects are nested deeper than \(Self.greatestDepth) levels")
        }
        position += 1
    }

    private mutating func closes(with end: UInt8) -> Bool {
        skipBlanks()
        guard peek() == end else { return false }
        position += 1
        return true
    }

    private mutating func ends(with end: UInt8) throws(Problem) -> Bool {
        if closes(with: end) { return true }
        guard peek() == UInt8(ascii: ",") else {
            throw problem("`,` or `\(Character(UnicodeScalar(end)))` is missing")
        }
        position += 1
        return false
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Problem) -> JSONValue {
        let end = position + word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { end <= bytes.count && bytes[position..<end].elementsEqual($0) }
        guard matches else { throw problem("this is no value") }
        position = end
        return value
    }

    private mutating func number() throws(Problem) -> String {
        let start = position
        while let byte = peek(), isPartOfNumber(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard JSONValue.isNumber(text) else { throw problem("this is no value", at: start) }
        return text
    }

    private func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    // MARK: Strings

    private mutating func string() throws(Problem) -> String {
        let start = position
        position += 1
        // Most strings have no escapes and are taken as they are.
        while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        if peek() == UInt8(ascii: "\"") {
            position += 1
            return try text(bytes[(start + 1)..<(position - 1)], start)
        }
        var result = Array(bytes[(start + 1)..<position])
        while let byte = peek() {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(result[...], start)
            case UInt8(ascii: "\\"): result.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw problem("a control character stands inside a string", at: position - 1)
            default: result.append(byte)
            }
        }
        throw problem("the string that starts here does not end", at: start)
    }

    private func text(_ bytes: ArraySlice<UInt8>, _ start: Int) throws(Problem) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw problem("the string that starts here is not UTF-8", at: start)
        }
        return text
    }

    private mutating func escape() throws(Problem) -> Unicode.Scalar {
        let start = position - 1
        guard let byte = peek() else { throw problem("an escape does not end", at: start) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar(from: start)
        default: throw problem("this escape is unknown", at: start)
        }
    }

    /// A scalar beyond U+FFFF is written as two code units.
    private mutating func escapedScalar(from start: Int) throws(Problem) -> Unicode.Scalar {
        let unit = try codeUnit(from: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard (0xD800..<0xDC00).contains(unit), peek() == UInt8(ascii: "\\") else {
            throw problem("this escape is half a character", at: start)
        }
        position += 1
        guard peek() == UInt8(ascii: "u") else { throw problem("this escape is half a character", at: start) }
        position += 1
        let low = try codeUnit(from: start)
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw problem("this escape is half a character", at: start) }
        return scalar
    }

    private mutating func codeUnit(from start: Int) throws(Problem) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Hexadecimal.value(of: byte) else {
                throw problem("this escape is unknown", at: start)
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    // MARK: Places

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func problem(_ text: String, at place: Int? = nil) -> Problem {
        Problem(text: text, offset: place ?? position)
    }
}
