import Diagnostics
import Foundations

/// Reads JSON documents (RFC 8259) into the same nodes as YAML ones.
///
/// JSON is not quite a part of YAML: its strings may hold control characters from U+007F on and line ends of Unicode as
/// they are, surrogate pairs as escapes, and its names may be longer than 1,024 characters.
struct JSONDocumentReading {
    /// What became of a text that may be JSON.
    enum Outcome {
        /// It is JSON.
        case root(YAMLNode)
        /// It does not follow the grammar; YAML in flow style begins with the same brackets.
        case syntax(DiagnosticError, isMeantAsJSON: Bool)
    }

    /// Whether a text begins as a JSON array or object does.
    static func mayBeJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = firstMark(of: bytes[...]) else { return false }
        return bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[")
    }

    /// Reads a document.
    ///
    /// Throws `DiagnosticError` for what is JSON by its grammar but cannot be read: a name that comes twice, half of a
    /// surrogate pair, text that is not UTF-8, more than the limits allow.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, limits: YAMLLimits) throws -> Outcome {
        guard let start = bytes.baseAddress else {
            throw DiagnosticError(TreeBuilder.emptyDocument, at: SourceLocation(file: file))
        }
        var parser = JSONParser(
            start, count: bytes.count, as: .markedJSON, depthLimit: limits.depth,
            handler: JSONNodeBuilder(bytes: bytes, file: file, limits: limits))
        let isRead = parser.parse()
        if let error = parser.handler.error { throw error }
        if isRead, let root = parser.handler.result { return .root(root) }
        let error = parser.error ?? JSONSyntaxError(.missingValue, offset: bytes.count, stop: bytes.count)
        let place = TextPlace(of: error.offset, in: bytes)
        let location = SourceLocation(file: file, line: place.line, column: place.column)
        if case .tooDeep(let limit) = error.problem {
            throw DiagnosticError("more than \(limit) levels of nesting; flatten the document", at: location)
        }
        return .syntax(
            DiagnosticError("this is not JSON: \(error.text)", at: location), isMeantAsJSON: isMeantAsJSON(bytes))
    }

    /// Whether a text that is not JSON was meant to be: its first name is in quotation marks.
    private static func isMeantAsJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let open = firstMark(of: bytes[...]), bytes[open] == UInt8(ascii: "{"),
            let name = firstMark(of: bytes[(open + 1)...])
        else { return false }
        return bytes[name] == UInt8(ascii: "\"")
    }

    /// The first byte that is neither a blank nor part of a byte order mark.
    private static func firstMark(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let skipped: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        return bytes.firstIndex { !skipped.contains($0) }
    }
}
