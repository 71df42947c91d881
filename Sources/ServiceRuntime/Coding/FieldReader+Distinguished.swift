extension FieldReader {
    /// Reads a field that may be absent or null, where the two mean different things.
    ///
    /// Absence gives nil, null gives `.null`.
    @inlinable
    public func distinguished<Value: Decodable>(
        _ key: Key, as type: Value.Type = Value.self
    ) throws -> Nullable<Value>? {
        if let value: Value = try present(key) { return .value(value) }
        return container.contains(key) ? .null : nil
    }

    /// Reads a field that may be absent or null, where the two mean different things.
    ///
    /// Absence gives nil, null gives `.null`, and so does an empty string that stands for no value.
    @inlinable
    public func distinguished<Value: TolerantlyDecodable>(
        _ key: Key, as type: Value.Type = Value.self
    ) throws -> Nullable<Value>? {
        if let value = try optionalNullable(key, as: type) { return .value(value) }
        return container.contains(key) ? .null : nil
    }
}
