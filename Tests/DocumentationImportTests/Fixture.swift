import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import Foundation

/// Pages of the fixtures folder and pages written in a test.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    static func page(_ name: String) throws -> Page { try page(text: text(name), file: name) }

    static func page(text: String, file: String) throws -> Page { try PageReader.read(Array(text.utf8), file: file) }

    static func service(_ name: String) throws -> ImportedDocumentation { try service(text: text(name), file: name) }

    static func service(text: String, file: String = "page.txt") throws -> ImportedDocumentation {
        let results = try DocumentationImporter().importPages([page(text: text, file: file)], sources: [])
        guard results.count == 1 else { throw DiagnosticError("\(results.count) services", at: nil) }
        return results[0]
    }

    /// The diagnostics of a page that cannot be imported.
    static func errors(text: String, file: String = "page.txt") throws -> [String] {
        errors(pages: [try page(text: text, file: file)])
    }

    /// The diagnostics of pages that cannot be imported.
    static func errors(pages: [Page]) -> [String] {
        do {
            _ = try DocumentationImporter().importPages(pages, sources: [])
            return []
        } catch {
            return (error as? DiagnosticError)?.diagnostics.map(\.description) ?? ["\(error)"]
        }
    }
}

extension SpecDocument {
    func operation(_ id: String) -> APISpec.Operation? { operations.first { $0.id == id } }

    func revision(_ id: String, _ version: String) -> Revision? {
        operation(id)?.revisions.first { $0.versions.contains(version) }
    }

    func schema(_ name: String) -> NamedSchema? { schemas.first { $0.name == name } }

    func property(_ schema: String, _ name: String) -> NamedSchema.Property? {
        self.schema(schema)?.properties.first { $0.name == name }
    }
}
