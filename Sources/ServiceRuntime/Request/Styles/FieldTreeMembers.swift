/// The members of an object that is being encoded to a ``FieldTree``.
struct FieldTreeMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: FieldTreeEncoder.Node
    let codingPath: [any CodingKey]

    private func put(_ tree: FieldTree, _ key: any CodingKey) { node.set(.init(tree), for: key.stringValue) }

    func encodeNil(forKey key: Key) { put(.null, key) }
    func encode(_ value: Bool, forKey key: Key) throws { put(.bool(value), key) }
    func encode(_ value: String, forKey key: Key) throws { put(.scalar(value, json: .string(value)), key) }
    func encode(_ value: Double, forKey key: Key) throws { put(try .number(value, at: codingPath + [key]), key) }
    func encode(_ value: Float, forKey key: Key) throws {
        put(try .number(Double(String(value)) ?? Double(value), at: codingPath + [key]), key)
    }
    func encode(_ value: Int, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: Int8, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: Int16, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: Int32, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: Int64, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: UInt, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: UInt8, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: UInt16, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: UInt32, forKey key: Key) throws { put(.integer(value), key) }
    func encode(_ value: UInt64, forKey key: Key) throws { put(.integer(value), key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        put(try FieldTreeEncoder.tree(of: value, at: codingPath + [key]), key)
    }

    func nestedContainer<Name: CodingKey>(
        keyedBy type: Name.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Name> {
        nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { nested(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { nested(MemberName(stringValue: "super")) }

    func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

    private func nested(_ key: any CodingKey) -> FieldTreeEncoder {
        let encoder = FieldTreeEncoder(codingPath: codingPath + [key])
        node.set(encoder.node, for: key.stringValue)
        return encoder
    }
}
