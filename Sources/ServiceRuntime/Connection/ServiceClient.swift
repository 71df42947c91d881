/// A generated client: what all of them can do.
public protocol ServiceClient: Sendable {
    /// What carries the calls.
    var connection: ServiceConnection { get }
}

extension ServiceClient {
    /// The versions that the service serves, by its own word: the answer to `GET /` at the base URL.
    ///
    /// Throws ``ServiceError``, or `CancellationError`.
    public func servedVersions() async throws -> [ServedVersion] { try await connection.servedVersions() }

    /// Whether the service still serves the client's version, today in UTC by ``ClientConfiguration/now``.
    ///
    /// Throws ``ServiceError``, or `CancellationError`.
    public func versionStatus() async throws -> VersionStatus { try await connection.versionStatus() }
}
