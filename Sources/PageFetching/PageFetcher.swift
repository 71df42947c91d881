import Diagnostics
public import ServiceRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Fetches documentation pages by address, politely: a few at once, with limits on size and time, and again after
/// failures that pass.
///
/// It reads pages that anyone may see. It keeps no cookies, sends no credentials and follows redirects by its own
/// rules, so the transport must follow none.
public struct PageFetcher: Sendable {
    private let transport: any Transport
    private let options: Options
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Date
    private let randomness: @Sendable () -> Double
    private let onProgress: (@Sendable (FetchProgress) -> Void)?
    private let onMove: (@Sendable (PageMove) -> Void)?

    /// A fetcher over `transport`.
    ///
    /// `clock` measures and waits; `now` is compared with dates in responses; `randomness` gives numbers from 0 to 1
    /// that waits are multiplied with. `onProgress` is called for each page as its bytes arrive, from several tasks at
    /// once. `onMove` is called for each page that the site has moved for good: by a permanent redirect (RFC 9110,
    /// sections 15.4.2 and 15.4.9), or by a page at its old address that leads to the new one at once.
    public init(
        transport: any Transport, options: Options = Options(), clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        randomness: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        onProgress: (@Sendable (FetchProgress) -> Void)? = nil,
        onMove: (@Sendable (PageMove) -> Void)? = nil
    ) {
        self.transport = transport
        self.options = options
        self.clock = clock
        self.now = now
        self.randomness = randomness
        self.onProgress = onProgress
        self.onMove = onMove
    }

    /// Fetches all pages; the results are in the order of the requests.
    ///
    /// All or nothing. Where the site has no such page, the others are still asked for, so that all that are missing
    /// are known at once; any other failure cancels the rest. Throws `DiagnosticError` with a diagnostic for each page
    /// that had failed by then, whose file is the address as it may be shown; `CancellationError` where the task was
    /// cancelled.
    public func fetch(_ requests: [PageRequest]) async throws -> [FetchedPage] {
        try Task.checkCancellation()
        let addresses = try Self.addresses(of: requests)
        let environment = environment
        let outcomes = await withTaskGroup(of: Outcome.self) { group in
            for (page, (request, address)) in zip(requests, addresses).enumerated() {
                group.addTask {
                    var run = PageRun(page, request, address, environment)
                    let result: Result<FetchedPage, any Error>
                    do { result = .success(try await run.run()) } catch { result = .failure(error) }
                    return Outcome(request: page, result: result)
                }
            }
            var outcomes: [Outcome] = []
            for await outcome in group {
                outcomes.append(outcome)
                if case .failure(let error) = outcome.result, !(error is MissingPage) { group.cancelAll() }
            }
            return outcomes.sorted { $0.request < $1.request }.map(\.result)
        }
        try Task.checkCancellation()
        return try Self.pages(of: outcomes)
    }

    /// Fetches one page. Throws `MissingPage` and `Unreachable` where the site has none or does not answer,
    /// `DiagnosticError` for all that else stands in the way, and `CancellationError`.
    func fetch(_ request: PageRequest) async throws -> FetchedPage {
        try Task.checkCancellation()
        let addresses = try Self.addresses(of: [request])
        var run = PageRun(0, request, addresses[0], environment)
        return try await run.run()
    }

    private var environment: Environment {
        Environment(
            transport: transport, options: options, clock: clock,
            now: { [now] in Int(now().timeIntervalSince1970) }, randomness: randomness, onProgress: onProgress,
            onMove: onMove,
            gate: HostLimiter(limit: options.pagesAtOnce, limitPerHost: options.pagesAtOncePerHost))
    }

    /// What the site of a page lets programs read. Throws `CancellationError` only.
    func robots(of page: PageAddress) async throws -> RobotsFile {
        guard let address = try? page.resolve("/robots.txt") else { return .everything }
        var run = PageRun(0, PageRequest(url: address.text), address, environment)
        do {
            guard case .content(let bytes, _, _, _, _) = try await run.run() else { return .everything }
            return RobotsFile(bytes)
        } catch is Unreachable {
            return .nothing
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return .everything
        }
    }

    /// How one request ended.
    ///
    /// A type of its own rather than a tuple: Swift 6.3.1 with `-O` loses the first element of a tuple that a task
    /// returns in one expression with an `await` in it, and pages were kept under each other's addresses.
    private struct Outcome: Sendable {
        /// The index of the request.
        var request: Int
        /// The page, or why there is none.
        var result: Result<FetchedPage, any Error>
    }

    /// The site has no such page: what is to be said of it. Others may be there.
    struct MissingPage: Error {
        var error: DiagnosticError
    }

    /// The site did not answer, however often it was asked: what is to be said of it.
    struct Unreachable: Error {
        var error: DiagnosticError
    }

    /// The pages, or one error for all failures. Pages that were cancelled because of another one have no say.
    private static func pages(of outcomes: [Result<FetchedPage, any Error>]) throws -> [FetchedPage] {
        var diagnostics: [Diagnostic] = []
        for case .failure(let error) in outcomes {
            if let missing = error as? MissingPage { diagnostics += missing.error.diagnostics }
            if let unreachable = error as? Unreachable { diagnostics += unreachable.error.diagnostics }
            if let error = error as? DiagnosticError { diagnostics += error.diagnostics }
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return try outcomes.map { try $0.get() }
    }

    /// The addresses to ask, before any of them is asked; throws one error for all that are none.
    private static func addresses(of requests: [PageRequest]) throws -> [PageAddress] {
        var addresses: [PageAddress] = []
        var diagnostics: [Diagnostic] = []
        for request in requests {
            do throws(AddressProblem) {
                guard !RedactedURL.isRedacted(request.url) else { throw .redacted }
                addresses.append(try PageAddress(request.url))
            } catch {
                diagnostics.append(
                    .error(
                        "the address \(error.reason); \(error.remedy)",
                        at: SourceLocation(file: RedactedURL.text(of: request.url))))
            }
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return addresses
    }
}
