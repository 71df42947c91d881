/// The members of an object of a ``JSONDocument``.
struct JSONObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let document: JSONDocument
    private let object: Int

    init(_ document: JSONDocument, _ object: Int) {
        self.document = document
        self.object = object
    }

    var codingPath: [any CodingKey] { document.path(of: object) }

    var allKeys: [Key] {
        var keys: [Key] = []
        document.forEachMember(of: object) { name, _ in
            if let key = Key(stringValue: name) { keys.append(key) }
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { document.member(key.stringValue, of: object) != nil }

    private func member(_ key: Key) throws -> Int {
        if let member = document.member(key.stringValue, of: object) { return member }
        throw DecodingError.keyNotFound(
            key,
            .init(
                codingPath: codingPath,
                debugDescription: "No value associated with key \(key) (\"\(key.stringValue)\")."))
    }

    /// The member `key`, or nil where it is absent or null.
    private func present(_ key: Key) -> Int? {
        guard let member = document.member(key.stringValue, of: object), !document.isNull(member) else { return nil }
        return member
    }

    func decodeNil(forKey key: Key) throws -> Bool { document.isNull(try member(key)) }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try document.bool(at: member(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try document.string(at: member(key)) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try document.number(at: member(key)) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try document.number(at: member(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try document.integer(at: member(key)) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try document.integer(at: member(key)) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try document.integer(at: member(key)) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try document.integer(at: member(key)) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try document.integer(at: member(key)) }
    func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try document.integer(at: member(key)) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try document.integer(at: member(key)) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try document.integer(at: member(key)) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try document.integer(at: member(key)) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try document.integer(at: member(key)) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try document.integer(at: member(key)) }
    func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try document.integer(at: member(key)) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try document.value(at: member(key))
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try present(key).map { try document.bool(at: $0) }
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try present(key).map { try document.string(at: $0) }
    }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        try present(key).map { try document.number(at: $0) }
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try present(key).map { try document.integer(at: $0) }
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let member = present(key) else { return nil }
        return try document.value(at: member)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try JSONNodeDecoder(document, member(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try JSONNodeDecoder(document, member(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder("super") }

    func superDecoder(forKey key: Key) throws -> any Decoder { decoder(key.stringValue) }

    /// An absent member reads as null.
    private func decoder(_ name: String) -> JSONNodeDecoder {
        JSONNodeDecoder(
            document, document.member(name, of: object) ?? document.appendAbsent(name, of: object))
    }
}
