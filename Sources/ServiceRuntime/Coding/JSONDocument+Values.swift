#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONDocument {
    func isNull(_ index: Int) -> Bool {
        let kind = nodes[index].kind
        return kind == .null || kind == .absent
    }

    func string(at index: Int, as type: Any.Type = String.self) throws -> String {
        let node = nodes[index]
        guard node.kind == .string else { throw mismatch(type, at: index) }
        if let text = text(of: node) { return text }
        throw corrupted("the string is not valid text", at: index)
    }

    func bool(at index: Int) throws -> Bool {
        switch nodes[index].kind {
        case .true: true
        case .false: false
        default: throw mismatch(Bool.self, at: index)
        }
    }

    func integer<Value: FixedWidthInteger>(at index: Int, as type: Value.Type = Value.self) throws -> Value {
        let node = nodes[index]
        let value: Value?
        switch node.kind {
        case .integer: value = JSONNumber.integer(source(of: node))
        case .number: value = JSONNumber(source(of: node)).integer()
        default: throw mismatch(type, at: index)
        }
        if let value { return value }
        throw doesNotFit(type, at: index)
    }

    func number<Value: BinaryFloatingPoint & LosslessStringConvertible>(
        at index: Int, as type: Value.Type = Value.self
    ) throws -> Value {
        let node = nodes[index]
        guard node.kind == .integer || node.kind == .number else { throw mismatch(type, at: index) }
        let text = source(of: node)
        // Up to 15 digits are exact.
        if node.kind == .integer, text.count <= 15, text[0] != UInt8(ascii: "-"), Value.self == Double.self,
            let whole: Int = JSONNumber.integer(text)
        {
            return Value(whole)
        }
        guard let value = Value(String(decoding: text, as: UTF8.self)), value.isFinite else {
            throw doesNotFit(type, at: index)
        }
        return value
    }

    func decimal(at index: Int) throws -> Decimal {
        let node = nodes[index]
        guard node.kind == .integer || node.kind == .number else { throw mismatch(Decimal.self, at: index) }
        guard let value = JSONNumber(source(of: node)).decimal else { throw doesNotFit(Decimal.self, at: index) }
        return value
    }

    func data(at index: Int) throws -> Data {
        guard let data = Data(base64Encoded: try string(at: index)) else {
            throw corrupted("Encountered Data is not valid Base64.", at: index)
        }
        return data
    }

    func url(at index: Int) throws -> URL {
        guard let url = URL(string: try string(at: index)) else { throw corrupted("Invalid URL string.", at: index) }
        return url
    }

    private func source(of node: JSONNode) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + Int(node.start), count: Int(node.length))
    }
}

extension JSONDocument {
    /// The error for a value of another kind, or for null.
    func mismatch(_ type: Any.Type, at index: Int) -> DecodingError {
        if isNull(index) {
            return .valueNotFound(
                type,
                .init(
                    codingPath: path(of: index),
                    debugDescription: "Cannot get value of type \(type) -- found null value instead"))
        }
        return .typeMismatch(
            type,
            .init(
                codingPath: path(of: index),
                debugDescription: "Expected to decode \(type) but found \(described(index)) instead."))
    }

    private func described(_ index: Int) -> String {
        switch nodes[index].kind {
        case .null, .absent: "null"
        case .true, .false: "bool"
        case .integer, .number: "number"
        case .string: "a string"
        case .array: "an array"
        case .object: "a dictionary"
        }
    }

    private func doesNotFit(_ type: Any.Type, at index: Int) -> DecodingError {
        corrupted("the value does not fit \(type)", at: index)
    }

    func corrupted(_ reason: String, at index: Int) -> DecodingError {
        .dataCorrupted(.init(codingPath: path(of: index), debugDescription: reason))
    }
}
