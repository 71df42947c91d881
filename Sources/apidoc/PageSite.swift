import Diagnostics
import PageFetching
import Synchronization
import URLSessionTransport

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Fetching pages for a command, with a bar on a terminal.
enum PageSite {
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
            transport: URLSessionTransport(), options: options, onProgress: { bar?.update($0) },
            onMove: { moves.add($0) })
        let pages = try await fetcher.fetch(requests)
        return Fetched(pages: pages, moves: moves.sorted)
    }

    /// Makes the certificate authorities of a file the ones that sites are trusted by. It counts from the first request
    /// on. Throws `DiagnosticError`.
    static func trust(_ file: String?) throws {
        guard let file else { return }
        let location = SourceLocation(file: file)
        guard InputFiles.exists(file), !InputFiles.isFolder(file) else {
            throw DiagnosticError("there is no such file; name one with certificates in PEM", at: location)
        }
        #if canImport(Darwin)
        throw DiagnosticError(
            "on this system certificate authorities are trusted in the keychain; add it there", at: location)
        #else
        // Foundation hands this to libcurl, which reads the file itself.
        setenv("URLSessionCertificateAuthorityInfoFile", file, 1)
        #endif
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
