#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Decodes one value of a ``JSONDocument``.
///
/// Small enough to travel without an allocation.
struct JSONNodeDecoder: Decoder {
    let document: JSONDocument
    let index: Int

    init(_ document: JSONDocument, _ index: Int) {
        self.document = document
        self.index = index
    }

    var codingPath: [any CodingKey] { document.path(of: index) }

    var userInfo: [CodingUserInfoKey: Any] { document.session.map { [DecodingSession.userInfoKey: $0] } ?? [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(JSONObjectContainer<Key>(document, try document.object(at: index)))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        JSONArrayContainer(document, try document.array(at: index))
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension JSONNodeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { document.isNull(index) }
    func decode(_ type: Bool.Type) throws -> Bool { try document.bool(at: index) }
    func decode(_ type: String.Type) throws -> String { try document.string(at: index) }
    func decode(_ type: Double.Type) throws -> Double { try document.number(at: index) }
    func decode(_ type: Float.Type) throws -> Float { try document.number(at: index) }
    func decode(_ type: Int.Type) throws -> Int { try document.integer(at: index) }
    func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(at: index) }
    func decode(_ type: Int16.Type) throws -> Int16 { try document.integer(at: index) }
    func decode(_ type: Int32.Type) throws -> Int32 { try document.integer(at: index) }
    func decode(_ type: Int64.Type) throws -> Int64 { try document.integer(at: index) }
    func decode(_ type: Int128.Type) throws -> Int128 { try document.integer(at: index) }
    func decode(_ type: UInt.Type) throws -> UInt { try document.integer(at: index) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try document.integer(at: index) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try document.integer(at: index) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try document.integer(at: index) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try document.integer(at: index) }
    func decode(_ type: UInt128.Type) throws -> UInt128 { try document.integer(at: index) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try document.value(at: index) }
}

extension JSONDocument {
    /// The node of a value that must be an object.
    func object(at index: Int) throws -> Int {
        if nodes[index].kind == .object { return index }
        throw noContainer([String: Any].self, "keyed", at: index)
    }

    /// The node of a value that must be an array.
    func array(at index: Int) throws -> Int {
        if nodes[index].kind == .array { return index }
        throw noContainer([Any].self, "unkeyed", at: index)
    }

    private func noContainer(_ type: Any.Type, _ container: String, at index: Int) -> DecodingError {
        guard isNull(index) else { return mismatch(type, at: index) }
        return .valueNotFound(
            type,
            .init(
                codingPath: path(of: index),
                debugDescription: "Cannot get \(container) decoding container -- found null value instead"))
    }

    /// A value of any type; those that JSON writes in a way of their own do not read themselves.
    func value<Value: Decodable>(at index: Int, as type: Value.Type = Value.self) throws -> Value {
        if let value: Value = try special(at: index) { return value }
        return try Value(from: JSONNodeDecoder(self, index))
    }

    /// Kept apart from ``value(at:as:)``, which recurses, so that its frame does not count at each level.
    @inline(never)
    private func special<Value>(at index: Int) throws -> Value? {
        let type = Value.self
        if type == String.self { return try string(at: index) as? Value }
        if type == Int.self { return try integer(at: index, as: Int.self) as? Value }
        if type == Date.self { return try date(at: index) as? Value }
        if type == Decimal.self { return try decimal(at: index) as? Value }
        if type == Data.self { return try data(at: index) as? Value }
        if type == URL.self { return try url(at: index) as? Value }
        return nil
    }

    private func date(at index: Int) throws -> Date {
        try DateText.decode(
            string(at: index), at: path(of: index), DeviationReport(session: session))
    }
}
