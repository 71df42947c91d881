import APIModel
import Foundation
import MockService
import SCPBackup
import SCPRuntime
import Testing
import URLSessionTransport

@Suite("The ten calls of the README")
struct TenCallsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private let calls = TenCalls(accessKey: "access-key", secretKey: "secret-key")

    @Test("A client is made without a network") func client() throws {
        #expect(try calls.client().connection.version == "1.2")
    }

    @Test("A backup lives through all of them") func all() async throws {
        let spec = Self.root.appending(path: "spec/backup.yaml")
        var options = MockService.Options()
        let credentials = try Credentials(accessKey: "access-key", secretKey: "secret-key")
        options.signatures = .verified(credentials)
        options.transitions = .polls(1)
        let mock = try await MockService.start(specFile: spec.path(), options: options)
        let connection = Backup.V1_2.Client.connection(
            endpoint: .init(url: mock.url), authentication: .scpHMAC(credentials), transport: URLSessionTransport())
        let backup = Backup.V1_2.Client(connection: connection)

        let id = try await calls.createNightly(backup, server: "89f5ef44-1021-4a5c-8e06-fbb289eac366")
        #expect(try await calls.waitUntilReady(backup, id: id).state == "AVAILABLE")
        try await calls.keepForAYear(backup, id: id)
        #expect(try mock.resources("backup").first?.value["retention_period"]?.stringValue == "YEAR_1")
        try await calls.wholeFilesystem(backup, id: id)
        #expect(mock.requests.last?.bodyText == #"{"backup_filesystem_paths":null,"is_all_filesystem":true}"#)
        try mock.store("backup", ["name": "broken", "state": "ERROR", "server_name": "web-1"])
        #expect(try await calls.failedBackups(backup).map(\.name) == ["broken"])
        #expect(try await calls.agentlessBackups(backup) == ["broken: ERROR"])
        #expect(try await calls.state(backup, id: id) == "AVAILABLE")
        #expect(try await calls.warning(backup) == nil)
        try await calls.delete(backup, id: id)
        #expect(try await calls.state(backup, id: id) == nil)
        try await mock.stop()
    }

    @Test("The README and the article show the code of this folder", arguments: ["README.md", article])
    func shown(document: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: document), encoding: .utf8)
        let source = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "TenCalls.swift"),
            encoding: .utf8)
        let snippets = source.split(separator: "    // snippet: ").dropFirst()
        #expect(snippets.count == 10)
        for snippet in snippets {
            let code = snippet.split(separator: "    // end\n")[0].split(separator: "\n").dropFirst()
                .map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }.joined(separator: "\n")
            #expect(text.contains(code), "\(document) lacks \(snippet.prefix { $0 != "\n" })")
        }
    }

    static let article = "Sources/ServiceRuntime/ServiceRuntime.docc/TenCalls.md"
}
