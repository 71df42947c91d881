import PageFetching
import Synchronization
import URLSessionTransport

/// Fetching pages for a command, with a bar on a terminal.
enum PageSite {
    /// A fetcher for pages whose number is not known beforehand; it shows no bar.
    static var fetcher: PageFetcher {
        PageFetcher(transport: URLSessionTransport(), options: PageFetcher.Options(version: Apidoc.version))
    }

    /// Fetches pages; nothing is asked of the network where there are none. Throws `DiagnosticError`.
    static func fetch(_ requests: [PageRequest]) async throws -> [FetchedPage] {
        guard !requests.isEmpty else { return [] }
        let options = PageFetcher.Options(version: Apidoc.version)
        guard Console.isTerminal else {
            return try await PageFetcher(transport: URLSessionTransport(), options: options).fetch(requests)
        }
        let bar = Mutex(ProgressBar(pageCount: requests.count, style: .ascii))
        let fetcher = PageFetcher(
            transport: URLSessionTransport(), options: options,
            onProgress: { progress in
                bar.withLock { bar in
                    bar.update(progress)
                    Console.overwriteLine(with: bar.line(width: 79))
                }
            })
        defer { Console.overwriteLine(with: String(repeating: " ", count: 79)) }
        return try await fetcher.fetch(requests)
    }
}
