import APISpec
import SpecDiff
import Testing

@Suite("Checks of objects, and null as the only value")
struct ChecksAndNullTests {
    private let old = LibrarySample.document

    private func lines(
        from prepare: (inout SpecDocument) -> Void = { _ in }, _ edit: (inout SpecDocument) -> Void
    ) throws -> [String] {
        var old = old
        prepare(&old)
        var new = old
        new.comesFromAnotherPage()
        edit(&new)
        return try Specs.compare(old, new).findings.map { "\($0.rule.id) \($0.location)" }
    }

    @Test("What objects have to keep to besides their members is a limit")
    func checks() throws {
        func object(_ name: String, _ value: JSONValue) -> JSONValue { .object([JSONValue.Member(name, value)]) }
        let checks = object("dependentRequired", object("title", .array([.string("author")])))
        let place = "schemas/BookCreateRequest"
        #expect(
            try lines { $0.edit(schema: "BookCreateRequest") { $0.checks = checks } } == [
                "request-property-constraint-added \(place)"
            ])
        #expect(
            try lines(from: { $0.edit(schema: "BookCreateRequest") { $0.checks = checks } }) {
                $0.edit(schema: "BookCreateRequest") { $0.checks = nil }
            } == ["request-property-constraint-loosened \(place)"])
        #expect(
            try lines(from: { $0.edit(schema: "BookCreateRequest") { $0.checks = checks } }) {
                $0.edit(schema: "BookCreateRequest") { $0.checks = object("not", .object([])) }
            } == ["request-property-constraint-changed \(place)"])
    }

    @Test("Null as the only value is a type, not one that nothing tells")
    func null() throws {
        func types(_ old: Schema, _ new: Schema) throws -> [String] {
            func put(_ type: Schema, _ document: inout SpecDocument) {
                document.edit(schema: "BookCreateRequest") { schema in
                    schema.properties.append(.init(name: "odd", isRequired: true, schema: type))
                }
            }
            var before = self.old
            put(old, &before)
            var after = self.old
            after.comesFromAnotherPage()
            put(new, &after)
            return try Specs.compare(before, after).findings.map { finding in
                "\(finding.rule.id) \(finding.difference.before ?? "") → \(finding.difference.after ?? "")"
            }
        }
        let text = Schema(.string(format: nil))
        let optional = Schema(.string(format: nil), isNullable: true)
        #expect(try types(.null, text) == ["request-property-type-changed null → string"])
        #expect(try types(text, .null) == ["request-property-type-changed string → null"])
        #expect(try types(.null, optional) == ["request-property-type-widened null → string"])
        #expect(try types(optional, .null) == ["request-property-type-narrowed string → null"])
        #expect(try types(.null, Schema(.unknown)) == ["reading-evidence-lost null → any JSON"])
        #expect(try types(.null, .null) == [])
    }
}
