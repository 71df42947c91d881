import AsyncHTTPClient
import AsyncHTTPClientTransport
import Diagnostics
import NIOSSL
import PageFetching
import ServiceRuntime
import Synchronization
import URLSessionTransport

/// Fetching pages for a pipeline, whose context is told how far it is.
struct PageSite {
    let context: PipelineContext

    /// A fetcher for the pages of a site whose number is not known beforehand; it tells of no progress.
    func fetcher(for address: String) -> PageFetcher {
        PageFetcher(
            transport: transport(for: [PageRequest(url: address)]),
            options: PageFetcher.Options(version: PipelineContext.version))
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
            transport: transport(for: requests), options: options,
            onProgress: { [context] in context.onEvent(.progress($0)) },
            onMove: { moves.add($0) })
        let pages = try await fetcher.fetch(requests)
        return Fetched(pages: pages, moves: moves.sorted)
    }

    /// Throws `DiagnosticError` where a file has no certificate authorities in PEM.
    static func checkAuthorities(_ file: String) throws {
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(file), !certificates.isEmpty else {
            throw DiagnosticError(
                "this is not a file of certificates; name one with certificate authorities in PEM",
                at: SourceLocation(file: file))
        }
    }

    /// URLSession, except for what it cannot do on Linux: it trusts the system's certificate authorities alone, and up
    /// to Swift 6.3 takes no IPv6 address in the place of a name.
    private func transport(for requests: [PageRequest]) -> any Transport {
        let file = context.certificateAuthorities
        if file != nil || requests.contains(where: { $0.url.contains("://[") }) {
            var configuration = AsyncHTTPClientTransport.defaultConfiguration
            if let file { configuration.tlsConfiguration?.additionalTrustRoots = [.file(file)] }
            return AsyncHTTPClientTransport(configuration: configuration)
        }
        return URLSessionTransport()
    }
}

/// The moves of a fetch, which several tasks tell of.
private final class Moves: Sendable {
    private let state = Mutex<[PageMove]>([])

    func add(_ move: PageMove) { state.withLock { $0.append(move) } }

    var sorted: [PageMove] { state.withLock { $0.sorted { $0.page < $1.page } } }
}
