import Foundation
import ServiceRuntime
import Testing

/// Documents that are meant to do harm, or look like it.
@Suite struct JSONHostileInputTests {
    private func reason<Value: Decodable>(_ type: Value.Type, _ text: String) -> String {
        do {
            let value = try JSONCoding().decode(type, from: Data(text.utf8))
            return "read as \(value)"
        } catch DecodingError.dataCorrupted(let context) {
            return "\(JSONPath(context.codingPath)): \(context.debugDescription)"
        } catch {
            return "\(Swift.type(of: error))"
        }
    }

    @Test func hugeNumbers() throws {
        let digits = String(repeating: "9", count: 100_000)
        #expect(reason([Int].self, "[\(digits)]") == "$[0]: the value does not fit Int")
        #expect(reason([Double].self, "[\(digits)]") == "$[0]: the value does not fit Double")
        #expect(reason([Decimal].self, "[1e999999999999999999999]") == "$[0]: the value does not fit Decimal")
        #expect(reason([Int].self, "[1e999999999999999999999]") == "$[0]: the value does not fit Int")
        #expect(reason([Int].self, "[1e-999999999999999999999]") == "$[0]: the value does not fit Int")
        #expect(reason([UInt].self, "[1, -1]") == "$[1]: the value does not fit UInt")
        #expect(reason([Double].self, "[1e400]") == "$[0]: the value does not fit Double")
        #expect(try JSONCoding().decode([Double].self, from: Data("[1e-400]".utf8)) == [0])
        #expect(
            try JSONCoding().decode([Int].self, from: Data("[10\(String(repeating: "0", count: 30))e-30]".utf8)) == [10]
        )
    }

    @Test(arguments: [#"\ud800"#, #"\udc00"#, #"\ud800x"#, #"\ud800\n"#, #"\ud800\ud800"#, #"a\ude00\ud83d"#])
    func halfOfASurrogatePair(_ text: String) throws {
        #expect(reason([String].self, "[\"\(text)\"]") == "$[0]: the string is not valid text")
        #expect(throws: DecodingError.self) { try JSONValue(json: "[\"\(text)\"]") }
        // What is not read does no harm.
        #expect(try JSONCoding().decode([String: Int].self, from: Data(#"{"a":1}"#.utf8)) == ["a": 1])
    }

    @Test func longStrings() throws {
        let plain = String(repeating: "0123456789", count: 100_000)
        #expect(try JSONValue(json: "\"\(plain)\"") == .string(plain))
        let escaped = String(repeating: #"\u00e9\/"#, count: 100_000)
        #expect(try JSONValue(json: "\"\(escaped)\"") == .string(String(repeating: "é/", count: 100_000)))
        #expect(try JSONCoding().encode(plain).count == 1_000_002)
    }

    @Test func ofMembersWithTheSameNameTheFirstOneCounts() throws {
        struct Pair: Decodable, Equatable {
            var b: Int
            var a: Int
            enum CodingKeys: CodingKey { case b, a }
        }
        for text in [
            #"{"a":1,"b":2,"a":3,"b":4}"#, #"{"a":1,"b":2,"\u0061":3}"#, #"{"\u0061":1,"b":2,"a":3}"#,
            #"{"a":1,"a":2,"a":3,"b":2}"#, #"{"b":2,"x":0,"y":0,"a":1,"z":0,"a":9}"#,
        ] {
            let data = Data(text.utf8)
            #expect(try JSONCoding().decode(Pair.self, from: data) == JSONDecoder().decode(Pair.self, from: data))
            #expect(try JSONCoding().decode(Pair.self, from: data) == Pair(b: 2, a: 1), "\(text)")
            #expect(try JSONValue(json: data) == JSONDecoder().decode(JSONValue.self, from: data))
        }
    }

    @Test func manyMembers() throws {
        let count = 20_000
        let members = (0..<count).map { "\"m\($0)\":\($0)" }
        let text = "{" + members.joined(separator: ",") + ",\"m7\":0}"
        let clock = ContinuousClock()
        var found: [String: Int] = [:]
        let time = try clock.measure {
            found = try JSONCoding().decode([String: Int].self, from: Data(text.utf8))
        }
        #expect(found.count == count)
        #expect(found["m7"] == 7 && found["m19999"] == 19_999)
        // Searching one by one would take minutes.
        #expect(time < .seconds(20))
    }

    @Test func membersInAnyOrder() throws {
        let names = ["name", "count", "created_at", "enabled", "ratio", "owner"]
        let values = [
            "name": "\"n\"", "count": "1", "created_at": "\"1970-01-01T00:00:00Z\"", "enabled": "true", "ratio": "2",
            "owner": "null",
        ]
        var random = SeededGenerator(state: 4)
        for _ in 0..<50 {
            let text = names.shuffled(using: &random).map { "\"\($0)\": \(values[$0] ?? "")" }.joined(separator: " ,\n")
            let item = try JSONCoding(policy: .strict).decode(Item.self, from: Data("{\(text)}".utf8))
            #expect(item.name == "n" && item.count == 1 && item.enabled == true && item.ratio == 2)
            #expect(item.owner == nil && item.createdAt == instant(0))
        }
    }
}
