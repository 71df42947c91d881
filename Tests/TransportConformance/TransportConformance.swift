package import ServiceRuntime
import Testing

/// What every transport must do, checked against servers on loopback.
///
/// A test target makes a transport's own suite of it with one parameterised test over ``subjects``, so that a failure
/// names its subject.
package struct TransportConformance: Sendable {
    /// Makes a transport with connections of its own.
    package let makeTransport: @Sendable () -> any Transport
    /// What the transport is known not to do; its documentation says so.
    package let limits: Set<Limit>

    /// A check of the transports that `makeTransport` makes.
    package init(limits: Set<Limit> = [], makeTransport: @escaping @Sendable () -> any Transport) {
        self.makeTransport = makeTransport
        self.limits = limits
    }

    /// What a transport may be known not to do.
    package enum Limit: Sendable, Hashable {
        /// The body of a response is received as fast as it comes, up to a bound at which the call is given up.
        case receivesAhead(bytes: Int)
        /// A GET, HEAD or OPTIONS that goes out on a kept connection may be sent again where that closes before any
        /// byte of the response.
        case repeatsSafeRequests
        /// A request with a body and the method GET or HEAD is refused.
        case refusesBodiesOfGetAndHead
        /// A response with trailers, or whose head breaks off, stops the process.
        case stopsAtOddHeads
        /// A request body that is a stream is collected before it is sent.
        case collectsStreams
        /// The body of a redirect is empty.
        case dropsBodiesOfRedirects
    }

    /// One thing that every transport must do.
    package struct Subject: Sendable, CustomTestStringConvertible {
        /// What it is about.
        package let name: String
        fileprivate let check: @Sendable (TransportConformance) async throws -> Void

        init(_ name: String, _ check: @escaping @Sendable (TransportConformance) async throws -> Void) {
            self.name = name
            self.check = check
        }

        package var testDescription: String { name }
    }

    /// Everything that every transport must do.
    package static let subjects: [Subject] =
        requestSubjects + requestBodySubjects + answerSubjects + bodySubjects + connectionSubjects + redirectSubjects
        + brokenAnswerSubjects + unreachableSubjects + timeoutSubjects + cancellationSubjects + streamingSubjects
        + concurrencySubjects

    /// Checks one subject.
    package func check(_ subject: Subject) async throws {
        try await subject.check(self)
    }
}
