import AsyncHTTPClientTransport
import Logging
import SCPBackup
import SCPRuntime

/// Ten calls that programs make, as the README and the article "Ten calls" show them. A test holds both against this
/// file, line by line, and makes the calls.
struct TenCalls {
    let accessKey: String
    let secretKey: String

    // snippet: client
    func client() throws -> Backup.V1_2.Client {
        Backup.V1_2.Client(
            endpoint: .e(.krWest1),
            credentials: try Credentials(accessKey: accessKey, secretKey: secretKey),
            transport: AsyncHTTPClientTransport(),
            configuration: ClientConfiguration(middlewares: [
                RetryMiddleware(), LoggingMiddleware(logger: Logger(label: "backup")),
            ]))
    }
    // end

    // snippet: list
    func agentlessBackups(_ backup: Backup.V1_2.Client) async throws -> [String] {
        let page = try await backup.listBackups(size: 50, page: 0, sort: "created_at:desc", serverName: "web-1")
        return (page.contents ?? []).map { "\($0.name): \($0.state)" }
    }
    // end

    // snippet: all
    func failedBackups(_ backup: Backup.V1_2.Client) async throws -> [Backup.V1_2.BackupResponse] {
        var failed: [Backup.V1_2.BackupResponse] = []
        for try await item in backup.listBackupsPager.all(size: 100) where item.state == "ERROR" {
            failed.append(item)
        }
        return failed
    }
    // end

    // snippet: create
    func createNightly(_ backup: Backup.V1_2.Client, server: String) async throws -> String {
        let created = try await backup.createBackup(
            body: .init(
                name: "nightly", policyCategory: .agentless, policyType: .vmImage,
                schedules: [.init(frequency: .daily, startTime: "01:00:00", type: .full)],
                serverCategory: .virtualServer, serverUUID: server, retentionPeriod: .month1,
                tags: [.init(key: "team", value: "web")]))
        return created.resource.id
    }
    // end

    // snippet: wait
    func waitUntilReady(_ backup: Backup.V1_2.Client, id: String) async throws -> Backup.V1_2.BackupDetailResponse {
        try await backup.waitUntilBackup(
            backupID: id, is: ["AVAILABLE"], unless: ["ERROR"], policy: WaitPolicy(timeout: .seconds(600)))
    }
    // end

    // snippet: update
    func keepForAYear(_ backup: Backup.V1_2.Client, id: String) async throws {
        _ = try await backup.updateRetentionPeriod(backupID: id, body: .init(retentionPeriod: .year1))
    }
    // end

    // snippet: null
    func wholeFilesystem(_ backup: Backup.V1_2.Client, id: String) async throws {
        // Left out would mean "as it is"; null takes the paths away.
        _ = try await backup.setFilesystemPath(
            backupID: id, body: .init(backupFilesystemPaths: .null, isAllFilesystem: true))
    }
    // end

    // snippet: delete
    func delete(_ backup: Backup.V1_2.Client, id: String) async throws {
        _ = try await backup.deleteBackup(backupID: id)
        try await backup.waitUntilBackupIsGone(backupID: id)
    }
    // end

    // snippet: errors
    func state(_ backup: Backup.V1_2.Client, id: String) async throws -> String? {
        do {
            return try await backup.showBackup(backupID: id).state
        } catch let error as ServiceError {
            switch error.kind {
            case .notFound: return nil
            case .unauthorized, .forbidden: throw error  // the keys are wrong, or may not do this
            case _ where error.isRetryable: return try await backup.showBackup(backupID: id).state
            default:
                print(error)  // operation, status, the service's words and request ids, no secret
                throw error
            }
        }
    }
    // end

    // snippet: versions
    func warning(_ backup: Backup.V1_2.Client) async throws -> String? {
        switch try await backup.versionStatus() {
        case .served: nil
        case let status: "\(status); the service offers \(try await backup.servedVersions().map(\.id))"
        }
    }
    // end
}
