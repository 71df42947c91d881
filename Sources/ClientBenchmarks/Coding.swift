import Foundation
import SCPBackup
import ServiceRuntime

/// Decoding and encoding a list of backups: generated models with dates and tolerance, against plain `Codable` with
/// `.iso8601`.
enum Coding {
    static func run() throws {
        let bytes = list(of: 2000)
        let coding = JSONCoding()
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let ours = try coding.decode(Backup.V1_2.BackupListResponse.self, from: bytes)
        let plain = try PlainBackupList.decode(bytes)
        print("\(bytes.count) bytes, 2000 backups")
        try compare("decoding", bytes) {
            _ = try coding.decode(Backup.V1_2.BackupListResponse.self, from: bytes)
        } with: {
            _ = try PlainBackupList.decode(bytes)
        }
        try compare("encoding", bytes) {
            _ = try coding.encode(ours)
        } with: {
            _ = try encoder.encode(plain)
        }
    }

    /// Runs both in turn, so that a slow moment of the machine meets both, and prints the medians.
    private static func compare(
        _ name: String, _ bytes: Data, _ generated: () throws -> Void, with plain: () throws -> Void
    ) throws {
        let megabytes = Double(bytes.count) / 1e6
        var speeds: (ours: [Double], plain: [Double]) = ([], [])
        for round in 0..<15 {
            let mine = try CPUTime.of(generated)
            let theirs = try CPUTime.of(plain)
            guard round > 0 else { continue }
            speeds.ours.append(megabytes / mine)
            speeds.plain.append(megabytes / theirs)
        }
        let middle = speeds.ours.count / 2
        let (mine, theirs) = (speeds.ours.sorted()[middle], speeds.plain.sorted()[middle])
        print("\(name)")
        print("  plain Codable, .iso8601   \(rounded(theirs)) MB/s")
        print("  generated models          \(rounded(mine)) MB/s, \(rounded(mine / theirs)) times plain Codable")
    }

    private static func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    private static func list(of count: Int) -> Data {
        let items = (0..<count).map { number in
            """
            {"created_at":"2024-05-17T00:23:17Z","created_by":"90dddfc2b1e04edba54ba2b41539a9ac",\
            "id":"0fdd87aab8cb46f59b7c1f81ed\(100_000 + number)","modified_at":"2024-05-18T10:03:07Z",\
            "modified_by":"90dddfc2b1e04edba54ba2b41539a9ac","name":"backup-\(number)","policy_type":"VM_IMAGE",\
            "retention_period":"WEEK_2","role_type":"ORIGINAL","server_name":"server-001","state":"AVAILABLE"}
            """
        }
        return Data(#"{"contents":[\#(items.joined(separator: ","))],"count":\#(count)}"#.utf8)
    }
}
