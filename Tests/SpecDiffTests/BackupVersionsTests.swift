import APISpec
import SpecDiff
import Testing

/// What the tables and examples of the Backup guide say of its versions, read by a person, against what is found.
@Suite("Versions of Backup")
struct BackupVersionsTests {
    /// A fact of the guide: `operations | rule | location | what`.
    static let from10To11: Set<String> = [
        "createBackup | request-property-optional-added | schemas/BackupCreateRequest/dr_enabled | "
            + "boolean, may be null",
        "listBackupRegionRelationship | request-parameter-optional-added | "
            + "operations/listBackupRegionRelationship/parameters/backup_master_type | "
            + "one of `AGENT`, `AGENT_VM`, `AGENT_BM`, `AGENTLESS`, `AGENT_SAP_INT`, `AGENT_SAP_EXT`, may be null",
        "showBackup | response-property-optional-added | schemas/BackupDetailResponse/dr_enabled | "
            + "boolean, may be null",
        "showBackup | response-property-optional-added | schemas/BackupDetailResponse/dr_region | "
            + "string, may be null",
        "showBackup | response-property-optional-added | schemas/BackupDetailResponse/origin_backup_id | "
            + "string, may be null",
        "showBackup | response-property-optional-added | schemas/BackupDetailResponse/replica_backup_id | "
            + "string, may be null",
    ]

    static let from11To12: Set<String> = [
        "createBackup | request-property-optional-added | schemas/BackupCreateRequest/is_all_filesystem | "
            + "boolean, may be null",
        "createBackupAgent | request-property-optional-added | schemas/BackupAgentCreateRequest/subnet_id | "
            + "string, may be null",
        "listAgentBackupRestoreTargetServers | response-property-required-added | "
            + "schemas/AgentBackupRestoreTargetServerResponse/server_type | string, may be null",
        "listBackupAgents | response-property-required-added | schemas/BackupAgentResponse/server_category | "
            + "string, may be null",
        "listBackupTargets | request-parameter-required-added | operations/listBackupTargets/parameters/policy_type | "
            + "one of `VM_IMAGE`, `FILESYSTEM`",
        "listFilesystemPath | operation-added | operations/listFilesystemPath | "
            + "`GET /v1/backups/{backup_id}/filesystem-path`",
        "listTargetsOfBackupAgent | response-property-required-added | schemas/BackupAgentTargetResponse/server_type | "
            + "string, may be null",
        "listTargetsOfBackupAgent | response-property-optional-added | schemas/BackupAgentTargetResponse/vpc_id | "
            + "string, may be null",
        "setFilesystemPath | request-property-became-optional | "
            + "schemas/FileSystemPathUpdateRequest/backup_filesystem_paths | ",
        "setFilesystemPath | request-property-became-nullable | "
            + "schemas/FileSystemPathUpdateRequest/backup_filesystem_paths | ",
        "setFilesystemPath | request-property-optional-added | schemas/FileSystemPathUpdateRequest/is_all_filesystem | "
            + "boolean, may be null",
        "showBackup | response-property-optional-added | schemas/BackupDetailResponse/is_all_filesystem | "
            + "boolean, may be null",
        "showBackupAgent | response-property-required-added | schemas/BackupAgentDetailResponse/media_servers | "
            + "list of MediaServer, may be null",
        "showBackupAgent | response-property-required-added | schemas/BackupAgentDetailResponse/subnet_id | "
            + "string, may be null",
        "showBackupAgent | response-property-required-added | schemas/BackupAgentDetailResponse/subnet_name | "
            + "string, may be null",
    ]

    private func found(_ old: String, _ new: String) throws -> Set<String> {
        let file = try Specs.read("backup.yaml")
        let report = try SpecComparer(old: file, new: file).compare(.versions(old: old, new: new))
        let lines = report.findings.map { finding in
            let operations = finding.operations.joined(separator: ", ")
            let what = finding.difference.after ?? finding.difference.before ?? ""
            return "\(operations) | \(finding.rule.id) | \(finding.location) | \(what)"
        }
        #expect(Set(lines).count == lines.count)
        return Set(lines)
    }

    @Test("1.0 and 1.1 differ in what the guide says, and in nothing else")
    func firstStep() throws {
        let found = try found("1.0", "1.1")
        #expect(found.subtracting(Self.from10To11).sorted() == [])
        #expect(Self.from10To11.subtracting(found).sorted() == [])
    }

    @Test("1.1 and 1.2 differ in what the guide says, and in nothing else")
    func secondStep() throws {
        let found = try found("1.1", "1.2")
        #expect(found.subtracting(Self.from11To12).sorted() == [])
        #expect(Self.from11To12.subtracting(found).sorted() == [])
    }

    @Test("1.0 and 1.2 differ in both steps together")
    func bothSteps() throws {
        #expect(try found("1.0", "1.2") == Self.from10To11.union(Self.from11To12))
    }

    @Test("A version differs from itself in nothing", arguments: ["1.0", "1.1", "1.2"])
    func identity(version: String) throws {
        #expect(try found(version, version) == [])
    }

    @Test("Backwards, every change is the mirror of the change forwards")
    func backwards() throws {
        let file = try Specs.read("backup.yaml")
        let report = try SpecComparer(old: file, new: file).compare(.versions(old: "1.2", new: "1.1"))
        let rules = Set(report.findings.map(\.rule.id))
        #expect(
            rules == [
                "request-property-removed", "response-property-required-removed", "response-property-optional-removed",
                "request-parameter-removed", "operation-removed", "request-property-became-required",
                "request-property-became-not-nullable",
            ])
    }
}
