public import ServiceRuntime

/// What gives the transports that pages are fetched over.
public protocol PageTransports: Sendable {
    /// A transport for requests. Throws `DiagnosticError` where there is none.
    func transport(for requests: [PageRequest]) throws -> any Transport
}
