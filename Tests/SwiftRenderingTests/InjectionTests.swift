import Foundations
import Testing

@testable import SwiftRendering

@Suite("Text of a page never becomes code")
struct InjectionTests {
    /// Hostile texts; `canary(1)` is in the code as a call if a text broke out.
    static let payloads = [
        "\"; canary(1); //", "\\", "\\(canary(1))", "\"\"\"\ncanary(1)\n\"\"\"", "\"# canary(1)", "\"##; canary(1) #",
        "a\rcanary(1)", "a\ncanary(1)", "a\r\ncanary(1)", "a\u{85}canary(1)", "a\u{2028}canary(1)",
        "a\u{2029}canary(1)",
        "a\u{0B}canary(1)", "a\u{0C}canary(1)", "a\u{0}canary(1)", "*/ canary(1) /*", "/* canary(1)", "`canary(1)`",
        "{{canary}}", "{{{canary}}}", "{{#types}}canary{{/types}}", "{{> canary}}", "]]>", "<script>canary(1)</script>",
        "::error::canary", "\u{202E}canary", "\u{200B}canary", "\u{FEFF}canary", "class", "self", "init", "Type",
        "Self",
        "Protocol", "Any", "String", "Data", "5canary", "", "_", " ", "\u{1F331}", "\u{AC00}\u{B098}", "e\u{301}",
        "canary; import Foundation", "#if canary", "@main", "$0", "default", "a/../../b", "\u{1B}[31m",
        String(repeating: "x", count: 5000), "- Parameter canary: x", "# canary", "[canary](http://x)",
    ]

    @Test("At every place of a document", arguments: payloads)
    func everywhere(payload: String) throws {
        let service = try RenderingSample.render(RenderingSample.document(everywhere: payload), specFile: payload)
        for file in service.module.files + service.tests.files where file.path.hasSuffix(".swift") {
            let scanned = SourceScanner(file.text)
            #expect(scanned.isComplete, "\(file.path) has a literal without an end")
            #expect(!scanned.code.contains("canary(1)"), "\(file.path) has the payload as code")
            #expect(scanned.code.filter { $0 == "{" }.count == scanned.code.filter { $0 == "}" }.count, "\(file.path)")
            #expect(payload.contains("{{") || !file.text.contains("{{"), "\(file.path) has an unrendered tag")
            for scalar in file.text.unicodeScalars where scalar != "\n" {
                #expect(scalar.isPrintable, "\(file.path) has U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    @Test("The documentation pages of a module keep their shape", arguments: payloads)
    func documentationPages(payload: String) throws {
        func shape(_ text: String, of isWanted: (String) -> Bool) throws -> [Substring] {
            let service = try RenderingSample.render(RenderingSample.document(everywhere: text))
            let pages = service.module.files.filter { $0.path.hasSuffix(".md") && isWanted($0.path) }
            let page = try #require(pages.count == 1 ? pages.first : nil).text
            // What is code for Markdown is no element of HTML.
            let plain = page.replacing("\\`", with: "").replacing(#/`[^`\n]*`/#, with: "")
            #expect(!plain.replacing("\\<", with: "").contains("<script>"), "\(page)")
            return page.split(separator: "\n").filter { $0.hasPrefix("#") || $0.hasPrefix("```") }.map {
                $0.hasPrefix("# ") ? "# module" : $0
            }
        }
        for isRecovered in [true, false] {
            func isWanted(_ path: String) -> Bool { path.hasSuffix("/Recovered.md") == isRecovered }
            #expect(try shape(payload, of: isWanted) == shape("x", of: isWanted))
        }
    }

    @Test("Names of files and modules are plain", arguments: payloads)
    func fileNames(payload: String) throws {
        let service = try RenderingSample.render(RenderingSample.document(everywhere: payload))
        let names =
            [service.module.name, service.tests.name] + (service.module.files + service.tests.files).map(\.path)
        for name in names {
            #expect(
                name.unicodeScalars.allSatisfy {
                    $0.isASCII
                        && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                            || "_/.".unicodeScalars.contains($0))
                }, "\(name)")
            #expect(!name.contains(".."))
        }
        #expect(Set(service.module.files.map { $0.path.lowercased() }).count == service.module.files.count)
    }
}
