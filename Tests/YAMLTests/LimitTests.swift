import Diagnostics
import Testing
import YAML

@Suite("Limits of reading", .serialized)
struct LimitTests {
    private let tooDeep = "more than 64 levels of nesting; flatten the document"

    @Test(arguments: ["[", "{", "{a: ", "- ", "? ", "[{b: ", "[\n"])
    func deepNestingStopsAtOnce(opening: String) throws {
        let isNestedInKeys = opening == "{" || opening == "? "
        let expected =
            isNestedInKeys ? "a key must be a text, not a sequence or a mapping; put it into quotes" : tooDeep
        let text = String(repeating: opening, count: 1_000_000 / opening.utf8.count)
        let clock = ContinuousClock()
        var message: String?
        let time = clock.measure { message = complaint(text) }
        #expect(message?.hasSuffix("error: \(expected)") == true)
        // Without the check on events libyaml takes minutes; the rest is the first pass over the bytes.
        #expect(time < .milliseconds(500), "took \(time)")
    }

    @Test func depthIsExact() {
        let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(complaint(fits) == nil)
        #expect(complaint("[\(fits)]") == "a.yaml:1:65: error: \(tooDeep)")
        #expect(complaint("a: &a [[]]\nb: [*a]", limits: limits(depth: 4)) == nil)
        #expect(
            complaint("a: &a [[]]\nb: [*a]", limits: limits(depth: 3))
                == "a.yaml:2:5: error: more than 3 levels of nesting; flatten the document")
        #expect(limits(depth: 1_000_000).depth == 1_000)
    }

    @Test func bytes() {
        #expect(complaint("abcd", limits: limits(bytes: 4)) == nil)
        #expect(
            complaint("abcde", limits: limits(bytes: 4))
                == "a.yaml:1:1: error: the file has 5 bytes; at most 4 are read")
    }

    @Test func nodes() {
        #expect(complaint("[a, {b: c}]", limits: limits(nodes: 5)) == nil)
        #expect(
            complaint("[a, {b: c}]", limits: limits(nodes: 4))
                == "a.yaml:1:9: error: more than 4 nodes; split the document into smaller ones")
    }

    @Test("What is written has the limits of what is read, and no key twice")
    func writtenValues() throws {
        func complaint(_ value: YAMLValue, _ limits: YAMLLimits = .standard) -> String? {
            do throws(DiagnosticError) {
                _ = try YAMLNode(written: value, file: "a.yaml", limits: limits)
                return nil
            } catch {
                return error.description
            }
        }
        let fits = (0..<64).reduce(YAMLValue.string("a")) { value, _ in .sequence([value], .flow) }
        #expect(complaint(fits) == nil)
        #expect(complaint(.sequence([fits], .flow)) == "a.yaml:1:1: error: \(tooDeep)")
        let five = YAMLValue.sequence(
            [.null, .mapping([YAMLMember("b", .bool(true))], .block)], .block)
        #expect(complaint(five, limits(nodes: 5)) == nil)
        #expect(
            complaint(five, limits(nodes: 4))
                == "a.yaml:1:1: error: more than 4 nodes; split the document into smaller ones")
        #expect(
            complaint(.mapping([YAMLMember("b", .null), YAMLMember("b", .null)], .block))
                == "a.yaml:1:1: error: the key \"b\" is already on line 1; remove one of the two")
    }

    @Test func aliasesAreCountedByWhatTheyStandFor() {
        #expect(complaint("[&a [1, 2], *a, *a]", limits: limits(aliases: 6)) == nil)
        #expect(
            complaint("[&a [1, 2], *a, *a]", limits: limits(aliases: 5))
                == "a.yaml:1:17: error: the aliases expand to more than 5 nodes; write fewer aliases")
    }

    @Test func billionLaughs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<20 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(
            complaint(text)?.hasSuffix("error: the aliases expand to more than 100000 nodes; write fewer aliases")
                == true)
    }

    @Test func directives() {
        let text = (0..<70_000).map { "%TAG !a\($0)! b\n" }.joined() + "--- x"
        #expect(complaint(text) == "a.yaml:1:1: error: more than 32 lines begin with %; remove the directives")
    }

    @Test func largeFlatDocument() throws {
        let text = "[" + String(repeating: "a, ", count: 300_000) + "a]"
        #expect(try read(text).items?.count == 300_001)
    }

    private func limits(
        bytes: Int = 1_000, depth: Int = 64, nodes: Int = 1_000, aliases: Int = 1_000
    ) -> YAMLLimits {
        YAMLLimits(bytes: bytes, depth: depth, nodes: nodes, aliases: aliases)
    }
}
