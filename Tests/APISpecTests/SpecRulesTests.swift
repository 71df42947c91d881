import Diagnostics
import Testing

@testable import APISpec

@Suite("Every rule of specs has a spec that breaks it")
struct SpecRulesTests {
    /// What is replaced in the sample to break a rule.
    static let edits: [(rule: String, old: String, new: String)] = [
        ("missing-schema", "items: {schema: Tag}", "items: {schema: Pot}"),
        ("missing-version", "versions: ['1.1', '1.0']", "versions: ['1.1', '0.9']"),
        ("revision-listed-twice", "versions: ['1.1', '1.0']", "versions: ['1.1', '1.1']"),
        ("duplicate-parameter-name", "name: size, in: query", "name: bed_id, in: path"),
        ("parameter-not-in-path", "path: /v1/beds/{bed_id}\n", "path: /v1/beds\n"),
        ("undescribed-path-parameter", "path: /v1/beds/{bed_id}\n", "path: /v1/beds/{bed_id}/{row}\n"),
        ("invalid-path", "path: /v1/beds/{bed_id}\n", "path: v1/beds/{bed_id}\n"),
        ("invalid-path", "path: /v1/beds/{bed_id}\n", "path: /v1/beds/}bed_id{\n"),
        ("invalid-path", "path: /v1/beds/{bed_id}\n", "path: /v1/beds/{{bed_id}}\n"),
        ("invalid-path", "path: /v1/beds/{bed_id}\n", "path: '/v1/beds/{}'\n"),
        ("duplicate-call", "schemas:\n", "DUPLICATE"),
        (
            "circular-schema", "  Tag:\n    lost: true\n", "  Tag:\n    schema: Pot\n  Pot:\n    schema: Tag\n"
        ),
        (
            "missing-security-scheme", "  authentication: scp-hmac\n",
            "  authentication: scp-hmac\n  requirements: [{key: []}]\n"
        ),
        ("missing-operation", "show: listBeds", "show: showBed"),
        ("missing-resource-property", "identifier: name", "identifier: number"),
        (
            "missing-paging-part", "    items: contents\n",
            "    items: contents\n    paging: {by: offset, position: afterAll}\n"
        ),
    ]

    @Test("It is reported", arguments: edits)
    func broken(edit: (rule: String, old: String, new: String)) throws {
        var text = SpecSample.text.replacing(edit.old, with: edit.new, maxReplacements: 1)
        // The warning about undescribed parameters is not given where the table of parameters is lost.
        text = text.replacing("        lost: [parameters]\n", with: "")
        if edit.new == "DUPLICATE" {
            let operation = try #require(
                SpecSample.text.split(separator: "operations:\n").last?.split(separator: "schemas:\n").first)
            text = SpecSample.text.replacing(
                "schemas:\n", with: operation.replacing("  listBeds:", with: "  listAgain:") + "schemas:\n")
        }
        var rules: [String] = []
        do {
            let file = try SpecSample.read(text)
            rules = SpecValidator().validate(file.document, locations: file.locations).compactMap(\.rule)
        } catch let error as DiagnosticError {
            rules = error.diagnostics.compactMap(\.rule)
        }
        #expect(rules.contains(edit.rule), "\(rules)")
    }

    @Test("The list is complete; rules about time are tested with the commands that apply them")
    func complete() {
        let elsewhere: Set<String> = ["version-ended", "page-degraded"]
        #expect(Set(Self.edits.map(\.rule)).union(elsewhere) == Set(SpecRules.all.map(\.id)))
    }
}
