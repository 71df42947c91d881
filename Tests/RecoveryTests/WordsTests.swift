import Foundations
import Testing

@testable import Recovery

@Suite struct WordsTests {
    @Test(arguments: [
        (
            "AgentBackupRestoreTargetServerListResponse",
            ["agent", "backup", "restore", "target", "server", "list", "response"]
        ),
        ("ListIPRanges", ["list", "ip", "ranges"]), ("check-name_duplication", ["check", "name", "duplication"]),
        ("PrivateDNS", ["private", "dns"]), ("", []), ("Größe zählen", ["größe", "zählen"]),
    ])
    func names(_ name: String, _ words: [String]) { #expect(WordSplitter.words(of: name) == words) }

    @Test(arguments: [
        ("histories", "history"), ("duplicate", "duplicated"), ("duplicate", "duplication"), ("servers", "server"),
        ("schedule", "schedules"), ("restore", "restored"),
    ])
    func formsOfOneWord(_ one: String, _ other: String) { #expect(Words.stem(one) == Words.stem(other)) }

    @Test(arguments: [("status", "state"), ("public", "publish"), ("server", "service")])
    func differentWords(_ one: String, _ other: String) { #expect(Words.stem(one) != Words.stem(other)) }

    @Test func namesAreTakenApart() {
        let words = Words("BackupCreateRequest")
        #expect(words.content == ["backup"])
        #expect(words.actions == [.create])
        #expect(words.direction == .request)
        #expect(Words(path: "/v1/backups/{backup_id}/restore-targets").content == ["backup", "restor", "target"])
    }

    @Test func compoundsCountAsTheirParts() {
        let affinity = NameAffinity(names: [])
        let title = Weighed(Words("Check Filesystem Duplication"), by: affinity)
        let schema = Weighed(Words("CheckFileSystemDuplicationResponse"), by: affinity)
        #expect(affinity.similarity(schema, title: title, path: Words("")) == 1)
        #expect(affinity.similarity(Weighed(Words("Tag"), by: affinity), title: title, path: Words("")) == 0)
    }

    @Test func versionsAreNumbers() throws {
        let nine = try #require(VersionNumber("1.9"))
        let ten = try #require(VersionNumber("1.10"))
        #expect(nine < ten)
        #expect(VersionNumber("1.x") == nil)
    }
}
