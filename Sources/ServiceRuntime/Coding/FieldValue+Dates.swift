#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date: FieldValue {
    /// Reads a date in any form of ISO 8601.
    public static func read(from value: ValueReader) throws -> Date {
        if case .node(let document, let index) = value.source, let date = try document.plainDate(at: index) {
            return date
        }
        let text = try value.decoder.singleValueContainer().decode(String.self)
        if text.isEmpty { try value.reportEmptyText() }
        return try DateText.decode(text, at: value.codingPath, value.report)
    }

    /// Writes RFC 3339 in UTC. Throws for a date outside the years 0 to 9999.
    public func write(to value: ValueWriter) throws { try value.writer.writeDate(self) }
}

extension DateText {
    /// Reads a date in any form of ISO 8601, and reports one that is not RFC 3339.
    static func decode(_ text: String, at codingPath: [any CodingKey], _ report: DeviationReport) throws -> Date {
        guard let parsed = parse(text) else { throw mismatch(text, at: codingPath) }
        if let kind = parsed.deviation { try report.add(kind, at: codingPath, seen: text.debugDescription) }
        return parsed.date
    }

    private static func mismatch(_ text: String, at codingPath: [any CodingKey]) -> DecodingError {
        .typeMismatch(
            Date.self,
            .init(
                codingPath: codingPath,
                debugDescription: "expected a date, found the string \(text.shortened(to: 60).debugDescription)"))
    }
}

extension JSONDocument {
    /// A date in RFC 3339 from its bytes; nil for any other text, and for what is not text.
    fileprivate func plainDate(at index: Int) throws -> Date? {
        let node = nodes[index]
        guard node.kind == .string, !node.isEscaped else { return nil }
        var parser = DateParser(
            bytes: UnsafeBufferPointer(start: bytes + Int(node.start), count: Int(node.length)))
        guard let parsed = parser.parse(), parsed.deviation == nil else { return nil }
        return parsed.date
    }
}
