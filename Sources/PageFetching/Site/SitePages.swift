public import Diagnostics
import Synchronization

/// Fetches the pages of a service that stand below one address, by the links of the pages and by the site's search index.
///
/// Politely: only pages of the same host below the folder of the first address, each once, two at a time, at most
/// ``limit`` of them, none with a query, and none that the site's `robots.txt` asks programs not to read. A page that cannot be fetched is told and does not stop the others.
public struct SitePages: Sendable {
    /// A page that was fetched.
    public struct Found: Sendable, Hashable {
        /// The address that was asked.
        public var address: String
        /// The address below the folder of the service: `apis/createtree/1.0/`; empty for the folder itself.
        public var path: String
        /// The page.
        public var page: FetchedPage
    }

    /// A page that a link or the index names and that could not be fetched.
    public struct Missing: Sendable, Hashable {
        /// The address below the folder of the service.
        public var path: String
        /// Why there is no page.
        public var diagnostics: [Diagnostic]
    }

    /// What stands below an address.
    public struct Result: Sendable, Hashable {
        /// The pages, the first one first and the others by their path.
        public var found: [Found] = []
        /// The pages that are missing, by their path.
        public var missing: [Missing] = []
        /// Whether there were more addresses than are fetched.
        public var isCutShort = false
    }

    /// How many pages are fetched at most.
    public var limit = 2000
    private let fetcher: PageFetcher
    private let links: @Sendable ([UInt8]) -> [String]
    private let known = KnownRobots()

    /// Reads with `fetcher`; `links` are the addresses that a page links to, as they stand there.
    public init(fetcher: PageFetcher, links: @escaping @Sendable ([UInt8]) -> [String]) {
        self.fetcher = fetcher
        self.links = links
    }

    /// The pages below `first`, which was fetched already. Throws `CancellationError` only.
    public func collect(from address: String, _ first: FetchedPage) async throws -> Result {
        guard let start = try? PageAddress(address) else { return Result() }
        let folder = Folder(of: start)
        var result = Result(found: [Found(address: address, path: folder.path(of: start) ?? "", page: first)])
        var seen: Set<String> = [folder.key(of: start)]
        let robots = try await robots(of: start)
        var queue = try await indexed(by: first, from: start)
        queue += addresses(in: first, at: start)
        while !queue.isEmpty {
            var next: [PageAddress] = []
            for candidate in queue where folder.holds(candidate) && seen.insert(folder.key(of: candidate)).inserted {
                if robots.allows(candidate.path) {
                    next.append(candidate)
                } else {
                    result.missing.append(
                        Missing(path: folder.path(of: candidate) ?? "", diagnostics: [refusal(candidate)]))
                }
            }
            if seen.count > limit {
                next = Array(next.prefix(max(0, limit - (seen.count - next.count))))
                result.isCutShort = true
            }
            queue = []
            for attempt in try await fetch(next) {
                let path = folder.path(of: attempt.address) ?? ""
                switch attempt.outcome {
                case .success(let page):
                    result.found.append(Found(address: attempt.address.text, path: path, page: page))
                    if !result.isCutShort { queue += addresses(in: page, at: attempt.address) }
                case .failure(let error):
                    result.missing.append(Missing(path: path, diagnostics: error.diagnostics))
                }
            }
        }
        result.found = Array(result.found.prefix(1)) + result.found.dropFirst().sorted { $0.path < $1.path }
        result.missing.sort { $0.path < $1.path }
        return result
    }

    /// The printable page of the service, if the overview links to it and the site has it. Throws `CancellationError`.
    public func printable(of address: String, _ overview: FetchedPage) async throws -> (
        address: String, page: FetchedPage
    )? {
        guard let start = try? PageAddress(address) else { return nil }
        let folder = Folder(of: start)
        let wanted = addresses(in: overview, at: start).first { candidate in
            candidate.isSameSite(as: start) && ["_print/", "_print"].contains(folder.path(of: candidate))
        }
        guard let wanted, try await robots(of: start).allows(wanted.path) else { return nil }
        let attempts = try await fetch([wanted])
        guard case .success(let page)? = attempts.first?.outcome else { return nil }
        return (wanted.text, page)
    }

    /// The addresses that a page links to.
    private func addresses(in page: FetchedPage, at address: PageAddress) -> [PageAddress] {
        guard case .content(let bytes, _, _, let final, _) = page else { return [] }
        let base = (try? PageAddress(final)) ?? address
        return links(bytes).compactMap { try? base.resolve($0) }
    }

