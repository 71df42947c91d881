/// Encodes one value with a ``JSONWriter``.
///
/// Small enough to travel without an allocation.
struct JSONValueEncoder: Encoder, RequestEncoding {
    let writer: JSONWriter
    let level: Int

    init(_ writer: JSONWriter, _ level: Int) {
        self.writer = writer
        self.level = level
    }

    var codingPath: [any CodingKey] { writer.path(to: level) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var isRequest: Bool { writer.isRequest }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writer.beginObject(level: level)
        return KeyedEncodingContainer(JSONObjectWriter<Key>(writer, level))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.beginArray(level: level)
        return JSONArrayWriter(writer, level)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
    private func scalar() -> JSONWriter {
        writer.beginScalar(level: level)
        return writer
    }

    func encodeNil() { scalar().writeNull() }
    func encode(_ value: Bool) { scalar().write(value) }
    func encode(_ value: String) { scalar().write(value) }
    func encode(_ value: Double) throws {
        try writer.attempt(level: level) { try scalar().writeFinite(value) }
    }

    func encode(_ value: Float) throws {
        try writer.attempt(level: level) { try scalar().writeFinite(value) }
    }

    func encode(_ value: Int) { scalar().write(value) }
    func encode(_ value: Int8) { scalar().write(value) }
    func encode(_ value: Int16) { scalar().write(value) }
    func encode(_ value: Int32) { scalar().write(value) }
    func encode(_ value: Int64) { scalar().write(value) }
    func encode(_ value: Int128) { scalar().write(value) }
    func encode(_ value: UInt) { scalar().write(value) }
    func encode(_ value: UInt8) { scalar().write(value) }
    func encode(_ value: UInt16) { scalar().write(value) }
    func encode(_ value: UInt32) { scalar().write(value) }
    func encode(_ value: UInt64) { scalar().write(value) }
    func encode(_ value: UInt128) { scalar().write(value) }

    func encode<Value: Encodable>(_ value: Value) throws {
        try writer.attempt(level: level) {
            if try writer.writeSpecially(value) {
                writer.beginScalar(level: level)
            } else {
                try writer.encode(value, level: level)
            }
        }
    }
}
