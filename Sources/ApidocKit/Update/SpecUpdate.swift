import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import OpenAPIInterop
import PageFetching
import SpecDiff

/// The update of one spec: its pages are read again and compared with what it says. Nothing is written.
struct SpecUpdate {
    /// What a person has chosen.
    struct Choices {
        var pages: [String] = []
        /// Documents of versions to add, in place of pages.
        var versions: [VersionedFile] = []
        var overlays: [String] = []
        /// The folder that named documents may refer to files in.
        var root: String?
        var accepted: [String] = []
        var isFull = false
        var follows = false
        var allowedHosts: [String] = []
        var settings = DiffSettings()
    }

    /// What came of it.
    struct Outcome {
        /// What there is to report.
        var entry: UpdateReport.Entry
        /// The spec to write, with its text; `nil` where it stays as it is.
        var new: (file: SpecFile, text: String)?
        /// The spec as it is; `nil` where it cannot be read.
        var old: SpecFile?
    }

    let path: String
    let choices: Choices
    let context: PipelineContext

    /// Reads the pages and compares. Errors become the outcome, so that other specs can be updated all the same.
    func run() async -> Outcome {
        var outcome = Outcome(entry: UpdateReport.Entry(spec: path, service: path, state: .failed))
        do {
            let old = try SpecInput.read(path)
            outcome.old = old
            outcome.entry.service = old.document.service.title
            try await compare(old, &outcome)
        } catch let error as DiagnosticError {
            outcome.new = nil
            outcome.entry.state = .failed
            outcome.entry.errors = error.diagnostics
        } catch {
            outcome.new = nil
            outcome.entry.state = .failed
            outcome.entry.errors = [
                .error("this is a fault of apidoc: \(printable(String(describing: error)))", at: nil)
            ]
        }
        return outcome
    }

    /// Adds the documents of further versions, and tells what each brings to the version before it.
    private func add(
        _ versions: [VersionedFile], _ overlays: OverlayFiles, to old: SpecFile, _ outcome: inout Outcome
    ) async throws {
        var options = PageOptions(context: context, root: choices.root, allowedHosts: choices.allowedHosts)
        options.overlays = overlays.ofDocuments
        var document = old.document
        var findings: [Diagnostic] = []
        var added: [String] = []
        for entry in versions {
            let input = try await PageInput.read([entry.file], options: options)
            guard let description = input.descriptions.first else {
                throw DiagnosticError(
                    "this is not an OpenAPI document; --version-of takes one for each version",
                    at: SourceLocation(file: entry.file))
            }
            let result = try ServiceReading.adding(description, as: entry.version, to: document, at: old.locations)
            document = result.document
            findings += result.findings
            added.append(entry.version)
        }
        let reading = ServiceReading(document: document, locations: old.locations, findings: findings, isGuide: false)
        let imported = try ImportedService(
            reading, specPath: path, overlayPath: overlays.own, asOf: context.today,
            keeping: old.document, accepted: ["title"])
        // The overlay has been applied to what the spec says already.
        outcome.entry.findings = imported.findings.filter {
            $0.severity > .note && $0.rule != OverlayRules.redundant.id
        }
        let text = SpecWriter().write(imported.document)
        let new = try SpecReader().read(Array(text.utf8), file: path)
        let ids = new.document.versions.map(\.id)
        for id in added {
            guard let place = ids.firstIndex(of: id) else { continue }
            let isOldest = place == ids.count - 1
            let other = isOldest ? (place > 0 ? ids[place - 1] : nil) : ids[place + 1]
            guard let other else { continue }
            let pair = isOldest ? (id, other) : (other, id)
            let diff = try SpecComparer(old: new, new: new).compare(
                .versions(old: pair.0, new: pair.1), asOf: context.today
            ).applying(choices.settings, asOf: context.today).0
            outcome.entry.notes.append(
                "version \(oneLine(id)) is added: \(diff.changeCount) from \(pair.0) to \(pair.1)")
            outcome.entry.changes = diff
        }
        outcome.entry.state = .changed
        outcome.new = (new, text)
    }

