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
    /// Whether a 304 is a response to what was asked.
    let isConditional: Bool
    /// The longest time for this attempt.
    let timeout: Duration
    /// The addresses asked so far; the current one is the last.
    private(set) var visited: [PageAddress]
    /// The address that the page has for good, as far as redirects have said so from the first one on.
    private(set) var settled: PageAddress
    /// Whether every step so far was for good.
    private var isForGood = true
    private var watch: Stopwatch

    init(
        _ address: PageAddress, validators: Validators, timeout: Duration, environment: Environment
    ) {
        self.environment = environment
        self.timeout = timeout
        isConditional = !validators.isEmpty
        request = RequestHeaders.fields(
            validators, version: environment.options.version, reads: environment.options.reads)
        visited = [address]
        settled = address
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
            case 200:
                let page = try await page(of: response, report: report)
                guard let target = try alias(page) else { return page }
                go(to: target, forGood: true)
            case 304: if isConditional { return .unchanged } else { throw FetchFailure.unaskedUnchanged }
            case 301, 302, 303, 307, 308:
                let limit = environment.options.redirects
                let status = response.head.status.code
                go(
                    to: try Redirect.target(of: response.head, after: visited, limit: limit),
                    forGood: status == 301 || status == 308)
            case let status:
                let fields = response.head.headerFields
                let wait = RetryAfter.delay(
                    fields[values: .retryAfter], date: fields[.date], now: Double(environment.now()))
                throw FetchFailure(status: status, wait: wait)
            }
        }
    }

    private mutating func go(to target: PageAddress, forGood: Bool) {
        visited.append(target)
        isForGood = isForGood && forGood
        if isForGood { settled = target }
    }

    /// The address of the page where this one is only a sign to it; nil for a page, also for one that reloads itself.
    private func alias(_ page: FetchedPage) throws(FetchFailure) -> PageAddress? {
        guard case .content(let bytes, _, _, _, let type) = page, ContentType(type).mayBeHTML,
            let reference = AliasPage.target(of: bytes), (try? current.resolve(reference)) != current
        else { return nil }
        return try Redirect.target(
            reference, said: "the page leads", after: visited, limit: environment.options.redirects)
    }

    private func send() async throws -> TransportResponse {
        let remaining = timeout - watch.elapsed
        guard remaining > .zero else { throw lateness }
        guard environment.options.mayAsk(current.text) else { throw FetchFailure.foreignHost(current) }
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
        let body = try BodyHead(
            fields, limit: environment.options.sizeLimit, reads: environment.options.reads)
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
                // It is not that the connection broke: nobody here can unpack this.
                body.isCoded && bytes.isEmpty
                    ? .compressed : .cutOff(after: bytes.count, of: body.total, reason: reason)
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
            guard !error.isCertificateRefused else { return FetchFailure.certificate(reason) }
            switch error.kind {
            case .notSent where current.host.hasPrefix("["):
                return FetchFailure(
                    "the site cannot be reached by its IPv6 address: \(reason)",
                    "name the host instead, or check the address and the network")
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
