import ServiceRuntime
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct TolerantDecodingTests {
    /// The smallest valid item with some members set; nil removes a member.
    private func document(_ members: [String: JSONValue?]) -> JSONValue {
        var object: [String: JSONValue] = ["name": "a", "count": 1, "created_at": "1970-01-01T00:00:00Z"]
        for (name, value) in members { object[name] = value }
        return .object(object)
    }

    private func decode(
        _ members: [String: JSONValue?], policy: DecodingPolicy = .tolerant
    ) throws -> (item: Item, deviations: [String]) {
        var deviations: [String] = []
        let data = try JSONCoding().encode(document(members))
        let item = try JSONCoding(policy: policy).decode(Item.self, from: data) { deviations.append("\($0)") }
        return (item, deviations)
    }

    private func reason(_ members: [String: JSONValue?], policy: DecodingPolicy = .tolerant) -> String? {
        do {
            _ = try decode(members, policy: policy)
            return nil
        } catch let error as DecodingError {
            switch error {
            case .keyNotFound(let key, let context): return "\(JSONPath(context.codingPath + [key])): missing"
            case .valueNotFound(_, let context): return "\(JSONPath(context.codingPath)): null"
            case .typeMismatch(_, let context), .dataCorrupted(let context):
                return "\(JSONPath(context.codingPath)): \(context.debugDescription)"
            @unknown default: return "unknown"
            }
        } catch {
            return "another error"
        }
    }

    @Test func documentedFormsHaveNoDeviations() throws {
        let (item, deviations) = try decode(
            [
                "count": nil as JSONValue?, "tags": [["key": "k", "weight": 2]], "owner": nil as JSONValue?,
                "policy": "NEW",
                "enabled": true, "ratio": 2, "sizes": [1, 2], "times": ["1970-01-01T09:00:00+09:00"],
                "quotas": ["a": 1],
                "extra": [1, nil],
            ].merging(["count": .some(.null), "owner": .some(.null)]) { $1 })
        #expect(deviations == [])
        #expect(item.count == nil)
        #expect(item.tags?.first?.weight == 2)
        #expect(item.policy == PolicyType(rawValue: "NEW"))
        #expect(item.ratio == 2)
        #expect(item.times == [instant(0)])
        #expect(item.quotas == ["a": 1])
        #expect(item.extra == [1, nil])
    }

    @Test(
        arguments: [
            ("count", "3", "$.count: number-in-string, saw \"3\""),
            ("count", "3.0", "$.count: number-in-string, saw \"3.0\""),
            ("count", "", "$.count: empty-string, saw \"\""),
            ("ratio", "-1.5e2", "$.ratio: number-in-string, saw \"-1.5e2\""),
            ("ratio", "", "$.ratio: empty-string, saw \"\""),
            ("enabled", "true", "$.enabled: boolean-in-string, saw \"true\""),
            ("enabled", "False", "$.enabled: boolean-in-string, saw \"False\""),
            ("enabled", "", "$.enabled: empty-string, saw \"\""),
            ("name", 3, "$.name: number-for-string, saw 3"),
            ("name", 1.5, "$.name: number-for-string, saw 1.5"),
            ("name", true, "$.name: boolean-for-string, saw true"),
            ("policy", 7, "$.policy: number-for-string, saw 7"),
            ("policy", nil, "$.policy: unexpected-null, saw null"),
            ("tags", nil, "$.tags: unexpected-null, saw null"),
            ("created_at", "1970-01-01T00:00:00", "$.created_at: date-without-zone, saw \"1970-01-01T00:00:00\""),
            ("created_at", "1970-01-01", "$.created_at: date-format, saw \"1970-01-01\""),
            ("sizes", ["1", 2], "$.sizes[0]: number-in-string, saw \"1\""),
            ("times", ["1970-01-01"], "$.times[0]: date-format, saw \"1970-01-01\""),
            ("quotas", ["a": "5"], "$.quotas.a: number-in-string, saw \"5\""),
            ("quotas", ["5": "5"], "$.quotas[\"5\"]: number-in-string, saw \"5\""),
            ("tags", [["key": 1, "weight": 1]], "$.tags[0].key: number-for-string, saw 1"),
            (
                "tags", [["key": "", "weight": 1], ["key": "", "weight": "2"]],
                "$.tags[1].weight: number-in-string, saw \"2\""
            ),
        ] as [(String, JSONValue, String)])
    func deviationIsToleratedAndReported(_ name: String, _ value: JSONValue, _ deviation: String) throws {
        #expect(try decode([name: value]).deviations == [deviation])
        #expect(reason([name: value], policy: .strict)?.contains("not as documented") == true)
    }

    @Test func toleratedValues() throws {
        #expect(try decode(["count": "3.0"]).item.count == 3)
        #expect(try decode(["count": ""]).item.count == nil)
        #expect(try decode(["enabled": "False"]).item.enabled == false)
        #expect(try decode(["name": 1.5]).item.name == "1.5")
        #expect(try decode(["policy": 7]).item.policy?.rawValue == "7")
        #expect(try decode(["created_at": "1970-01-01"]).item.createdAt == instant(0))
        #expect(try decode(["sizes": ["1", 2]]).item.sizes == [1, 2])
        #expect(try decode(["quotas": ["a": "5", "b": 6]]).item.quotas == ["a": 5, "b": 6])
        #expect(try decode(["tags": [["key": 1, "weight": "2"]]]).item.tags?.first?.key == "1")
    }

    @Test func absentFields() throws {
        let (item, deviations) = try decode(["count": .none])
        #expect(item.count == nil)
        #expect(deviations == ["$.count: missing-field, saw no field"])
        #expect(
            reason(["count": .none], policy: .strict) == "$.count: not as documented: missing-field, saw no field")
        #expect(reason(["name": .none]) == "$.name: missing")
        #expect(reason(["created_at": .none]) == "$.created_at: missing")
    }

    @Test(
        arguments: [
            ("name", nil, "$.name: null"),
            ("created_at", nil, "$.created_at: null"),
            ("created_at", "", "$.created_at: expected Date, found an empty string"),
            ("created_at", "soon", "$.created_at: expected a date, found the string \"soon\""),
            ("count", "many", "$.count: expected Int, found the string \"many\""),
            ("count", "3.5", "$.count: expected Int, found the string \"3.5\""),
            ("ratio", "nan", "$.ratio: expected Double, found the string \"nan\""),
            ("enabled", "yes", "$.enabled: expected Bool, found the string \"yes\""),
            ("sizes", [1, ""], "$.sizes[1]: expected Int, found an empty string"),
            ("quotas", ["a": ""], "$.quotas.a: expected Int, found an empty string"),
            ("times", ["soon"], "$.times[0]: expected a date, found the string \"soon\""),
            ("tags", [["key": "k"]], "$.tags[0].weight: missing"),
            ("tags", [["key": "k", "weight": ""]], "$.tags[0].weight: expected Int, found an empty string"),
        ] as [(String, JSONValue, String)])
    func whatCannotBeUnderstood(_ name: String, _ value: JSONValue, _ expected: String) {
        #expect(reason([name: value]) == expected)
    }

    @Test(arguments: ["name", "count", "enabled", "sizes", "policy", "quotas", "created_at", "tags"])
    func anotherShapeIsAnError(_ name: String) {
        let reason = reason([name: name == "quotas" || name == "tags" ? 3 : ["x": 1]])
        #expect(reason?.hasPrefix("$.\(name)") == true)
    }

    @Test func aListReadTwiceReportsOnce() throws {
        let (_, deviations) = try decode(["times": ["1970-01-01", "1970-01-01T00:00:00"]])
        #expect(deviations.count == 2)
        let mixed = try decode(["times": ["1970-01-01"], "sizes": ["1", "2"]]).deviations
        #expect(mixed.count == 3)
    }

    @Test func plainDecoderToleratesSilently() throws {
        let data = try JSONCoding().encode(
            document(["count": "3", "created_at": "1970-01-01T00:00:00", "times": ["1970-01-01"]]))
        let item = try JSONDecoder().decode(Item.self, from: data)
        #expect(item.count == 3)
        #expect(item.createdAt == instant(0))
        #expect(item.times == [instant(0)])
    }

    @Test func secretsAreNotReported() {
        let path = JSONPath(steps: [.member("adminPassword"), .element(0)])
        #expect(Deviation(path: path, kind: .numberForString, seen: "12345").seen == "<redacted>")
        let long = Deviation(path: JSONPath(), kind: .dateFormat, seen: String(repeating: "x", count: 100))
        #expect(long.seen == String(repeating: "x", count: 60) + "…")
    }

    @Test func openEnumeration() throws {
        #expect(PolicyType.vmImage.isDocumented)
        #expect(!PolicyType(rawValue: "").isDocumented)
        #expect(PolicyType(rawValue: "VM_IMAGE") == .vmImage)
        #expect("\(PolicyType.filesystem)" == "FILESYSTEM")
        let data = Data(#"["VM_IMAGE","NEW"]"#.utf8)
        let values = try JSONCoding().decode([PolicyType].self, from: data)
        #expect(values.map(\.isDocumented) == [true, false])
        #expect(try JSONCoding().encode(values) == data)
    }
}
