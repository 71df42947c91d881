import SCPRuntime
import ServiceRuntime

/// A client as it is generated, for tests of what generated code needs.
enum Backup {
    enum V1_2 {}

    enum Endpoint: Sendable {
        enum Region: String, Sendable {
            case krWest1 = "kr-west1"
        }

        case e(Region)

        var url: String {
            switch self {
            case .e(let region): "https://backup.\(region.rawValue).e.samsungsdscloud.com"
            }
        }
    }
}

extension Backup.V1_2 {
    struct BackupItem: Codable, Equatable, Sendable {
        var name: String
        var state: String?
    }

    struct BackupListResponse: Codable, Equatable, Sendable {
        var contents: [BackupItem]?
        var count: Int?
    }

    nonisolated struct Client: ServiceClient {
        let connection: ServiceConnection

        init(connection: ServiceConnection) { self.connection = connection }

        init(
            endpoint: Backup.Endpoint, credentials: Credentials, transport: any Transport,
            configuration: ClientConfiguration = ClientConfiguration()
        ) {
            connection = ServiceConnection(
                service: "Backup", version: "1.2", baseURL: endpoint.url,
                headers: ["Scp-Api-Version": "backup 1.2", "Scp-ClientType": "Openapi"],
                authentication: .scpHMAC(credentials), transport: transport, configuration: configuration)
        }

        func listBackups(
            size: Int? = nil, page: Int? = nil, serverName: String? = nil
        ) async throws -> BackupListResponse {
            try await connection.call(
                OperationRequest(
                    "listBackups", .get, "/v1/backups", query: ["size": size, "page": page, "server_name": serverName],
                    title: "List Backups"),
                success: [200])
        }

        func showBackup(backupID: String) async throws -> BackupItem {
            try await connection.call(
                OperationRequest("showBackup", .get, "/v1/backups/\(backupID)", title: "Show Backup"), success: [200])
        }

        var listBackupsPager: ListBackupsPager { ListBackupsPager(client: self) }

        nonisolated struct ListBackupsPager: Sendable {
            let client: Client

            func all(size: Int? = nil, serverName: String? = nil) -> ItemSequence<BackupListResponse, BackupItem> {
                pages(size: size, serverName: serverName).items
            }

            func pages(
                size: Int? = nil, page: Int? = nil, serverName: String? = nil
            ) -> PageSequence<BackupListResponse, BackupItem> {
                PageSequence(
                    first: page ?? 0, size: size ?? 20, items: { $0.contents ?? [] }, count: { $0.count }
                ) {
                    try await client.listBackups(size: size, page: $0, serverName: serverName)
                }
            }
        }

        func waitUntilBackup(
            backupID: String, is states: Set<String>, unless failures: Set<String> = [],
            policy: WaitPolicy = WaitPolicy()
        ) async throws -> BackupItem {
            try await connection.wait(
                policy, "showBackup", until: states, unless: failures, state: { $0.state }
            ) {
                try await showBackup(backupID: backupID)
            }
        }

        func waitUntilBackupIsGone(backupID: String, policy: WaitPolicy = WaitPolicy()) async throws {
            try await connection.waitUntilGone(policy, "showBackup") {
                _ = try await showBackup(backupID: backupID)
            }
        }
    }
}
