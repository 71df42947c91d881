import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import OpenAPIInterop
import PageDialects

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
    /// Whether it is a page, which may have lost a table that it had.
    var isPage = false
    /// The calls that the page's own history lists as removed.
    var removals: Set<String> = []
    /// The names of types that the page uses and does not describe.
    var undescribed: Set<String> = []
    /// The schemas that others are made of, which count as used.
    var partNames: Set<String> = []
    /// The paths of the files beside the input that its references lead to, whether they are there or not.
    var filesBeside: [String] = []
    /// The schemas that are called after operations, with the beginning of their names that stands for these.
    var namedAfter: [String: String] = [:]
}

extension ServiceReading {
    /// The services of pages and of OpenAPI documents, pages first. With `splitsVersions`, versions that a document
    /// describes side by side become versions of the spec. Throws `DiagnosticError`.
    static func read(_ input: PageInput, splitsVersions: Bool = false) throws -> [ServiceReading] {
        var readings: [ServiceReading] = []
        let (found, guides) = try recognised(input)
        var groups = found
        if !guides.isEmpty || groups.isEmpty && input.descriptions.isEmpty {
            let names = Set(guides.map(\.file))
            let sources = zip(input.pages, input.sources).filter { names.contains($0.0.file) }.map(\.1)
            let isKnown = input.sources.count == input.pages.count
            do {
                let imports = try DocumentationImporter().importPages(
                    guides, sources: isKnown ? sources : input.sources)
                readings = imports.map {
                    ServiceReading(
                        document: $0.document, locations: $0.locations, findings: $0.findings, isGuide: true,
                        isPage: true, removals: $0.removals, undescribed: Set($0.coverage.unknownTypes))
                }
                if let first = guides.first, !readings.isEmpty {
                    readings[0].findings.insert(PageDialect.guideNote(GuideDialect.scp.title, first), at: 0)
                }
            } catch let error as DiagnosticError where !groups.isEmpty && error.isNoGuide {
                groups[0] = groups[0].leavingOut(guides)
            } catch let error as DiagnosticError where !groups.isEmpty {
                // Beside the pages of a dialect those of the guides are most likely others.
                throw DiagnosticError(
                    error.diagnostics.map {
                        .error(
                            "\($0.message); the other pages are written in another dialect "
                                + "(`\(groups.map(\.dialect.name).joined(separator: "`, `"))`): import the two apart",
                            at: $0.location, rule: $0.rule)
                    })
            } catch let error as DiagnosticError {
                throw input.explained(error)
            }
        }
        for group in groups { readings += try services(of: group, input) }
        if !readings.isEmpty { readings[0].findings += input.findings }
        return try readings
            + input.descriptions.map { description in
                var reading = try ServiceReading(description)
                let recognised = try OpenAPIImporter().recognisingVersions(
                    in: reading.document, locations: reading.locations, splits: splitsVersions,
                    namedAfter: reading.namedAfter)
                reading.document = recognised.document
                reading.findings += recognised.findings
                return reading
            }
    }

    /// The pages by their dialects: that which a person names, or that in which the spec was read and can be read again.
    private static func recognised(_ input: PageInput) throws -> (groups: [DialectRecognition.Group], rest: [Page]) {
        if input.dialect == nil, let known = input.knownDialect {
            let read = try? DialectRecognition.groups(of: input.pages, forced: known)
            if let read, (try? read.groups.map { try $0.services() }) != nil { return read }
        }
        return try DialectRecognition.groups(of: input.pages, forced: input.dialect)
    }

    /// The services of pages of another dialect than the guides'.
    private static func services(of group: DialectRecognition.Group, _ input: PageInput) throws -> [ServiceReading] {
        try group.services().map { service in
            let reading = try OpenAPIImporter().read(document: service.document, file: service.files[0])
            // What the page cannot tell is said by the finding on its dialect, once.
            let silent: Set<String> = ["openapi-made-operation-id"]
            let files = Set(service.files)
            var document = service.leavesFormsOpen ? Self.withoutImpliedForms(reading.document) : reading.document
            document.sources = zip(input.pages, input.sources).filter { files.contains($0.0.file) }.map { _, source in
                var source = source
                source.dialect = service.dialect
                return source
            }
            document.note(service.lost)
            return ServiceReading(
                document: document, locations: reading.locations,
                findings: service.findings + reading.findings.filter { !silent.contains($0.rule ?? "") },
                isGuide: false, isPage: true, undescribed: service.lost.undescribed, partNames: reading.partNames)
        }
    }

