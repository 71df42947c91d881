import Foundations
import HTTPTypes
import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One attempt to fetch a page: from its address over redirects to the last byte.
struct Attempt {
    let environment: Environment
    let request: HTTPFields
    /// Whether a 304 is an answer to what was asked.
    let isConditional: Bool
    /// The longest time for this attempt.
    let timeout: Duration
    /// The addresses asked so far; the current one is the last.
    private(set) var visited: [PageAddress]
    private var watch: Stopwatch

    init(
        _ address: PageAddress, validators: Validators, timeout: Duration, environment: Environment
    ) {
        self.environment = environment
        self.timeout = timeout
        isConditional = !validators.isEmpty
        request = RequestHeaders.fields(validators, version: environment.options.version)
        visited = [address]
        watch = Stopwatch(environment.clock)
    }

    /// Where the attempt is.
    var current: PageAddress { visited[visited.count - 1] }

    /// Asks for the page. `hold` waits for a place at a host, `report` is told of bytes so far and in all.
    ///
    /// Throws `FetchFailure`, or `CancellationError`.
    mutating func run(
        hold: (String) async throws -> Void, report: (Int, Int?) -> Void
    ) async throws -> FetchedPage {
        while true {
            let pause = Stopwatch(environment.clock)
            try await hold(current.host)
            watch.pause(pause.elapsed)
            let response = try await send()
            switch response.head.status.code {
            case 200: return try await page(of: response, report: report)
            case 304: if isConditional { return .unchanged } else { throw FetchFailure.unaskedUnchanged }
            case 301, 302, 303, 307, 308:
                let limit = environment.options.redirects
                visited.append(try Redirect.target(of: response.head, after: visited, limit: limit))
            case let status:
                let fields = response.head.headerFields
                let wait = RetryAfter.delay(
                    fields[values: .retryAfter], date: fields[.date], now: Double(environment.now()))
                throw FetchFailure(status: status, wait: wait)
            }
        }
    }

    private func send() async throws -> TransportResponse {
        let remaining = timeout - watch.elapsed
        guard remaining > .zero else { throw lateness }
        let head = HTTPRequest(
            method: .get, scheme: current.scheme, authority: current.authority, path: current.target,
            headerFields: request)
        do {
            return try await environment.transport.send(head, body: nil, timeout: remaining)
        } catch {
            throw failure(of: error) { reason in
                FetchFailure(
                    "the connection broke before there was an answer: \(reason)", FetchFailure.tryLater,
                    isTransient: true)
            }
        }
    }

    private func page(of response: TransportResponse, report: (Int, Int?) -> Void) async throws -> FetchedPage {
        let fields = response.head.headerFields
        let body = try BodyHead(fields, limit: environment.options.sizeLimit)
        var bytes: [UInt8] = []
        // What a site promises is not believed so far as to take all the memory.
        bytes.reserveCapacity(min(body.total ?? 0, 8 << 20))
        report(0, body.total)
        do {
            for try await chunk in response.body {
                guard chunk.count <= environment.options.sizeLimit - bytes.count else {
                    throw FetchFailure.tooLarge(environment.options.sizeLimit)
                }
                chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
                report(bytes.count, body.total)
            }
        } catch {
            throw failure(of: error) { reason in
                .cutOff(after: bytes.count, of: body.total, reason: reason)
            }
        }
        try body.check(bytes)
        let validators = Validators(fields)
        return .content(
            bytes: bytes, etag: validators.etag, lastModified: validators.lastModified, finalURL: current.text,
            contentType: body.type.text)
    }

    /// What a page means by an error of the transport; `broken` says it for a connection that broke.
    private func failure(of error: any Error, broken: (String) -> FetchFailure) -> any Error {
        switch error {
        case is FetchFailure, is CancellationError: return error
        // A transport may have its own word for a task that was cancelled.
        case _ where Task.isCancelled: return CancellationError()
        case let error as TransportError:
            let reason = error.reason.replacing(current.text, with: current.shown)
            switch error.kind {
            case .notSent:
                return FetchFailure(
                    "the site cannot be reached: \(reason)", "check the address and the network", isTransient: true)
            case .timeout: return lateness
            case .connectionLost: return broken(reason)
            }
        default: return broken("\(type(of: error))")
        }
    }

    private var lateness: FetchFailure {
        FetchFailure("the page was not there within \(timeout.inWords)", FetchFailure.tryLater, isTransient: true)
    }
}
