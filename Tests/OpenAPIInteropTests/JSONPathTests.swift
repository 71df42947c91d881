import Diagnostics
import Testing
import YAML

@testable import OpenAPIInterop

@Suite struct JSONPathTests {
    private static let document = """
        harbour: {berths: [{id: 3, kind: jetty, depth: 2.5}, {id: 7, kind: buoy}, {id: 12, kind: jetty, depth: 4}]}
        'strange name': {"it's": true}
        pilots: [Ann, Bo, null]
        """

    private func selected(_ query: String) throws -> [String] {
        let root = try parseYAML(Array(Self.document.utf8), file: "harbour.yaml")
        var evaluation = JSONPathEvaluation(root)
        return try evaluation.nodes(try JSONPath(query)).map { selected in
            selected.trail.steps.map { step in
                switch step {
                case .key(let key): key
                case .index(let index): String(index)
                }
            }.joined(separator: "/")
        }
    }

    @Test(
        arguments: [
            ("$", [""]), ("$.harbour.berths[0].id", ["harbour/berths/0/id"]),
            ("$['strange name'][\"it's\"]", ["strange name/it's"]),
            ("$.harbour.berths[-1].kind", ["harbour/berths/2/kind"]),
            ("$.pilots[*]", ["pilots/0", "pilots/1", "pilots/2"]),
            ("$.pilots[::-2]", ["pilots/2", "pilots/0"]), ("$.pilots[1:]", ["pilots/1", "pilots/2"]),
            ("$.pilots[5]", []),
            ("$..depth", ["harbour/berths/0/depth", "harbour/berths/2/depth"]),
            ("$.harbour.berths[?@.depth].id", ["harbour/berths/0/id", "harbour/berths/2/id"]),
            ("$.harbour.berths[?(@.kind == 'jetty' && @.depth > 3)].id", ["harbour/berths/2/id"]),
            ("$.harbour.berths[?@.id < 5 || @.kind == \"buoy\"].id", ["harbour/berths/0/id", "harbour/berths/1/id"]),
            ("$.harbour.berths[?!@.depth].id", ["harbour/berths/1/id"]),
            ("$.harbour.berths[?match(@.kind, 'j.*')].id", ["harbour/berths/0/id", "harbour/berths/2/id"]),
            ("$.harbour.berths[?search(@.kind, 'u')].id", ["harbour/berths/1/id"]),
            ("$.harbour.berths[?length(@.kind) == 4].id", ["harbour/berths/1/id"]),
            ("$[?count(@.*) == 3]", ["pilots"]), ("$.pilots[?@ == null]", ["pilots/2"]),
            ("$.harbour.berths[?@.id == $.harbour.berths[1].id].kind", ["harbour/berths/1/kind"]),
            ("$ .pilots [0, 1]", ["pilots/0", "pilots/1"]), ("$.pilots[?value(@..x) == 1]", []),
        ] as [(String, [String])])
    func aQuerySelects(query: String, places: [String]) throws {
        #expect(try selected(query) == places)
    }

    @Test(
        arguments: [
            "", "pilots", "$.", "$.1a", "$[", "$[01]", "$[-0]", "$['a]", "$[?@.a == ]", "$[?@.* == 1]", "$[?'a']",
            "$[?nothing(@)]",
            "$[?count(1) == 1]", "$[?length(@.a)]", "$.a b", "$[?(@.a]", "$['\\q']", "$['\\ud800']", " $", "$ ",
            "$[?match(@.a)]",
            "$[?true]", "$[9007199254740992]",
        ])
    func whatIsNoQueryIsRefused(query: String) {
        #expect(throws: JSONPathProblem.self) { try JSONPath(query) }
    }

    @Test func aQueryThatMultipliesEnds() throws {
        let lists = String(repeating: "[", count: 30) + "1,2,3" + String(repeating: "]", count: 30)
        let root = try parseYAML(Array(lists.utf8), file: "lists.json")
        var evaluation = JSONPathEvaluation(root, steps: 100_000)
        #expect(throws: JSONPathEvaluation.TooLong.self) {
            try evaluation.nodes(try JSONPath("$" + String(repeating: "..*", count: 12)))
        }
    }

    /// `{a0: 0, a1: 1, …}` of so many members.
    private func members(_ count: Int, reversed: Bool = false) -> String {
        let numbers = reversed ? Array((0..<count).reversed()) : Array(0..<count)
        return "{\(numbers.map { "a\($0): \($0)" }.joined(separator: ", "))}"
    }

    @Test("What a condition asks of the root is asked once, and values are compared once", .timeLimit(.minutes(1)))
    func absoluteQueriesAreCheap() throws {
        let text = "{list: \(members(3_000)), x: \(members(3_000)), y: \(members(3_000, reversed: true))}"
        let root = try parseYAML(Array(text.utf8), file: "a.yaml")
        for (query, count) in [("$.list[?$.x.none]", 0), ("$.list[?@ == $.x.a2999]", 1), ("$[?$.x == $.y]", 3)] {
            var evaluation = JSONPathEvaluation(root, steps: 200_000)
            #expect(try evaluation.nodes(try JSONPath(query)).count == count, "\(query)")
        }
    }

    @Test(
        "Members, pairs of values, texts and patterns are counted",
        arguments: [
            "$.list[?@.none]", "$.list[?@ == $.list[0]]", "$.list[?$.x == $.y]",
            "$.list[?match('\(aa)', '(a*)*b')]",
        ])
    func effortIsCounted(query: String) throws {
        let item = members(20)
        let list = Array(repeating: item, count: 500).joined(separator: ", ")
        let text = "{list: [\(list)], x: \(members(200)), y: \(members(200))}"
        let root = try parseYAML(Array(text.utf8), file: "a.yaml")
        var evaluation = JSONPathEvaluation(root, steps: 5_000)
        #expect(throws: JSONPathEvaluation.TooLong.self) { try evaluation.nodes(try JSONPath(query)) }
    }

    private static let aa = String(repeating: "a", count: 300)
}
