import Testing
import TransportConformance
import URLSessionTransport

@Suite(.serialized, .timeLimit(.minutes(1)), .enabled(if: Measuring.isAlone, Measuring.advice))
struct URLSessionConformanceTests {
    private let conformance = TransportConformance(limits: [
        .receivesAhead(bytes: 64 << 20), .refusesBodiesOfGetAndHead, .repeatsSafeRequests, .stopsAtOddHeads,
        .collectsStreams,
    ]) { URLSessionTransport() }

    @Test(arguments: TransportConformance.subjects)
    func conforms(to subject: TransportConformance.Subject) async throws {
        try await conformance.check(subject)
    }
}
