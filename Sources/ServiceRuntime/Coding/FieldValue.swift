/// What a member of an object can be: it reads itself where it stands and writes itself there.
///
/// Strings, numbers, booleans, dates, open enumerations, generated models and unions, and lists and dictionaries of these.
/// A value is read in its documented form and, where it comes in another that can be understood, in that one, which is
/// reported as a ``Deviation``. `Codable` reads the documented form alone.
public protocol FieldValue: Codable {
    /// Reads the value.
    ///
    /// Throws a `DecodingError` for a form that cannot be understood, and in strict decoding for every form that is not
    /// the documented one.
    static func read(from value: ValueReader) throws -> Self

    /// Writes the value.
    ///
    /// Throws an `EncodingError` for what JSON cannot hold.
    func write(to value: ValueWriter) throws
}

extension FieldValue {
    /// Reads the value as `Codable` does.
    public static func read(from value: ValueReader) throws -> Self { try Self(from: value.decoder) }

    /// Writes the value as `Codable` does.
    public func write(to value: ValueWriter) throws { try value.writer.encode(self) }
}

/// An object that reads and writes its members by name. Generated models are of this kind:
///
///     struct Tag: FieldCodable {
///         var key: String
///         var weight: Int?
///
///         init(from fields: FieldReader) throws {
///             key = try fields.required("key")
///             weight = try fields.optional("weight")
///         }
///
///         func write(to fields: FieldWriter) throws {
///             try fields.write("key", key)
///             try fields.writeIfPresent("weight", weight)
///         }
///     }
///
/// That makes it `Codable`, for any coder; with the runtime's own JSON no container stands between.
public protocol FieldCodable: FieldValue {
    /// Reads the members.
    init(from fields: FieldReader) throws

    /// Writes the members.
    func write(to fields: FieldWriter) throws
}

extension FieldCodable {
    /// Reads an object. Throws a `DecodingError` for anything else.
    public static func read(from value: ValueReader) throws -> Self { try Self(from: FieldReader(value)) }

    /// Writes an object.
    public func write(to value: ValueWriter) throws {
        let writer = value.writer
        let level = writer.openObject()
        defer { writer.leave(level) }
        try write(to: FieldWriter(writer, level))
        writer.closeObject()
    }

    /// Reads an object from any decoder. Throws a `DecodingError` for anything else.
    public init(from decoder: any Decoder) throws { try self.init(from: FieldReader(decoder)) }

    /// Writes an object to any encoder.
    public func encode(to encoder: any Encoder) throws { try write(to: FieldWriter(encoder)) }
}
