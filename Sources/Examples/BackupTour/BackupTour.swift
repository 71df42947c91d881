import AsyncHTTPClientTransport
import Foundation
import SCPBackup
import SCPRuntime

/// A tour of a generated client: lists, creates, waits, pages, changes, deletes, and handles an error.
///
///     apidoc serve spec/backup.yaml --access-key demo-access-key --secret-key demo-secret-key
///     swift run BackupTour http://127.0.0.1:8080
///
/// The keys come from `SCP_ACCESS_KEY` and `SCP_SECRET_KEY`. The address is a mock service here; a program that means
/// the real one says `endpoint: .e(.krWest1)`.
@main
struct BackupTour {
    static func main() async throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: BackupTour http://127.0.0.1:PORT")
            exit(64)
        }
        let environment = ProcessInfo.processInfo.environment
        let backup = Backup.V1_2.Client(
            endpoint: .init(url: CommandLine.arguments[1]),
            credentials: try Credentials(
                accessKey: environment["SCP_ACCESS_KEY"] ?? "demo-access-key",
                secretKey: environment["SCP_SECRET_KEY"] ?? "demo-secret-key"),
            transport: AsyncHTTPClientTransport(),
            configuration: ClientConfiguration(middlewares: [RetryMiddleware()]))
        do {
            try await tour(backup)
        } catch let error as ServiceError {
            print(error)
            exit(1)
        }
    }

    private static func tour(_ backup: Backup.V1_2.Client) async throws {
        print("served: \(try await backup.servedVersions().map(\.id).joined(separator: ", "))")

        let first = try await backup.listBackups(size: 10)
        print("there are \(first.contents?.count ?? 0) backups")

        var created: [String] = []
        for number in 1...5 {
            let answer = try await backup.createBackup(
                body: .init(
                    name: "nightly-\(number)", policyCategory: .agentless, policyType: .vmImage,
                    schedules: [.init(frequency: .daily, startTime: "01:00:00", type: .full)],
                    serverCategory: .virtualServer, serverUUID: "89f5ef44-1021-4a5c-8e06-fbb289eac366",
                    retentionPeriod: .month1))
            created.append(answer.resource.id)
        }
        let policy = WaitPolicy(timeout: .seconds(60), firstInterval: .milliseconds(100))
        for id in created {
            let ready = try await backup.waitUntilBackup(backupID: id, is: ["AVAILABLE"], policy: policy)
            print("\(ready.name): \(ready.state), kept for \(ready.retentionPeriod)")
        }

        // Two at a time, so that there are pages to read.
        for try await item in backup.listBackupsPager.all(size: 2) where item.name.hasPrefix("nightly") {
            print("listed: \(item.name)")
        }

        _ = try await backup.updateRetentionPeriod(backupID: created[0], body: .init(retentionPeriod: .year1))
        print("changed: \(try await backup.showBackup(backupID: created[0]).retentionPeriod)")

        for id in created { _ = try await backup.deleteBackup(backupID: id) }
        for id in created { try await backup.waitUntilBackupIsGone(backupID: id, policy: policy) }

        do {
            _ = try await backup.showBackup(backupID: created[0])
        } catch let error as ServiceError {
            guard case .notFound = error.kind else { throw error }
            print("gone: \(error.detail ?? "no detail") (request \(error.requestIDs.first ?? "unknown"))")
        }
    }
}
