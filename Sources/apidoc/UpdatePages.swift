import APISpec
import Diagnostics
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

    /// Whether the spec was read from addresses alone, so that it can be updated without naming pages.
    var hasAddresses: Bool {
        !document.sources.isEmpty && document.sources.allSatisfy { PageInput.isAddress($0.page) }
    }

    /// The named pages, or else those that the spec was read from.
    ///
    /// Throws `DiagnosticError` where a page cannot be fetched or read, and where the spec was read from files, which
    /// are nobody knows where.
    func read(named arguments: [String]) async throws -> Result {
        // Who names a page wants it read, even where only our reading of it has changed.
        guard arguments.isEmpty else { return try await readNamed(arguments) }
        guard hasAddresses else {
            let files = document.sources.map { "`\(printable($0.page))`" }.joined(separator: ", ")
            throw DiagnosticError(
                "the spec was read from \(files.isEmpty ? "no page that it knows" : files); name the page to update it from",
                at: SourceLocation(file: specPath))
        }
        let known = try document.sources.map { source in
            let url = try PageSecrets.address(of: source.page, specPath: specPath)
            return isFull
                ? PageRequest(url: url) : PageRequest(url: url, etag: source.etag, lastModified: source.lastModified)
        }
        let first = try await PageSite.fetchWithMoves(known)
        var fetched = first.pages
        let addresses = addresses(known.map(\.url), first.moves)
        var sources = document.sources
        for index in sources.indices where follows { sources[index].page = ShownAddress.text(of: addresses[index]) }
        if fetched.allSatisfy({ $0 == .unchanged }) { return Result(input: nil, moves: first.moves, sources: sources) }
        // A spec is read from all its pages, so those that have not changed are needed as well.
        let missing = fetched.indices.filter { fetched[$0] == .unchanged }
        let rest = try await PageSite.fetch(missing.map { PageRequest(url: known[$0].url) })
        for (index, page) in zip(missing, rest) { fetched[index] = page }
        var input = PageInput()
        for (page, address) in zip(fetched, addresses) { try input.add(page, from: address) }
        return Result(input: input, moves: first.moves, sources: sources)
    }

    private func readNamed(_ arguments: [String]) async throws -> Result {
        var moves: [PageMove] = []
        let input = try await PageInput.read(arguments, followingMoves: follows) { moves.append($0) }
        return Result(input: input, moves: moves, sources: document.sources)
    }

    /// The addresses that the spec keeps: those that were asked, or the new ones where they are to be followed.
    private func addresses(_ asked: [String], _ moves: [PageMove]) -> [String] {
        var addresses = asked
        for move in moves where follows { addresses[move.page] = move.to }
        return addresses
    }
}
