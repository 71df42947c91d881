import Foundation
import OutputFiles
import Testing

@testable import ApidocKit

@Suite("What generate remembers of the run before")
struct GenerationMemoryTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "memory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func memory(_ arguments: [String] = ["a"], in place: String = "/x") throws -> GenerationCache {
        try #require(
            GenerationCache(
                arguments: arguments, folder: place, environment: ["XDG_CACHE_HOME": folder.appending(path: "c").path()]
            ))
    }

    private func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path()
    }

    private let outcome = GenerationCache.Outcome(
        findings: ["a: warning: b", "c"], targets: [.init(folder: "Generated/A B", files: 3)])

    @Test("Nothing has changed")
    func unchanged() throws {
        let files = [try file("a", "1"), folder.appending(path: "missing").path(), folder.path()]
        #expect(try memory().kept?.outcome == nil)
        try memory().keep(outcome, inputs: [], outputs: files, since: 0)
        #expect(try memory().kept?.outcome == nil, "the folder of caches came into being inside a watched folder")
        try memory().keep(outcome, inputs: [], outputs: files, since: 0)
        #expect(try memory().kept?.outcome == outcome)
        #expect(try memory(["b"]).kept?.outcome == nil)
        #expect(try memory(["a", ""]).kept?.outcome == nil)
        #expect(try memory(in: "/y").kept?.outcome == nil)
    }

    @Test("A change of any kind counts, also one that keeps size and date", arguments: 0..<6)
    func changed(kind: Int) throws {
        let path = try file("a", "one")
        let missing = folder.appending(path: "missing").path()
        let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        try memory().keep(outcome, inputs: [], outputs: [path, missing], since: 0)
        #expect(try memory().kept?.outcome == outcome)
        switch kind {
        case 0: _ = try file("a", "two")
        case 1: try FileManager.default.removeItem(atPath: path)
        case 2: _ = try file("missing", "")
        case 3:
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.write(contentsOf: Data("two".utf8))
            try handle.close()
            try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: path)
        case 4: try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        default:
            try FileManager.default.moveItem(atPath: path, toPath: path + "2")
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + "2")
        }
        #expect(try memory().kept?.outcome == nil)
    }

    @Test("A memory that is damaged, or of another format, is none")
    func damaged() throws {
        try memory().keep(outcome, inputs: [], outputs: [try file("a", "1")], since: 0)
        let caches = folder.appending(path: "c/apidoc")
        let kept = try #require(try FileManager.default.contentsOfDirectory(atPath: caches.path()).first)
        let text = try String(contentsOf: caches.appending(path: kept), encoding: .utf8)
        for damage in ["", "apidoc generate 2\n", String(text.dropLast()), text + "x\n", text + "m 1 2 3\n"] {
            try Data(damage.utf8).write(to: caches.appending(path: kept))
            #expect(try memory().kept?.outcome == nil, "\(damage)")
        }
        try Data(text.utf8).write(to: caches.appending(path: kept))
        #expect(try memory().kept?.outcome == outcome)
    }

    @Test("An input that changes while a run reads is not trusted; one that the run itself writes is")
    func changedMeanwhile() throws {
        let spec = try file("spec", "1")
        let start = FileFingerprint.now + 1_000_000_000
        try memory().keep(outcome, inputs: [spec], outputs: [], since: FileFingerprint(path: spec).time)
        #expect(try memory().kept == nil)
        let folder = folder.path().hasSuffix("/") ? String(folder.path().dropLast()) : folder.path()
        // Twice: the first time the folder of caches comes into being in the watched folder.
        for _ in 0..<2 {
            try memory().keep(
                outcome, inputs: [spec, folder], outputs: [spec], since: FileFingerprint(path: spec).time)
        }
        #expect(try memory().kept?.outcome == outcome)
        try memory(["later"]).keep(outcome, inputs: [spec], outputs: [], since: start)
        #expect(try memory(["later"]).kept?.outcome == outcome)
    }

    @Test("Without a folder of caches nothing is kept, and where it cannot be written nobody is told")
    func nowhere() throws {
        #expect(GenerationCache(arguments: [], folder: "/x", environment: [:]) == nil)
        #expect(GenerationCache(arguments: [], folder: "/x", environment: ["XDG_CACHE_HOME": "relative"]) == nil)
        let blocked = try file("blocked", "")
        let memory = try #require(
            GenerationCache(arguments: [], folder: "/x", environment: ["XDG_CACHE_HOME": blocked]))
        memory.keep(outcome, inputs: [], outputs: [], since: 0)
        #expect(memory.kept?.outcome == nil)
    }

    @Test("Only so many are kept")
    func pruned() throws {
        for number in 0..<(GenerationCache.most + 6) {
            try memory(["\(number)"]).keep(outcome, inputs: [], outputs: [], since: 0)
        }
        let caches = folder.appending(path: "c/apidoc").path()
        #expect(try FileManager.default.contentsOfDirectory(atPath: caches).count == GenerationCache.most)
        #expect(try memory(["\(GenerationCache.most + 5)"]).kept?.outcome == outcome)
    }
}
