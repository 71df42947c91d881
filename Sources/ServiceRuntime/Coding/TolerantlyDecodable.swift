/// A value that can be read from more forms than the one documented.
///
/// Strings, numbers, booleans, dates, open enumerations, and lists and dictionaries of these. ``FieldReader`` first
/// reads the documented form, at the price of a plain `Codable` field, and only where that does not match asks for
/// the others.
public protocol TolerantlyDecodable: Decodable {
    /// Reads the documented form of a field.
    ///
    /// Throws `DecodingError.typeMismatch` for another form.
    static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Self

    /// Reads the documented form of a field that may be absent or null: both give nil.
    static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Self?

    /// Reads any form that can be understood and reports it.
    ///
    /// Nil stands for an empty string where no string is wanted. Throws a `DecodingError` for a form that cannot be
    /// understood.
    static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> Self?
}

extension String: TolerantlyDecodable {
    /// Reads a string.
    @inlinable
    public static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> String {
        try fields.container.decode(String.self, forKey: key)
    }

    /// Reads a string that may be absent or null.
    @inlinable
    public static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> String? {
        try fields.container.decodeIfPresent(String.self, forKey: key)
    }

    /// Reads a string, a number or a boolean.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> String? {
        let value = try decoder.singleValueContainer()
        if let integer = try? value.decode(Int.self) {
            try report.add(.numberForString, at: decoder.codingPath, seen: String(integer))
            return String(integer)
        }
        if let number = try? value.decode(Double.self) {
            try report.add(.numberForString, at: decoder.codingPath, seen: String(number))
            return String(number)
        }
        if let bool = try? value.decode(Bool.self) {
            try report.add(.booleanForString, at: decoder.codingPath, seen: String(bool))
            return String(bool)
        }
        return try value.decode(String.self)
    }
}