    private func compare(_ old: SpecFile, _ outcome: inout Outcome) async throws {
        let overlays = try overlays(of: old.document)
        guard choices.versions.isEmpty else { return try await add(choices.versions, overlays, to: old, &outcome) }
        let pages = UpdatePages(
            document: old.document, specPath: path, isFull: choices.isFull, follows: choices.follows,
            allowedHosts: choices.allowedHosts, overlays: overlays.ofDocuments, root: choices.root,
            context: context)
        let result = try await pages.read(named: choices.pages)
        outcome.entry.notes = result.moves.map { move in
            choices.follows
                ? "the address \(move.from) has moved for good; the spec keeps \(move.to) from now on"
                : "the address \(move.from) has moved for good to \(move.to); `--follow` keeps the new address"
        }
        outcome.entry.state = .unchanged
        guard let input = result.input else {
            outcome.entry.findings = result.findings
            try take(old.document, sources: result.sources, old: old, &outcome)
            return
        }
        let reading =
            try pages.hasUnversionedSources
            ? reading(of: input, for: old).adding(result.versions) : reading(of: result.versions, for: old)
        let imported = try ImportedService(
            reading, specPath: path, overlayPath: overlays.own, asOf: context.today,
            keeping: old.document, accepted: choices.accepted)
        if let other = imported.otherTitle {
            outcome.entry.notes.append(
                "the documentation calls the service `\(oneLine(other))`; it stays `\(oneLine(old.document.service.title))`, and "
                    + "`--accept title` takes the new name")
        }
        outcome.entry.findings = imported.findings.filter { $0.severity > .note }
        var same = imported.document
        same.sources = old.document.sources
        let isWhole = imported.lostParts.allSatisfy { $0.isTaken(by: choices.accepted) }
        guard same != old.document || !isWhole else {
            // The words are the same, whatever the bytes are: nothing is touched.
            try take(old.document, sources: result.sources, old: old, &outcome)
            return
        }
        try take(imported.document, reading, imported.lostParts, old: old, &outcome)
    }

    /// The spec as it was, except for addresses that were followed.
    private func take(_ document: SpecDocument, sources: [Source], old: SpecFile, _ outcome: inout Outcome) throws {
        guard sources != document.sources else { return }
        var document = document
        document.sources = sources
        let text = SpecWriter().write(document)
        outcome.new = (try SpecReader().read(Array(text.utf8), file: path), text)
    }

    private func take(
        _ document: SpecDocument, _ reading: ServiceReading, _ lostParts: [LostPart], old: SpecFile,
        _ outcome: inout Outcome
    ) throws {
        let text = SpecWriter().write(document)
        let new = try SpecReader().read(Array(text.utf8), file: path)
        let today = context.today
        let (diff, findings) = try SpecComparer(old: old, new: new).compare(.all, asOf: today)
            .applying(choices.settings, asOf: today)
        let all = try SpecComparer(old: old, new: new).compare(.all, asOf: today)
        let others = PageLosses(
            announcements: Announcements(old.document, removals: reading.removals, asOf: today),
            undescribed: reading.undescribed
        ).missing(from: old.document, in: new.document, read: reading.document)
        let losses = (lostParts + others).map { part in
            UpdateReport.Loss(
                part: part, place: old.locations[part.path], pages: Self.pages(of: part.path, in: old.document))
        }
        outcome.entry.missing = losses.filter { !$0.part.isTaken(by: choices.accepted) }
        outcome.entry.taken = losses.filter { $0.part.isTaken(by: choices.accepted) }
        outcome.entry.findings += findings
        guard outcome.entry.missing.isEmpty else {
            outcome.entry.state = .heldBack
            outcome.entry.changes = diff
            return
        }
        if diff.findings.isEmpty, !all.findings.isEmpty, losses.isEmpty {
            let count = all.findings.count
            outcome.entry.notes.append("\(count) \(count == 1 ? "change is" : "changes are") ignored")
            return
        }
        outcome.entry.state = .changed
        outcome.entry.changes = diff
        outcome.new = (new, text)
    }

