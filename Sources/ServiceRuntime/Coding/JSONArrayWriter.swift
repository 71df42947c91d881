/// The elements of an array that a ``JSONWriter`` has open.
struct JSONArrayWriter: UnkeyedEncodingContainer {
    private let writer: JSONWriter
    private let level: Int

    init(_ writer: JSONWriter, _ level: Int) {
        self.writer = writer
        self.level = level
    }

    var codingPath: [any CodingKey] { writer.path(to: level) }
    var count: Int { writer.count(level: level) }

    private func element() -> JSONWriter {
        writer.beginElement(level: level)
        return writer
    }

    /// The path of the element that is being written.
    private var elementPath: [any CodingKey] { codingPath + [ElementIndex(count - 1)] }

    func encodeNil() { element().writeNull() }
    func encode(_ value: Bool) { element().write(value) }
    func encode(_ value: String) { element().write(value) }
    func encode(_ value: Double) throws {
        try writer.attempt(level: level) { try element().writeFinite(value) }
    }

    func encode(_ value: Float) throws {
        try writer.attempt(level: level) { try element().writeFinite(value) }
    }

    func encode(_ value: Int) { element().write(value) }
    func encode(_ value: Int8) { element().write(value) }
    func encode(_ value: Int16) { element().write(value) }
    func encode(_ value: Int32) { element().write(value) }
    func encode(_ value: Int64) { element().write(value) }
    func encode(_ value: Int128) { element().write(value) }
    func encode(_ value: UInt) { element().write(value) }
    func encode(_ value: UInt8) { element().write(value) }
    func encode(_ value: UInt16) { element().write(value) }
    func encode(_ value: UInt32) { element().write(value) }
    func encode(_ value: UInt64) { element().write(value) }
    func encode(_ value: UInt128) { element().write(value) }

    func encode<Value: Encodable>(_ value: Value) throws {
        try writer.attempt(level: level) {
            try element().encode(value)
        }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        insertion().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { insertion().unkeyedContainer() }

    func superEncoder() -> any Encoder { insertion() }

    private func insertion() -> JSONValueEncoder {
        writer.beginElement(level: level)
        return JSONValueEncoder(writer.insertion(path: elementPath), 0)
    }
}
