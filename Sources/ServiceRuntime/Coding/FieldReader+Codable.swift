extension FieldReader {
    /// Reads a member that must be there and must not be null, of a type that is no more than `Codable`.
    public func required<Value: Decodable>(_ name: FieldName, as type: Value.Type) throws -> Value {
        try decode(present(name))
    }

    /// Reads a member that must be there and may be null, of a type that is no more than `Codable`.
    ///
    /// Absence counts as null and is a deviation.
    public func nullable<Value: Decodable>(_ name: FieldName, as type: Value.Type) throws -> Value? {
        try ifNotNull(name).map { try decode($0) }
    }

    /// Reads a member that may be absent and must not be null, of a type that is no more than `Codable`.
    ///
    /// Null counts as absent and is a deviation.
    public func optional<Value: Decodable>(_ name: FieldName, as type: Value.Type) throws -> Value? {
        try ifPresent(name).map { try decode($0) }
    }

    /// Reads a member that may be absent or null, of a type that is no more than `Codable`.
    public func optionalNullable<Value: Decodable>(_ name: FieldName, as type: Value.Type) throws -> Value? {
        guard let field = try member(name), !field.isNull else { return nil }
        return try decode(field)
    }

    /// Reads a member that may be absent or null, where the two mean different things, of a type that is no more than
    /// `Codable`.
    ///
    /// Absence gives nil, null gives `.null`.
    public func distinguished<Value: Decodable>(_ name: FieldName, as type: Value.Type) throws -> Nullable<Value>? {
        guard let field = try member(name) else { return nil }
        return Nullable(field.isNull ? nil : try decode(field))
    }

    private func decode<Value: Decodable>(_ field: ValueReader) throws -> Value {
        do {
            // A container knows dates; a date on its own would read a number.
            return try field.decoder.singleValueContainer().decode(Value.self)
        } catch {
            throw field.placed(error, Value.self)
        }
    }
}
