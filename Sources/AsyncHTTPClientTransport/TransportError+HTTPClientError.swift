import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import ServiceRuntime

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension TransportError {
    /// The reason of a failure of the client.
    ///
    /// Only fixed words are shown: the texts of such errors contain hosts and header values. What can happen both
    /// before and after the request has left counts as `connectionLost`.
    init(_ error: any Error, hasAnswer: Bool) {
        let (kind, reason): (Kind, String) =
            switch error {
            case is CancellationError: (.connectionLost, "the request was given up")
            case let error as UploadError: (.connectionLost, error.description)
            case let error as HTTPClientError: Self.classify(error)
            case let error as NIOConnectionError: (.notSent, Self.reason(of: error))
            case let error as NIOSSLError: Self.classify(error)
            case is NIOSSLExtraError: (.notSent, "the certificate of the host is for another name")
            case ChannelError.connectTimeout: (.notSent, "no connection in time")
            case let error as IOError where error.errnoCode == ECONNREFUSED:
                (.notSent, "the host does not accept connections")
            case is HTTPParserError, is NIOHTTPDecoderError: (.connectionLost, "the answer is not HTTP or breaks off")
            default: (.connectionLost, "the connection broke")
            }
        self.init(
            hasAnswer && kind == .notSent ? .connectionLost : kind, reason: reason, underlying: error,
            isCertificateRefused: Self.refusals.contains(reason))
    }

    /// What is said of a certificate of the host that is not taken.
    private static let refusals: Set<String> = [
        "the certificate of the host is not trusted", "the certificate of the host is for another name",
    ]

    private static func classify(_ error: HTTPClientError) -> (Kind, String) {
        switch error {
        case .deadlineExceeded: (.timeout, "no complete answer within the time limit")
        case .readTimeout, .writeTimeout: (.timeout, "the connection stood still for too long")
        case .connectTimeout: (.notSent, "no connection in time")
        case .getConnectionFromPoolTimeout: (.notSent, "no connection became free in time")
        case .tlsHandshakeTimeout: (.notSent, "no secure connection in time")
        case .socksHandshakeTimeout, .httpProxyHandshakeTimeout: (.notSent, "the proxy does not answer in time")
        case .proxyAuthenticationRequired, .invalidProxyResponse: (.notSent, "the proxy refuses the connection")
        case .alreadyShutdown: (.notSent, "the client is shut down")
        case .invalidURL, .emptyHost, .emptyScheme: (.notSent, "the URL cannot be sent as it is")
        case .traceRequestWithBody: (.notSent, "TRACE must not have a body")
        case .remoteConnectionClosed: (.connectionLost, "the connection was closed before the answer was complete")
        default: classify(byDescription: error)
        }
    }

    /// Errors that carry a value cannot be compared; their short description leaves the value out.
    private static func classify(byDescription error: HTTPClientError) -> (Kind, String) {
        switch error.shortDescription {
        case "Invalid header field names", "Invalid header field values":
            (.notSent, "a header has characters that cannot be sent")
        case "Server offered unsupported application protocol":
            (.notSent, "the host does not offer HTTP on its secure connection")
        case let other: (.connectionLost, "the connection failed: \(other)")
        }
    }

    /// Why no connection could be made, to none of the addresses of a host.
    private static func reason(of error: NIOConnectionError) -> String {
        if error.connectionErrors.isEmpty, error.dnsAError != nil || error.dnsAAAAError != nil {
            return "the host is not known"
        }
        let isRefused = error.connectionErrors.contains { ($0.error as? IOError)?.errnoCode == ECONNREFUSED }
        return isRefused ? "the host does not accept connections" : "the host cannot be reached"
    }

    private static func classify(_ error: NIOSSLError) -> (Kind, String) {
        switch error {
        case .handshakeFailed(let cause):
            (
                .notSent,
                // The cause is an error of BoringSSL, whose words are constants.
                "\(cause)".contains("CERTIFICATE_VERIFY_FAILED")
                    ? "the certificate of the host is not trusted" : "no secure connection is possible"
            )
        case .noCertificateToValidate, .unableToValidateCertificate:
            (.notSent, "the certificate of the host is not trusted")
        case .failedToLoadCertificate, .failedToLoadPrivateKey, .noSuchFilesystemObject:
            (.notSent, "a certificate of the configuration cannot be read")
        default: (.connectionLost, "the secure connection broke")
        }
    }
}
