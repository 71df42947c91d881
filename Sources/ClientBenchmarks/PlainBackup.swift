import Foundation

/// The list of backups as a program would write it by hand with what Swift synthesises: the yardstick for decoding.
struct PlainBackupList: Codable {
    var contents: [PlainBackup]
    var count: Int

    /// Decodes with Foundation's own reading of ISO 8601.
    static func decode(_ data: Data) throws -> PlainBackupList {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(PlainBackupList.self, from: data)
    }
}

/// One backup.
struct PlainBackup: Codable {
    var createdAt: Date
    var createdBy: String
    var id: String
    var modifiedAt: Date
    var modifiedBy: String
    var name: String
    var policyType: String
    var retentionPeriod: String
    var roleType: String
    var serverName: String
    var state: String

    private enum CodingKeys: String, CodingKey {
        case createdAt = "created_at"
        case createdBy = "created_by"
        case id
        case modifiedAt = "modified_at"
        case modifiedBy = "modified_by"
        case name
        case policyType = "policy_type"
        case retentionPeriod = "retention_period"
        case roleType = "role_type"
        case serverName = "server_name"
        case state
    }
}
