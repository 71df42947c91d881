#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Texts for people, in English.
extension ServiceError: LocalizedError {
    /// The same as ``description``.
    public var errorDescription: String? { description }

    /// What went wrong, and what the service says about it, without the operation.
    public var failureReason: String? { context.redactor.redact(explanation).singleLine }

    /// What to do about it.
    public var recoverySuggestion: String? {
        switch kind {
        case .requestInvalid: "Correct what the call was given; as it is, it fails again."
        case .notSent:
            "Check the network, the host name and the certificate. "
                + "The service has not seen the request, so it may be sent again."
        case .noResponse(.timeout):
            "Look whether the service has acted before you call again, or raise ClientConfiguration.timeout."
        case .noResponse(.connectionLost): "Look whether the service has acted before you call again."
        case .unauthorized:
            "Check the access key, the secret key and the clock of this machine: signatures carry the time."
        case .forbidden: "Check that the account may use this operation."
        case .notFound: "Check the identifiers, and whether they belong to this region and environment."
        case .conflict: "Read the resource again: its present state does not allow the call."
        case .redirected: "Call the address that the service points to, if you trust it; no redirect is followed."
        case .clientError, .serverError: rejection
        case .undocumentedResponse:
            "Check that the base URL is that of the service, and that the version is still served."
        case .undecodable:
            "The service answers in another form than documented. ServiceConnection.answer(to:success:) reads any form."
        case .responseTooLarge: "Ask for smaller pages, or raise ClientConfiguration.bodyLimit."
        case .waitTimedOut: "Look at the resource: wait again, or longer with WaitPolicy.timeout."
        case .unwantedState: "Look at the resource: it does not reach the wanted state by itself."
        }
    }

    private var rejection: String {
        guard isRetryable else { return "Correct the request as the service says." }
        if let retryAfter, retryAfter > .zero {
            return "Call again after \(retryAfter.components.seconds) seconds, as the service asks."
        }
        return "Call again after a while; if it keeps failing, give the request ids to the service's support."
    }
}