    /// The pages that a part was read from: those of its operation where each has its own, else all.
    private static func pages(of path: SpecPath, in document: SpecDocument) -> [String] {
        let all = document.sources.map(\.page)
        guard path.steps.count > 1, path.steps[0] == "operations",
            let operation = document.operations.first(where: { $0.id == path.steps[1] })
        else { return all }
        let own = Set(operation.revisions.flatMap(\.pages))
        return own.isEmpty ? all : all.filter(own.contains)
    }

    /// The overlays that were named; those of OpenAPI that the spec was read with where none of these was.
    private func overlays(of document: SpecDocument) throws -> OverlayFiles {
        let named = try OverlayFiles(named: choices.overlays, specPath: path)
        guard named.ofDocuments.isEmpty else { return named }
        return try OverlayFiles(recordedIn: document, specPath: path, own: named.own)
    }

    // MARK: Pages

    /// The service of the spec, as the pages describe it. Throws `DiagnosticError` where they are something else.
    private func reading(of input: PageInput, for old: SpecFile) throws -> ServiceReading {
        let service = old.document.service
        let readings: [ServiceReading]
        var input = input
        input.knownDialect = old.document.commonDialect
        do {
            readings = try ServiceReading.read(input)
        } catch let error as DiagnosticError {
            throw DiagnosticError(
                [.error(Self.notTheDocumentation(input, of: old.document), at: error.diagnostics.first?.location)]
                    + error.diagnostics)
        }
        let own = readings.filter { $0.document.service.id == service.id }
        guard own.count <= 1 else {
            throw DiagnosticError(
                "the spec was made of several documents of this service and does not say which version each describes; "
                    + "import them once more with --version-of",
                at: old.locations[["service"]])
        }
        if let reading = own.first { return reading }
        // A service without an address has its title as its id: then what it does tells it.
        let ids = Set(old.document.operations.map(\.id))
        if readings.count == 1, let only = readings.first, only.document.service.server.url.isEmpty {
            let shared = only.document.operations.count { ids.contains($0.id) }
            if shared * 2 >= ids.count, shared > 0 { return only }
        }
        let found = readings.map { "`\(printable($0.document.service.id))`" }.joined(separator: ", ")
        throw DiagnosticError(
            "the documentation describes \(found), and the spec is one of `\(printable(service.id))`; nothing was changed",
            at: old.locations[["service"]])
    }

    /// The service of the spec, as the document of each version describes it. Throws `DiagnosticError`.
    private func reading(
        of versions: [(id: String, description: PageInput.Description)], for old: SpecFile
    ) throws -> ServiceReading {
        let reading = try ServiceReading.read(versions: versions, keeping: old.document)
        let (found, wanted) = (reading.document.service.id, old.document.service.id)
        guard found != wanted else { return reading }
        throw DiagnosticError(
            "the documents describe `\(printable(found))`, and the spec is one of `\(printable(wanted))`; nothing was "
                + "changed", at: old.locations[["service"]])
    }

    /// What the pages are instead, and what they lack.
    private static func notTheDocumentation(_ input: PageInput, of document: SpecDocument) -> String {
        let count = document.operations.count
        let title = input.pages.first.flatMap(title(of:)).map { "its title is `\($0)`" } ?? "it has no title"
        return
            "this is not the documentation of `\(oneLine(document.service.title))` any more: \(title), and it has none of "
            + "the \(count) operation\(count == 1 ? "" : "s"); nothing was changed, look at the documentation"
    }

    /// The title of a page: what it says itself, else its first heading, else its first words.
    private static func title(of page: Page) -> String? {
        if let title = page.title, !title.isEmpty { return oneLine(title) }
        for case .heading(let heading) in page.blocks.map(\.content) where !heading.text.isEmpty {
            return oneLine(heading.text)
        }
        for block in page.blocks {
            switch block.content {
            case .paragraph(let text), .code(let text): return oneLine(text)
            case .heading, .table: continue
            }
        }
        return nil
    }
}

extension DiffReport {
    /// `12 changes`, in words.
    fileprivate var changeCount: String {
        findings.isEmpty ? "no change" : "\(findings.count) change\(findings.count == 1 ? "" : "s")"
    }
}

/// Text from outside on one line, cut where it is long.
private func oneLine(_ text: String) -> String {
    let flat = printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return flat.count > 120 ? flat.prefix(119) + "…" : flat
}
