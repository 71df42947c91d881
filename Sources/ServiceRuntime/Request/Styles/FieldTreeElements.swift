/// The elements of a list that is being encoded to a ``FieldTree``.
struct FieldTreeElements: UnkeyedEncodingContainer {
    let node: FieldTreeEncoder.Node
    let codingPath: [any CodingKey]

    var count: Int { node.count }

    private var place: [any CodingKey] { codingPath + [ElementIndex(count)] }

    private func put(_ tree: FieldTree) { node.append(.init(tree)) }

    func encodeNil() { put(.null) }
    func encode(_ value: Bool) throws { put(.bool(value)) }
    func encode(_ value: String) throws { put(.scalar(value, json: .string(value))) }
    func encode(_ value: Double) throws { put(try .number(value, at: place)) }
    func encode(_ value: Float) throws { put(try .number(Double(String(value)) ?? Double(value), at: place)) }
    func encode(_ value: Int) throws { put(.integer(value)) }
    func encode(_ value: Int8) throws { put(.integer(value)) }
    func encode(_ value: Int16) throws { put(.integer(value)) }
    func encode(_ value: Int32) throws { put(.integer(value)) }
    func encode(_ value: Int64) throws { put(.integer(value)) }
    func encode(_ value: UInt) throws { put(.integer(value)) }
    func encode(_ value: UInt8) throws { put(.integer(value)) }
    func encode(_ value: UInt16) throws { put(.integer(value)) }
    func encode(_ value: UInt32) throws { put(.integer(value)) }
    func encode(_ value: UInt64) throws { put(.integer(value)) }

    func encode<Value: Encodable>(_ value: Value) throws { put(try FieldTreeEncoder.tree(of: value, at: place)) }

    func nestedContainer<Name: CodingKey>(keyedBy type: Name.Type) -> KeyedEncodingContainer<Name> {
        nested().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

    func superEncoder() -> any Encoder { nested() }

    private func nested() -> FieldTreeEncoder {
        let encoder = FieldTreeEncoder(codingPath: place)
        node.append(encoder.node)
        return encoder
    }
}

/// A single value that is being encoded to a ``FieldTree``.
struct FieldTreeScalar: SingleValueEncodingContainer {
    let node: FieldTreeEncoder.Node
    let codingPath: [any CodingKey]

    func encodeNil() { node.set(.null) }
    func encode(_ value: Bool) throws { node.set(.bool(value)) }
    func encode(_ value: String) throws { node.set(.scalar(value, json: .string(value))) }
    func encode(_ value: Double) throws { node.set(try .number(value, at: codingPath)) }
    func encode(_ value: Float) throws { node.set(try .number(Double(String(value)) ?? Double(value), at: codingPath)) }
    func encode(_ value: Int) throws { node.set(.integer(value)) }
    func encode(_ value: Int8) throws { node.set(.integer(value)) }
    func encode(_ value: Int16) throws { node.set(.integer(value)) }
    func encode(_ value: Int32) throws { node.set(.integer(value)) }
    func encode(_ value: Int64) throws { node.set(.integer(value)) }
    func encode(_ value: UInt) throws { node.set(.integer(value)) }
    func encode(_ value: UInt8) throws { node.set(.integer(value)) }
    func encode(_ value: UInt16) throws { node.set(.integer(value)) }
    func encode(_ value: UInt32) throws { node.set(.integer(value)) }
    func encode(_ value: UInt64) throws { node.set(.integer(value)) }

    func encode<Value: Encodable>(_ value: Value) throws {
        node.set(try FieldTreeEncoder.tree(of: value, at: codingPath))
    }
}
