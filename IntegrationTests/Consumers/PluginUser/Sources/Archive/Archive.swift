/// The names of all backups of a client's service.
package func backupNames(_ client: Backup.V1_2.Client) async throws -> [String] {
    (try await client.listBackups().contents ?? []).map(\.name)
}
