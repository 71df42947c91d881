/// Why a transport has no response.
public struct TransportError: Error, Sendable {
    /// What is known about the request.
    public enum Kind: Sendable, Hashable {
        /// The request did not reach the service.
        case notSent
        /// The time was up; the service may have acted on the request.
        case timeout
        /// The connection broke; the service may have acted on the request.
        case connectionLost
    }

    /// What is known about the request.
    public let kind: Kind
    /// The reason in a few words, without secrets.
    public let reason: String
    /// The error of the layer below.
    public let underlying: (any Error)?
    /// Whether the certificate of the host was refused: trying again does not help.
    public let isCertificateRefused: Bool

    /// An error of `kind`, with a reason that may be shown.
    public init(
        _ kind: Kind, reason: String, underlying: (any Error)? = nil, isCertificateRefused: Bool = false
    ) {
        self.isCertificateRefused = isCertificateRefused
        self.kind = kind
        self.reason = reason
        self.underlying = underlying
    }
}

extension TransportError: CustomStringConvertible {
    /// The reason.
    public var description: String { reason }
}
