import APISpec
import Diagnostics
import YAML

/// Reads OpenAPI 3.0 and 3.1 documents, in YAML or JSON.
///
/// References are followed within the document only; nothing is ever fetched. What a spec has no place for is a
/// finding with its JSON pointer, never left out in silence. Members that ``OpenAPIExporter`` adds are read back.
public struct OpenAPIImporter: Sendable {
    private static let limits = YAMLLimits(bytes: 64 << 20, depth: 256, nodes: 8_000_000, aliases: 100_000)

    /// An importer; the same bytes always give the same result.
    public init() {}

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: its content, in UTF-8.
    ///   - file: its name for diagnostics.
    /// - Returns: the service with one version, the places of its parts, and findings.
    /// - Throws: `DiagnosticError` with everything that is wrong: text that is no YAML or JSON, another version of
    ///   OpenAPI, references that lead nowhere or out of the document or in circles, operations that share an id.
    public func read(_ bytes: [UInt8], file: String) throws -> OpenAPIImport {
        let root = try parseYAML(JSONSurrogates.decoded(bytes), file: file, limits: Self.limits)
        var reading = DocumentReading(file: file, root: root)
        let document = reading.document()
        let errors = reading.log.errors
        guard errors.isEmpty, let document else {
            throw DiagnosticError(errors.sorted { ($0.location ?? root.location) < ($1.location ?? root.location) })
        }
        let findings = reading.log.findings.enumerated().sorted { left, right in
            let places = (left.element.location ?? root.location, right.element.location ?? root.location)
            return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
        }
        let parts = AllOfParts.references(in: root).compactMap { DocumentReading.schemaKey(of: $0) }
        return OpenAPIImport(
            document: document, locations: reading.locations, findings: findings.map(\.element),
            partNames: Set(parts.compactMap { reading.names[$0] }))
    }
}
