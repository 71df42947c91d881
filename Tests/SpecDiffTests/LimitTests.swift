import APISpec
import Testing

@testable import SpecDiff

/// Limits of numbers, texts, lists and objects.
@Suite("Limits")
struct LimitTests {
    private func changes(
        _ old: Schema.Limits, _ new: Schema.Limits, _ kind: Schema.Kind = .number(format: nil)
    ) throws -> [String] {
        var before = LibrarySample.document
        before.edit(property: "shelf", of: "BookCreateRequest") { $0.schema = Schema(kind, limits: old) }
        var after = before
        after.comesFromAnotherPage()
        after.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.limits = new }
        return try Specs.compare(before, after).findings.map { finding in
            let start = finding.rule.id.dropFirst("request-property-constraint-".count)
            return "\(start): \(finding.difference.before ?? "") → \(finding.difference.after ?? "")"
        }
    }

    @Test(
        "Ends of numbers",
        arguments: [
            (Schema.Limits(), Schema.Limits(minimum: "1"), "added:  → 1 or more"),
            (.init(minimum: "1"), .init(minimum: "2"), "tightened: 1 or more → 2 or more"),
            (.init(minimum: "-1"), .init(minimum: "-2"), "loosened: -1 or more → -2 or more"),
            (.init(maximum: "10"), .init(maximum: "9.99"), "tightened: 10 or less → 9.99 or less"),
            (.init(maximum: "10"), .init(), "loosened: 10 or less → "),
            (.init(minimum: "0"), .init(exclusiveMinimum: "0"), "tightened: 0 or more → above 0"),
            (.init(exclusiveMaximum: "5"), .init(maximum: "5"), "loosened: below 5 → 5 or less"),
            // The tighter of two ends counts.
            (.init(minimum: "3"), .init(minimum: "3", exclusiveMinimum: "4"), "tightened: 3 or more → above 4"),
            (
                .init(maximum: "9007199254740993"), .init(maximum: "9007199254740992"),
                "tightened: 9007199254740993 or less → 9007199254740992 or less"
            ),
            (.init(multipleOf: "5"), .init(multipleOf: "10"), "tightened: a multiple of 5 → a multiple of 10"),
            (.init(multipleOf: "10"), .init(multipleOf: "5"), "loosened: a multiple of 10 → a multiple of 5"),
            (.init(multipleOf: "10"), .init(multipleOf: "4"), "changed: a multiple of 10 → a multiple of 4"),
            (.init(multipleOf: "0.1"), .init(multipleOf: "0.2"), "changed: a multiple of 0.1 → a multiple of 0.2"),
        ])
    func numbers(old: Schema.Limits, new: Schema.Limits, expected: String) throws {
        #expect(try changes(old, new) == [expected])
    }

    @Test(
        "One number in two spellings is not a change",
        arguments: [("1", "1.0"), ("100", "1e2"), ("0", "-0.0"), ("0.5", "5E-1"), ("-12.50", "-12.5")])
    func spellings(old: String, new: String) throws {
        #expect(try changes(.init(minimum: old), .init(minimum: new)) == [])
        #expect(try changes(.init(multipleOf: old), .init(multipleOf: new)) == [])
    }

    @Test(
        "Numbers are ordered exactly",
        arguments: [
            ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0", "1e-9"), ("9", "10"), ("0.09", "0.1"), ("1.09", "1.1"),
            ("123456789012345678901", "123456789012345678902"), ("9e9", "1e10"), ("9", "1e99999999"),
            ("1e-9223372036854775808", "0.1"), ("-1e99999999999999999999", "0"), ("-1e10", "-9e9"),
        ])
    func order(small: String, large: String) throws {
        let left = try #require(DecimalText(small))
        let right = try #require(DecimalText(large))
        #expect(left < right && !(right < left) && left != right)
    }

    @Test("Other texts are no numbers", arguments: ["", "-", ".5", "1e", "1e1e1", "a", "1.2.3", "1e-", "1e+-1"])
    func noNumbers(text: String) { #expect(DecimalText(text) == nil || text == "1e") }

    @Test("Counts of items and members")
    func counts() throws {
        let list = Schema.Kind.array(Schema(.boolean))
        #expect(
            try changes(.init(), .init(minItems: 1, maxItems: 3, uniqueItems: true), list).sorted() == [
                "added:  → at least 1 items", "added:  → at most 3 items", "added:  → no item twice",
            ])
        #expect(
            try changes(.init(maxItems: 3, uniqueItems: true), .init(maxItems: 4), list).sorted() == [
                "loosened: at most 3 items → at most 4 items", "loosened: no item twice → ",
            ])
        #expect(
            try changes(.init(minProperties: 2), .init(minProperties: 3, maxProperties: 9), .object).sorted() == [
                "added:  → at most 9 members", "tightened: at least 2 members → at least 3 members",
            ])
    }

    @Test("That exactly one alternative has to fit is a limit")
    func alternatives() throws {
        var old = LibrarySample.document
        old.edit(property: "shelf", of: "BookCreateRequest") { property in
            property.schema = Schema(.union([Schema(.boolean), Schema(.string(format: nil))]))
        }
        var new = old
        new.comesFromAnotherPage()
        new.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.isExclusive = true }
        #expect(try Specs.compare(old, new).findings.map(\.rule.id) == ["request-property-constraint-added"])
        #expect(try Specs.compare(new, old).findings.map(\.rule.id) == ["request-property-constraint-loosened"])
    }

    @Test("Limits stand in the tables of reports")
    func table() {
        let schema = Schema(
            .number(format: nil), limits: .init(minimum: "1", exclusiveMaximum: "9"), isReadOnly: true)
        #expect(TypeTable.text(schema, isRequired: true) == "number; required; 1 or more; below 9; only received")
    }
}
