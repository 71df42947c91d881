import APISpec
import Diagnostics
import Testing
import YAML

@testable import OpenAPIInterop

@Suite struct OpenAPIOverlayTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Kiosk, version: '1'}
        servers: [{url: 'https://kiosk.example'}, {url: 'https://test.kiosk.example', description: Test}]
        paths:
          /papers:
            get:
              operationId: listPapers
              parameters: [{name: page, in: query, schema: {type: integer}}]
              responses: {'200': {description: Papers, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
            delete: {operationId: dropPapers, responses: {'204': {description: Gone}}}
        """

    private func read(_ actions: String, version: String = "1.1.0") throws -> OpenAPIImport {
        let text = "overlay: \(version)\ninfo: {title: Changes, version: '1'}\nactions:\n\(actions)\n"
        #expect(OpenAPIOverlay.isOverlay(Array(text.utf8)))
        let overlay = try OpenAPIOverlay(Array(text.utf8), file: "changes.yaml")
        return try OpenAPIImporter().read(Array(Self.document.utf8), file: "kiosk.yaml", overlays: [overlay])
    }

    @Test func nodesAreUpdatedRemovedAndCopied() throws {
        let reading = try read(
            """
            - {target: "$.servers[?@.description == 'Test']", remove: true}
            - {target: $.info, update: {title: Newsstand}}
            - {target: $.info.version, update: '2'}
            - target: $.paths.*.get.parameters
              update: {name: language, in: query, schema: {type: string}}
            - {target: "$.paths['/papers'].delete", remove: true}
            - {target: $.paths, update: {/weeklies: {}}}
            - {target: "$.paths['/weeklies']", copy: "$.paths['/papers']"}
            - {target: "$.paths['/weeklies'].get.operationId", update: listWeeklies}
            """)
        let document = reading.document
        #expect(document.service.title == "Newsstand")
        #expect(document.versions.map(\.id) == ["2"])
        #expect(document.service.server.alternatives.isEmpty)
        #expect(document.operations.map(\.id) == ["listPapers", "listWeeklies"])
        for operation in document.operations {
            #expect(operation.revisions[0].parameters.map(\.name) == ["page", "language"])
        }
        #expect(!reading.findings.contains { $0.rule == "openapi-overlay-without-match" })
    }

    @Test func aNullThatIsWrittenIsAValue() throws {
        let root = try parseYAML(Array("{a: {example: {p: 1}, schema: {type: string}}}".utf8), file: "a.yaml")
        for (update, expected) in [("{example: null}", true), ("{example: ~}", true), ("{example: }", false)] {
            let text = "overlay: 1.1.0\ninfo: {title: C, version: '1'}\nactions: [{target: $.a, update: \(update)}]\n"
            var run = OpenAPIOverlayRun(root)
            try run.apply(try OpenAPIOverlay(Array(text.utf8), file: "changes.yaml"))
            #expect((run.root["a"]?["example"]?.json == .null) == expected, "\(update)")
            #expect(run.root["a"]?["schema"] != nil)
        }
    }

    @Test func laterActionsSeeWhatEarlierOnesDid() throws {
        let reading = try read(
            """
            - {target: $.servers, remove: true}
            - {target: $, update: {servers: [{url: 'https://only.example'}]}}
            """, version: "1.0.0")
        #expect(reading.document.service.server.url == "https://only.example")
    }

    @Test func aTargetThatSelectsNothingIsAFindingAtItsPlace() throws {
        let findings = try read("- {target: $.paths.*.put, remove: true}").findings
        let finding = try #require(findings.first { $0.rule == "openapi-overlay-without-match" })
        #expect(finding.location == SourceLocation(file: "changes.yaml", line: 4, column: 12))
        #expect(finding.severity == .warning)
    }

    @Test(
        arguments: [
            ("- {target: $.info, update: text}", "takes no single value"),
            ("- {target: $.info.title, update: {a: 1}}", "takes no object"),
            ("- {target: $.paths..*, update: {x-a: 1}}", "different kinds"),
            ("- {target: $, remove: true}", "cannot be removed"),
            ("- {target: $.info, copy: '$.servers[*]'}", "selects 2 nodes"),
            ("- {target: 'info', remove: true}", "not a JSONPath"),
            ("- {target: $.info}", "one of"), ("- {remove: true}", "lacks `target`"),
            ("- {target: $, upgrade: 1}", "no member"),
            ("- {target: $.info, update: {title: {en: a}}}", "remove that first"),
        ] as [(String, String)])
    func whatCannotBeAppliedIsRefusedWithItsPlace(action: String, words: String) throws {
        let error = try #require(throws: DiagnosticError.self) { try read(action) }
        let first = try #require(error.diagnostics.first)
        #expect(first.message.contains(words), "\(first.message)")
        #expect(first.location?.file == "changes.yaml")
        #expect(first.location?.line == 4)
    }

    @Test(
        arguments: [
            ("overlay: 1.0.0\n", true), ("{\"overlay\": \"1.1.0\"}", true),
            ("{\n  \"info\": {},\n  \"overlay\": \"1.0.0\"}", true),
            ("overlay: 1\nactions: []\n", false), ("openapi: 3.0.0\n", false), ("# overlay: 1.0.0\n", false),
        ] as [(String, Bool)])
    func overlaysAreToldByTheirVersion(text: String, isOne: Bool) {
        #expect(OpenAPIOverlay.isOverlay(Array(text.utf8)) == isOne)
    }

    @Test func whatItExtendsTellsTheDocument() throws {
        let text =
            "overlay: 1.0.0\ninfo: {title: A, version: '1'}\nextends: ./kiosk.yaml\nactions: [{target: $, update: {}}]\n"
        let overlay = try OpenAPIOverlay(Array(text.utf8), file: "changes.yaml")
        #expect(overlay.isWritten(for: "api/kiosk.yaml"))
        #expect(!overlay.isWritten(for: "https://other.example/shop.yaml"))
    }
}
