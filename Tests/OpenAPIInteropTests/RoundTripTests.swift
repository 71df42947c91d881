import APIModel
import APISpec
import Foundation
import OpenAPIExport
import OpenAPIInterop
import Testing

/// What an export says is read back as the same document.
struct RoundTripTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func randomDocumentsComeBack(seed: UInt64) throws {
        var random = RandomSpec(seed: seed)
        let document = random.document()
        let back = try ImportFixtureTests.exported(document, .v3_1)
        #expect(Self.difference(back, document).isEmpty)
        // What 3.0 cannot say apart: which of two lower bounds is the weaker one. Reading and writing again is stable.
        let old = try ImportFixtureTests.exported(document, .v3_0)
        #expect(Self.difference(try ImportFixtureTests.exported(old, .v3_0), old).isEmpty)
    }

    @Test(arguments: ["backup.yaml", "greenhouse.yaml"])
    func specsOfPagesComeBackVersionByVersion(name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appendingPathComponent("spec").appendingPathComponent(name)
        let whole = try SpecReader().read([UInt8](try Data(contentsOf: file)), file: name).document
        for version in whole.versions {
            let value = try OpenAPIExporter(dialect: .v3_1).document(APIModel(whole), version: version.id)
            let back = try OpenAPIImporter().read(Array(OpenAPIText.yaml(value).utf8), file: "export.yaml").document
            let expected = Self.part(of: whole, version, schemas: Set(back.schemas.map(\.name)))
            #expect(Self.difference(back, expected).isEmpty)
            let used = Set(
                expected.operations.flatMap { $0.revisions[0].responses }.flatMap { $0.schema?.referencedNames ?? [] })
            #expect(used.isSubset(of: Set(back.schemas.map(\.name))))
        }
    }

    @Test("How a list is read page by page comes back where an empty list is a status of its own")
    func pagingOfSeveralAnswers() throws {
        let text = """
            openapi: 3.1.0
            info: {title: Kites, version: '1'}
            servers: [{url: 'https://kites.example.test'}]
            paths:
              /kites:
                get:
                  operationId: listKites
                  parameters: [{name: page, in: query, schema: {type: integer, default: 1}}]
                  responses:
                    '200': {description: Kites., content: {application/json: {schema: {type: array, items: {type: object}}}}}
                    '204': {description: No kites.}
            x-apidoc-resources:
              kite: {collection: /kites, list: listKites, paging: [{by: page, position: page, first: 1}]}
            """
        let document = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document
        #expect(document.resources.first?.paging.count == 1)
        #expect(Self.difference(try ImportFixtureTests.exported(document, .v3_1), document).isEmpty)
    }

    /// One version of a document.
    private static func part(of whole: SpecDocument, _ version: APIVersion, schemas: Set<String>) -> SpecDocument {
        var part = whole
        part.versions = [version]
        part.operations = whole.operations.compactMap { operation in
            var operation = operation
            operation.revisions = operation.revisions.filter { $0.versions.contains(version.id) }.map {
                var revision = $0
                revision.versions = [version.id]
                return revision
            }
            return operation.revisions.isEmpty ? nil : operation
        }
        part.schemas = whole.schemas.filter { schemas.contains($0.name) }
        let known = Set(part.operations.map(\.id))
        func role(_ id: String?) -> String? { id.flatMap { known.contains($0) ? $0 : nil } }
        part.resources = whole.resources.compactMap { resource in
            var resource = resource
            let hadRoles = !resource.roles.isEmpty
            resource.create = role(resource.create)
            resource.list = role(resource.list)
            resource.show = role(resource.show)
            resource.updates = resource.updates.filter(known.contains)
            resource.delete = role(resource.delete)
            return hadRoles && resource.roles.isEmpty ? nil : resource
        }
        return part
    }

    /// The lines in which two documents differ; empty for equal documents.
    private static func difference(_ found: SpecDocument, _ expected: SpecDocument) -> [String] {
        guard found != expected else { return [] }
        let (new, old) = (SpecWriter().write(found), SpecWriter().write(expected))
        let lines = new.split(separator: "\n").difference(from: old.split(separator: "\n")).map { change in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        return lines.isEmpty ? ["the documents differ in what the writer does not say"] : lines
    }
}
