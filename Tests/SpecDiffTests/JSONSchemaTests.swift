import APISpec
import Foundation
import JSONSchemaChecking
import SpecDiff
import Testing

@Suite("The JSON Schema of reports")
struct JSONSchemaTests {
    private func schema() throws -> [String: Any] {
        let data = try Data(contentsOf: Specs.folder.appending(path: "apidoc-diff.schema.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func checked() throws -> JSONSchema {
        try JSONSchema(file: Specs.folder.appending(path: "apidoc-diff.schema.json"))
    }

    @Test("Reports hold to it")
    func valid() throws {
        let validator = try checked()
        let backup = try Specs.read("backup.yaml")
        for report in [
            try ReportSample.ordinary(), try ReportSample.hostile(),
            try SpecComparer(old: backup, new: backup).compare(.versions(old: "1.0", new: "1.2")),
            try SpecComparer(old: backup, new: backup).compare(),
        ] {
            #expect(validator.problems(JSONReport().document(report)) == [])
        }
    }

    @Test("Other documents do not")
    func invalid() throws {
        let validator = try checked()
        let text = try JSONReport().text(ReportSample.ordinary())
        for (old, new) in [
            ("\"apidocDiff\": 1", "\"apidocDiff\": 2"), ("\"wire\": \"breaking\"", "\"wire\": \"bad\""),
            ("\"line\": 40", "\"line\": 0"), ("\"cause\"", "\"reason\""), ("\"side\": null", "\"side\": \"both\""),
        ] {
            #expect(text.contains(old))
            let value = try JSONReader.value(Array(text.replacing(old, with: new).utf8))
            #expect(validator.problems(value) != [], "\(new)")
        }
    }

    @Test("Its words for severities, causes and sides are those of the code")
    func words() throws {
        let definitions = try #require(try schema()["$defs"] as? [String: [String: Any]])
        #expect(definitions["severity"]?["enum"] as? [String] == DiffSeverity.allCases.map(\.rawValue))
        let properties = try #require(definitions["finding"]?["properties"] as? [String: [String: Any]])
        #expect(properties["cause"]?["enum"] as? [String] == DiffCause.allCases.map(\.rawValue))
        let sides = try #require(properties["side"]?["enum"] as? [Any])
        #expect(sides.compactMap { $0 as? String } == DiffSide.allCases.map(\.rawValue))
    }
}
