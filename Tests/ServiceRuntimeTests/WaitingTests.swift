import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Synchronization
import Testing

@Suite struct WaitingTests {
    struct Server: Codable, Equatable, Sendable {
        var state: String?
    }

    struct Typed: Codable, Sendable {
        var policy: PolicyType
    }

    private let clock = VirtualClock()

    private func connection(_ transport: ScriptedTransport, random: Double = 0.5) -> ServiceConnection {
        ServiceRuntimeTests.connection(
            transport, configuration: ClientConfiguration(clock: clock, random: { random }))
    }

    private static func state(_ state: String) -> ScriptedTransport.Step {
        .answer(200, body: #"{"state":"\#(state)"}"#)
    }

    private static let show = OperationRequest("showServer", .get, "/v1/servers/1")

    /// Waits as generated code does.
    private func wait(
        _ transport: ScriptedTransport, _ policy: WaitPolicy = WaitPolicy(), until states: Set<String> = ["ACTIVE"],
        unless failures: Set<String> = ["ERROR"], random: Double = 0.5
    ) async throws -> Server {
        let connection = connection(transport, random: random)
        return try await connection.wait(
            policy, "showServer", title: "Show Server", until: states, unless: failures, state: { $0.state }
        ) {
            try await connection.call(Self.show, success: [200])
        }
    }

    private func waitError(
        _ steps: [ScriptedTransport.Step], _ policy: WaitPolicy = WaitPolicy(), until states: Set<String> = ["ACTIVE"]
    ) async -> ServiceError? {
        await failure { _ = try await wait(ScriptedTransport(steps), policy, until: states) } as? ServiceError
    }

    @Test func theWantedStateIsGiven() async throws {
        let transport = ScriptedTransport([Self.state("CREATING"), .answer(200, body: "{}"), Self.state("ACTIVE")])
        #expect(try await wait(transport) == Server(state: "ACTIVE"))
        #expect(transport.requests.count == 3)
        #expect(clock.sleeps == [.seconds(2), .seconds(3)])
    }

    @Test func theFirstPollComesAtOnce() async throws {
        _ = try await wait(ScriptedTransport([Self.state("ACTIVE")]))
        #expect(clock.sleeps == [])
    }

    @Test func intervalsGrowUpToAMaximum() async {
        let policy = WaitPolicy(
            timeout: .seconds(60), firstInterval: .seconds(1), factor: 3, maximumInterval: .seconds(20), jitter: 0)
        let error = await waitError([Self.state("CREATING")], policy)
        #expect(clock.sleeps == [1, 3, 9, 20, 20, 7].map { .seconds($0) })
        #expect(
            error?.description
                == "Backup 1.2 showServer: the time for waiting is up: the last state was CREATING "
                + "(documented in: Show Server, version 1.2)")
        guard case .waitTimedOut(let last)? = error?.kind else {
            Issue.record("another kind: \(String(describing: error))")
            return
        }
        #expect(last == "the last state was CREATING")
        #expect(error?.isRetryable == false)
    }

    @Test func theMaximumHoldsFromTheFirstIntervalOn() async {
        _ = await waitError(
            [Self.state("CREATING")],
            WaitPolicy(timeout: .seconds(25), firstInterval: .seconds(60), maximumInterval: .seconds(10), jitter: 0))
        #expect(clock.sleeps == [10, 10, 5].map { .seconds($0) })
    }

    @Test(arguments: [(0.0, 800), (0.5, 1000), (1, 1200)]) func jitter(_ random: Double, _ milliseconds: Int)
        async throws
    {
        let policy = WaitPolicy(firstInterval: .seconds(1), jitter: 0.2)
        _ = try await wait(ScriptedTransport([Self.state("CREATING"), Self.state("ACTIVE")]), policy, random: random)
        let slept = try #require(clock.sleeps.first)
        #expect(abs((slept - .milliseconds(milliseconds)) / .seconds(1)) < 1e-9)
    }

    @Test func oddPoliciesDoNoHarm() async {
        for factor in [0, -1, .nan, .infinity] {
            let policy = WaitPolicy(
                timeout: .milliseconds(3), firstInterval: .zero, factor: factor, maximumInterval: .zero,
                jitter: .infinity)
            let error = await waitError([Self.state("CREATING")], policy)
            #expect(error?.description.contains("the time for waiting is up") == true)
        }
        let none = await waitError([Self.state("CREATING")], WaitPolicy(timeout: .seconds(-1)))
        #expect(none?.description.contains("the time for waiting is up") == true)
    }

