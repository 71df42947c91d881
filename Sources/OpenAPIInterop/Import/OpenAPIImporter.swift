import APISpec
import Diagnostics
public import YAML

/// Reads documents of OpenAPI 3.0, 3.1 and 3.2 and of Swagger 2.0, in YAML or JSON.
///
/// References are followed within the document, and into the files that the caller gives; nothing is ever fetched. What
/// a spec has no place for is a finding with its JSON pointer, never left out in silence. Members that
/// ``OpenAPIExporter`` adds are read back.
public struct OpenAPIImporter: Sendable {
    private static let limits: YAMLLimits = {
        var limits = YAMLLimits(bytes: 64 << 20, depth: 256, nodes: 8_000_000, aliases: 100_000)
        limits.mergeKeys = .merged
        return limits
    }()

    /// An importer; the same bytes always give the same result.
    public init() {}

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: its content, in UTF-8.
    ///   - file: its name for diagnostics.
    ///   - overlays: what is changed in the document before it is read, in this order.
    ///   - references: gives the files that references lead to; where it is left out, such references are errors.
    /// - Returns: the service with one version, the places of its parts, and findings.
    /// - Throws: `DiagnosticError` with everything that is wrong: text that is not YAML or JSON, another version of
    ///   OpenAPI, references that lead nowhere or to files that cannot be read, overlays that do not fit.
    public func read(
        _ bytes: [UInt8], file: String, overlays: [OpenAPIOverlay] = [], references: ReferencedFileReader? = nil
    ) throws -> OpenAPIImport {
        try LargeStack.run { try reading(bytes, file: file, overlays: overlays, references: references) }
    }

    /// Reads a document that was made of something else than a file, such as a page; its nodes tell where.
    ///
    /// - Throws: `DiagnosticError` with everything that is wrong.
    public func read(document root: YAMLNode, file: String) throws -> OpenAPIImport {
        try LargeStack.run {
            var reading = DocumentReading(file: file, root: root, limits: Self.limits, reader: nil)
            reading.keepsReservedHeaders = true
            return try Self.result(of: reading)
        }
    }

    private func reading(
        _ bytes: [UInt8], file: String, overlays: [OpenAPIOverlay], references: ReferencedFileReader?
    ) throws -> OpenAPIImport {
        var run = OpenAPIOverlayRun(try parseYAML(bytes, file: file, limits: Self.limits))
        for overlay in overlays { try run.apply(overlay) }
        let root = run.root
        if let error = NumberSearch.first(in: root) { throw error }
        var reading = DocumentReading(file: file, root: root, limits: Self.limits, reader: references)
        if let location = MergeKeySearch.first(in: bytes, file: file) {
            reading.log.report(
                OpenAPIImportRules.mergeKey,
                "merge keys (`<<`) are replaced by the keys of the mappings that they name",
                JSONPlace(), at: location)
        }
        return try Self.result(of: reading, after: run.findings)
    }

    private static func result(
        of started: DocumentReading, after earlier: [Diagnostic] = []
    ) throws -> OpenAPIImport {
        var reading = started
        let root = reading.root
        let document = reading.document()
        let errors = reading.log.errors
        guard errors.isEmpty, let document else {
            throw DiagnosticError(errors.sorted { ($0.location ?? root.location) < ($1.location ?? root.location) })
        }
        let findings = reading.log.findings.enumerated().sorted { left, right in
            let places = (left.element.location ?? root.location, right.element.location ?? root.location)
            return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
        }
        let kept = Set(document.schemas.map(\.name))
        return OpenAPIImport(
            document: document, locations: reading.locations, findings: earlier + findings.map(\.element),
            partNames: Set(AllOfParts.references(in: root).compactMap { reading.names[$0] }),
            namedAfter: reading.operationsOfSchemas.filter { kept.contains($0.key) })
    }
}
