import Foundation
import ServiceRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension TransportError {
    /// The reason of a failure of `URLSession`.
    ///
    /// Only the code is shown: the texts of such errors contain the URL.
    init(_ error: any Error, hasAnswer: Bool) {
        let code = (error as? URLError)?.code
        let kind: Kind =
            switch code {
            case .timedOut: .timeout
            case let code? where !hasAnswer && Self.beforeSending.contains(code): .notSent
            default: .connectionLost
            }
        let words = code.flatMap { Self.words[$0] } ?? "the connection failed"
        self.init(kind, reason: "\(words) (\((error as NSError).domain) \((error as NSError).code))", underlying: error)
    }

    /// Failures that happen before a request can have left.
    private static let beforeSending: Set<URLError.Code> = [
        .badURL, .unsupportedURL, .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet,
        .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
        .clientCertificateRequired,
    ]

    private static let words: [URLError.Code: String] = [
        .timedOut: "no answer in time",
        .cannotFindHost: "the host is not known",
        .dnsLookupFailed: "the host is not known",
        .cannotConnectToHost: "the host does not accept connections",
        .notConnectedToInternet: "there is no network",
        .networkConnectionLost: "the connection broke",
        .secureConnectionFailed: "no secure connection is possible",
        .serverCertificateUntrusted: "the certificate of the host is not trusted",
        .serverCertificateHasBadDate: "the certificate of the host has expired",
        .serverCertificateHasUnknownRoot: "the certificate of the host is not trusted",
    ]
}