    @Test func anUnwantedStateEnds() async {
        let error = await waitError([Self.state("CREATING"), Self.state("ERROR"), Self.state("ACTIVE")])
        #expect(
            error?.description
                == "Backup 1.2 showServer: waiting ended in the unwanted state ERROR "
                + "(documented in: Show Server, version 1.2)")
        guard case .unwantedState("ERROR")? = error?.kind else {
            Issue.record("another kind: \(String(describing: error))")
            return
        }
        #expect(clock.sleeps.count == 1)
    }

    @Test func errorsThatMayPassDoNotEnd() async throws {
        let transport = ScriptedTransport([
            .answer(500), .answer(429, headers: ["Retry-After": "17"]),
            .failure(TransportError(.timeout, reason: "slow")), .failure(TransportError(.notSent, reason: "no host")),
            .answer(503), Self.state("ACTIVE"),
        ])
        #expect(try await wait(transport, WaitPolicy(jitter: 0)).state == "ACTIVE")
        #expect(clock.sleeps == [2, 17, 4.5, 6.75, 10.125].map { .seconds($0) })
    }

    @Test func errorsCountAgainstTheTimeout() async {
        let error = await waitError(
            [Self.state("CREATING"), .answer(500, body: #"{"errors":[{"code":"Oops","detail":"token=x"}]}"#)],
            WaitPolicy(timeout: .seconds(10)))
        #expect(
            error?.description
                == "Backup 1.2 showServer: the time for waiting is up: "
                + "the last poll failed: the service failed with status 500: Oops: token=<redacted> "
                + "(documented in: Show Server, version 1.2)")
    }

    @Test func aRetryAfterBeyondTheTimeoutIsNotAwaited() async {
        let error = await waitError(
            [.answer(503, headers: ["Retry-After": "3600"])], WaitPolicy(timeout: .seconds(10)))
        #expect(error?.description.contains("the time for waiting is up: the last poll failed") == true)
        #expect(clock.sleeps == [])
    }

    @Test(arguments: [400, 401, 403, 409, 410, 422, 501]) func otherErrorsEnd(_ status: Int) async {
        let error = await waitError([Self.state("CREATING"), .answer(status)])
        #expect(error?.statusCode == status)
        #expect(clock.sleeps.count == 1)
    }

    @Test func anAnswerThatDoesNotDecodeEnds() async {
        let error = await waitError([.answer(200, body: "[")])
        #expect(error?.description.contains("does not decode") == true)
    }

    @Test func aResourceMayTakeAWhileToAppear() async throws {
        let transport = ScriptedTransport([.answer(404), .answer(404), Self.state("ACTIVE")])
        #expect(try await wait(transport).state == "ACTIVE")
        // Later than that, or once it was seen, it is not there.
        let late = await waitError([.answer(404)])
        #expect(late?.statusCode == 404)
        let sleeps = clock.sleeps.count
        let gone = await waitError([Self.state("CREATING"), .answer(404)])
        #expect(gone?.statusCode == 404)
        #expect(clock.sleeps.count == sleeps + 1)
        let strict = await waitError([.answer(404), Self.state("ACTIVE")], WaitPolicy(notFoundGrace: .zero))
        #expect(strict?.statusCode == 404)
    }

    @Test func withoutAStateThereIsNothingToWaitFor() async {
        let error = await waitError([Self.state("ACTIVE")], until: [])
        #expect(
            error?.description
                == "Backup 1.2 showServer: not sent: there is no state to wait for "
                + "(documented in: Show Server, version 1.2)")
    }

    @Test func cancellingEndsAtOnce() async {
        let clock = VirtualClock(hangs: true)
        let transport = ScriptedTransport([Self.state("CREATING")])
        let connection = ServiceRuntimeTests.connection(transport, configuration: ClientConfiguration(clock: clock))
        let task = Task {
            let _: Server = try await connection.wait(WaitPolicy(), "showServer", until: ["ACTIVE"], state: \.state) {
                try await connection.call(Self.show, success: [200])
            }
        }
        await eventually { !clock.sleeps.isEmpty }
        task.cancel()
        let error = await failure { try await task.value }
        #expect(error is CancellationError)
        #expect(transport.requests.count == 1)
    }
}

