import APISpec
import Diagnostics
import Foundation
import SpecDiff
import Testing

/// A validator for the words of JSON Schema that the schemas of our reports use; it knows no others.
struct JSONSchemaValidator {
    let root: [String: Any]
    /// Other schemas that this one names, by their files.
    var others: [String: [String: Any]] = [:]

    /// What is wrong with a value, a line each.
    func problems(_ value: Any, _ schema: [String: Any], at path: String = "$") -> [String] {
        var problems: [String] = []
        for (word, rule) in schema {
            switch (word, rule) {
            case ("description", _), ("$schema", _), ("title", _), ("$defs", _): break
            case ("anyOf", let schemas as [[String: Any]]):
                let all = schemas.map { self.problems(value, $0, at: path) }
                if !all.contains([]) { problems += all.joined() }
            case ("$ref", let name as String) where !name.hasPrefix("#"):
                problems +=
                    others[name].map { other in
                        JSONSchemaValidator(root: other).problems(value, other, at: path)
                    } ?? ["\(path): no \(name)"]
            case ("$ref", let name as String):
                let key = name.split(separator: "/").last.map(String.init) ?? ""
                let target = (root["$defs"] as? [String: Any])?[key] as? [String: Any]
                problems += target.map { self.problems(value, $0, at: path) } ?? ["\(path): no \(name)"]
            case ("const", let expected as Int):
                if value as? Int != expected { problems.append("\(path): is not \(expected)") }
            case ("enum", let choices as [Any]):
                if !choices.contains(where: { "\($0)" == "\(value)" }) { problems.append("\(path): is \(value)") }
            case ("type", let type as String):
                if !Self.isOf(type, value) { problems.append("\(path): is no \(type)") }
            case ("type", let types as [String]):
                if !types.contains(where: { Self.isOf($0, value) }) { problems.append("\(path): is none of \(types)") }
            case ("minimum", let least as Int):
                if let number = value as? Int, number < least { problems.append("\(path): is below \(least)") }
            case ("required", let names as [String]):
                guard let object = value as? [String: Any] else { continue }
                problems += names.filter { object[$0] == nil }.map { "\(path): lacks \($0)" }
            case ("additionalProperties", let flag as Bool):
                guard let object = value as? [String: Any], !flag else { continue }
                let known = Set(((schema["properties"] as? [String: Any]) ?? [:]).keys)
                problems += object.keys.filter { !known.contains($0) }.map { "\(path): has \($0)" }
            case ("properties", let properties as [String: [String: Any]]):
                guard let object = value as? [String: Any] else { continue }
                for (name, inner) in properties {
                    if let member = object[name] { problems += self.problems(member, inner, at: "\(path).\(name)") }
                }
            case ("items", let inner as [String: Any]):
                for (index, item) in ((value as? [Any]) ?? []).enumerated() {
                    problems += self.problems(item, inner, at: "\(path)[\(index)]")
                }
            default: problems.append("\(path): the schema says \(word), which is not understood")
            }
        }
        return problems
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer": value is Int
        case "boolean": value is Bool
        case "null": value is NSNull
        default: false
        }
    }
}

@Suite("The JSON Schema of reports")
struct JSONSchemaTests {
    private func schema(_ name: String = "apidoc-diff") throws -> [String: Any] {
        let data = try Data(contentsOf: Specs.folder.appending(path: "\(name).schema.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("Reports hold to it")
    func valid() throws {
        let schema = try schema()
        let validator = JSONSchemaValidator(root: schema)
        let backup = try Specs.read("backup.yaml")
        for report in [
            try ReportSample.ordinary(), try ReportSample.hostile(),
            try SpecComparer(old: backup, new: backup).compare(.versions(old: "1.0", new: "1.2")),
            try SpecComparer(old: backup, new: backup).compare(),
        ] {
            let value = try JSONSerialization.jsonObject(with: Data(JSONReport().text(report).utf8))
            #expect(validator.problems(value, schema) == [])
        }
    }

    @Test("Other documents do not")
    func invalid() throws {
        let schema = try schema()
        let validator = JSONSchemaValidator(root: schema)
        let text = try JSONReport().text(ReportSample.ordinary())
        for (old, new) in [
            ("\"apidocDiff\": 1", "\"apidocDiff\": 2"), ("\"wire\": \"breaking\"", "\"wire\": \"bad\""),
            ("\"line\": 40", "\"line\": 0"), ("\"cause\"", "\"reason\""), ("\"side\": null", "\"side\": \"both\""),
        ] {
            #expect(text.contains(old))
            let value = try JSONSerialization.jsonObject(with: Data(text.replacing(old, with: new).utf8))
            #expect(validator.problems(value, schema) != [], "\(new)")
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

    private func updateReport() throws -> UpdateReport {
        var entry = UpdateReport.Entry(spec: "spec/library.yaml", service: "Library", state: .changed)
        entry.changes = try ReportSample.ordinary()
        entry.notes = ["the page has moved"]
        entry.findings = [
            Diagnostic(.warning, "a row", at: SourceLocation(file: "page.html", line: 7), rule: "malformed-row")
        ]
        var held = UpdateReport.Entry(spec: "spec/x.yaml", service: "X", state: .heldBack)
        let part = PageLosses.Part(
            name: "closeRoom", words: "the operation `closeRoom`", path: ["operations", "closeRoom"], isTable: false)
        held.missing = [
            UpdateReport.Loss(part: part, place: SourceLocation(file: "spec/x.yaml"), pages: ["https://h/p"])
        ]
        held.taken = held.missing
        held.errors = [Diagnostic(.error, "no page", at: nil)]
        var report = UpdateReport([entry, held])
        report.generation = ["the code was written again"]
        return report
    }

    @Test("Reports of updates hold to theirs")
    func updates() throws {
        let schema = try schema("apidoc-update")
        let validator = JSONSchemaValidator(root: schema, others: ["apidoc-diff.schema.json": try self.schema()])
        let text = JSONUpdateReport().text(try updateReport())
        #expect(validator.problems(try JSONSerialization.jsonObject(with: Data(text.utf8)), schema) == [])
        for (old, new) in [
            ("\"apidocUpdate\": 1", "\"apidocUpdate\": 2"), ("\"state\": \"held-back\"", "\"state\": \"held\""),
            ("\"apidocDiff\": 1", "\"apidocDiff\": 2"), ("\"dryRun\": false", "\"dryRun\": \"no\""),
            ("\"line\": 7", "\"line\": 0"),
        ] {
            #expect(text.contains(old))
            let value = try JSONSerialization.jsonObject(with: Data(text.replacing(old, with: new).utf8))
            #expect(validator.problems(value, schema) != [], "\(new)")
        }
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let properties = try #require(definitions["spec"]?["properties"] as? [String: [String: Any]])
        #expect(properties["state"]?["enum"] as? [String] == UpdateReport.Entry.State.allCases.map(\.rawValue))
    }
}
