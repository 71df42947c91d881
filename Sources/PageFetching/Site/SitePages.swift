public import Diagnostics
import Synchronization

/// Fetches the pages of a service that stand below one address, by the links of the pages and by the site's search index.
///
/// Politely: only pages of the same host below the folder of the first address, each once, two at a time, at most
/// ``limit`` of them, none with a query, and none that the site's `robots.txt` asks programs not to read. A page that cannot
/// be fetched is told and does not stop the others.
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

    /// A page that a link or the index names, or that was there before, and that could not be fetched.
    public struct Missing: Sendable, Hashable {
        /// The address below the folder of the service.
        public var path: String
        /// Why there is no page.
        public var diagnostics: [Diagnostic]
        /// Whether the site says so: it has no such page, or asks programs not to read it. Otherwise it may be there.
        public var isGone: Bool
        /// Whether it is one of those that were known.
        public var isKnown: Bool
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
    ///
    /// What was there before is `known`, and asked for whether anything leads to it or not. Where the site says that such a
    /// page is unchanged, its links are not looked at; pages that others stand below are always asked for as a whole.
    public func collect(from address: String, _ first: FetchedPage, known: [PageRequest] = []) async throws -> Result {
        guard let start = try? PageAddress(address) else { return Result() }
        let folder = SiteFolder(of: start)
        let seeds = known.compactMap { try? PageAddress($0.url) }.filter(folder.holds)
        let requests = folder.requests(known)
        var result = Result(found: [Found(address: address, path: folder.path(of: start) ?? "", page: first)])
        var seen: Set<String> = [folder.key(of: start)]
        let robots = try await robots(of: start)
        var queue = seeds
        queue += try await indexed(by: first, from: start)
        queue += addresses(in: first, at: start)
        while !queue.isEmpty {
            var next: [PageAddress] = []
            for candidate in queue where folder.holds(candidate) && seen.insert(folder.key(of: candidate)).inserted {
                if robots.allows(candidate.path) {
                    next.append(candidate)
                } else {
                    result.missing.append(
                        Missing(
                            path: folder.path(of: candidate) ?? "", diagnostics: [refusal(candidate)], isGone: true,
                            isKnown: requests[folder.key(of: candidate)] != nil))
                }
            }
            if seen.count > limit {
                next = Array(next.prefix(max(0, limit - (seen.count - next.count))))
                result.isCutShort = true
            }
            queue = []
            let wanted = next.map { requests[folder.key(of: $0)] ?? PageRequest(url: $0.text) }
            for attempt in try await fetch(zip(next, wanted).map { ($0, $1) }) {
                let path = folder.path(of: attempt.address) ?? ""
                switch attempt.outcome {
                case .success(let page):
                    result.found.append(Found(address: attempt.address.text, path: path, page: page))
                    if !result.isCutShort { queue += addresses(in: page, at: attempt.address) }
                case .failure(let problem):
                    result.missing.append(
                        Missing(
                            path: path, diagnostics: problem.diagnostics, isGone: problem.isGone,
                            isKnown: requests[folder.key(of: attempt.address)] != nil))
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
        let folder = SiteFolder(of: start)
        let wanted = addresses(in: overview, at: start).first { candidate in
            candidate.isSameSite(as: start) && ["_print/", "_print"].contains(folder.path(of: candidate))
        }
        guard let wanted, try await robots(of: start).allows(wanted.path) else { return nil }
        let attempts = try await fetch([(wanted, PageRequest(url: wanted.text))])
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
            let attempts = try await fetch([(candidate, PageRequest(url: candidate.text))])
            guard case .success(.content(let bytes, _, _, _, _))? = attempts.first?.outcome,
                SearchIndex.isIndex(bytes)
            else { continue }
            return SearchIndex.addresses(in: bytes).compactMap { try? candidate.resolve($0) }
        }
        return []
    }

    /// Whether `page` stands below the page at `start`, as pages of one service do.
    public static func isBelow(_ page: String, _ start: String) -> Bool {
        guard page != start, let page = try? PageAddress(page), let start = try? PageAddress(start) else {
            return false
        }
        return SiteFolder(of: start).holds(page)
    }

    /// The pages that others stand below and that stand below none themselves, by their places; of several in one folder
    /// the one that the folder's address shows, else the first.
    public static func starts(of pages: [String]) -> [Int] {
        let addresses = pages.map { try? PageAddress($0) }
        /// The page that stands for a folder.
        var owners: [String: Int] = [:]
        for (index, address) in addresses.enumerated() {
            guard let address else { continue }
            let name = SiteFolder(of: address).name
            if owners[name] == nil || SiteFolder.isIndex(address) { owners[name] = index }
        }
        var inner: Set<Int> = []
        var outer: Set<Int> = []
        for (index, address) in addresses.enumerated() {
            guard let address else { continue }
            for name in SiteFolder(of: address).namesAbove {
                guard let owner = owners[name], owner != index, let start = addresses[owner],
                    SiteFolder(of: start).holds(address)
                else { continue }
                inner.insert(index)
                outer.insert(owner)
            }
        }
        return outer.subtracting(inner).sorted()
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
        var outcome: Swift.Result<FetchedPage, Problem>
    }

    /// Why there is no page.
    private struct Problem: Error {
        var diagnostics: [Diagnostic]
        /// Whether the site says that it has none.
        var isGone = false
    }

    /// Fetches pages two at a time; the attempts are in the order of `wanted`.
    private func fetch(_ wanted: [(address: PageAddress, request: PageRequest)]) async throws -> [Attempt] {
        var attempts: [Attempt] = []
        try await withThrowingTaskGroup(of: Attempt.self) { group in
            var waiting = wanted.enumerated().makeIterator()
            for _ in 0..<2 {
                if let (index, (address, request)) = waiting.next() {
                    group.addTask { try await attempt(index, address, request) }
                }
            }
            while let attempt = try await group.next() {
                attempts.append(attempt)
                if let (index, (address, request)) = waiting.next() {
                    group.addTask { try await self.attempt(index, address, request) }
                }
            }
        }
        return attempts.sorted { $0.index < $1.index }
    }

    private func attempt(_ index: Int, _ address: PageAddress, _ request: PageRequest) async throws -> Attempt {
        var attempt = Attempt(index: index, address: address, outcome: .failure(Problem(diagnostics: [])))
        do {
            attempt.outcome = .success(try await fetcher.fetch(request))
        } catch let missing as PageFetcher.MissingPage {
            attempt.outcome = .failure(Problem(diagnostics: missing.error.diagnostics, isGone: true))
        } catch let unreachable as PageFetcher.Unreachable {
            attempt.outcome = .failure(Problem(diagnostics: unreachable.error.diagnostics))
        } catch let error as DiagnosticError {
            attempt.outcome = .failure(Problem(diagnostics: error.diagnostics))
        }
        return attempt
    }
}
