/// Finds tuples with an `await` in them.
///
/// Swift 6.3.1 with `-O` loses the first element of a tuple that a task returns in one expression with an `await` in
/// it: `(page, .success(try await run()))`. Debug builds are right, so that no debug test notices. The shape is
/// therefore not written anywhere: the value is built first, or the result is a struct.
struct AwaitInTuple {
    /// The lines, counted from 1, of the tuples with an `await` in `source`, which is Swift or a template of Swift.
    static func lines(in source: String) -> [Int] {
        var scanner = AwaitInTuple(Array(source.utf8))
        scanner.scan()
        return scanner.found
    }

    /// A bracket that is still open.
    private struct Open {
        var byte: UInt8
        var line: Int
        /// Whether the bracket is a parenthesis that calls nothing, as that of a tuple.
        var isBare = false
        var hasComma = false
        var hasAwait = false
    }

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var open: [Open] = []
    private var found: [Int] = []
    /// The last byte that was neither white space nor part of a comment.
    private var last: UInt8 = 0
    /// The word that ends at `last`, if it ends in one.
    private var word = ""

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func scan() {
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "/") where peek == UInt8(ascii: "/"):
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
                continue
            case UInt8(ascii: "/") where peek == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "\""): skipText()
            case _ where Self.isWord(byte):
                readWord()
                continue
            default: read(byte)
            }
            index += 1
        }
    }

    private var peek: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

    private mutating func read(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("):
            // A name, a closing bracket or an optional's mark right before it makes the parenthesis a call.
            let isAttached = index > 0 && ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[index - 1])
            let calls =
                word.isEmpty
                ? isAttached && [41, 62, 63, 93, 96, 125].contains(last) : !Self.keywords.contains(word)
            open.append(Open(byte: byte, line: line, isBare: !calls))
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            open.append(Open(byte: byte, line: line))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            close()
        case UInt8(ascii: ","):
            if let top = open.indices.last { open[top].hasComma = true }
        default: break
        }
        (last, word) = (byte, "")
    }

    private mutating func close() {
        guard let closed = open.popLast() else { return }
        if closed.isBare, closed.hasComma, closed.hasAwait { found.append(closed.line) }
    }

    private mutating func readWord() {
        let start = index
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
        word = String(decoding: bytes[start..<index], as: UTF8.self)
        last = bytes[index - 1]
        guard word == "await" else { return }
        // What a closure awaits is its own business; its braces end the search for tuples around it.
        for place in open.indices.reversed() {
            guard open[place].byte != UInt8(ascii: "{") else { break }
            open[place].hasAwait = true
        }
    }

    private mutating func skipComment() {
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            if bytes[index] == UInt8(ascii: "*"), peek == UInt8(ascii: "/") {
                index += 1
                return
            }
            index += 1
        }
    }

    /// Skips a string literal. What is interpolated is skipped as text.
    private mutating func skipText() {
        let isBlock = bytes[index...].starts(with: Array("\"\"\"".utf8))
        index += isBlock ? 3 : 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "\"") {
                guard isBlock else { break }
                if bytes[index...].starts(with: Array("\"\"\"".utf8)) {
                    index += 2
                    break
                }
            }
            if !isBlock, bytes[index] == UInt8(ascii: "\n") { break }
            index += 1
        }
        (last, word) = (UInt8(ascii: "\""), "")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95 || byte >= 0x80
    }

    /// Words that a value may follow, so that a parenthesis after them is one of a value.
    private static let keywords: Set<String> = [
        "return", "await", "try", "in", "else", "case", "throw", "yield", "where", "switch", "if", "guard", "while",
        "is",
    ]
}
