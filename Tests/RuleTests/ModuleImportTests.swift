import Foundation
import Testing

/// The model stands between specs and everything that is made of a service: see docs/decisions/model.md.
@Suite("Modules import in one direction") struct ModuleImportTests {
    /// Modules that read the model, with what they may not know.
    private static let rules: [(module: String, forbidden: Set<String>)] = [
        ("APIModel", ["APISpec", "YAML"]),
        ("SwiftRendering", ["APISpec", "SpecDiff"]),
        ("SpecDiff", ["APISpec", "SwiftRendering"]),
        ("MockService", ["APISpec"]),
        ("OpenAPIExport", ["APISpec", "OpenAPIInterop"]),
    ]

    /// The files that read spec files for their module, so that its users can name one.
    private static let doors: Set<String> = ["MockService/MockService+SpecFile.swift"]

    @Test(arguments: rules.map(\.module)) func knowsTheModelOnly(module: String) throws {
        let forbidden = Self.rules.first { $0.module == module }?.forbidden ?? []
        let files = try Self.files(of: module)
        #expect(files.count > 5)
        for (path, text) in files where !Self.doors.contains(path) {
            for name in Self.imports(in: text) where forbidden.contains(name) {
                Issue.record("Sources/\(path) imports \(name); take what it needs from APIModel")
            }
        }
    }

    @Test(arguments: ["SwiftRendering", "MockService", "OpenAPIExport"])
    func seesNoDocument(module: String) throws {
        for (path, text) in try Self.files(of: module) where text.contains("SpecDocument") {
            Issue.record("Sources/\(path) mentions SpecDocument; renderers and services see the model")
        }
    }

    @Test func everyDoorIsNeeded() throws {
        for door in Self.doors {
            let text = try String(
                contentsOf: AwaitInTupleTests.root.appending(path: "Sources/\(door)"), encoding: .utf8)
            #expect(Self.imports(in: text).contains("APISpec"), "\(door) is a door to nothing")
        }
    }

    @Test func importsAreFound() {
        let text = "public import A\n@testable import B\nimport struct C.D\n// import E\n@_exported public import F\n"
        #expect(Self.imports(in: text) == ["A", "B", "C", "F"])
    }

    private static func files(of module: String) throws -> [(path: String, text: String)] {
        let folder = AwaitInTupleTests.root.appending(path: "Sources/\(module)")
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (walk?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map { file in
            let inside = file.standardizedFileURL.path.dropFirst(folder.standardizedFileURL.path.count)
            return (module + inside, try String(contentsOf: file, encoding: .utf8))
        }
    }

    /// The modules that a file imports, in order.
    private static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), !line.hasPrefix("//"),
                words[..<place].allSatisfy({ $0.hasPrefix("@") || ["public", "package", "internal"].contains($0) }),
                let last = words.last
            else { return nil }
            return last.split(separator: ".").first.map(String.init)
        }
    }
}
