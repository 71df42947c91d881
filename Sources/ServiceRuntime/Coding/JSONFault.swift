import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Says why bytes are no JSON, for errors.
enum JSONFault {
    /// How deep a document may be nested.
    ///
    /// Decoding recurses, and 1,000 brackets are enough to overflow the stack of a thread with 512 KB. No service nests
    /// nearly as deep.
    static let depthLimit = 128

    /// What errors say before the fault.
    static let introduction = "the body is not JSON that can be read"

    /// What is wrong with a document that did not decode, or nil if it is JSON.
    static func describe(_ data: Data) -> String? {
        if let fault = encoding(data) { return fault }
        let bytes = Array(data)
        if let invalid = invalidUTF8(bytes) { return "invalid UTF-8 at byte \(invalid)" }
        let error = JSONSyntaxError.first(in: bytes, as: .markedJSON, depthLimit: .max)
        return error.map { words($0, in: bytes) }
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

    /// The first byte that is not a UTF-8.
    private static func invalidUTF8(_ bytes: [UInt8]) -> Int? {
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

    private static func words(_ error: JSONSyntaxError, in bytes: [UInt8]) -> String {
        switch error.problem {
        case .missingValue where bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }:
            return "it is blank"
        case .trailing: return "something follows the end of the document, at byte \(error.stop)"
        default: break
        }
        guard error.stop < bytes.count else { return "it ends in the middle, after \(bytes.count) bytes" }
        let scalar = String(decoding: bytes[error.stop...].prefix(4), as: UTF8.self).unicodeScalars.first
        // Apostrophes need no escape between quotation marks.
        let character = scalar.map { $0 == "'" ? "\"'\"" : String($0).debugDescription } ?? "byte"
        return "unexpected \(character) at byte \(error.stop)"
    }
}
