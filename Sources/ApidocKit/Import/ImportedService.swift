import APISpec
import Diagnostics
import OpenAPIInterop
import OutputFiles
import Recovery
import ResourceInference

/// A service after everything that an import does to it: reading, recovery, overlay, checks.
struct ImportedService {
    /// The spec to write.
    var document: SpecDocument
    /// What a person should look at, in the order in which it was found.
    var findings: [Diagnostic]
    /// What the pages name the service, where the spec keeps another title for it.
    private(set) var otherTitle: String?
    /// What the pages said of the service as a whole at the last import and do not say any more.
    private(set) var lostParts: [LostPart] = []

    /// Recovers what the page lost, applies the overlay, infers what the service keeps, checks examples and compares with
    /// the spec that is there. Throws `DiagnosticError` for an overlay that cannot be read or that makes the spec invalid.
    ///
    /// With `known`, the spec of the last import, this is an update: tables that are lost keep what they said, what is
    /// listed keeps its order, and the service its id and, unless `title` is `accepted`, its title. What is accepted of
    /// ``lostParts`` is not kept.
    init(
        _ reading: ServiceReading, specPath: String, overlayPath: String?, asOf day: CalendarDate,
        keeping known: SpecDocument? = nil, accepted: [String] = []
    ) throws {
        let overlay = try OverlayInput.read(overlayPath, specPath: specPath)
        document = reading.document
        findings = reading.findings
        if reading.isGuide {
            let recovery = Recovery().recover(document, locations: reading.locations)
            document = recovery.document
            findings += recovery.findings
        }
        if let known {
            if reading.isPage { document = EarlierTables(known).kept(in: document) }
            lostParts = lost(of: known, overlay?.onDocumentation, reading.locations)
            keep(known, accepted: accepted)
        }
        document = EncodingInference().infer(document)
        let read = document
        try apply(overlay?.onDocumentation, reading.locations)
        if overlay != nil {
            findings = ConfirmedLosses(from: read, to: document, at: reading.locations).applied(to: findings)
        }
        if document.resources.isEmpty { document = ResourceInference().infer(document) }
        try apply(overlay?.onResources, reading.locations)
        findings += ExampleChecker().check(document, locations: reading.locations, parts: reading.partNames)
        if let known { document = KnownOrder(known).applied(to: document) }
        try Self.checkReadable(document, locations: reading.locations, found: findings)
        guard known == nil else { return }
        if specPath != "-", let previous = try? SpecInput.read(specPath) {
            findings += PageDegradation().findings(
                from: previous.document, to: document, at: reading.locations.whole, removals: reading.removals,
                asOf: day)
        }
    }
}

extension ImportedService {
    /// What a service is, and how it is reached, does not go with a heading above the page or with a section that the
    /// page has lost.
    private mutating func keep(_ known: SpecDocument, accepted: [String]) {
        document.service.id = known.service.id
        if document.service.title != known.service.title, !accepted.contains("title") {
            otherTitle = document.service.title
            document.service.title = known.service.title
        }
        for part in lostParts where !part.isTaken(by: accepted) {
            switch part.name {
            case Self.address: document.service.server = known.service.server
            case Self.regions: document.service.server.pairs = known.service.server.pairs
            case Self.headers:
                document.service.headers = known.service.headers
                document.service.provider = known.service.provider
                document.service.authentication = document.service.authentication ?? known.service.authentication
            default:
                // The operations name the versions, and only the table says where each stands.
                document.versions = document.versions.map { version in
                    known.versions.first { $0.id == version.id } ?? version
                }
            }
        }
    }

    private static let address = "service/address"
    private static let regions = "service/regions"
    private static let headers = "service/headers"
    private static let versions = "service/versions"

    /// What `known` says of the service as a whole and neither the pages nor the overlay say any more.
    private func lost(
        of known: SpecDocument, _ overlay: Overlay?, _ locations: SpecLocations
    ) -> [LostPart] {
        // The overlay speaks of what is there with it; what it cannot be applied to is said where it counts.
        let stated = (try? overlay?.apply(to: document, locations: locations).document) ?? document
        let (old, new) = (known.service, stated.service)
        var parts: [LostPart] = []
        func add(_ name: String, _ words: String, at path: SpecPath = ["service"]) {
            parts.append(LostPart(name: name, words: words, path: path, isTable: true))
        }
        if !old.server.url.isEmpty, new.server.url.isEmpty {
            add(Self.address, "the address of the service")
        } else if !old.server.pairs.isEmpty, new.server.pairs.isEmpty, old.server.url == new.server.url {
            add(Self.regions, "the list of environments and regions")
        }
        if !old.headers.isEmpty, new.headers.isEmpty { add(Self.headers, "the headers of the example requests") }
        let isUntold = findings.contains { $0.rule == "lost-versions" }
        if isUntold,
            let changed = stated.versions.first(where: { version in
                known.versions.contains { $0.id == version.id && $0 != version }
            })
        {
            add(Self.versions, "the table of versions", at: ["versions", changed.id])
        }
        return parts
    }

    private mutating func apply(_ overlay: Overlay?, _ locations: SpecLocations) throws {
        guard let overlay, !overlay.actions.isEmpty else { return }
        let result = try overlay.apply(to: document, locations: locations)
        document = result.document
        findings += result.findings
    }

    /// Makes sure that the spec can be read again. Throws `DiagnosticError` with the findings that stand in the way; what
    /// the page states wrongly is corrected in the overlay.
    private static func checkReadable(
        _ document: SpecDocument, locations: SpecLocations, found: [Diagnostic]
    ) throws {
        var errors = SpecValidator().validate(document, locations: locations).filter { $0.severity == .error }
        if errors.isEmpty {
            do {
                _ = try SpecReader().reread(document, file: locations.whole.file)
                return
            } catch let error as DiagnosticError {
                errors = error.diagnostics.map { .error($0.message, at: locations.whole, rule: $0.rule) }
            }
        }
        // What the page lacks and was said already is not said again in the words of the spec.
        let stated = found.filter { $0.severity == .error }
        guard stated.isEmpty else { throw DiagnosticError(stated) }
        let advice = Diagnostic.error(
            "no spec was written, since it could not be read again; correct this in the overlay", at: locations.whole)
        throw DiagnosticError(found.filter { $0.severity > .note } + errors + [advice])
    }
}

/// Overlays on disk.
enum OverlayInput {
    /// The path of the overlay that belongs to a spec: `spec/backup.overlay.yaml` of `spec/backup.yaml`.
    static func path(for specPath: String) -> String {
        for suffix in [".yaml", ".yml"] where specPath.hasSuffix(suffix) {
            return String(specPath.dropLast(suffix.count)) + ".overlay" + suffix
        }
        return specPath + ".overlay.yaml"
    }

    /// Reads the named overlay, or the one beside the spec; `nil` where none is named and none is there.
    static func read(_ named: String?, specPath: String) throws -> Overlay? {
        let path = named ?? path(for: specPath)
        guard named != nil || InputFiles.exists(path) else { return nil }
        let bytes = try readInput(path, limit: SpecInput.byteLimit)
        // One of OpenAPI has changed the document before it was read.
        if named == nil, OpenAPIOverlay.isOverlay(bytes) { return nil }
        return try OverlayReader().read(bytes, file: path)
    }
}
