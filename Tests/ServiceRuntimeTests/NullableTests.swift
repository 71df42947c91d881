import ServiceRuntime
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct NullableTests {
    /// What a generated request looks like.
    struct Change: FieldCodable, Equatable, Sendable {
        var name: Nullable<String>?
        var count: Nullable<Int>?
        var ratio: Nullable<Double>?
        var enabled: Nullable<Bool>?
        var tags: Nullable<[String]>?
        var labels: Nullable<[String: Int]>?
        var policy: Nullable<PolicyType>?
        var until: Nullable<Date>?
        var item: Nullable<Inner>?

        struct Inner: Codable, Equatable, Sendable { var a: Int }

        init(
            name: Nullable<String>? = nil, count: Nullable<Int>? = nil, ratio: Nullable<Double>? = nil,
            enabled: Nullable<Bool>? = nil, tags: Nullable<[String]>? = nil, labels: Nullable<[String: Int]>? = nil,
            policy: Nullable<PolicyType>? = nil, until: Nullable<Date>? = nil, item: Nullable<Inner>? = nil
        ) {
            self.name = name
            self.count = count
            self.ratio = ratio
            self.enabled = enabled
            self.tags = tags
            self.labels = labels
            self.policy = policy
            self.until = until
            self.item = item
        }

        init(from fields: FieldReader) throws {
            name = try fields.distinguished("name")
            count = try fields.distinguished("count")
            ratio = try fields.distinguished("ratio")
            enabled = try fields.distinguished("enabled")
            tags = try fields.distinguished("tags")
            labels = try fields.distinguished("labels")
            policy = try fields.distinguished("policy")
            until = try fields.distinguished("until")
            item = try fields.distinguished("item", as: Inner.self)
        }

        func write(to fields: FieldWriter) throws {
            try fields.writeIfPresent("name", name)
            try fields.writeIfPresent("count", count)
            try fields.writeIfPresent("ratio", ratio)
            try fields.writeIfPresent("enabled", enabled)
            try fields.writeIfPresent("tags", tags)
            try fields.writeIfPresent("labels", labels)
            try fields.writeIfPresent("policy", policy)
            try fields.writeIfPresent("until", until)
            try fields.writeIfPresent("item", item)
        }
    }

    private func json(_ change: Change) throws -> String {
        String(decoding: try JSONCoding().encode(change), as: UTF8.self)
    }

    @Test func absentNullAndValue() throws {
        #expect(try json(Change()) == "{}")
        #expect(
            try json(
                Change(
                    name: .null, count: .null, ratio: .null, enabled: .null, tags: .null, labels: .null, policy: .null,
                    until: .null, item: .null))
                == #"{"name":null,"count":null,"ratio":null,"enabled":null,"tags":null,"labels":null,"policy":null,"#
                + #""until":null,"item":null}"#)
    }

    @Test func literals() throws {
        let number = 3
        let change = Change(
            name: "n-\(number)", count: 3, ratio: 1.5, enabled: true, tags: ["a"], labels: ["x": 1, "x": 2],
            policy: .value(.vmImage), until: .value(instant(0)), item: .value(.init(a: 1)))
        let text =
            #"{"name":"n-3","count":3,"ratio":1.5,"enabled":true,"tags":["a"],"labels":{"x":2},"policy":"VM_IMAGE","#
            + #""until":"1970-01-01T00:00:00Z","item":{"a":1}}"#
        #expect(try json(change) == text)
        #expect(try JSONCoding().decode(Change.self, from: Data(text.utf8)) == change)
        #expect(Change(name: "plain", ratio: 1, tags: [], labels: [:]).name == .value("plain"))
        let character: Nullable<Character> = "x"
        let scalar: Nullable<Unicode.Scalar> = "y"
        #expect(character.wrapped == "x" && scalar.wrapped == "y")
    }

    @Test func readingDistinguishes() throws {
        func read(_ text: String) throws -> (change: Change, deviations: [String]) {
            var deviations: [String] = []
            let change = try JSONCoding().decode(Change.self, from: Data(text.utf8)) { deviations.append("\($0)") }
            return (change, deviations)
        }
        #expect(try read("{}") == (Change(), []))
        let nulls = try read(
            #"{"name":null,"count":null,"ratio":null,"enabled":null,"tags":null,"labels":null,"policy":null,"#
                + #""until":null,"item":null}"#)
        #expect(nulls.deviations == [])
        #expect(try json(nulls.change).components(separatedBy: "null").count == 10)
        let tolerated = try read(#"{"count":"3","name":7,"enabled":"","tags":["a",1],"until":"1970-01-01"}"#)
        #expect(
            tolerated.change
                == Change(name: "7", count: 3, enabled: .null, tags: ["a", "1"], until: .value(instant(0))))
        #expect(
            tolerated.deviations == [
                "$.name: number-for-string, saw 7", "$.count: number-in-string, saw \"3\"",
                "$.enabled: empty-string, saw \"\"", "$.tags[1]: number-for-string, saw 1",
                "$.until: date-format, saw \"1970-01-01\"",
            ])
        #expect(throws: DecodingError.self) { try read(#"{"item":{}}"#) }
        #expect(throws: DecodingError.self) { try read(#"{"count":"many"}"#) }
    }

    @Test func plainCoding() throws {
        let values: [Nullable<Int>] = [1, .null, 3]
        let data = try JSONEncoder().encode(values)
        #expect(String(decoding: data, as: UTF8.self) == "[1,null,3]")
        #expect(try JSONDecoder().decode([Nullable<Int>].self, from: data) == values)
    }

    @Test func optionals() {
        let none: String? = nil
        let some = "x"
        #expect(Nullable(none) == .null)
        #expect(Nullable(some).wrapped == "x")
        #expect(Nullable<Int>.null.wrapped == nil)
        #expect(Nullable<Int>.null.isNull && !Nullable<Int>(1).isNull)
        #expect(Set<Nullable<Int>>([1, .null, 1]).count == 2)
    }

    @Test func descriptions() {
        #expect("\(Nullable<String>.null)" == "null")
        #expect("\(Nullable<String>.value("x"))" == "x")
        #expect(String(reflecting: Nullable<String>.value("x")) == "\"x\"")
        #expect(String(reflecting: Nullable<String>.null) == "null")
    }
}
