import APISpec
import Diagnostics
import GuideImport
import OpenAPIInterop

/// A service as an input describes it, before overlay and checks.
struct ServiceReading {
    /// What the input says.
    var document: SpecDocument
    /// Where its parts stand.
    var locations: SpecLocations
    /// What a person should look at.
    var findings: [Diagnostic]
    /// Whether the input is written for people, and may have lost something that can be recovered.
    var isGuide: Bool
    /// The calls that the page's own history lists as removed.
    var removals: Set<String> = []
    /// The names of types that the page uses and does not describe.
    var undescribed: Set<String> = []
    /// The schemas that others are made of, which count as used.
    var partNames: Set<String> = []
}

extension ServiceReading {
    /// The services of pages and of OpenAPI documents, pages first. Throws `DiagnosticError`.
    static func read(_ input: PageInput) throws -> [ServiceReading] {
        var readings: [ServiceReading] = []
        if !input.pages.isEmpty || input.descriptions.isEmpty {
            readings = try GuideImporter().importPages(input.pages, sources: input.sources).map {
                ServiceReading(
                    document: $0.document, locations: $0.locations, findings: $0.findings, isGuide: true,
                    removals: $0.removals, undescribed: Set($0.coverage.unknownTypes))
            }
        }
        if !readings.isEmpty { readings[0].findings += input.findings }
        return try readings + input.descriptions.map(Self.init)
    }

    /// Versions of one service, an OpenAPI document each. Throws `DiagnosticError`, also for documents of two services.
    static func read(versions: [(id: String, description: PageInput.Description)]) throws -> ServiceReading {
        let readings = try versions.map { ($0.id, try ServiceReading($0.description)) }
        guard let (_, first) = readings.first else { throw DiagnosticError("there is no document to read", at: nil) }
        for (_, other) in readings where other.document.service.id != first.document.service.id {
            throw DiagnosticError(
                "this describes the service `\(printable(other.document.service.id))`, and the first document "
                    + "`\(printable(first.document.service.id))`; give both the same `info.title`",
                at: other.locations[["service"]])
        }
        var document = OpenAPIImporter().merging(versions: readings.map { ($0.0, $0.1.document) })
        document.sources = []
        for source in readings.flatMap(\.1.document.sources) where !document.sources.contains(source) {
            document.sources.append(source)
        }
        return ServiceReading(
            document: document, locations: first.locations, findings: readings.flatMap(\.1.findings), isGuide: false,
            partNames: Set(readings.flatMap(\.1.partNames)))
    }

    private init(_ description: PageInput.Description) throws {
        let files = description.path.map { FilesBeside(of: $0, root: description.root) }
        let reading = try OpenAPIImporter().read(
            description.bytes, file: description.name, overlays: description.overlays.map(\.overlay),
            references: files.map { files in { try files.read($0) } })
        self.init(
            document: reading.document, locations: reading.locations, findings: description.findings + reading.findings,
            isGuide: false, partNames: reading.partNames)
        // What an export of ours says of its pages is nearer to the truth than the export itself.
        if document.sources.isEmpty { document.sources = description.sources + (files?.sources ?? []) }
        for overlay in description.overlays where !document.sources.contains(overlay.source) {
            document.sources.append(overlay.source)
        }
    }
}
