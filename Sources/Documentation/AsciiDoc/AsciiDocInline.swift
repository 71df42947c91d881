/// Text of AsciiDoc without its marks.
struct AsciiDocText {
    /// The text; a forced line break is `\n`.
    var text = ""
    /// Where the first link leads, as written.
    var link: String?
    /// What stood in marks, outer marks first.
    var marks: [TextMark] = []
    /// The anchors that the text sets.
    var anchors: [String] = []
}

/// Reads the marks within a text of AsciiDoc: bold, italic, code, links, references of characters.
///
/// What `'`, `--` or `...` become in print is the processor's business: the text stays as it is written.
struct AsciiDocInline {
    private let source: [UInt8]
    private var index = 0
    private var bytes: [UInt8] = []
    private var result = AsciiDocText()
    private var open: [(mark: UInt8, length: Int, start: Int)] = []
    private var hasSpace = false
    /// The address that was looked at last.
    private var address = (end: 0, close: Int?.none)

    /// The text without its marks.
    static func read(_ text: String) -> AsciiDocText {
        if !text.utf8.contains(where: isMark) {
            var plain = AsciiDocText()
            plain.text = text
            return plain
        }
        var reader = AsciiDocInline(source: Array(text.utf8))
        while reader.index < reader.source.count { reader.step() }
        return reader.finish()
    }

