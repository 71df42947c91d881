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
        #if canImport(FoundationNetworking)
        if code == .unknown, !hasAnswer, let problem = Self.problemOfTLS(error) {
            self.init(
                .notSent, reason: problem, underlying: error, isCertificateRefused: problem.contains("certificate"))
            return
        }
        #endif
        let kind: Kind =
            switch code {
            case .timedOut: .timeout
            case let code? where !hasAnswer && Self.beforeSending.contains(code): .notSent
            default: .connectionLost
            }
        let words = code.flatMap { Self.words[$0] } ?? "the connection failed"
        self.init(
            kind, reason: "\(words) (\((error as NSError).domain) \((error as NSError).code))", underlying: error,
            isCertificateRefused: code.map(Self.certificates.contains) ?? false)
    }

    /// What the system says of a certificate that it does not take.
    private static let certificates: Set<URLError.Code> = [
        .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
        .serverCertificateNotYetValid,
    ]

    /// What is wrong with the secure connection that could not be made, or nil if that is not what went wrong.
    ///
    /// On Linux such errors have no code of their own; they are known by how libcurl words them. Those of a connection
    /// that was made name `SSL_read` or `SSL_write`.
    private static func problemOfTLS(_ error: any Error) -> String? {
        let text = (error as NSError).localizedDescription
        if text.hasPrefix("SSL certificate problem") { return "the certificate of the host is not trusted" }
        if text.hasPrefix("SSL: "), text.contains("subject name") {
            return "the certificate of the host is for another name"
        }
        if text.contains("SSL_read") || text.contains("SSL_write") { return nil }
        let isHandshake = ["OpenSSL/", "OpenSSL SSL_connect", "TLS connect error"].contains { text.hasPrefix($0) }
        return isHandshake ? "no secure connection is possible" : nil
    }

    /// Failures that happen before a request can have left.
    private static let beforeSending: Set<URLError.Code> = [
        .badURL, .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet,
        .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
        .clientCertificateRequired,
    ]

    private static let words: [URLError.Code: String] = [
        // The URL was checked before; so this is how the response of a server is called that does not speak HTTP.
        .unsupportedURL: "the answer is not HTTP",
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
