import Foundation
import Testing

@Suite("What the plugins run") struct SlimProgramTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// The modules that the files of a folder import, as the first lines of files do.
    private static func imports(of module: String) throws -> Set<String> {
        let folder = module == "Templates" ? sources.appending(path: "../templates") : sources.appending(path: module)
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: Set<String> = []
        for case let file as URL in walk?.allObjects ?? [] where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard !line.hasPrefix(" "), words.count < 4, words.dropLast().last == "import", let last = words.last
                else { continue }
                found.insert(String(last))
            }
        }
        return found
    }

    @Test("It is made without a server, an HTTP client and cryptography")
    func isSlim() throws {
        var ours: Set<String> = []
        var foreign: Set<String> = []
        var open: Set<String> = ["apidoc-generate"]
        while let module = open.popFirst() {
            ours.insert(module)
            for found in try Self.imports(of: module) where !ours.contains(found) {
                let isOurs = FileManager.default.fileExists(atPath: Self.sources.appending(path: found).path())
                if isOurs || found == "Templates" { open.insert(found) } else { foreign.insert(found) }
            }
        }
        #expect(ours.isSuperset(of: ["ApidocKit", "SwiftRendering", "DocumentationImport", "OpenAPIInterop"]))
        #expect(ours.isDisjoint(with: ["ApidocNetwork", "MockService", "AsyncHTTPClientTransport", "SCPRuntime"]))
        let system: Set<String> = [
            "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Synchronization",
        ]
        #expect(foreign.subtracting(system) == ["ArgumentParser", "HTTPTypes", "Logging", "Mustache"])
    }
}
