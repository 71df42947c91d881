/// The members of an object that a ``JSONWriter`` has open.
struct JSONObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let writer: JSONWriter
    private let level: Int

    init(_ writer: JSONWriter, _ level: Int) {
        self.writer = writer
        self.level = level
    }

    var codingPath: [any CodingKey] { writer.path(to: level) }

    private func member(_ key: Key) -> JSONWriter {
        writer.begin(member: key.stringValue, level: level)
        return writer
    }

    func encodeNil(forKey key: Key) { member(key).writeNull() }
    func encode(_ value: Bool, forKey key: Key) { member(key).write(value) }
    func encode(_ value: String, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Double, forKey key: Key) throws {
        try writer.attempt(level: level) { try member(key).writeFinite(value) }
    }

    func encode(_ value: Float, forKey key: Key) throws {
        try writer.attempt(level: level) { try member(key).writeFinite(value) }
    }

    func encode(_ value: Int, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int8, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int16, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int32, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int64, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int128, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt8, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt16, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt32, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt64, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt128, forKey key: Key) { member(key).write(value) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try writer.attempt(level: level) { try member(key).encode(value) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        insertion(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { insertion(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { insertion(MemberName(stringValue: "super")) }

    func superEncoder(forKey key: Key) -> any Encoder { insertion(key) }

    private func insertion(_ key: any CodingKey) -> JSONValueEncoder {
        writer.begin(member: key.stringValue, level: level)
        return JSONValueEncoder(writer.insertion(path: codingPath + [key]), 0)
    }
}
