import Testing

@testable import OutputFiles

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite("Runs at the same time")
struct LockTests {
    private let folder = TemporaryFolder()

    @Test func waitsInVain() throws {
        mkdir(folder("out"), 0o755)
        let other = open(folder("out"), O_RDONLY | O_DIRECTORY)
        defer { close(other) }
        flock(other, LOCK_EX)
        var out = GeneratedFolder(path: folder("out"))
        out.patience = 0
        let expected =
            "out:1:1: error: another run has been working in this folder for 0 seconds; "
            + "wait for it or stop it, then run again"
        #expect(complaint(folder) { _ = try out.plan(files: []) } == expected)
        flock(other, LOCK_SH)
        #expect(complaint(folder) { _ = try out.plan(files: []) } == nil)
        let plan = try out.plan(files: [])
        #expect(complaint(folder) { try out.apply(plan) } == expected)
        flock(other, LOCK_UN)
        #expect(complaint(folder) { try out.apply(plan) } == nil)
    }

    @Test func runsDoNotMix() async throws {
        let path = folder("out")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for run in 0..<8 {
                group.addTask {
                    let out = GeneratedFolder(path: path)
                    let files = (0..<10).map { GeneratedFile(path: "d/f\($0)", contents: "run \(run)") }
                    for _ in 0..<3 { try out.apply(out.plan(files: files)) }
                }
            }
            try await group.waitForAll()
        }
        let texts = Set((0..<10).compactMap { folder.text("out/d/f\($0)") })
        #expect(texts.count == 1)
        #expect(folder.tree("out").count == 12)
    }
}
