/// The elements of an array of a ``JSONDocument``.
struct JSONArrayContainer: UnkeyedDecodingContainer {
    private let document: JSONDocument
    private let array: UInt32
    /// The node of the next element.
    private var next: UInt32
    private(set) var currentIndex = 0

    init(_ document: JSONDocument, _ array: Int) {
        self.document = document
        self.array = UInt32(array)
        next = UInt32(array) + 1
    }

    var codingPath: [any CodingKey] { document.path(of: Int(array)) }
    var count: Int? { Int(document.nodes[Int(array)].length) }
    var isAtEnd: Bool { currentIndex >= Int(document.nodes[Int(array)].length) }

    /// Reads the next element and goes on if that does not fail.
    @inline(__always)
    private mutating func element<Value>(_ type: Any.Type, _ read: (Int) throws -> Value) throws -> Value {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type,
                .init(
                    codingPath: codingPath + [ElementIndex(currentIndex)],
                    debugDescription: "Unkeyed container is at end."))
        }
        let value = try read(Int(next))
        next = document.nodes[Int(next)].next
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, !document.isNull(Int(next)) else { return try element(Never.self) { _ in true } }
        return false
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try element(type, document.bool) }
    mutating func decode(_ type: String.Type) throws -> String {
        try element(type) { [document] in try document.string(at: $0) }
    }
    mutating func decode(_ type: Double.Type) throws -> Double {
        try element(type) { [document] in try document.number(at: $0) }
    }
    mutating func decode(_ type: Float.Type) throws -> Float {
        try element(type) { [document] in try document.number(at: $0) }
    }
    mutating func decode(_ type: Int.Type) throws -> Int { try integer() }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    mutating func decode(_ type: Int128.Type) throws -> Int128 { try integer() }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try integer() }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try element(type) { [document] in try document.value(at: $0) }
    }

    private mutating func integer<Value: FixedWidthInteger>() throws -> Value {
        try element(Value.self) { [document] in try document.integer(at: $0) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try element(KeyedDecodingContainer<Nested>.self) { [document] in
            try JSONNodeDecoder(document, $0).container(keyedBy: type)
        }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try element((any UnkeyedDecodingContainer).self) { [document] in
            try JSONNodeDecoder(document, $0).unkeyedContainer()
        }
    }

    mutating func superDecoder() throws -> any Decoder {
        try element((any Decoder).self) { [document] in JSONNodeDecoder(document, $0) }
    }
}
