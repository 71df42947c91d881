import AsyncHTTPClientTransport
import ServiceRuntime
import Testing
import TransportConformance

/// A thousand calls at once, of which 300 meet a fault: each ends as it should, and nothing stays behind.
@Suite(.serialized, .timeLimit(.minutes(1)), .enabled(if: Measuring.isAlone, Measuring.advice))
struct AsyncHTTPClientChaosTests {
    @Test func everyCallEnds() async throws {
        // Starts what the process starts once.
        try await round(of: 20)
        let check = LeakCheck()
        try await round(of: 1000)
        let between = ResidentMemory.bytes ?? 0
        try await round(of: 1000)
        let growth = ((ResidentMemory.bytes ?? 0) - between) / 1024
        Figures.report("growth of memory in a second round of 1,000 calls, in KB", growth)
        #expect(growth < 16 << 10)
        try await check.expectNoDescriptorsLeft()
    }

    @Test func faultsThatMayPassAreRepeated() async throws {
        let server = try ChaosServer(.firstAttempt)
        defer { server.server.stop() }
        var round = ChaosRound(server, over: AsyncHTTPClientTransport())
        round.middlewares = [
            RetryMiddleware(
                policy: RetryPolicy(baseDelay: .milliseconds(20)), budget: RetryBudget(capacity: 2000))
        ]
        await round.run { Fault.ofCall($0).outcomeWithRepetition(of: ChaosRound.method(ofCall: $0)) }
        // Every call but those to the closed port was answered at last, or was a POST that must not be repeated.
        #expect(server.server.requests.count > 1000)
    }

    private func round(of calls: Int) async throws {
        let server = try ChaosServer(.always)
        defer { server.server.stop() }
        await run(calls, server)
        try await LeakCheck().expectNoConnections(to: server.server)
    }

    private func run(_ calls: Int, _ server: ChaosServer) async {
        var round = ChaosRound(server, over: AsyncHTTPClientTransport())
        round.calls = calls
        await round.run { Fault.ofCall($0).outcome }
    }
}
