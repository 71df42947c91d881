extension FieldReader where Key: CaseIterable {
    /// Reads the members that the documentation does not name (`additionalProperties`).
    ///
    /// Throws a `DecodingError` with its place where one does not fit.
    public func additional<Value: Decodable>(_ type: Value.Type = Value.self) throws -> [String: Value] {
        try members { try $0.decode(Value.self, forKey: $1) }
    }

    /// Reads the members that the documentation does not name (`additionalProperties`), in any form that can be
    /// understood.
    ///
    /// Null and an empty string where no string is wanted count as absent, and are reported. Throws a `DecodingError`
    /// with its place where a member does not fit.
    public func additional<Value: TolerantlyDecodable>(_ type: Value.Type = Value.self) throws -> [String: Value] {
        let report = DeviationReport(decoder)
        return try members { members, name in
            let isNull = try members.decodeNil(forKey: name)
            if isNull {
                try report.add(.unexpectedNull, at: members.codingPath + [name], seen: "null")
                return nil
            }
            return try Value.readTolerantlyIfNeeded(from: try members.superDecoder(forKey: name), report: report)
        }
    }

    private func members<Value>(
        _ read: (KeyedDecodingContainer<MemberName>, MemberName) throws -> Value?
    ) throws -> [String: Value] {
        let members = try decoder.container(keyedBy: MemberName.self)
        let known = Set(Key.allCases.map(\.stringValue))
        var found: [String: Value] = [:]
        for name in members.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
        where !known.contains(name.stringValue) {
            found[name.stringValue] = try read(members, name)
        }
        return found
    }
}

extension Encoder {
    /// Writes members that the documentation does not name beside those of `keys`.
    ///
    /// Throws an `EncodingError` for a name that `keys` has: the object would have two values for it.
    public func encodeAdditional<Key: CodingKey & CaseIterable>(
        _ members: [String: some Encodable], besides keys: Key.Type
    ) throws {
        if members.isEmpty { return }
        let known = Set(keys.allCases.map(\.stringValue))
        var container = container(keyedBy: MemberName.self)
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            let key = MemberName(stringValue: name)
            guard !known.contains(name) else {
                throw EncodingError.invalidValue(
                    value,
                    .init(codingPath: codingPath + [key], debugDescription: "the object has a member of this name"))
            }
            try container.encode(value, forKey: key)
        }
    }

    /// Writes one member beside what is written of an object already: the one that tells the types of a union apart, where
    /// the type has no member for it.
    public func encodeMember(_ name: String, _ value: String) throws {
        var container = container(keyedBy: MemberName.self)
        try container.encode(value, forKey: MemberName(stringValue: name))
    }
}
