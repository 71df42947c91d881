import Diagnostics
import PageFetching
import ServiceRuntime
import Synchronization

/// Fetching pages for a pipeline, whose context is told how far it is.
struct PageSite {
    let context: PipelineContext

    /// A fetcher for the pages of a site whose number is not known beforehand; it tells of no progress. Throws
    /// `DiagnosticError` where pages are not fetched.
    func fetcher(
        for address: String, options: PageFetcher.Options = PageFetcher.Options(version: PipelineContext.version)
    ) throws -> PageFetcher {
        PageFetcher(transport: try transport(for: [PageRequest(url: address)]), options: options)
    }

    /// Fetches pages; nothing is asked of the network where there are none. Throws `DiagnosticError`.
    func fetch(_ requests: [PageRequest]) async throws -> [FetchedPage] {
        try await fetchWithMoves(requests).pages
    }

    /// Pages that were fetched.
    struct Fetched {
        /// The pages, in the order of the requests.
        var pages: [FetchedPage]
        /// Those that have another address for good, in the order of the requests.
        var moves: [PageMove]
    }

    /// Fetches pages, and tells which of them have moved for good. Throws `DiagnosticError`.
    func fetchWithMoves(_ requests: [PageRequest]) async throws -> Fetched {
        guard !requests.isEmpty else { return Fetched(pages: [], moves: []) }
        let options = PageFetcher.Options(version: PipelineContext.version)
        let moves = Moves()
        context.onEvent(.fetching(pageCount: requests.count))
        defer { context.onEvent(.fetched) }
        let fetcher = PageFetcher(
            transport: try transport(for: requests), options: options,
            onProgress: { [context] in context.onEvent(.progress($0)) },
            onMove: { moves.add($0) })
        let pages = try await fetcher.fetch(requests)
        return Fetched(pages: pages, moves: moves.sorted)
    }

    private func transport(for requests: [PageRequest]) throws -> any Transport {
        if let pages = context.pages { return try pages.transport(for: requests) }
        throw DiagnosticError(
            "this program fetches nothing; save the page and name the file",
            at: requests.first.map { SourceLocation(file: RedactedURL.text(of: $0.url)) })
    }
}

/// The moves of a fetch, which several tasks tell of.
private final class Moves: Sendable {
    private let state = Mutex<[PageMove]>([])

    func add(_ move: PageMove) { state.withLock { $0.append(move) } }

    var sorted: [PageMove] { state.withLock { $0.sorted { $0.page < $1.page } } }
}
