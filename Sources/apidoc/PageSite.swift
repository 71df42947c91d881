import AsyncHTTPClient
import AsyncHTTPClientTransport
import Diagnostics
import NIOSSL
import PageFetching
import ServiceRuntime
import Synchronization
import URLSessionTransport

/// Fetching pages for a command, with a bar on a terminal.
enum PageSite {
    /// A fetcher for the pages of a site whose number is not known beforehand; it shows no bar.
    static func fetcher(for address: String) -> PageFetcher {
        PageFetcher(
            transport: transport(for: [PageRequest(url: address)]),
            options: PageFetcher.Options(version: Apidoc.version))
    }

    /// Fetches pages; nothing is asked of the network where there are none. Throws `DiagnosticError`.
    static func fetch(_ requests: [PageRequest]) async throws -> [FetchedPage] {
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
    static func fetchWithMoves(_ requests: [PageRequest]) async throws -> Fetched {
        guard !requests.isEmpty else { return Fetched(pages: [], moves: []) }
        let options = PageFetcher.Options(version: Apidoc.version)
        let moves = Moves()
        let bar = Console.isTerminal ? Bar(pageCount: requests.count) : nil
        defer { bar?.clear() }
        let fetcher = PageFetcher(
            transport: transport(for: requests), options: options, onProgress: { bar?.update($0) },
            onMove: { moves.add($0) })
        let pages = try await fetcher.fetch(requests)
        return Fetched(pages: pages, moves: moves.sorted)
    }

    /// Trusts the certificate authorities of a file, besides those of the system. It counts from the first request
    /// on. Throws `DiagnosticError` where they cannot be read.
    static func trust(_ file: String?) throws {
        guard let file else { return }
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(file), !certificates.isEmpty else {
            throw DiagnosticError(
                "this is not a file of certificates; name one with certificate authorities in PEM",
                at: SourceLocation(file: file))
        }
        authorities.withLock { $0 = file }
    }

    private static let authorities = Mutex<String?>(nil)

    /// URLSession, except for what it cannot do on Linux: it trusts the system's certificate authorities alone, and up
    /// to Swift 6.3 takes no IPv6 address in the place of a name.
    private static func transport(for requests: [PageRequest]) -> any Transport {
        let file = authorities.withLock(\.self)
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

/// The bar of a terminal, which several tasks draw.
private final class Bar: Sendable {
    private let state: Mutex<ProgressBar>

    init(pageCount: Int) { state = Mutex(ProgressBar(pageCount: pageCount, style: .ascii)) }

    func update(_ progress: FetchProgress) {
        state.withLock { bar in
            bar.update(progress)
            Console.overwriteLine(with: bar.line(width: 79))
        }
    }

    func clear() { Console.overwriteLine(with: String(repeating: " ", count: 79)) }
}
