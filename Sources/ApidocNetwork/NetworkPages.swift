import AsyncHTTPClient
import AsyncHTTPClientTransport
import Diagnostics
import NIOSSL
public import PageFetching
public import ServiceRuntime
import URLSessionTransport

/// Fetches pages over the network: what `PipelineContext` gets where a pipeline may do so.
public struct NetworkPages: PageTransports {
    private let certificateAuthorities: String?

    /// Fetches pages and trusts the certificate authorities of the system.
    public init() { certificateAuthorities = nil }

    /// Fetches pages and trusts the certificate authorities of a file in PEM, besides those of the system; none more where
    /// `file` is `nil`. Throws `DiagnosticError` where they cannot be read.
    public init(trusting file: String?) throws {
        if let file {
            guard let certificates = try? NIOSSLCertificate.fromPEMFile(file), !certificates.isEmpty else {
                throw DiagnosticError(
                    "this is not a file of certificates; name one with certificate authorities in PEM",
                    at: SourceLocation(file: file))
            }
        }
        certificateAuthorities = file
    }

    /// URLSession, except for what it cannot do on Linux: it trusts the system's certificate authorities alone, and up
    /// to Swift 6.3 takes no IPv6 address in the place of a name.
    public func transport(for requests: [PageRequest]) -> any Transport {
        if certificateAuthorities != nil || requests.contains(where: { $0.url.contains("://[") }) {
            var configuration = AsyncHTTPClientTransport.defaultConfiguration
            if let certificateAuthorities {
                configuration.tlsConfiguration?.additionalTrustRoots = [.file(certificateAuthorities)]
            }
            return AsyncHTTPClientTransport(configuration: configuration)
        }
        return URLSessionTransport()
    }
}
