extension FieldReader {
    /// Reads the members that the documentation does not name (`additionalProperties`): all but those of `known`.
    ///
    /// Throws a `DecodingError` with its place where one does not fit. For a type that is no more than `Codable`.
    public func additional<Value: Decodable>(
        besides known: [FieldName] = [], as type: Value.Type
    ) throws -> [String: Value] {
        try members(besides: known) { try $0.decoder.singleValueContainer().decode(Value.self) }
    }

    /// Reads the members that the documentation does not name (`additionalProperties`), all but those of `known`, in any
    /// form that can be understood.
    ///
    /// Null and an empty string where no string is wanted count as absent, and are reported. Throws a `DecodingError`
    /// with its place where a member does not fit.
    public func additional<Value: FieldValue>(besides known: [FieldName] = []) throws -> [String: Value] {
        try members(besides: known) { member in
            guard member.isNull, !(Value.self is any NullAccepting.Type) else { return try member.optional(Value.self) }
            try deviations.add(.unexpectedNull, at: member.codingPath, seen: "null")
            return nil
        }
    }

    private func members<Value>(
        besides known: [FieldName], _ read: (ValueReader) throws -> Value?
    ) throws -> [String: Value] {
        let known = Set(known.map(\.stringValue))
        var members: [(name: String, value: ValueReader)] = []
        switch source {
        case .object(let document, let object):
            document.forEachMember(of: object) { members.append(($0, ValueReader(document, $1))) }
        case .foreign(let fields):
            for name in fields.container.allKeys {
                members.append((name.stringValue, ValueReader(try fields.container.superDecoder(forKey: name))))
            }
        }
        var found: [String: Value] = [:]
        for member in members.sorted(by: { $0.name < $1.name }) where !known.contains(member.name) {
            found[member.name] = try read(member.value)
        }
        return found
    }
}

extension FieldWriter {
    /// Writes members that the documentation does not name beside those of `known`.
    ///
    /// Throws an `EncodingError` for a name that `known` has: the object would have two values for it.
    public func write<Value: Encodable>(additional members: [String: Value], besides known: [FieldName] = []) throws {
        if members.isEmpty { return }
        let known = Set(known.map(\.stringValue))
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard !known.contains(name) else {
                throw EncodingError.invalidValue(
                    value,
                    .init(
                        codingPath: codingPath + [MemberName(stringValue: name)],
                        debugDescription: "the object has a member of this name"))
            }
            switch target {
            case .object(let writer, let level):
                writer.begin(member: name, level: level)
                try writer.encode(value)
            case .foreign(let foreign): try foreign.encode(value, MemberName(stringValue: name))
            }
        }
    }

    private var codingPath: [any CodingKey] {
        switch target {
        case .object(let writer, let level): writer.path(to: level)
        case .foreign(let foreign): foreign.encoder.codingPath
        }
    }
}

extension Encoder {
    /// Writes one member beside what is written of an object already: the one that tells the types of a union apart, where
    /// the type has no member for it.
    public func encodeMember(_ name: String, _ value: String) throws {
        var container = container(keyedBy: MemberName.self)
        try container.encode(value, forKey: MemberName(stringValue: name))
    }
}

/// A type that has a value for `null`.
private protocol NullAccepting {}

extension Optional: NullAccepting {}

extension Nullable: NullAccepting {}

extension JSONValue: NullAccepting {}
