#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension JSONValue: Codable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
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
    /// Throws a `DecodingError` for text that is no JSON, or nested deeper than 128 levels.
    public init(json text: String) throws {
        try self.init(json: Data(text.utf8))
    }

    /// Reads a JSON document.
    ///
    /// Throws a `DecodingError` for bytes that are no JSON, or nested deeper than 128 levels.
    public init(json data: Data) throws {
        self = try JSONCoding.decode(JSONValue.self, from: data, with: JSONDecoder())
    }
}
