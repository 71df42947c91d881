/// Reads the fields of an object in the ways that documentation distinguishes.
///
/// Generated models use it through `decoder.fields(CodingKeys.self)`. Each method reads the documented form first and
/// costs then as much as a plain `Codable` field. Where the form differs in a way that can be understood, the value is
/// used and a ``Deviation`` is reported; in strict decoding it is an error. The type of the value follows from where it
/// is assigned to.
public struct FieldReader<Key: CodingKey> {
    /// The fields as `Codable` gives them.
    public let container: KeyedDecodingContainer<Key>
    @usableFromInline let decoder: any Decoder

    @usableFromInline
    init(_ decoder: any Decoder) throws {
        self.decoder = decoder
        container = try decoder.container(keyedBy: Key.self)
    }

    /// Reads a field that must be there and must not be null.
    @inlinable
    public func required<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value {
        do {
            return try container.decode(Value.self, forKey: key)
        } catch {
            throw placed(error, key, type)
        }
    }

    /// Reads a field that must be there and must not be null.
    @inlinable
    public func required<Value: TolerantlyDecodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value {
        do {
            return try Value.read(key, from: self)
        } catch DecodingError.typeMismatch {
            if let value: Value = try tolerated(key) { return value }
            throw DecodingError.typeMismatch(
                type,
                .init(
                    codingPath: container.codingPath + [key],
                    debugDescription: "expected \(type), found an empty string"))
        } catch {
            throw placed(error, key, type)
        }
    }

    /// Reads a field that must be there and may be null.
    ///
    /// Absence counts as null and is a deviation.
    @inlinable
    public func nullable<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value? {
        if let value: Value = try present(key) { return value }
        if !container.contains(key) { try reportMissing(key) }
        return nil
    }

    /// Reads a field that must be there and may be null.
    ///
    /// Absence counts as null and is a deviation.
    @inlinable
    public func nullable<Value: TolerantlyDecodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value? {
        do {
            if let value = try Value.readIfPresent(key, from: self) { return value }
        } catch DecodingError.typeMismatch {
            return try tolerated(key)
        } catch {
            throw placed(error, key, type)
        }
        if !container.contains(key) { try reportMissing(key) }
        return nil
    }

    /// Reads a field that may be absent and must not be null.
    ///
    /// Null counts as absent and is a deviation.
    @inlinable
    public func optional<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value? {
        if let value: Value = try present(key) { return value }
        if container.contains(key) { try reportNull(key) }
        return nil
    }

    /// Reads a field that may be absent and must not be null.
    ///
    /// Null counts as absent and is a deviation.
    @inlinable
    public func optional<Value: TolerantlyDecodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value? {
        do {
            if let value = try Value.readIfPresent(key, from: self) { return value }
        } catch DecodingError.typeMismatch {
            return try tolerated(key)
        } catch {
            throw placed(error, key, type)
        }
        if container.contains(key) { try reportNull(key) }
        return nil
    }

    /// Reads a field that may be absent or null.
    @inlinable
    public func optionalNullable<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value? {
        try present(key)
    }

    /// Reads a field that may be absent or null.
    @inlinable
    public func optionalNullable<Value: TolerantlyDecodable>(_ key: Key, as type: Value.Type = Value.self) throws
        -> Value?
    {
        do {
            return try Value.readIfPresent(key, from: self)
        } catch DecodingError.typeMismatch {
            return try tolerated(key)
        } catch {
            throw placed(error, key, type)
        }
    }
}

extension FieldReader {
    /// Reports a deviation of the field `key`.
    ///
    /// Throws a `DecodingError` where the policy is strict.
    public func report(_ kind: Deviation.Kind, at key: Key, seen: String) throws {
        try DeviationReport(decoder).add(kind, at: container.codingPath + [key], seen: seen)
    }

    @inlinable
    func present<Value: Decodable>(_ key: Key) throws -> Value? {
        do {
            return try container.decodeIfPresent(Value.self, forKey: key)
        } catch {
            throw placed(error, key, Value.self)
        }
    }

    /// The error with its place.
    ///
    /// For a number that does not fit its type, and for an escape that is not a character, decoders throw an error of
    /// their own, which would end as "no JSON" for the whole document.
    @usableFromInline
    func placed<Value>(_ error: any Error, _ key: Key, _ type: Value.Type) -> any Error {
        if error is DecodingError || error is CancellationError { return error }
        let reason = type == String.self ? "the string is not valid text" : "the value does not fit \(type)"
        return DecodingError.dataCorrupted(
            .init(codingPath: container.codingPath + [key], debugDescription: reason, underlyingError: error))
    }

    @usableFromInline
    func tolerated<Value: TolerantlyDecodable>(_ key: Key) throws -> Value? {
        try Value.readTolerantly(from: container.superDecoder(forKey: key), report: DeviationReport(decoder))
    }

    @usableFromInline
    func reportMissing(_ key: Key) throws {
        try report(.missingField, at: key, seen: "no field")
    }

    @usableFromInline
    func reportNull(_ key: Key) throws {
        try report(.unexpectedNull, at: key, seen: "null")
    }
}

extension Decoder {
    /// The fields of the object that is being read.
    ///
    /// Throws a `DecodingError` where it is not an object.
    @inlinable
    public func fields<Key: CodingKey>(_ keys: Key.Type) throws -> FieldReader<Key> {
        try FieldReader(self)
    }
}
