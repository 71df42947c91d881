#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date: TolerantlyDecodable {
    /// Reads a date in any form of ISO 8601.
    public static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Date {
        let text = try fields.container.decode(String.self, forKey: key)
        return try date(text, key, fields)
    }

    /// Reads a date that may be absent or null.
    public static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Date? {
        guard let text = try fields.container.decodeIfPresent(String.self, forKey: key) else { return nil }
        return try date(text, key, fields)
    }

    private static func date<Key>(_ text: String, _ key: Key, _ fields: FieldReader<Key>) throws -> Date {
        guard let parsed = DateText.parse(text) else {
            throw DateText.mismatch(text, at: fields.container.codingPath + [key])
        }
        if let kind = parsed.deviation { try fields.report(kind, at: key, seen: text.debugDescription) }
        return parsed.date
    }

    /// Reads a date or an empty string.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> Date? {
        let text = try decoder.singleValueContainer().decode(String.self)
        if text.isEmpty {
            try report.add(.emptyString, at: decoder.codingPath, seen: "\"\"")
            return nil
        }
        return try DateText.decode(text, at: decoder.codingPath, report)
    }
}

extension DateText {
    /// Reads a date wherever a decoder meets one outside of a ``FieldReader``.
    static func decode(from decoder: any Decoder) throws -> Date {
        let text = try decoder.singleValueContainer().decode(String.self)
        return try decode(text, at: decoder.codingPath, DeviationReport(decoder))
    }

    static func decode(_ text: String, at codingPath: [any CodingKey], _ report: DeviationReport) throws -> Date {
        guard let parsed = parse(text) else { throw mismatch(text, at: codingPath) }
        if let kind = parsed.deviation { try report.add(kind, at: codingPath, seen: text.debugDescription) }
        return parsed.date
    }

    /// Writes a date as RFC 3339 in UTC.
    static func encode(_ date: Date, to encoder: any Encoder) throws {
        guard let text = format(date) else {
            throw EncodingError.invalidValue(
                date,
                .init(codingPath: encoder.codingPath, debugDescription: "a date outside the years 0 to 9999"))
        }
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    static func mismatch(_ text: String, at codingPath: [any CodingKey]) -> DecodingError {
        .typeMismatch(
            Date.self,
            .init(
                codingPath: codingPath,
                debugDescription: "expected a date, found the string \(text.shortened(to: 60).debugDescription)"))
    }
}