    /// The document without what forms imply: a page tells of each field whether it is required, and nothing of the body.
    private static func withoutImpliedForms(_ document: SpecDocument) -> SpecDocument {
        let forms: Set<String> = ["multipart/form-data", "application/x-www-form-urlencoded"]
        var document = document
        for operation in document.operations.indices {
            for revision in document.operations[operation].revisions.indices {
                guard let request = document.operations[operation].revisions[revision].request,
                    forms.contains(request.mediaType)
                else { continue }
                document.operations[operation].revisions[revision].request?.isRequired = false
            }
        }
        return document
    }

    /// Versions of one service, an OpenAPI document each. Throws `DiagnosticError`, also for documents of two services.
    /// With `known`, the spec of earlier ones, operations keep their names.
    static func read(
        versions: [(id: String, description: PageInput.Description)], keeping known: SpecDocument? = nil
    ) throws -> ServiceReading {
        let readings = try versions.map { ($0.id, try ServiceReading($0.description)) }
        guard let (_, first) = readings.first else { throw DiagnosticError("there is no document to read", at: nil) }
        for (_, other) in readings where other.document.service.id != first.document.service.id {
            throw DiagnosticError(
                "this describes the service `\(printable(other.document.service.id))`, and the first document "
                    + "`\(printable(first.document.service.id))`; give both the same `info.title`",
                at: other.locations[["service"]])
        }
        let merged = try OpenAPIImporter().merge(
            readings.map { $0.1.version($0.0) }, keeping: known)
        var document = merged.document
        document.sources = []
        for (id, reading) in readings {
            for source in reading.sources(of: id) where !document.sources.contains(source) {
                document.sources.append(source)
            }
        }
        return ServiceReading(
            document: document, locations: first.locations,
            findings: readings.flatMap(\.1.findings) + merged.findings, isGuide: false,
            partNames: Set(readings.flatMap(\.1.partNames)))
    }

    /// A spec with the document of a further version. Throws `DiagnosticError`, also for a document of another service.
    static func adding(
        _ description: PageInput.Description, as version: String, to document: SpecDocument, at locations: SpecLocations
    ) throws -> MergedVersions {
        let reading = try ServiceReading(description)
        guard reading.document.service.id == document.service.id else {
            throw DiagnosticError(
                "this describes the service `\(printable(reading.document.service.id))`, and the spec is one of "
                    + "`\(printable(document.service.id))`; nothing was changed", at: reading.locations[["service"]])
        }
        var result = try OpenAPIImporter().adding(
            reading.version(version), to: document, locations: locations)
        result.document.sources = document.sources
        for source in reading.sources(of: version) where !result.document.sources.contains(source) {
            result.document.sources.append(source)
        }
        result.findings = reading.findings + result.findings
        return result
    }

    /// What was read with the documents of further versions, in the order in which these were added to the spec. Throws
    /// `DiagnosticError`, also for a document of another service.
    func adding(_ versions: [(id: String, description: PageInput.Description)]) throws -> ServiceReading {
        var result = self
        for (id, description) in versions {
            let merged = try Self.adding(description, as: id, to: result.document, at: locations)
            result.document = merged.document
            result.findings += merged.findings
        }
        return result
    }

    /// What was read as the document of a version.
    private func version(_ id: String) -> VersionedDocument {
        VersionedDocument(id: id, document: document, locations: locations, namedAfter: namedAfter)
    }

    /// What was read for a version: an update asks for the document of each.
    private func sources(of version: String) -> [Source] {
        document.sources.map { source in
            var source = source
            source.version = source.foundOn == nil && !source.isOverlay ? version : nil
            return source
        }
    }

    private init(_ description: PageInput.Description) throws {
        let files = description.path.map { FilesBeside(of: $0, root: description.root) }
        let reading = try OpenAPIImporter().read(
            description.bytes, file: description.name, overlays: description.overlays.map(\.overlay),
            references: files.map { files in { try files.read($0) } })
        self.init(
            document: reading.document, locations: reading.locations, findings: description.findings + reading.findings,
            isGuide: false, partNames: reading.partNames, namedAfter: reading.namedAfter)
        filesBeside = files?.asked ?? []
        // What an export of ours says of its pages is nearer to the truth than the export itself.
        if document.sources.isEmpty { document.sources = description.sources + (files?.sources ?? []) }
        for overlay in description.overlays where !document.sources.contains(overlay.source) {
            document.sources.append(overlay.source)
        }
    }
}
