#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension JSONValue: Codable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? JSONNodeDecoder {
            self = try decoder.document.json(at: decoder.index)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let members = try? decoder.container(keyedBy: MemberName.self) {
            self = .object(try Self.members(of: members))
        } else if var elements = try? decoder.unkeyedContainer() {
            self = .array(try Self.elements(of: &elements))
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else {
            self = .number(try value.decode(Double.self))
        }
    }

    private static func members(of container: KeyedDecodingContainer<MemberName>) throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for name in container.allKeys {
            members[name.stringValue] = try container.decode(JSONValue.self, forKey: name)
        }
        return members
    }

    private static func elements(of container: inout any UnkeyedDecodingContainer) throws -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(container.count ?? 0)
        while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
        return elements
    }

    /// Writes the value.
    ///
    /// Throws for infinity and NaN, which JSON does not have.
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? JSONValueEncoder {
            try encoder.encode(self)
            return
        }
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }

    /// Reads a JSON document.
    ///
    /// Throws a `DecodingError` for text that is not JSON, or nested deeper than 128 levels.
    public init(json text: String) throws {
        try self.init(json: Data(text.utf8))
    }

    /// Reads a JSON document.
    ///
    /// Throws a `DecodingError` for bytes that are no JSON, or nested deeper than 128 levels.
    public init(json data: Data) throws {
        self = try JSONCoding.decode(JSONValue.self, from: data, session: nil)
    }
}

extension JSONDocument {
    /// Any value; whole numbers that fit are integers, whichever way they are written.
    func json(at index: Int) throws -> JSONValue {
        switch nodes[index].kind {
        case .null, .absent: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .integer, .number:
            if let integer = try? integer(at: index, as: Int.self) { return .integer(integer) }
            return .number(try number(at: index))
        case .string: return .string(try string(at: index))
        case .array: return .array(try elements(of: index))
        case .object: return .object(try members(of: index))
        }
    }

    private func elements(of array: Int) throws -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(Int(nodes[array].length))
        var index = array + 1
        for _ in 0..<nodes[array].length {
            elements.append(try json(at: index))
            index = Int(nodes[index].next)
        }
        return elements
    }

    private func members(of object: Int) throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        members.reserveCapacity(Int(nodes[object].length))
        var index = object + 1
        for _ in 0..<nodes[object].length {
            let name = name(at: index)
            if !nodes[object].needsIndex || members[name] == nil { members[name] = try json(at: index + 1) }
            index = Int(nodes[index + 1].next)
        }
        return members
    }
}
