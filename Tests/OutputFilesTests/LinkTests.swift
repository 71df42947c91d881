import Testing

@testable import OutputFiles

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite("Symbolic links in the output folder")
struct LinkTests {
    private let folder = TemporaryFolder()
    private let advice = "this is a symbolic link; generated files are not written through links, so remove it"

    private func complaintOfRun(_ paths: String..., force: Bool = true) -> String? {
        complaint(folder) {
            let out = GeneratedFolder(path: folder("out"))
            try out.apply(out.plan(files: paths.map { GeneratedFile(path: $0, contents: "new") }), force: force)
        }
    }

    init() throws {
        try folder.put("secret", "outside/file")
        try folder.put("x", "out/own")
    }

    @Test func file() {
        folder.link("out/a", to: "../outside/file")
        #expect(complaintOfRun("a") == "out/a:1:1: error: \(advice)")
        #expect(folder.text("outside/file") == "secret")
    }

    @Test func danglingFile() {
        folder.link("out/a", to: "../outside/new")
        #expect(complaintOfRun("a") == "out/a:1:1: error: \(advice)")
        #expect(folder.tree("outside") == ["file": "secret"])
    }

    @Test func folderOnTheWay() {
        folder.link("out/sub", to: "../outside")
        #expect(complaintOfRun("sub/file", "sub/other", "sub/deep/er").map { $0.split(separator: "\n").count } == 3)
        #expect(complaintOfRun("sub/file") == "out/sub:1:1: error: \(advice)")
        #expect(folder.tree("outside") == ["file": "secret"])
    }

    @Test func nothingIsRemovedThroughLinks() throws {
        #expect(complaintOfRun("sub/file") == nil)
        unlink(folder("out/sub/file"))
        rmdir(folder("out/sub"))
        try folder.put("new", "outside/file")
        folder.link("out/sub", to: "../outside")
        #expect(complaintOfRun() == "out/sub:1:1: error: \(advice)")
        #expect(folder.tree("outside") == ["file": "new"])
    }

    @Test func ownNames() throws {
        folder.link("out/.apidoc-manifest.json", to: "../outside/file")
        #expect(complaintOfRun("a") == "out/.apidoc-manifest.json:1:1: error: \(advice)")
        unlink(folder("out/.apidoc-manifest.json"))
        folder.link("out/.apidoc-manifest.json.staging", to: "../outside")
        #expect(complaintOfRun("a") == "out/.apidoc-manifest.json.staging:1:1: error: \(advice)")
        #expect(folder.tree("outside") == ["file": "secret"])
    }

    @Test func pipeIsNotRead() {
        mkfifo(folder("out/a"), 0o600)
        #expect(
            complaintOfRun("a")
                == "out/a:1:1: error: this is not a regular file where one is generated; move or remove it")
    }
}
