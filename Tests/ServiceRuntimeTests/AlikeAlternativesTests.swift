import ServiceRuntime
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Unions without a discriminator whose objects have the same members: what a member always is tells them apart.
@Suite("Alternatives that are alike")
struct AlikeAlternativesTests {
    struct One: OpenNumberEnum {
        let rawValue: Int
        init(rawValue: Int) { self.rawValue = rawValue }
        static let documentedValues = [Self(rawValue: 1)]
    }

    struct Two: OpenNumberEnum {
        let rawValue: Int
        init(rawValue: Int) { self.rawValue = rawValue }
        static let documentedValues = [Self(rawValue: 2)]
    }

    struct Line: OpenEnum {
        let rawValue: String
        init(rawValue: String) { self.rawValue = rawValue }
        static let documentedValues = [Self(rawValue: "line")]
    }

    struct Object<Tag: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
        var tag: Tag
        var size: Int?
    }

    enum Whole: Codable, Equatable, Sendable {
        case one(Object<One>)
        case two(Object<Two>)
        case undocumented(JSONValue)

        init(from decoder: any Decoder) throws {
            self = try decoder.union([UnionCase(Self.one), UnionCase(Self.two)], undocumented: Self.undocumented)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .one(let value): try container.encode(value)
            case .two(let value): try container.encode(value)
            case .undocumented(let value): try container.encode(value)
            }
        }
    }

    struct Rope: Codable, Equatable, Sendable {
        var tag: Line
        var size: Int?
    }

    struct Cord: Codable, Equatable, Sendable {
        var tag: Line
        var width: Int?
    }

    enum Repeated: Codable, Equatable, Sendable {
        case rope(Rope)
        case cord(Cord)
        case other(Rope)
        case undocumented(JSONValue)

        init(from decoder: any Decoder) throws {
            self = try decoder.union(
                [UnionCase(Self.rope), UnionCase(Self.cord), UnionCase(Self.other)], undocumented: Self.undocumented)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .rope(let value), .other(let value): try container.encode(value)
            case .cord(let value): try container.encode(value)
            case .undocumented(let value): try container.encode(value)
            }
        }
    }

    enum Switch: Codable, Equatable, Sendable {
        case on(Object<Bool>)
        case off(Object<Bool>)
        case undocumented(JSONValue)

        init(from decoder: any Decoder) throws {
            self = try decoder.union(
                [UnionCase(Self.on, having: ["tag": true]), UnionCase(Self.off, having: ["tag": false])],
                undocumented: Self.undocumented)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .on(let value), .off(let value): try container.encode(value)
            case .undocumented(let value): try container.encode(value)
            }
        }
    }

    private func name<Union: Codable>(of json: String, as type: Union.Type) throws -> String {
        let union = try JSONCoding().decode(type, from: Data(json.utf8))
        #expect(String(decoding: try JSONCoding().encode(union), as: UTF8.self) == json)
        return String("\(union)".prefix { $0 != "(" })
    }

    @Test(
        "Whole numbers tell them apart",
        arguments: [
            (#"{"tag":1,"size":3}"#, "one"), (#"{"tag":2,"size":3}"#, "two"), (#"{"tag":2}"#, "two"),
            (#"{"tag":3,"size":3}"#, "one"),
        ])
    func numbers(_ json: String, _ expected: String) throws {
        #expect(try name(of: json, as: Whole.self) == expected)
    }

    @Test(
        "Booleans tell them apart",
        arguments: [(#"{"tag":true,"size":3}"#, "on"), (#"{"tag":false,"size":3}"#, "off"), (#"{"tag":false}"#, "off")])
    func flags(_ json: String, _ expected: String) throws {
        #expect(try name(of: json, as: Switch.self) == expected)
    }

    @Test(
        "Where tags repeat, the other members tell, and of equal ones the first is taken",
        arguments: [
            (#"{"tag":"line","size":3}"#, "rope"), (#"{"tag":"line","width":3}"#, "cord"), (#"{"tag":"line"}"#, "rope"),
        ])
    func repeated(_ json: String, _ expected: String) throws {
        #expect(try name(of: json, as: Repeated.self) == expected)
    }
}
