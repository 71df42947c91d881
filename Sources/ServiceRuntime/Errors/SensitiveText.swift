import Foundations

/// Finds secrets in text by the names before them.
///
/// These forms count as a name and its value, where the name suggests a secret: members of JSON, also inside a string
/// of JSON and where the text ends in the middle; `name=value` of queries and forms; and `name: value` of headers and
/// messages. The value of an authorization or a cookie is the rest of the line. Further, what stands before `@` in the
/// authority of a URL, and what follows `Bearer` or `Basic` and looks like a credential. In doubt too much is replaced.
struct SensitiveText {
    private let bytes: [UInt8]
    private var shown: [UInt8] = []
    private var position = 0

    /// The text with each such value replaced.
    static func redact(_ text: String) -> String {
        var scan = SensitiveText(bytes: Array(text.utf8))
        return scan.run() ? String(decoding: scan.shown, as: UTF8.self) : text
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads everything; returns whether something was replaced.
    private mutating func run() -> Bool {
        var isRedacted = false
        shown.reserveCapacity(bytes.count)
        while position < bytes.count {
            let end: Int?
            if bytes[position] == Self.quote {
                end = member()
            } else if Self.isName(bytes[position]) {
                end = word()
            } else {
                end = nil
                take(to: position + 1)
            }
            if let end {
                shown.append(contentsOf: SecretNames.replacement.utf8)
                position = end
                isRedacted = true
            }
        }
        return isRedacted
    }

    private mutating func take(to end: Int) {
        shown.append(contentsOf: bytes[position..<end])
        position = end
    }
}

extension SensitiveText {
    /// Takes the quote at the position, or a whole member name; returns the end of the value to replace, if any.
    private mutating func member() -> Int? {
        let literal = stringEnd(position)
        let colon = skipBlanks(literal)
        guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":"),
            SecretNames.matches(utf8: bytes[position..<literal])
        else {
            take(to: position + 1)
            return nil
        }
        take(to: skipBlanks(colon + 1))
        return jsonEnd(position)
    }

    /// Takes the word at the position and what separates it from a value; returns the end of that, if it is to be
    /// replaced.
    private mutating func word() -> Int? {
        let start = position
        var end = start
        while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
        take(to: end)
        let word = bytes[start..<end]
        if bytes[end...].starts(with: "://".utf8) { return userEnd() }
        if Self.isScheme(word), let credential = credential(after: end) {
            take(to: credential.lowerBound)
            return credential.upperBound
        }
        guard SecretNames.matches(utf8: word), let value = valueStart(after: end) else { return nil }
        let valueEnd = valueEnd(value, ofLine: Self.fillsLine(word))
        guard valueEnd > value else { return nil }
        take(to: value)
        return valueEnd
    }

    /// Where the user in the authority of a URL ends, if there is one; the position is then at its start.
    private mutating func userEnd() -> Int? {
        let start = position + 3
        let end = bytes[start...].firstIndex { Self.isBlank($0) || "/?#\"'<>\\".utf8.contains($0) } ?? bytes.count
        guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")), at > start else { return nil }
        take(to: start)
        return at
    }

    /// What follows a scheme of authorization and is long enough to be a credential.
    private func credential(after end: Int) -> Range<Int>? {
        let start = skipBlanks(end)
        guard start > end else { return nil }
        let stop = bytes[start...].firstIndex { !Self.isName($0) && !"~+/=".utf8.contains($0) } ?? bytes.count
        return stop - start >= 16 ? start..<stop : nil
    }

    /// Where the value begins that `=` or `:` after a name announces.
    private func valueStart(after name: Int) -> Int? {
        var index = name
        while index < bytes.count, bytes[index] == UInt8(ascii: "\\") { index += 1 }
        if index < bytes.count, Self.isQuote(bytes[index]) { index += 1 }
        index = skipBlanks(index)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: ":") else {
            return nil
        }
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: ">") { index += 1 }
        return skipBlanks(index)
    }

    private func valueEnd(_ start: Int, ofLine: Bool) -> Int {
        var open = start
        while open < bytes.count, bytes[open] == UInt8(ascii: "\\") { open += 1 }
        if open < bytes.count, Self.isQuote(bytes[open]) {
            return quotedEnd(open, escape: open - start)
        }
        guard start < bytes.count else { return start }
        if bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") { return jsonEnd(start) }
        if ofLine { return bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D || $0 == Self.quote } ?? bytes.count }
        let end = bareEnd(start)
        // The scheme alone is not the secret.
        let next = skipBlanks(end)
        return Self.isScheme(bytes[start..<end]) && next > end ? bareEnd(next) : end
    }

    private func bareEnd(_ start: Int) -> Int {
        bytes[start...].firstIndex { Self.isBlank($0) || ",;&\"')]}<>".utf8.contains($0) } ?? bytes.count
    }
}

extension SensitiveText {
    /// The end of a value that a quote opens, with `escape` backslashes before it: the next such quote that has no more
    /// of them.
    private func quotedEnd(_ open: Int, escape: Int) -> Int {
        if escape == 0, bytes[open] == Self.quote { return stringEnd(open) }
        var slashes = 0
        for index in bytes[open...].indices.dropFirst() {
            if bytes[index] == UInt8(ascii: "\\") {
                slashes += 1
            } else {
                if bytes[index] == bytes[open], slashes <= escape { return index + 1 }
                slashes = 0
            }
        }
        return bytes.count
    }

    /// The end of the JSON string that begins at `start`, or of the text if it does not end.
    private func stringEnd(_ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == Self.quote { return index + 1 }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return bytes.count
    }

    /// The end of the JSON value that begins at `start`: brackets are counted, strings inside are skipped.
    private func jsonEnd(_ start: Int) -> Int {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case Self.quote:
                index = stringEnd(index)
                if depth == 0 { return index }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index }
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: ","):
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return bytes.count
    }

    private func skipBlanks(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
        return index
    }
}

extension SensitiveText {
    private static let quote = UInt8(ascii: "\"")
    private static let nameBytes = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.%")

    private static func isName(_ byte: UInt8) -> Bool { nameBytes.contains(byte) }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == quote || byte == UInt8(ascii: "'") }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Whether a word names a scheme of authorization whose credential follows it.
    private static func isScheme(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count <= 9 else { return false }
        return ["bearer", "basic", "negotiate"].contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    /// Whether the value of a header with this name is the rest of its line.
    private static func fillsLine(_ word: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: word, as: UTF8.self).lowercased()
        return name.contains("authorization") || name.contains("cookie")
    }
}
