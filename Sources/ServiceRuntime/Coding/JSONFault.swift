#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Says why bytes are no JSON, for errors: the decoder of the platform only says that they are none.
///
/// It reads by the grammar of RFC 8259 without recursion.
struct JSONFault {
    /// How deep a document may be nested.
    ///
    /// Decoding recurses, and 1,000 brackets are enough to overflow the stack of a thread with 512 KB. No service nests
    /// nearly as deep.
    static let depthLimit = 128

    /// What errors say before the fault.
    static let introduction = "the body is no JSON that can be read"

    /// What is wrong with a document that did not decode, or nil if it is JSON.
    static func describe(_ data: Data) -> String? {
        if let fault = encoding(data) { return fault }
        var scan = JSONFault(bytes: Array(data))
        return scan.fault()
    }

    /// Why a document must not be decoded, or nil if it may be tried.
    ///
    /// The encodings that the decoder would also accept are refused, since the nesting is counted in UTF-8.
    static func obstacle(_ data: Data) -> String? {
        if let fault = encoding(data) { return fault }
        var depth = 0
        var deepest = 0
        var isInString = false
        var isEscaped = false
        data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            for byte in bytes {
                if isInString {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        isInString = false
                    }
                } else if byte == UInt8(ascii: "\"") {
                    isInString = true
                } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                    depth += 1
                    if depth > deepest { deepest = depth }
                } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                    depth -= 1
                }
            }
        }
        return deepest > depthLimit ? "it is nested deeper than \(depthLimit) levels" : nil
    }

    /// RFC 8259, section 8.1: JSON is exchanged in UTF-8.
    private static func encoding(_ data: Data) -> String? {
        let start = Array(data.prefix(4))
        let isUTF8 = !start.starts(with: [0xFE, 0xFF]) && !start.starts(with: [0xFF, 0xFE]) && !start.contains(0)
        return isUTF8 ? nil : "it is not in UTF-8"
    }

    private let bytes: [UInt8]
    private var position: Int
    /// The brackets that are open.
    private var open: [UInt8] = []

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private mutating func fault() -> String? {
        if let invalid = invalidUTF8() { return "invalid UTF-8 at byte \(invalid)" }
        skipBlanks()
        if position == bytes.count { return "it is blank" }
        while true {
            guard value() else { return stop }
            skipBlanks()
            while let bracket = open.last, take(bracket == Self.brace ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                open.removeLast()
                skipBlanks()
            }
            guard let bracket = open.last else {
                return position == bytes.count ? nil : "something follows the end of the document, at byte \(position)"
            }
            guard take(UInt8(ascii: ",")) else { return stop }
            skipBlanks()
            if bracket == Self.brace, !name() { return stop }
        }
    }

    private var stop: String {
        position >= bytes.count
            ? "it ends in the middle, after \(bytes.count) bytes" : "unexpected \(character) at byte \(position)"
    }

    private var character: String {
        let scalar = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
        // Apostrophes need no escape between quotation marks.
        return scalar.map { $0 == "'" ? "\"'\"" : String($0).debugDescription } ?? "byte"
    }

    /// Takes a scalar, an empty array or object, or the start of one up to its first value.
    private mutating func value() -> Bool {
        while true {
            skipBlanks()
            guard position < bytes.count else { return false }
            switch bytes[position] {
            case Self.quote: return string()
            case Self.brace:
                position += 1
                skipBlanks()
                if take(UInt8(ascii: "}")) { return true }
                open.append(Self.brace)
                guard name() else { return false }
            case UInt8(ascii: "["):
                position += 1
                skipBlanks()
                if take(UInt8(ascii: "]")) { return true }
                open.append(UInt8(ascii: "["))
            case UInt8(ascii: "t"): return word("true")
            case UInt8(ascii: "f"): return word("false")
            case UInt8(ascii: "n"): return word("null")
            default: return number()
            }
        }
    }
}

extension JSONFault {
    private static let quote = UInt8(ascii: "\"")
    private static let brace = UInt8(ascii: "{")

    /// Takes the name of a member and its colon.
    private mutating func name() -> Bool {
        guard position < bytes.count, bytes[position] == Self.quote, string() else { return false }
        skipBlanks()
        return take(UInt8(ascii: ":"))
    }

    private mutating func string() -> Bool {
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case Self.quote:
                position += 1
                return true
            case 0..<0x20: return false
            case UInt8(ascii: "\\"):
                position += 1
                guard position < bytes.count else { return false }
                if bytes[position] == UInt8(ascii: "u") {
                    for _ in 0..<4 {
                        position += 1
                        guard position < bytes.count, PercentEncoding.isHexadecimal(bytes[position]) else {
                            return false
                        }
                    }
                } else if !"\"\\/bfnrt".utf8.contains(bytes[position]) {
                    return false
                }
                position += 1
            default: position += 1
            }
        }
        return false
    }

    private mutating func number() -> Bool {
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")), !digits() { return false }
        if take(UInt8(ascii: ".")), !digits() { return false }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return position > start
    }

    private mutating func word(_ word: String) -> Bool {
        for byte in word.utf8 where !take(byte) { return false }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private func invalidUTF8() -> Int? {
        var offset = 0
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded): offset += encoded.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
