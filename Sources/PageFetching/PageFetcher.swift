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
/// It reads pages that anyone may see. It keeps no cookies, sends no credentials and follows redirects by its own rules,
/// so the transport must follow none.
public struct PageFetcher: Sendable {
    private let transport: any Transport
    private let options: Options
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Date
    private let randomness: @Sendable () -> Double
    private let onProgress: (@Sendable (FetchProgress) -> Void)?

    /// A fetcher over `transport`.
    ///
    /// `clock` measures and waits; `now` is compared with dates in answers; `randomness` gives numbers from 0 to 1 that
    /// waits are multiplied with. `onProgress` is called for each page as its bytes arrive, from several tasks at once.
    public init(
        transport: any Transport, options: Options = Options(), clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        randomness: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        onProgress: (@Sendable (FetchProgress) -> Void)? = nil
    ) {
        self.transport = transport
        self.options = options
        self.clock = clock
        self.now = now
        self.randomness = randomness
        self.onProgress = onProgress
    }

    /// Fetches all pages; the results are in the order of the requests.
    ///
    /// All or nothing: the first failure cancels the rest. Throws `DiagnosticError` with a diagnostic for each page that
    /// had failed by then, whose file is the address as it may be shown; `CancellationError` where the task was
    /// cancelled.
    public func fetch(_ requests: [PageRequest]) async throws -> [FetchedPage] {
        try Task.checkCancellation()
        let addresses = try Self.addresses(of: requests)
        let environment = Environment(
            transport: transport, options: options, clock: clock,
            now: { [now] in Int(now().timeIntervalSince1970) }, randomness: randomness, onProgress: onProgress,
            gate: HostGate(limit: options.pagesAtOnce, limitPerHost: options.pagesAtOncePerHost))
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
                if case .failure = outcome.result { group.cancelAll() }
            }
            return outcomes.sorted { $0.request < $1.request }.map(\.result)
        }
        try Task.checkCancellation()
        return try Self.pages(of: outcomes)
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

    /// The pages, or one error for all failures. Pages that were cancelled because of another one have no say.
    private static func pages(of outcomes: [Result<FetchedPage, any Error>]) throws -> [FetchedPage] {
        var diagnostics: [Diagnostic] = []
        for case .failure(let error as DiagnosticError) in outcomes { diagnostics += error.diagnostics }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return try outcomes.map { try $0.get() }
    }

    /// The addresses to ask, before any of them is asked; throws one error for all that are none.
    private static func addresses(of requests: [PageRequest]) throws -> [PageAddress] {
        var addresses: [PageAddress] = []
        var diagnostics: [Diagnostic] = []
        for request in requests {
            do throws(AddressProblem) {
                addresses.append(try PageAddress(request.url))
            } catch {
                diagnostics.append(
                    .error(
                        "the address \(error.reason); \(error.remedy)",
                        at: SourceLocation(file: ShownAddress.text(of: request.url))))
            }
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return addresses
    }
}
