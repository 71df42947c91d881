import Testing

@testable import DocumentationImport

@Suite struct OperationNamesTests {
    @Test(arguments: [
        ("Create Backup", "createBackup"), ("List Targets of Backup Agent", "listTargetsOfBackupAgent"),
        ("CheckGslbNameAvailability", "checkGslbNameAvailability"), ("Activate Private DNS", "activatePrivateDNS"),
        ("DNS Records", "dnsRecords"), ("DNSRecords", "dnsRecords"), ("VPC2 List", "vpc2List"), ("URL", "url"),
        ("Update auto_extension or description", "updateAutoExtensionOrDescription"),
        ("Show Server’s Disks", "showServersDisks"), ("Get \u{202E}Beds", "getBeds"),
    ])
    func fromTitles(_ title: String, _ id: String) {
        #expect(OperationNames.identifier(title: title) == id)
    }

    @Test(arguments: ["", "—", "2 Beds", "침대 만들기", "Créer"])
    func titlesThatMakeNoName(_ title: String) {
        #expect(OperationNames.identifier(title: title) == nil)
    }

    @Test(arguments: [
        ("GET", "/v1/backups/{backup_id}", "getBackupsByBackupId"), ("POST", "/v1/backup-agents", "postBackupAgents"),
        ("DELETE", "/", "delete"), ("GET", "/v1/침대", "get"),
    ])
    func fromCalls(_ method: String, _ path: String, _ id: String) {
        #expect(OperationNames.identifier(method: method, path: path) == id)
    }

    @Test(arguments: [
        ("1.10", "1.9", true), ("2.0", "10.0", false), ("1.1", "1.1", false), ("1.1.1", "1.1", true),
        ("1.0", "1.0-beta", false),
    ])
    func newerVersions(_ left: String, _ right: String, _ isNewer: Bool) {
        #expect(VersionBook.isNewer(left, than: right) == isNewer)
    }

    @Test(arguments: [
        ("/v1/a/{b}/c/{d}", ["b", "d"]), ("/v1", []), ("/{b", nil), ("/b}", nil), ("/{}", nil), ("/{a{b}}", nil),
    ])
    func parametersOfPaths(_ path: String, _ names: [String]?) {
        #expect(pathParameters(of: path) == names)
    }
}
