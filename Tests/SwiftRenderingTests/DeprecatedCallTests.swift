import APISpec
import Foundation
import Testing

@testable import SwiftRendering

@Suite("Deprecated operations")
struct DeprecatedCallTests {
    /// How often `attribute` stands right before a line that begins with `start`.
    private func count(_ attribute: String, before start: String, in text: String) -> Int {
        let lines = text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
        return zip(lines, lines.dropFirst()).count { $0.hasPrefix(attribute) && $1.hasPrefix(start) }
    }

    @Test(
        "Methods, what calls them, and their tests carry the attribute where all operations are deprecated, else none does"
    )
    func attributes() throws {
        let spec = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../spec/greenhouse.yaml")
        let known = try SpecReader().read(Array(Data(contentsOf: spec)), file: "greenhouse.yaml").document
        for isDeprecated in [true, false] {
            var document = known
            for operation in document.operations.indices {
                for revision in document.operations[operation].revisions.indices {
                    document.operations[operation].revisions[revision].isDeprecated = isDeprecated
                }
            }
            let service = try RenderingSample.render(document)
            let clients = service.module.files.filter { $0.path.contains("Clients/") }
            let code = clients.map(\.text).joined()
            #expect(code.contains("func waitUntil") && code.contains("func all("))
            for file in clients {
                let methods = file.text.ranges(of: " public func ").count
                let marked = count(
                    "@available(*, deprecated, message: \"the documentation", before: "public func ", in: file.text)
                #expect(marked == (isDeprecated ? methods : 0), "\(file.path)")
            }
            for file in service.tests.files where file.path.hasSuffix("Tests.swift") {
                let tests = file.text.ranges(of: "    @Test(").count
                let marked = count("@available(*, deprecated)", before: "@Test(", in: file.text)
                #expect(marked == (isDeprecated ? tests : 0), "\(file.path)")
            }
        }
    }
}
