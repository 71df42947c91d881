import APISpec
import Diagnostics
import EmbeddedDocuments
import PageFetching

/// The pages of an update.
struct UpdatePages {
    /// What was fetched or read.
    struct Result {
        /// The pages; `nil` where none has changed since the spec was read from them.
        var input: PageInput?
        /// The document of each version, where the spec was made of such.
        var versions: [(id: String, description: PageInput.Description)] = []
        /// The pages that have moved for good.
        var moves: [PageMove] = []
        /// The pages of the spec with their new addresses, where these were to be followed.
        var sources: [Source]
        /// What was found while the pages were looked for, where none has changed.
        var findings: [Diagnostic] = []
    }

    /// The spec.
    let document: SpecDocument
    let specPath: String
    /// Whether all pages are fetched and read, whatever the site says of their age.
    var isFull = false
    /// Whether the spec gets the new addresses of pages that have moved.
    var follows = false

    /// Hosts that parts of pages may be fetched from besides their own.
    var allowedHosts: [String] = []

    /// What is changed in OpenAPI documents before they are read.
    var overlays: [DocumentOverlay] = []

    /// The folder that named documents may refer to files in.
    var root: String?

    /// The program that wants them read.
    let context: PipelineContext

    /// Where pages are fetched.
    var site: PageSite { PageSite(context: context) }

    var options: PageOptions {
        PageOptions(
            context: context, root: root, allowedHosts: allowedHosts, followsMoves: follows, overlays: overlays)
    }
    /// The pages that the spec was read from, without the documents that these led to.
    private var sources: [Source] { document.namedSources }
    /// Whether the overlays are those that the spec was read with.
    var keepsOverlays: Bool { overlays.map(\.source) == document.sources.filter(\.isOverlay) }

    /// Whether the spec was read from pages that are no person's word for one version: such came first, and documents
    /// of versions were added to what they say.
    var hasUnversionedSources: Bool { sources.contains { $0.version == nil } || sources.isEmpty }

    /// The named pages, or else those that the spec was read from.
    ///
    /// Throws `DiagnosticError` where a page cannot be fetched or read, and where the spec was read from files, which
    /// are nobody knows where.
    func read(named arguments: [String]) async throws -> Result {
        // Who names a page wants it read, even where only our reading of it has changed.
        guard arguments.isEmpty else { return try await readNamed(arguments) }
        guard document.hasAddresses else {
            throw DiagnosticError(
                "the spec was read from \(shownSources); \(NamedUpdate(sources, specPath: specPath).sentence)",
                at: SourceLocation(file: specPath))
        }
        // What a page led to is asked for as well: the page may be as it was.
        let led = document.sources.filter { $0.foundOn != nil }
        let asked = led.filter { source in
            AllowedHosts(page: source.foundOn, named: allowedHosts).allow(source.page)
        }
        let known = try (sources + asked).map { source in
            let url = try PageSecrets.address(
                of: source.page, specPath: specPath, context.environment)
            return isFull
                ? PageRequest(url: url) : PageRequest(url: url, etag: source.etag, lastModified: source.lastModified)
        }
        if led.isEmpty, let result = try await readSites(sources, known) { return result }
        let first = try await site.fetchWithMoves(known)
        var fetched = first.pages
        let addresses = addresses(known.map(\.url), first.moves)
        var kept = sources
        for index in kept.indices where follows { kept[index].page = RedactedURL.text(of: addresses[index]) }
        let moves = first.moves.filter { $0.page < kept.count }
        let applied = overlays.map(\.source)
        if keepsOverlays, asked.count == led.count, fetched.allSatisfy({ $0 == .unchanged }) {
            return Result(input: nil, moves: moves, sources: kept + led + applied)
        }
        // A spec is read from all its pages, so those that have not changed are needed as well.
        let missing = kept.indices.filter { fetched[$0] == .unchanged }
        let rest = try await site.fetch(missing.map { PageRequest(url: known[$0].url) })
        for (index, page) in zip(missing, rest) { fetched[index] = page }
        var input = PageInput()
        var versions: [(id: String, description: PageInput.Description)] = []
        for ((page, address), source) in zip(zip(fetched, addresses), kept) {
            guard let version = source.version else {
                try await input.add(page, from: address, options: options)
                continue
            }
            var own = PageInput()
            try await own.add(page, from: address, options: options)
            if !own.descriptions.isEmpty { try own.take(overlays) }
            versions.append((version, try Self.document(of: own, file: source.page)))
        }
        if !input.descriptions.isEmpty { try input.take(overlays) }
        return Result(input: input, versions: versions, moves: moves, sources: kept + led + applied)
    }

