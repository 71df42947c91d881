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
        /// The pages that have moved for good.
        var moves: [PageMove] = []
        /// The pages of the spec with their new addresses, where these were to be followed.
        var sources: [Source]
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

    private var options: PageOptions {
        PageOptions(allowedHosts: allowedHosts, followsMoves: follows, overlays: overlays)
    }
    /// The pages that the spec was read from, without the documents that these led to.
    private var sources: [Source] { document.sources.filter { $0.foundOn == nil && !$0.isOverlay } }
    /// Whether the overlays are those that the spec was read with.
    private var keepsOverlays: Bool { overlays.map(\.source) == document.sources.filter(\.isOverlay) }

    /// Whether the spec was read from addresses alone, so that it can be updated without naming pages.
    var hasAddresses: Bool {
        !sources.isEmpty && sources.allSatisfy { PageInput.isAddress($0.page) }
    }

    /// The named pages, or else those that the spec was read from.
    ///
    /// Throws `DiagnosticError` where a page cannot be fetched or read, and where the spec was read from files, which
    /// are nobody knows where.
    func read(named arguments: [String]) async throws -> Result {
        // Who names a page wants it read, even where only our reading of it has changed.
        guard arguments.isEmpty else { return try await readNamed(arguments) }
        guard hasAddresses else {
            let files = sources.map { "`\(printable($0.page))`" }.joined(separator: ", ")
            throw DiagnosticError(
                "the spec was read from \(files.isEmpty ? "nothing that it knows" : files); name what to update it from",
                at: SourceLocation(file: specPath))
        }
        // What a page led to is asked for as well: the page may be as it was.
        let led = document.sources.filter { $0.foundOn != nil }
        let asked = led.filter { source in
            AllowedHosts(page: source.foundOn, named: allowedHosts).allow(source.page)
        }
        let known = try (sources + asked).map { source in
            let url = try PageSecrets.address(of: source.page, specPath: specPath)
            return isFull
                ? PageRequest(url: url) : PageRequest(url: url, etag: source.etag, lastModified: source.lastModified)
        }
        let first = try await PageSite.fetchWithMoves(known)
        var fetched = first.pages
        let addresses = addresses(known.map(\.url), first.moves)
        var kept = sources
        for index in kept.indices where follows { kept[index].page = ShownAddress.text(of: addresses[index]) }
        let moves = first.moves.filter { $0.page < kept.count }
        let applied = overlays.map(\.source)
        if keepsOverlays, asked.count == led.count, fetched.allSatisfy({ $0 == .unchanged }) {
            return Result(input: nil, moves: moves, sources: kept + led + applied)
        }
        // A spec is read from all its pages, so those that have not changed are needed as well.
        let missing = kept.indices.filter { fetched[$0] == .unchanged }
        let rest = try await PageSite.fetch(missing.map { PageRequest(url: known[$0].url) })
        for (index, page) in zip(missing, rest) { fetched[index] = page }
        var input = PageInput()
        for (page, address) in zip(fetched.prefix(kept.count), addresses) {
            try await input.add(page, from: address, options: options)
        }
        if !input.descriptions.isEmpty { try input.take(overlays) }
        return Result(input: input, moves: moves, sources: kept + led + applied)
    }

    private func readNamed(_ arguments: [String]) async throws -> Result {
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
