import AsyncHTTPClientTransport
import Testing
import TransportConformance

@Suite(.serialized, .timeLimit(.minutes(1)), .enabled(if: Measuring.isAlone, Measuring.advice))
struct AsyncHTTPClientConformanceTests {
    private let conformance = TransportConformance { AsyncHTTPClientTransport() }

    @Test(arguments: TransportConformance.subjects)
    func conforms(to subject: TransportConformance.Subject) async throws {
        try await conformance.check(subject)
    }
}