    /// ``the files `a.txt`, `b.txt` ``, in words.
    private var shownSources: String {
        switch sources.count {
        case 0: "nothing that it knows"
        case ...3: sources.map { "`\(printable($0.page))`" }.joined(separator: ", ")
        default: "\(sources.count) pages, `\(printable(sources[0].page))` and others"
        }
    }

    /// The OpenAPI document of one version. Throws `DiagnosticError` where the page has none.
    private static func document(of input: PageInput, file: String) throws -> PageInput.Description {
        if let description = input.descriptions.first { return description }
        throw DiagnosticError(
            "this is not an OpenAPI document any more; nothing was changed, look at the page",
            at: SourceLocation(file: file))
    }

    /// Named documents of versions, `1.0=old.yaml`, one for each that the spec was made of, beside the pages that
    /// describe no version by a person's word.
    private func readNamed(versions: [String], _ arguments: [String]) async throws -> Result {
        let named = arguments.compactMap(VersionedFile.init).filter { versions.contains($0.version) }
        let pages = arguments.filter { argument in
            !(VersionedFile(argument: argument).map { versions.contains($0.version) } ?? false)
        }
        guard Set(named.map(\.version)) == Set(versions), named.count == versions.count,
            pages.isEmpty != hasUnversionedSources
        else {
            let known = sources.filter { $0.version == nil }.map { printable($0.page) }
            let form = (known + versions.map { "\(printable($0))=FILE" }).joined(separator: " ")
            throw DiagnosticError(
                known.isEmpty
                    ? "the spec was made of a document for each version; name all of them: `\(form)`"
                    : "the spec was made of \(known.count == 1 ? "a page" : "pages") and of documents that were added for "
                        + "further versions; name all of them: `\(form)`", at: SourceLocation(file: specPath))
        }
        var result = Result(input: PageInput(), sources: document.sources)
        if !pages.isEmpty {
            result.input = try await PageInput.read(pages, options: options) { result.moves.append($0) }
        }
        for version in versions {
            guard let file = named.first(where: { $0.version == version })?.file else { continue }
            let input = try await PageInput.read([file], options: options) { result.moves.append($0) }
            result.versions.append((version, try Self.document(of: input, file: file)))
        }
        return result
    }

    private func readNamed(_ arguments: [String]) async throws -> Result {
        let versions = sources.compactMap(\.version)
        guard versions.isEmpty else { return try await readNamed(versions: versions, arguments) }
        var moves: [PageMove] = []
        let input = try await PageInput.read(arguments, options: options) { moves.append($0) }
        return Result(input: input, moves: moves, sources: document.sources)
    }

    /// The addresses that the spec keeps: those that were asked, or the new ones where they are to be followed.
    private func addresses(_ asked: [String], _ moves: [PageMove]) -> [String] {
        var addresses = asked
        for move in moves where follows { addresses[move.page] = move.to }
        return addresses
    }
}

extension SpecDocument {
    /// The pages that the spec was read from, without the documents that these led to.
    fileprivate var namedSources: [Source] { sources.filter { $0.foundOn == nil && !$0.isOverlay } }

    /// Whether the spec was read from addresses alone, so that it can be updated without naming pages.
    var hasAddresses: Bool {
        !namedSources.isEmpty && namedSources.allSatisfy { PageInput.isAddress($0.page) }
    }
}