extension WaitingTests {
    @Test func openEnumerations() async throws {
        let transport = ScriptedTransport([
            .answer(200, body: #"{"policy":"NEW"}"#), .answer(200, body: #"{"policy":"VM_IMAGE"}"#),
        ])
        let connection = connection(transport)
        let typed: Typed = try await connection.wait(
            WaitPolicy(), "show", until: [PolicyType.vmImage], state: { $0.policy }
        ) {
            try await connection.call(Self.show, success: [200])
        }
        #expect(typed.policy == .vmImage)
        let error = await failure {
            let _: Typed = try await connection.wait(
                WaitPolicy(), "show", until: [.filesystem], unless: [PolicyType.vmImage], state: \.policy
            ) {
                try await connection.call(Self.show, success: [200])
            }
        }
        #expect(
            (error as? ServiceError)?.description == "Backup 1.2 show: waiting ended in the unwanted state VM_IMAGE")
    }

    @Test func conditions() async throws {
        let number = Mutex(0)
        let connection = connection(ScriptedTransport([.answer(200)]))
        func count(_ policy: WaitPolicy, upTo last: Int, unless unwanted: Int) async throws -> Int {
            try await connection.wait(
                policy, "count", until: { $0 >= last }, unless: { $0 == unwanted }, describe: { "at \($0)" }
            ) {
                number.withLock {
                    $0 += 1
                    return $0
                }
            }
        }
        #expect(try await count(WaitPolicy(), upTo: 3, unless: 100) == 3)
        let unwanted = await failure { _ = try await count(WaitPolicy(), upTo: 100, unless: 5) }
        #expect(
            (unwanted as? ServiceError)?.description == "Backup 1.2 count: waiting ended in the unwanted state at 5")
        let late = await failure { _ = try await count(WaitPolicy(timeout: .zero), upTo: 100, unless: 100) }
        #expect(
            (late as? ServiceError)?.description
                == "Backup 1.2 count: the time for waiting is up: the last state was at 6")
        let silent = await failure {
            _ = try await connection.wait(WaitPolicy(timeout: .zero), "count", until: { $0 > 1 }, fetch: { 1 })
        }
        #expect((silent as? ServiceError)?.description == "Backup 1.2 count: the time for waiting is up")
    }

    private func waitUntilGone(_ steps: [ScriptedTransport.Step]) async throws {
        let connection = connection(ScriptedTransport(steps))
        try await connection.waitUntilGone(WaitPolicy(), "showServer") {
            _ = try await connection.call(Self.show, success: [200]) as Server
        }
    }

    @Test func untilGone() async throws {
        try await waitUntilGone([Self.state("DELETING"), .answer(503), Self.state("DELETING"), .answer(404)])
        #expect(clock.sleeps.count == 3)
        try await waitUntilGone([.answer(404)])
        try await waitUntilGone([.answer(410)])
        let refused = await failure { try await waitUntilGone([Self.state("DELETING"), .answer(403)]) }
        #expect((refused as? ServiceError)?.statusCode == 403)
        let late = await failure { try await waitUntilGone([Self.state("DELETING")]) }
        #expect((late as? ServiceError)?.description == "Backup 1.2 showServer: the time for waiting is up")
    }

    @Test func goneByState() async throws {
        let connection = connection(
            ScriptedTransport([Self.state("DELETING"), Self.state("DELETED"), Self.state("ERROR")]))
        func wait() async throws {
            try await connection.waitUntilGone(
                WaitPolicy(), "showServer", isGone: { $0.state == "DELETED" }, unless: { $0.state == "ERROR" },
                describe: \.state
            ) {
                try await connection.call(Self.show, success: [200]) as Server
            }
        }
        try await wait()
        let error = await failure { try await wait() }
        #expect(
            (error as? ServiceError)?.description == "Backup 1.2 showServer: waiting ended in the unwanted state ERROR")
    }

    @Test func statesAreShownWithoutSecrets() async throws {
        let authentication = Authentication.scpHMAC(try Credentials(accessKey: "acc3ss", secretKey: "s3cr3t"))
        let connection = ServiceRuntimeTests.connection(
            ScriptedTransport([.answer(200)]), authentication: authentication,
            configuration: ClientConfiguration(clock: clock))
        let long = String(repeating: "x", count: 1000)
        for (text, shown) in [("s3cr3t\nERROR", "<redacted> ERROR"), (long, String(repeating: "x", count: 300) + "…")] {
            let error = await failure {
                _ = try await connection.wait(
                    WaitPolicy(), "show", until: ["A"], unless: [text], state: { $0 }, fetch: { text })
            }
            #expect((error as? ServiceError)?.description.hasSuffix("unwanted state \(shown)") == true)
        }
    }
}
