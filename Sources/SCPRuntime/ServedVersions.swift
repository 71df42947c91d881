public import ServiceRuntime

extension ServiceConnection {
    /// The versions that the service serves, by its own word: the answer to `GET /` at the base URL.
    ///
    /// The request carries no `Scp-Api-Version`, so that it is answered also where this connection's version is not
    /// served any more. Versions without an id are left out. Throws `ServiceError`, or `CancellationError`.
    public func servedVersions() async throws -> [ServedVersion] {
        // Some services of this kind answer with 300: several versions to choose from.
        let list: VersionList = try await without(header: "Scp-Api-Version").call(
            OperationRequest("servedVersions", .get, "/"), success: [200, 300])
        return list.versions.compactMap { ServedVersion($0) }
    }

    /// Whether the service still serves this connection's version, today in UTC by `ClientConfiguration.now`.
    ///
    /// Throws `ServiceError`, or `CancellationError`.
    public func versionStatus() async throws -> VersionStatus {
        VersionStatus(of: version, in: try await servedVersions(), on: CalendarDate(configuration.now()))
    }
}

/// What a service answers at its root.
private struct VersionList: Decodable, Sendable {
    let versions: [JSONValue]
}

extension ServiceClient {
    /// The versions that the service serves, by its own word: the answer to `GET /` at the base URL.
    ///
    /// Throws `ServiceError`, or `CancellationError`.
    public func servedVersions() async throws -> [ServedVersion] { try await connection.servedVersions() }

    /// Whether the service still serves the client's version, today in UTC by `ClientConfiguration.now`.
    ///
    /// Throws `ServiceError`, or `CancellationError`.
    public func versionStatus() async throws -> VersionStatus { try await connection.versionStatus() }
}
