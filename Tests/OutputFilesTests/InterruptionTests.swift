import Testing

@testable import OutputFiles

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A run that changes, adds and removes, and is stopped at one of its checkpoints.
@Suite("Interrupted runs")
struct InterruptionTests {
    private let folder = TemporaryFolder()
    private struct Stop: Error {}

    private static let old = ["a": "a1", "b": "b1", "same": "s", "old/c": "c1", "old/d": "d1"]
    private static let new = ["a": "a2", "b": "b2", "same": "s", "new/e": "e2"]
    private static let third = ["a": "a3", "b": "b2", "new/e": "e3", "old/c": "c3", "f": "f3"]

    private static let beforeSwitch: [GeneratedFolder.Checkpoint] = [
        .locked, .staged(0), .staged(1), .staged(2),
    ]
    private static let afterwards: [GeneratedFolder.Checkpoint] = [
        .journalWritten, .switched(0), .switched(1), .switched(2), .removed(0), .removed(1), .manifestWritten,
    ]

    private static func files(_ texts: [String: String]) -> [GeneratedFile] {
        texts.map { GeneratedFile(path: $0.key, contents: $0.value) }
    }

    private static func run(
        _ texts: [String: String], in path: String,
        checkpoint: @escaping @Sendable (GeneratedFolder.Checkpoint) throws -> Void = { _ in }
    ) throws {
        var out = GeneratedFolder(path: path)
        out.checkpoint = checkpoint
        try out.apply(out.plan(files: files(texts)))
    }

    /// The files without folders and manifest.
    private func contents() -> [String: String] {
        folder.tree("out").filter { !$0.key.hasSuffix("/") && $0.key != ".apidoc-manifest.json" }
    }

    /// What must hold after a run was stopped at `checkpoint`, however it was stopped.
    private func checkRecovery(from checkpoint: GeneratedFolder.Checkpoint, then texts: [String: String]) throws {
        let visible = contents().filter { !$0.key.hasPrefix(".") }
        if Self.beforeSwitch.contains(checkpoint) {
            #expect(visible == Self.old, "\(checkpoint)")
        } else {
            // Each file is the old or the new one, whole.
            for (path, text) in visible { #expect(text == Self.old[path] || text == Self.new[path]) }
        }
        try Self.run(texts, in: folder("out"))
        #expect(contents() == texts, "\(checkpoint)")
        #expect(folder.tree("out").keys.filter { $0.hasPrefix(".") } == [".apidoc-manifest.json"])
        let plan = try GeneratedFolder(path: folder("out")).plan(files: Self.files(texts))
        #expect(plan.isUpToDate)
    }

    @Test(arguments: beforeSwitch + afterwards, [new, old, third])
    func failure(checkpoint: GeneratedFolder.Checkpoint, next: [String: String]) throws {
        try Self.run(Self.old, in: folder("out"))
        #expect(throws: Stop.self) {
            try Self.run(Self.new, in: folder("out")) { if $0 == checkpoint { throw Stop() } }
        }
        if Self.beforeSwitch.contains(checkpoint) {
            #expect(folder.tree("out").keys.filter { $0.hasPrefix(".") } == [".apidoc-manifest.json"])
            #expect(!folder.tree("out").keys.contains("new/"))
        }
        try checkRecovery(from: checkpoint, then: next)
    }

    @Test(arguments: Array((beforeSwitch + afterwards).enumerated().map(\.offset)))
    func kill(position: Int) async throws {
        let checkpoint = (Self.beforeSwitch + Self.afterwards)[position]
        try Self.run(Self.old, in: folder("out"))
        let path = folder("out")
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, position = position as Int] in
            let fatal = (InterruptionTests.beforeSwitch + InterruptionTests.afterwards)[position]
            try InterruptionTests.run(InterruptionTests.new, in: path) {
                if $0 == fatal { killThisProcess() }
            }
        }
        try checkRecovery(from: checkpoint, then: position % 2 == 0 ? Self.new : Self.third)
    }

    @Test func gitIgnoresWhatIsStaged() throws {
        try Self.run(Self.old, in: folder("out"))
        try Self.run(Self.new, in: folder("out")) { [path = folder.path] in
            guard $0 == .staged(0) else { return }
            let name = "\(path)/out/.apidoc-manifest.json.staging/.gitignore"
            #expect(access(name, F_OK) == 0)
        }
    }

    @Test func aFolderIsGivenUpWithItsManifest() throws {
        try Self.run(Self.old, in: folder("out"))
        try folder.put("mine", "out/own")
        try GeneratedFolder(path: folder("out")).removeAll()
        #expect(folder.tree("out") == ["own": "mine"])
        try Self.run(Self.new, in: folder("other"))
        try GeneratedFolder(path: folder("other")).removeAll()
        #expect(folder.tree("other").isEmpty)
    }

    @Test func failureOfTheSwitchSaysSo() throws {
        try Self.run(Self.old, in: folder("out"))
        let message = complaint(folder) {
            try Self.run(Self.new, in: folder("out")) { [path = folder.path] in
                // Somebody puts a folder where a file is about to be renamed to.
                guard $0 == .switched(0) else { return }
                unlink("\(path)/out/b")
                mkdir("\(path)/out/b", 0o755)
            }
        }
        #expect(
            message == "out/b:1:1: error: cannot write the file: it is a folder\n"
                + "out:1:1: note: the folder holds files of two runs; run again to finish")
        rmdir(folder("out/b"))
        try Self.run(Self.new, in: folder("out"))
        #expect(contents() == Self.new)
    }

    @Test func strangersInTheStagingFolder() throws {
        try Self.run(Self.old, in: folder("out"))
        try folder.put("x", "out/.apidoc-manifest.json.staging/sub/x")
        let message = complaint(folder) { try Self.run(Self.new, in: folder("out")) }
        #expect(
            message?.hasPrefix(
                "out/.apidoc-manifest.json.staging:1:1: error: cannot remove what an interrupted run left in the folder: "
            )
                == true)
        #expect(folder.text("out/.apidoc-manifest.json.staging/sub/x") == "x")
        #expect(folder.text("out/a") == "a1")
    }

    @Test func failureOfTheFirstRunLeavesNothing() {
        #expect(throws: Stop.self) {
            try Self.run(Self.new, in: folder("out")) { if $0 == .staged(1) { throw Stop() } }
        }
        #expect(folder.tree().isEmpty)
    }
}

private func killThisProcess() { kill(getpid(), SIGKILL) }