    private init(source: [UInt8]) { self.source = source }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
            UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "{"), 0x09:
            true
        default: byte >= 0x80 || byte == 0x20
        }
    }

    private mutating func finish() -> AsciiDocText {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start].isWhiteSpace { start += 1 }
        while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
        result.text = String(decoding: bytes[start..<end], as: UTF8.self)
        result.marks = result.marks.compactMap { mark in
            let first = min(max(mark.range.lowerBound - start, 0), end - start)
            let last = min(max(mark.range.upperBound - start, first), end - start)
            return first == last ? nil : TextMark(mark.kind, range: first..<last)
        }.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        return result
    }

    private func peek(_ offset: Int) -> UInt8 {
        let place = index + offset
        return place >= 0 && place < source.count ? source[place] : 0
    }

    private func starts(with text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= source.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { source[index + $0] == text.utf8Start[$0] }
    }

    private mutating func append(_ byte: UInt8) {
        if hasSpace, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
        hasSpace = false
        bytes.append(byte)
    }

    /// Where what comes next will stand.
    private mutating func mark() -> Int {
        if hasSpace, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
        hasSpace = false
        return bytes.count
    }

    private mutating func step() {
        let byte = source[index]
        switch byte {
        case 0x0A:
            hasSpace = false
            bytes.append(0x0A)
            index += 1
        case 0x20, 0x09:
            hasSpace = true
            index += 1
        case UInt8(ascii: "\\"): readEscape()
        case UInt8(ascii: "`"): readCode()
        case UInt8(ascii: "*"), UInt8(ascii: "_"): readMark(byte)
        case UInt8(ascii: "<"): readReference()
        case UInt8(ascii: "&"): readCharacter()
        case UInt8(ascii: "["): readAnchor()
        case UInt8(ascii: "l"), UInt8(ascii: "h"), UInt8(ascii: "x"), UInt8(ascii: "m"): readMacro()
        case 0xC2, 0xE2, 0xEF: readUnseen()
        default: literal()
        }
    }

    private mutating func literal() {
        append(source[index])
        index += 1
    }

    /// Passes characters that nobody sees, as readers of other forms do.
    private mutating func readUnseen() {
        if starts(with: "\u{AD}") {
            index += 2
        } else if starts(with: "\u{200B}") || starts(with: "\u{2060}") || starts(with: "\u{FEFF}") {
            index += 3
        } else if starts(with: "\u{A0}") || starts(with: "\u{202F}") {
            hasSpace = true
            index += source[index] == 0xC2 ? 2 : 3
        } else {
            literal()
        }
    }

    /// A backslash takes the meaning of a mark away.
    private mutating func readEscape() {
        switch peek(1) {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["),
            UInt8(ascii: "{"), UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "&"),
            UInt8(ascii: "+"):
            index += 1
            let first = source[index]
            literal()
            while index < source.count, source[index] == first, first != UInt8(ascii: "&") { literal() }
        default: literal()
        }
    }

    // MARK: Marks

    private mutating func readCode() {
        let length = peek(1) == UInt8(ascii: "`") ? 2 : 1
        var end = index + length
        while end < source.count {
            if source[end] == UInt8(ascii: "`"),
                length == 1 || (end + 1 < source.count && source[end + 1] == source[end])
            {
                break
            }
            end += 1
        }
        guard end < source.count, end > index + length else {
            literal()
            return
        }
        var inner = index + length..<end
        // What stands between plus signs is never marked up.
        if inner.count > 2, source[inner.lowerBound] == UInt8(ascii: "+"),
            source[inner.upperBound - 1] == UInt8(ascii: "+")
        {
            inner = inner.lowerBound + 1..<inner.upperBound - 1
        }
        let start = mark()
        let last = end + length
        index = inner.lowerBound
        while index < inner.upperBound {
            if source[index] == UInt8(ascii: "&"), let (scalar, next) = character(upTo: inner.upperBound) {
                for byte in String(scalar).utf8 { bytes.append(byte) }
                index = next
            } else {
                bytes.append(source[index] == 0x0A ? 0x20 : source[index])
                index += 1
            }
        }
        result.marks.append(TextMark(.code, range: start..<bytes.count))
        index = last
    }

    private mutating func readMark(_ byte: UInt8) {
        let length = peek(1) == byte ? 2 : 1
        if let place = open.lastIndex(where: { $0.mark == byte && $0.length == length }),
            length == 2 || closes(at: index)
        {
            let start = open[place].start
            open.removeSubrange(place...)
            result.marks.append(TextMark(byte == UInt8(ascii: "*") ? .strong : .emphasis, range: start..<bytes.count))
            index += length
            return
        }
        guard opens(at: index, length: length), hasEnd(byte, length: length, from: index + length) else {
            for _ in 0..<length { literal() }
            return
        }
        open.append((byte, length, mark()))
        index += length
    }

    private func opens(at place: Int, length: Int) -> Bool {
        guard place + length < source.count, !source[place + length].isWhiteSpace else { return false }
        return length == 2 || place == 0 || !Self.isWord(source[place - 1])
    }

    private func closes(at place: Int) -> Bool {
        guard place > 0, !source[place - 1].isWhiteSpace else { return false }
        return place + 1 >= source.count || !Self.isWord(source[place + 1])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    /// Whether a mark that opens closes again, before code starts that does not end.
    private func hasEnd(_ byte: UInt8, length: Int, from start: Int) -> Bool {
        var place = start
        let limit = min(source.count, start + 4096)
        while place < limit {
            if source[place] == UInt8(ascii: "\\") {
                place += 2
                continue
            }
            if source[place] == byte {
                if length == 2, place + 1 < source.count, source[place + 1] == byte { return place > start }
                if length == 1, place > start, closes(at: place) { return true }
            }
            place += 1
        }
        return false
    }

    // MARK: Links

    /// Reads `<<anchor,words>>`.
    private mutating func readReference() {
        guard peek(1) == UInt8(ascii: "<"), let end = place(of: UInt8(ascii: ">"), twice: true, from: index + 2) else {
            return literal()
        }
        let inner = source[index + 2..<end]
        guard !inner.isEmpty, inner[inner.startIndex] != UInt8(ascii: " ") else { return literal() }
        let comma = inner.firstIndex(of: UInt8(ascii: ","))
        var target = String(decoding: inner[..<(comma ?? inner.endIndex)], as: UTF8.self)
        if !target.contains("#") { target = "#" + target }
        let words = comma.map { Array(inner[(($0) + 1)...]) } ?? Array(inner)
        let start = mark()
        appendWords(words)
        link(to: target, from: start)
        index = end + 2
    }

    private mutating func appendWords(_ words: [UInt8]) {
        var rest = words[...]
        while rest.first == 0x20 { rest = rest.dropFirst() }
        let text = AsciiDocInline.read(String(decoding: rest, as: UTF8.self))
        for byte in text.text.utf8 { append(byte) }
    }

    private mutating func link(to target: String, from start: Int) {
        result.link = result.link ?? target
        result.marks.append(TextMark(.link(target), range: start..<max(bytes.count, start)))
    }

    private func place(of byte: UInt8, twice: Bool = false, from start: Int) -> Int? {
        var place = start
        let limit = min(source.count, start + 2048)
        while place < limit, source[place] != 0x0A {
            if source[place] == byte, !twice || (place + 1 < limit && source[place + 1] == byte) { return place }
            place += 1
        }
        return nil
    }

    /// Reads `[[anchor]]` within a text.
    private mutating func readAnchor() {
        guard peek(1) == UInt8(ascii: "["), let end = place(of: UInt8(ascii: "]"), twice: true, from: index + 2),
            end > index + 2
        else { return literal() }
        let inner = source[index + 2..<end]
        guard inner.allSatisfy({ Self.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else {
            return literal()
        }
        result.anchors.append(String(decoding: inner, as: UTF8.self))
        index = end + 2
    }

    /// Reads `link:address[words]`, `xref:address[words]`, `https://example.com[words]` and bare addresses.
    private mutating func readMacro() {
        if index > 0, Self.isWord(source[index - 1]) { return literal() }
        let prefix: Int
        if starts(with: "link:") || starts(with: "xref:") {
            prefix = 5
        } else {
            guard ["http://", "https://", "mailto:"].contains(where: starts) else { return literal() }
            prefix = 0
        }
        let (end, close) = endOfAddress(from: index + prefix)
        guard end > index + prefix else { return literal() }
        guard let close else {
            guard prefix == 0 else { return literal() }
            let target = String(decoding: source[index..<end], as: UTF8.self)
            let start = mark()
            while index < end { literal() }
            link(to: target, from: start)
            return
        }
        let target = String(decoding: source[index + prefix..<end], as: UTF8.self)
        let start = mark()
        var words = source[end + 1..<close]
        if words.last == UInt8(ascii: "^") { words.removeLast() }
        appendWords(words.isEmpty ? Array(target.utf8) : Array(words))
        link(to: prefix == 5 && starts(with: "xref:") && !target.contains("#") ? "#" + target : target, from: start)
        index = close + 1
    }

    /// Where the address ends that starts at `start`, and where the brackets with its words end, if it has such.
    /// What starts within an address ends where it does: the text is looked through once.
    private mutating func endOfAddress(from start: Int) -> (end: Int, close: Int?) {
        if start < address.end { return address }
        var end = start
        while end < source.count, !source[end].isWhiteSpace, !"[<>`".utf8.contains(source[end]) { end += 1 }
        let hasWords = end < source.count && source[end] == UInt8(ascii: "[")
        address = (end, hasWords ? place(of: UInt8(ascii: "]"), from: end + 1) : nil)
        return address
    }

    // MARK: References of characters

    private mutating func readCharacter() {
        guard let (scalar, next) = character(upTo: source.count) else { return literal() }
        for byte in String(scalar).utf8 { append(byte) }
        index = next
    }

    private static let names: [String: Unicode.Scalar] = [
        "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
    ]

    /// The character that the reference here stands for, and where it ends.
    private func character(upTo limit: Int) -> (Unicode.Scalar, Int)? {
        var end = index + 1
        while end < limit, end - index < 10, source[end] != UInt8(ascii: ";") { end += 1 }
        guard end < limit, source[end] == UInt8(ascii: ";") else { return nil }
        let name = String(decoding: source[index + 1..<end], as: UTF8.self)
        if let scalar = Self.names[name] { return (scalar, end + 1) }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
}
