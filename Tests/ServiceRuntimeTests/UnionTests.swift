import ServiceRuntime
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct UnionTests {
    struct Level: OpenNumberEnum {
        let rawValue: Int
        init(rawValue: Int) { self.rawValue = rawValue }
        static let low = Self(rawValue: 1)
        static let documentedValues: [Self] = [low]
    }

    struct Cat: FieldCodable, Equatable, Sendable {
        var kind: PolicyType
        var lives: Int?
        init(from fields: FieldReader) throws {
            kind = try fields.required("kind")
            lives = try fields.optional("lives")
        }

        func write(to fields: FieldWriter) throws {
            try fields.write("kind", kind)
            try fields.writeIfPresent("lives", lives)
        }
    }

    struct Dog: Codable, Equatable, Sendable {
        var kind: String
        var bark: Int
    }

    /// What generated code looks like.
    enum Pet: FieldValue, Equatable, Sendable {
        case cat(Cat)
        case dog(Dog)
        case number(Double)
        case undocumented(JSONValue)

        init(from decoder: any Decoder) throws {
            self = try decoder.union(
                [UnionCase(Pet.cat), UnionCase(Pet.dog), UnionCase(Pet.number)], undocumented: Pet.undocumented)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .cat(let value): try container.encode(value)
            case .dog(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            case .undocumented(let value): try container.encode(value)
            }
        }
    }

    struct Named: Decodable {
        let pet: Pet

        init(from decoder: any Decoder) throws {
            pet = try decoder.union(
                discriminatedBy: "kind", ["VM_IMAGE": UnionCase(Pet.cat), "dog": UnionCase(Pet.dog)],
                undocumented: Pet.undocumented)
        }
    }

    private func read(_ json: String) throws -> Pet { try JSONCoding().decode(Pet.self, from: Data(json.utf8)) }

    @Test(arguments: [
        (#"{"kind":"VM_IMAGE","lives":9}"#, "cat"), (#"{"kind":"VM_IMAGE"}"#, "cat"),
        (#"{"kind":"dog","bark":3}"#, "dog"), ("1.5", "number"), (#"{"other":1}"#, "undocumented"),
        ("null", "undocumented"),
    ])
    func bestCaseAndBackAgain(_ json: String, _ name: String) throws {
        let pet = try read(json)
        #expect("\(pet)".hasPrefix(name))
        #expect(String(decoding: try JSONCoding().encode(pet), as: UTF8.self) == json)
    }

    @Test func discriminator() throws {
        func named(_ json: String) throws -> Pet {
            try JSONCoding().decode([String: Named].self, from: Data(#"{"a":\#(json)}"#.utf8))["a"]?.pet
                ?? .undocumented(.null)
        }
        #expect(try "\(named(#"{"kind":"dog","bark":1}"#))".hasPrefix("dog"))
        #expect(try named(#"{"kind":"cow","n":[1]}"#) == .undocumented(["kind": "cow", "n": [1]]))
        let error = #expect(throws: DecodingError.self) { try named(#"{"kind":"dog"}"#) }
        guard case .keyNotFound(let key, let context)? = error else {
            Issue.record("\(String(describing: error))"); return
        }
        #expect((context.codingPath + [key]).map(\.stringValue) == ["a", "bark"])
    }

    @Test func deviationsOfTheChosenCaseHavePlaces() throws {
        var seen: [String] = []
        let pets = try JSONCoding().decode([Pet].self, from: Data(#"[{"kind":"FILESYSTEM","lives":"7"}]"#.utf8)) {
            seen.append("\($0)")
        }
        #expect("\(pets[0])".hasPrefix("cat"))
        #expect(seen == [#"$[0].lives: number-in-string, saw "7""#])
    }

    @Test func openNumbers() throws {
        struct Holder: Decodable {
            let level: Level
            init(from decoder: any Decoder) throws { level = try FieldReader(decoder).required("level") }
        }
        let level = try JSONCoding().decode(Holder.self, from: Data(#"{"level":"5"}"#.utf8)).level
        #expect(level.rawValue == 5)
        #expect(!level.isDocumented && Level.low.isDocumented)
        #expect(String(decoding: try JSONCoding().encode([level]), as: UTF8.self) == "[5]")
        #expect(try level.parameterTexts == ["5"])
    }

    private struct Open: FieldCodable, Equatable {
        var name: String
        var additional: [String: Int]
        init(name: String, additional: [String: Int]) { (self.name, self.additional) = (name, additional) }
        init(from fields: FieldReader) throws {
            name = try fields.required("name")
            additional = try fields.additional(besides: ["name"])
        }
        func write(to fields: FieldWriter) throws {
            try fields.write("name", name)
            try fields.write(additional: additional, besides: ["name"])
        }
    }

    @Test func additionalMembers() throws {
        var seen: [String] = []
        let open = try JSONCoding().decode(Open.self, from: Data(#"{"name":"n","x":1,"y":"2","z":null}"#.utf8)) {
            seen.append("\($0)")
        }
        #expect(open == Open(name: "n", additional: ["x": 1, "y": 2]))
        #expect(seen == [#"$.y: number-in-string, saw "2""#, "$.z: unexpected-null, saw null"])
        #expect(String(decoding: try JSONCoding().encode(open), as: UTF8.self) == #"{"name":"n","x":1,"y":2}"#)
        #expect(throws: EncodingError.self) { try JSONCoding().encode(Open(name: "n", additional: ["name": 1])) }
        let error = #expect(throws: DecodingError.self) {
            try JSONCoding().decode([Open].self, from: Data(#"[{"name":"n","x":"no"}]"#.utf8))
        }
        guard case .typeMismatch(_, let context)? = error else { Issue.record("\(String(describing: error))"); return }
        #expect(context.codingPath.last?.stringValue == "x")
    }
}
