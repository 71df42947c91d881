import Testing
import TransportConformance
import URLSessionTransport

@Suite(.serialized, .timeLimit(.minutes(1))) struct URLSessionConformanceTests {
    private let conformance = TransportConformance { URLSessionTransport() }

    @Test(arguments: TransportConformance.subjects)
    func conforms(to subject: TransportConformance.Subject) async throws {
        try await conformance.check(subject)
    }
}
