/// Writes the members of an object, in the order of the calls.
///
/// Generated models get it in ``FieldCodable/write(to:)-(FieldWriter)``.
public struct FieldWriter {
    enum Target {
        case object(JSONWriter, level: Int)
        case foreign(ForeignMembers)
    }

    let target: Target

    init(_ writer: JSONWriter, _ level: Int) { target = .object(writer, level: level) }

    /// The members of the object that an encoder writes.
    init(_ encoder: any Encoder) {
        if let encoder = encoder as? JSONValueEncoder {
            encoder.writer.beginObject(level: encoder.level)
            target = .object(encoder.writer, level: encoder.level)
        } else {
            target = .foreign(ForeignMembers(encoder))
        }
    }

    /// Whether what is written is the body of a request, rather than something that is stored or compared.
    ///
    /// Members that only a service sets (OpenAPI, `readOnly`) are left out of requests.
    public var isRequest: Bool {
        switch target {
        case .object(let writer, _): writer.isRequest
        case .foreign(let members): members.encoder.isRequest
        }
    }

    /// Writes a member.
    public func write<Value: FieldValue>(_ name: FieldName, _ value: Value) throws {
        switch target {
        case .object(let writer, let level):
            writer.begin(member: name, level: level)
            try value.write(to: ValueWriter(writer))
        case .foreign(let members): try members.encode(value, name)
        }
    }

    /// Writes a member, `null` for nil.
    public func writeOrNull<Value: FieldValue>(_ name: FieldName, _ value: Value?) throws {
        if let value { try write(name, value) } else { try writeNull(name) }
    }

    /// Writes a member, nothing for nil.
    public func writeIfPresent<Value: FieldValue>(_ name: FieldName, _ value: Value?) throws {
        if let value { try write(name, value) }
    }

    private func writeNull(_ name: FieldName) throws {
        switch target {
        case .object(let writer, let level):
            writer.begin(member: name, level: level)
            writer.writeNull()
        case .foreign(let members): try members.encodeNull(name)
        }
    }
}

extension FieldWriter {
    /// Writes a member of a type that is no more than `Codable`.
    public func write<Value: Encodable>(_ name: FieldName, _ value: Value) throws {
        switch target {
        case .object(let writer, let level):
            writer.begin(member: name, level: level)
            try writer.encode(value)
        case .foreign(let members): try members.encode(value, name)
        }
    }

    /// Writes a member of a type that is no more than `Codable`, `null` for nil.
    public func writeOrNull<Value: Encodable>(_ name: FieldName, _ value: Value?) throws {
        if let value { try write(name, value) } else { try writeNull(name) }
    }

    /// Writes a member of a type that is no more than `Codable`, nothing for nil.
    public func writeIfPresent<Value: Encodable>(_ name: FieldName, _ value: Value?) throws {
        if let value { try write(name, value) }
    }
}

/// The members of an object that another encoder writes.
final class ForeignMembers {
    let encoder: any Encoder
    private var container: KeyedEncodingContainer<MemberName>

    init(_ encoder: any Encoder) {
        self.encoder = encoder
        container = encoder.container(keyedBy: MemberName.self)
    }

    func encode(_ value: some Encodable, _ name: FieldName) throws { try encode(value, name.member) }

    func encode(_ value: some Encodable, _ name: MemberName) throws { try container.encode(value, forKey: name) }

    func encodeNull(_ name: FieldName) throws { try container.encodeNil(forKey: name.member) }
}
