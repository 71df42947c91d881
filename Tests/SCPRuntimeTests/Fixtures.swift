import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The instant that Unix time `seconds` names.
func instant(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }

/// A connection as generated clients make it.
func connection(
    _ transport: any Transport, baseURL: String = "https://backup.kr-west1.s.samsungsdscloud.com",
    headers: HeaderParameters = ["Scp-ClientType": "Openapi"], authentication: Authentication = .none,
    configuration: ClientConfiguration = ClientConfiguration()
) -> ServiceConnection {
    ServiceConnection(
        service: "Backup", version: "1.2", baseURL: baseURL, headers: headers, authentication: authentication,
        transport: transport, configuration: configuration)
}

/// The error of `body`, or nil if it throws none.
func failure(_ body: () async throws -> Void) async -> (any Error)? {
    do {
        try await body()
        return nil
    } catch {
        return error
    }
}