    /// The addresses that the site's search index lists: the index that the page names, or that of the site.
    private func indexed(by page: FetchedPage, from start: PageAddress) async throws -> [PageAddress] {
        guard case .content(let bytes, _, _, _, _) = page else { return [] }
        let language = start.path.split(separator: "/").first.map { "/\($0)/search-index.json" }
        let usual = [language, "/search-index.json"].compactMap(\.self)
        let named = SearchIndex.references(in: bytes).compactMap { try? start.resolve($0) }
        let candidates = (named + usual.compactMap { try? start.resolve($0) }).filter { $0.isSameSite(as: start) }
        let robots = try await robots(of: start)
        for candidate in candidates.prefix(3) where robots.allows(candidate.path) {
            let attempts = try await fetch([candidate])
            guard case .success(.content(let bytes, _, _, _, _))? = attempts.first?.outcome,
                SearchIndex.isIndex(bytes)
            else { continue }
            return SearchIndex.addresses(in: bytes).compactMap { try? candidate.resolve($0) }
        }
        return []
    }

    // MARK: What the site allows

    /// The site's rules, asked for once.
    private func robots(of page: PageAddress) async throws -> RobotsFile {
        if let robots = known.file.withLock(\.self) { return robots }
        let robots = try await fetcher.robots(of: page)
        known.file.withLock { $0 = robots }
        return robots
    }

    private func refusal(_ address: PageAddress) -> Diagnostic {
        .error(
            "the site's robots.txt asks programs not to read this page; name its address, or save it to a folder",
            at: SourceLocation(file: address.shown))
    }

    /// The rules of the site of one service, once they are known.
    private final class KnownRobots: Sendable {
        let file = Mutex<RobotsFile?>(nil)
    }

    // MARK: Fetching

    private struct Attempt: Sendable {
        var index: Int
        var address: PageAddress
        var outcome: Swift.Result<FetchedPage, DiagnosticError>
    }

    /// Fetches pages two at a time; the attempts are in the order of `addresses`.
    private func fetch(_ addresses: [PageAddress]) async throws -> [Attempt] {
        var attempts: [Attempt] = []
        try await withThrowingTaskGroup(of: Attempt.self) { group in
            var waiting = addresses.enumerated().makeIterator()
            for _ in 0..<2 {
                if let (index, address) = waiting.next() { group.addTask { try await attempt(index, address) } }
            }
            while let attempt = try await group.next() {
                attempts.append(attempt)
                if let (index, address) = waiting.next() {
                    group.addTask { try await self.attempt(index, address) }
                }
            }
        }
        return attempts.sorted { $0.index < $1.index }
    }

    private func attempt(_ index: Int, _ address: PageAddress) async throws -> Attempt {
        var attempt = Attempt(index: index, address: address, outcome: .failure(DiagnosticError([])))
        do {
            let pages = try await fetcher.fetch([PageRequest(url: address.text)])
            if let page = pages.first { attempt.outcome = .success(page) }
        } catch let error as DiagnosticError {
            attempt.outcome = .failure(error)
        }
        return attempt
    }
}

extension PageAddress {
    /// Whether both are asked of one server.
    fileprivate func isSameSite(as other: PageAddress) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }
}

/// The folder that the pages of a service stand in.
private struct Folder {
    let site: PageAddress
    let path: String

    /// The folder of a page: its path up to the last slash.
    init(of page: PageAddress) {
        site = page
        path = page.path.lastIndex(of: "/").map { String(page.path[...$0]) } ?? "/"
    }

    /// Whether an address is that of a page in the folder.
    ///
    /// The printable page says the same as all others, and files that are no pages are left alone.
    func holds(_ address: PageAddress) -> Bool {
        guard address.isSameSite(as: site), address.query == nil, let rest = path(of: address) else { return false }
        let steps = rest.split(separator: "/")
        guard steps.count <= 8, !steps.contains("_print") else { return false }
        guard !rest.hasSuffix("/"), let last = steps.last, let dot = last.lastIndex(of: ".") else { return true }
        let ending = last[last.index(after: dot)...].lowercased()
        // `apis/createtree/1.0` is a version, not a file.
        return ["html", "htm"].contains(ending) || ending.allSatisfy { ("0"..."9").contains($0) }
    }

    /// What an address has below the folder.
    func path(of address: PageAddress) -> String? {
        address.path.hasPrefix(path) ? String(address.path.dropFirst(path.count)) : nil
    }

    /// One key for all spellings of a page's address: with and without `index.html` and the last slash.
    func key(of address: PageAddress) -> String {
        var key = address.path
        for ending in ["/index.html", "/index.htm", "/"] where key.hasSuffix(ending) {
            key = String(key.dropLast(ending.count))
            break
        }
        return key
    }
}
