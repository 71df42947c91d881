/// Takes a JSON text sequence apart (RFC 7464): each text begins with a record separator and ends with a line feed.
///
/// A text is given out with the line feed that follows its end, so that nobody waits for the next one. A number or a word
/// that no line feed follows may have been cut and is reported as that (section 2.4).
struct RecordFramer: StreamFramer {
    private let limit: Int
    private var text: [UInt8] = []
    private var isInString = false
    private var isEscaped = false
    private var depth = 0

    private static let separator: UInt8 = 0x1E

    init(limit: Int) {
        self.limit = limit
    }

    mutating func read(_ bytes: [UInt8], into frames: inout [StreamFrame]) throws(ResponseBodyTooLarge) {
        for byte in bytes {
            if byte == Self.separator {
                frames += end()
                continue
            }
            if text.isEmpty, byte.isBlank { continue }
            guard text.count < limit else { throw ResponseBodyTooLarge(limit: limit) }
            text.append(byte)
            follow(byte)
            if byte == 0x0A, depth <= 0, !isInString { frames += end() }
        }
    }

    mutating func end() -> [StreamFrame] {
        defer {
            text.removeAll(keepingCapacity: true)
            (isInString, isEscaped, depth) = (false, false, 0)
        }
        guard let first = text.first else { return [] }
        var frame = StreamFrame(bytes: text)
        let closesItself = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(first)
        if !closesItself, text.last?.isBlank != true {
            frame.fault = "the text may have been cut: no line end follows it"
        }
        while frame.bytes.last?.isBlank == true { frame.bytes.removeLast() }
        return [frame]
    }

    private mutating func follow(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if isInString {
            if byte == UInt8(ascii: "\\") { isEscaped = true }
            if byte == UInt8(ascii: "\"") { isInString = false }
        } else {
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
    }
}
