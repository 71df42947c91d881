import HTTPTypes
import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Synchronization
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct RetryMiddlewareTests {
    private let clock = VirtualClock()

    private func retries(
        _ policy: RetryPolicy = RetryPolicy(), budget: RetryBudget = RetryBudget(), random: Double = 1
    ) -> RetryMiddleware {
        RetryMiddleware(
            policy: policy, budget: budget, clock: clock, random: { random }, now: { instant(784_111_777) })
    }

    @discardableResult
    private func call(
        _ transport: ScriptedTransport, _ method: OperationRequest.Method = .get, with retries: RetryMiddleware
    ) async -> ServiceError? {
        let connection = connection(
            transport,
            configuration: ClientConfiguration(middlewares: [retries], now: { instant(784_111_777) }))
        return await failure { try await connection.call(OperationRequest("op", method, "/v1/x"), success: []) }
            as? ServiceError
    }

    private static let repeatable: [OperationRequest.Method] = [.get, .head, .put, .delete, .options, .trace, .query]

    @Test(arguments: OperationRequest.Method.standard, [200, 400, 401, 403, 404, 409, 418, 501, 505])
    func otherStatusesAreNeverRepeated(_ method: OperationRequest.Method, _ status: Int) async {
        let transport = ScriptedTransport([.answer(status)])
        await call(transport, method, with: retries())
        #expect(transport.requests.count == 1)
        #expect(clock.sleeps == [])
    }

    @Test(arguments: OperationRequest.Method.standard, [408, 425, 429, 500, 502, 503, 504])
    func temporaryStatuses(_ method: OperationRequest.Method, _ status: Int) async {
        let transport = ScriptedTransport([.answer(status), .answer(200)])
        let error = await call(transport, method, with: retries())
        let isRepeated = Self.repeatable.contains(method) || status == 425 || status == 429
        #expect(transport.requests.count == (isRepeated ? 2 : 1))
        #expect(error?.statusCode == (isRepeated ? nil : status))
    }

    @Test(arguments: OperationRequest.Method.standard, [TransportError.Kind.notSent, .timeout, .connectionLost])
    func failuresOfTheTransport(_ method: OperationRequest.Method, _ kind: TransportError.Kind) async {
        let transport = ScriptedTransport([.failure(TransportError(kind, reason: "x")), .answer(200)])
        let error = await call(transport, method, with: retries())
        let isRepeated = Self.repeatable.contains(method) || kind == .notSent
        #expect(transport.requests.count == (isRepeated ? 2 : 1))
        #expect((error == nil) == isRepeated)
    }

    @Test func everyMethodIsCovered() {
        #expect(Set(OperationRequest.Method.standard).subtracting(Self.repeatable) == [.post, .patch])
    }

    @Test func refusingStatusesCanBeTurnedOff() async {
        let transport = ScriptedTransport([.answer(429), .answer(200)])
        await call(transport, .post, with: retries(RetryPolicy(refusingStatuses: [])))
        #expect(transport.requests.count == 1)
        await call(transport, .get, with: retries(RetryPolicy(statuses: [], refusingStatuses: [])))
        #expect(transport.requests.count == 2)
    }

    @Test func otherErrorsArePassedOn() async {
        struct Odd: Error {}
        let context = OperationContext(service: "S", version: "1", operation: "inner")
        let errors: [any Error] = [
            Odd(), CancellationError(), ServiceError(context: context, kind: .noResponse(.timeout)),
        ]
        for error in errors {
            let transport = ScriptedTransport([.failure(error)])
            await call(transport, with: retries())
            #expect(transport.requests.count == 1)
        }
    }

    @Test func theLastOutcomeIsWhatTheCallerSees() async {
        let transport = ScriptedTransport([
            .failure(TransportError(.timeout, reason: "x")), .answer(503), .answer(502),
            .answer(500, body: #"{"errors":[{"code":"Last"}]}"#), .answer(200),
        ])
        let error = await call(transport, with: retries())
        #expect(error?.description == "Backup 1.2 op: the service failed with status 500: Last")
        #expect(transport.requests.count == 4)
        #expect(clock.sleeps == [.milliseconds(500), .seconds(1), .seconds(2)])
    }

    @Test func nothingIsRepeatedWhenDisabled() async {
        for policy in [RetryPolicy.disabled, RetryPolicy(maxAttempts: 0), RetryPolicy(maxAttempts: -1)] {
            let transport = ScriptedTransport([.answer(503)])
            #expect(await call(transport, with: retries(policy))?.statusCode == 503)
            #expect(transport.requests.count == 1)
        }
    }

    @Test func jitterIsFull() async {
        await call(ScriptedTransport([.answer(503)]), with: retries(random: 0.25))
        #expect(clock.sleeps == [.milliseconds(125), .milliseconds(250), .milliseconds(500)])
    }

    @Test(arguments: [
        ("7", Duration.seconds(7)),
        ("0", .zero),
        (" 7\t", .seconds(7)),
        ("60", .seconds(60)),
        // Ten seconds after the time of the test, in all three forms.
        ("Sun, 06 Nov 1994 08:49:47 GMT", .seconds(10)),
        ("Sunday, 06-Nov-94 08:49:47 GMT", .seconds(10)),
        ("Sun Nov  6 08:49:47 1994", .seconds(10)),
        ("Sun, 06 Nov 1994 08:49:27 GMT", .zero),
        // What cannot be read counts as nothing: then the first wait is up to half a second.
        ("soon", .milliseconds(500)),
        ("-1", .milliseconds(500)),
        ("1.5", .milliseconds(500)),
    ])
    func retryAfterIsObeyed(_ value: String, _ wait: Duration) async {
        let transport = ScriptedTransport([.answer(503, headers: ["Retry-After": value]), .answer(200)])
        let isRead = wait != .milliseconds(500)
        #expect(await call(transport, with: retries(random: isRead ? 0 : 1)) == nil)
        #expect(clock.sleeps == [wait])
    }

    @Test func afterRetryAfterClientsDoNotComeBackTogether() async {
        await call(
            ScriptedTransport([.answer(429, headers: ["retry-after": "2"]), .answer(200)]), .post,
            with: retries(random: 0.5))
        #expect(clock.sleeps == [.milliseconds(2250)])
    }

    @Test(arguments: ["61", "99999999999999999999999999", "Sun, 06 Nov 1994 09:49:37 GMT"])
    func aLongRetryAfterIsLeftToTheCaller(_ value: String) async {
        let transport = ScriptedTransport([.answer(503, headers: ["Retry-After": value]), .answer(200)])
        let error = await call(transport, with: retries())
        #expect(error?.statusCode == 503)
        #expect((error?.retryAfter ?? .zero) > .seconds(60))
        #expect(transport.requests.count == 1)
        #expect(clock.sleeps == [])
    }

    @Test func everyAttemptIsSignedAnew() async throws {
        let seconds = Mutex(0.0)
        let transport = ScriptedTransport([.answer(503), .answer(503), .answer(200)])
        let configuration = ClientConfiguration(
            middlewares: [retries()],
            now: {
                seconds.withLock {
                    $0 += 1
                    return instant($0)
                }
            })
        let authentication = Authentication.scpHMAC(try Credentials(accessKey: "a", secretKey: "s"))
        try await connection(transport, authentication: authentication, configuration: configuration).call(
            OperationRequest("op", .get, "/v1/x"), success: [])
        let timestamp = try #require(HTTPField.Name("Scp-Timestamp"))
        #expect(transport.requests.map { $0.headerFields[timestamp] } == ["1000", "2000", "3000"])
    }
}

extension RetryMiddlewareTests {
    @Test func cancellingEndsAWaitAtOnce() async {
        let clock = VirtualClock(hangs: true)
        let transport = ScriptedTransport([.answer(503)])
        let retries = RetryMiddleware(clock: clock)
        let task = Task {
            try await connection(transport, configuration: ClientConfiguration(middlewares: [retries])).call(
                OperationRequest("op", .get, "/v1/x"), success: [])
        }
        await eventually { !clock.sleeps.isEmpty }
        task.cancel()
        let error = await failure { try await task.value }
        #expect(error is CancellationError)
        #expect(transport.requests.count == 1)
    }

    @Test func aCancelledTaskDoesNotTryAgain() async {
        // The transport has its own word for cancellation, and the clock does not look at it.
        let transport = ScriptedTransport(
            [.failure(TransportError(.connectionLost, reason: "cancelled"))],
            onSend: { withUnsafeCurrentTask { $0?.cancel() } })
        let task = Task { [clock] in
            let retries = RetryMiddleware(clock: clock)
            try await connection(transport, configuration: ClientConfiguration(middlewares: [retries])).call(
                OperationRequest("op", .get, "/v1/x"), success: [])
        }
        let error = await failure { try await task.value }
        #expect(error is CancellationError)
        #expect(transport.requests.count == 1)
    }

    /// A body that goes on for ever, and what became of it.
    private final class EndlessBody: Sendable {
        private let state = Mutex((bytes: 0, isOver: false))

        var bytes: Int { state.withLock { $0.bytes } }
        var isOver: Bool { state.withLock { $0.isOver } }

        func body(chunk: Int, after delay: Duration = .zero) -> ResponseBody {
            let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
            let source = Task { [self] in
                while !Task.isCancelled {
                    continuation.yield(Data(count: chunk))
                    state.withLock { $0.bytes += chunk }
                    try? await Task.sleep(for: delay)
                    await Task.yield()
                }
            }
            continuation.onTermination = { [self] _ in
                source.cancel()
                state.withLock { $0.isOver = true }
            }
            return ResponseBody(stream)
        }
    }

    @Test func anAnswerThatNobodyWantsIsGivenUp() async {
        let endless = EndlessBody()
        let transport = ScriptedTransport([
            .stream(503, endless.body(chunk: 1, after: .milliseconds(1))), .answer(200),
        ])
        #expect(await call(transport, with: retries()) == nil)
        await eventually { endless.isOver }
        #expect(endless.isOver)
    }

    @Test func noMoreThanABoundIsRead() async {
        // The clock hangs, so that only the bound ends the reading.
        let endless = EndlessBody()
        let clock = VirtualClock(hangs: true)
        let transport = ScriptedTransport([.stream(503, endless.body(chunk: 16 << 10, after: .milliseconds(5)))])
        let task = Task {
            let retries = RetryMiddleware(clock: clock)
            try await connection(transport, configuration: ClientConfiguration(middlewares: [retries])).call(
                OperationRequest("op", .get, "/v1/x"), success: [])
        }
        await eventually { endless.isOver }
        #expect(endless.isOver)
        #expect(endless.bytes >= 64 << 10)
        #expect(endless.bytes <= 256 << 10)
        task.cancel()
        _ = await failure { try await task.value }
    }

    private func broken() -> ResponseBody {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
        continuation.yield(Data(#"{"name""#.utf8))
        continuation.finish(throwing: TransportError(.connectionLost, reason: "it broke"))
        return ResponseBody(stream)
    }

    @Test func anAnswerThatBreaksOffIsRepeated() async {
        let transport = ScriptedTransport([.stream(200, broken()), .answer(200)])
        #expect(await call(transport, with: retries()) == nil)
        #expect(transport.requests.count == 2)
        let creation = ScriptedTransport([.stream(200, broken()), .answer(200)])
        let error = await call(creation, .post, with: retries())
        #expect(error?.description == "Backup 1.2 op: no answer: it broke")
        #expect(creation.requests.count == 1)
    }

    @Test func withoutABudgetNothingIsRepeated() async {
        let budget = RetryBudget(capacity: 3, refill: 0.5)
        let failing = ScriptedTransport([.answer(503)])
        await call(failing, with: retries(budget: budget))
        #expect(failing.requests.count == 4)
        // Another middleware with the same budget, and a call of another method.
        await call(failing, .delete, with: retries(budget: budget))
        #expect(failing.requests.count == 5)
        #expect(budget.available == 0)
        // Two answered calls, be they errors, put one token back; a call that fails puts back nothing.
        for status in [200, 404, 503] {
            await call(ScriptedTransport([.answer(status)]), .post, with: retries(budget: budget))
        }
        #expect(budget.available == 1)
        await call(failing, with: retries(budget: budget))
        #expect(failing.requests.count == 7)
    }
}
