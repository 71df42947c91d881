import Diagnostics

/// Fetches one page: attempts, with waits between them, within the time for a page.
struct PageRun {
    private let page: Int
    private let address: PageAddress
    /// The address as it may be shown.
    private let shown: String
    private let validators: Validators
    private let environment: Environment
    /// Counts attempts from 1.
    private var number = 1
    /// The host that this page has taken at the gate.
    private var host: String?

    init(_ page: Int, _ request: PageRequest, _ address: PageAddress, _ environment: Environment) {
        self.page = page
        self.address = address
        shown = address.shown
        self.environment = environment
        validators = Validators(etag: request.etag, lastModified: request.lastModified)
    }

    /// Waits for its turn and fetches the page. Throws `DiagnosticError`, `MissingPage`,
    /// `Unreachable`, or `CancellationError`.
    mutating func run() async throws -> FetchedPage {
        let gate = environment.gate
        try await gate.enter(address.host)
        host = address.host
        defer {
            if let host { gate.free(host) }
            gate.leave()
        }
        var watch = Stopwatch(environment.clock)
        while true {
            let remaining = environment.options.totalTimeout - watch.elapsed
            var attempt = Attempt(
                address, validators: validators, timeout: min(environment.options.attemptTimeout, remaining),
                environment: environment)
            do {
                let result = try await fetch(&attempt, &watch)
                finish(result)
                tell(of: attempt)
                return result
            } catch let failure as FetchFailure {
                if failure.isMissing { throw PageFetcher.MissingPage(error: error(failure, attempt)) }
                try await wait(after: failure, of: attempt, watch)
                number += 1
            }
        }
    }

    private mutating func fetch(_ attempt: inout Attempt, _ watch: inout Stopwatch) async throws -> FetchedPage {
        report(0, nil)
        return try await attempt.run(
            hold: { name in
                guard name != host else { return }
                let pause = Stopwatch(environment.clock)
                if let old = host.take() { environment.gate.free(old) }
                try await environment.gate.take(name)
                host = name
                watch.pause(pause.elapsed)
            },
            report: report)
    }

    /// Waits before the next attempt; throws where there is none.
    private func wait(after failure: FetchFailure, of attempt: Attempt, _ watch: Stopwatch) async throws {
        let options = environment.options
        guard failure.isTransient else { throw error(failure, attempt) }
        guard number < max(options.attempts, 1) else { throw unreachable(failure, attempt, gaveUp: "") }
        let backoff = Backoff.wait(after: number, options: options, random: environment.randomness())
        let wait = max(backoff, failure.wait ?? .zero)
        guard (failure.wait ?? .zero) <= options.longestRetryAfter else {
            throw unreachable(failure, attempt, gaveUp: ", since the site asks to wait \(wait.inWords)")
        }
        let timeIsUp = ", since the time for a page is \(options.totalTimeout.inWords)"
        guard watch.elapsed + wait < options.totalTimeout else { throw unreachable(failure, attempt, gaveUp: timeIsUp) }
        try await environment.clock.sleep(for: wait)
        // Clocks may wake late.
        guard watch.elapsed < options.totalTimeout else { throw unreachable(failure, attempt, gaveUp: timeIsUp) }
    }

    private func unreachable(
        _ failure: FetchFailure, _ attempt: Attempt, gaveUp: String
    ) -> PageFetcher.Unreachable {
        PageFetcher.Unreachable(error: error(failure, attempt, gaveUp: gaveUp))
    }

    private func error(_ failure: FetchFailure, _ attempt: Attempt, gaveUp: String? = nil) -> DiagnosticError {
        var message = failure.what
        if attempt.current != address {
            message += ", after a redirect to \(RedactedURL.shortened(attempt.current.shown))"
        }
        if let gaveUp { message += "; gave up after \(number) attempt\(number == 1 ? "" : "s")\(gaveUp)" }
        return DiagnosticError("\(message); \(failure.advice)", at: SourceLocation(file: shown))
    }

    private func tell(of attempt: Attempt) {
        guard attempt.settled != address else { return }
        environment.onMove?(PageMove(page: page, from: shown, to: attempt.settled.shown))
    }

    private func report(_ bytes: Int, _ total: Int?) {
        environment.onProgress?(
            FetchProgress(page: page, url: shown, bytes: bytes, total: total, attempt: number))
    }

    private func finish(_ result: FetchedPage) {
        var count = 0
        if case .content(let bytes, _, _, _, _) = result { count = bytes.count }
        environment.onProgress?(
            FetchProgress(page: page, url: shown, bytes: count, total: count, attempt: number, isDone: true))
    }
}
