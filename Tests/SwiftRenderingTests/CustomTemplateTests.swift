import Foundation
import Testing

@testable import SwiftRendering

/// The example of the article about templates, which is a file that people can copy.
@Suite("The example of a template")
struct CustomTemplateTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let file = root.appending(path: "Sources/Examples/Templates/Client.mustache")
    private static let article = root.appending(
        path: "Sources/ConfigurationFile/ConfigurationFile.docc/Templates.md")

    /// What stands in the built-in template above what the example adds.
    private static let above = """
                /// What carries the calls.
                {{access}}let connection: ServiceConnection


        """
    private static let added = """
                /// The version of the API that this client speaks.
                {{access}}static let apiVersion = {{versionID}}


        """

    @Test("It is the built-in template with what it adds")
    func isUpToDate() throws {
        let builtIn = try #require(RenderingSample.templates.first { $0.name == "Client" }).text
        try #require(builtIn.components(separatedBy: Self.above).count == 2)
        let expected = builtIn.replacing(Self.above, with: Self.above + Self.added)
        if ProcessInfo.processInfo.environment["APIDOC_RECORD"] != nil {
            try Data(expected.utf8).write(to: Self.file)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == expected)
    }

    @Test("Rendering with it adds the version to each client, and changes nothing else")
    func renders() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let templates = RenderingSample.templates.map { template in
            template.name == "Client" ? TemplateSource(name: "Client", file: "Client.mustache", text: text) : template
        }
        let document = RenderingSample.document(everywhere: "1.2")
        let plain = try RenderingSample.render(document).module.files
        let changed = try SwiftRenderer(templates: templates).render(document, specFile: "sample.yaml").module.files
        #expect(changed.map(\.path) == plain.map(\.path))
        var clients = 0
        for (changed, plain) in zip(changed, plain) {
            let lines = changed.text.split(separator: "\n", omittingEmptySubsequences: false)
            let difference = lines.difference(from: plain.text.split(separator: "\n", omittingEmptySubsequences: false))
            #expect(difference.removals.isEmpty)
            guard changed.path.hasSuffix("Client.swift") else {
                #expect(difference.isEmpty)
                continue
            }
            clients += 1
            let version = plain.text.contains("version: \"1.22\"") ? "1.22" : "1.2"
            let start = try #require(lines.firstIndex { $0.hasSuffix("let connection: ServiceConnection") })
            #expect(
                Array(lines[(start - 1)...(start + 4)]) == [
                    "        /// What carries the calls.",
                    "        public let connection: ServiceConnection",
                    "",
                    "        /// The version of the API that this client speaks.",
                    "        public static let apiVersion = \"\(version)\"",
                    "",
                ])
            #expect(difference.insertions.count == 3)
        }
        #expect(clients == 2)
    }

    @Test("The article shows its lines")
    func article() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let article = try String(contentsOf: Self.article, encoding: .utf8)
        let blocks = article.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let shown = try #require(blocks.first { $0.contains("{{versionID}}") })
        #expect(text.contains(shown.drop(while: \.isNewline)))
        #expect(article.contains("Sources/Examples/Templates"))
    }

    @Test("The article shows the message of a misspelt name")
    func message() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8).replacing(
            "{{versionID}}\n\n", with: "{{versionId}}\n\n")
        let templates = RenderingSample.templates.map { template in
            template.name == "Client"
                ? TemplateSource(name: "Client", file: "templates/Client.mustache", text: text) : template
        }
        let article = try String(contentsOf: Self.article, encoding: .utf8)
        #expect {
            _ = try SwiftRenderer(templates: templates).render(
                RenderingSample.document(everywhere: "1.2"), specFile: "sample.yaml")
        } throws: { error in
            article.contains("```\n\(error)\n```")
        }
    }
}
