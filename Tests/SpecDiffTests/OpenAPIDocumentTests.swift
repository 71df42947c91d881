import APISpec
import Foundation
import OpenAPIInterop
import SpecDiff
import Testing

/// Whatever fact of an OpenAPI document changes, a comparison tells, forwards and backwards, at least once.
@Suite("Facts of whole OpenAPI documents")
struct OpenAPIDocumentTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../OpenAPIInteropTests/Fixtures").standardizedFileURL

    private func document(_ name: String) throws -> SpecDocument {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        return try OpenAPIImporter().read(Array(bytes), file: name).document
    }

    @Test(
        "60 edits of each, and none",
        arguments: [
            "beacon.yaml", "depot.yaml", "forge.yaml", "kennel.yaml", "meters.yaml", "orchard.json", "pantry.yaml",
            "parley.yaml", "pigeon.yaml", "tills.yaml",
        ])
    func facts(name: String) throws {
        let old = try document(name)
        #expect(try Specs.compare(old, old).findings.map(\.rule.id) == [])
        let all = FactEdits(old).edits
        var random = Random(seed: UInt64(name.utf8.reduce(0) { $0 + Int($1) }))
        for _ in 0..<60 {
            guard let edit = all.randomElement(using: &random) else { continue }
            var new = old
            new.sources = [Source(page: "other.yaml", sha256: String(repeating: "e", count: 64))]
            edit.edit(&new)
            for (one, other) in [(old, new), (new, old)] {
                let findings = try Specs.compare(one, other).findings
                #expect(!findings.isEmpty, "\(name): \(edit.name)")
                for finding in findings {
                    let texts = [finding.difference.subject, finding.difference.before, finding.difference.after]
                    let told = texts.compactMap(\.self).joined(separator: " ")
                    // Ranges of statuses have names of their own.
                    #expect(!told.contains("answer 0 ") && !told.contains("answer 4 "), "\(told)")
                }
            }
        }
    }
}
