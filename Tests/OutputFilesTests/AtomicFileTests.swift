import Testing

@testable import OutputFiles

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite("Writing a file at once")
struct AtomicFileTests {
    private let folder = TemporaryFolder()
    private struct Stop: Error {}

    @Test func createsAndReplaces() throws {
        #expect(try AtomicFile.write("one", to: folder("a")))
        #expect(folder.tree() == ["a": "one"])
        #expect(try AtomicFile.write("two\u{0}", to: folder("a")))
        #expect(folder.tree() == ["a": "two\u{0}"])
        #expect(try AtomicFile.write("", to: folder("a")))
        #expect(folder.tree() == ["a": ""])
    }

    @Test func sameBytesAreNotTouched() throws {
        let text = String(repeating: "x", count: 200_000)
        try folder.put(text, "a")
        let identity = folder.identity("a")
        #expect(try !AtomicFile.write(text, to: folder("a")))
        #expect(folder.identity("a") == identity)
        #expect(try AtomicFile.write(text.dropLast() + "y", to: folder("a")))
        #expect(folder.identity("a") != identity)
    }

    @Test(arguments: [0o600, 0o640, 0o755, 0o666] as [mode_t])
    func keepsPermissions(mode: mode_t) throws {
        try folder.put("old", "a")
        chmod(folder("a"), mode)
        try AtomicFile.write("new", to: folder("a"))
        #expect(folder.mode("a") == mode)
    }

    @Test func newFileHasUsualPermissions() throws {
        let usual = open(folder("usual"), O_CREAT | O_WRONLY, 0o666)
        close(usual)
        try AtomicFile.write("new", to: folder("a"))
        #expect(folder.mode("a") == folder.mode("usual"))
    }

    @Test func failureLeavesTheOldContent() throws {
        try folder.put("old", "a")
        #expect(throws: Stop.self) {
            _ = try AtomicFile.write(Array("new".utf8), to: folder("a")) {
                // The new content is in a folder that git ignores.
                let names = folder.tree().keys.sorted()
                #expect(names.count == 4)
                #expect(names.filter { $0.hasPrefix(".apidoc-") }.count == 3)
                let ignored = try #require(names.first { $0.hasSuffix("/.gitignore") })
                #expect(folder.text(ignored) == "*\n")
                throw Stop()
            }
        }
        #expect(folder.tree() == ["a": "old"])
    }

    @Test func leftoversOfKilledProcessesGo() throws {
        try folder.put("half", ".apidoc-1.tmp/new")
        try folder.put("*\n", ".apidoc-1.tmp/.gitignore")
        try folder.put("", ".apidoc-2.tmp/.gitignore")
        try folder.put("mine", ".apidoc-notes")
        try AtomicFile.write("x", to: folder("a"))
        #expect(folder.tree() == ["a": "x", ".apidoc-notes": "mine"])
        try folder.put("half", ".apidoc-3.tmp/new")
        Leftovers.remove(in: folder.path)
        #expect(folder.tree() == ["a": "x", ".apidoc-notes": "mine"])
    }

    @Test func whatIsInUseIsNoLeftover() throws {
        _ = try AtomicFile.write(Array("x".utf8), to: folder("a")) {
            try AtomicFile.write("y", to: folder("b"))
        }
        #expect(folder.tree() == ["a": "x", "b": "y"])
    }

    @Test func followsALinkToAFile() throws {
        try folder.put("old", "sub/target")
        folder.link("link", to: "sub/target")
        try AtomicFile.write("new", to: folder("link"))
        #expect(folder.tree() == ["sub/": "", "sub/target": "new", "link": "new"])
        #expect(folder.mode("link") != folder.mode("sub/target"))
    }

    @Test func refusals() throws {
        try folder.put("x", "file")
        try folder.put("x", "sub/file")
        folder.link("dangling", to: "nowhere")
        folder.link("folderLink", to: "sub")
        let before = folder.tree()
        let cases = [
            ("sub", "sub:1:1: error: this is a folder; name a file in it"),
            ("folderLink", "folderLink:1:1: error: this is a folder; name a file in it"),
            (
                "dangling",
                "dangling:1:1: error: this symbolic link leads nowhere; remove it, or create what it names"
            ),
            ("new/", "new/:1:1: error: this names a folder; name a file in it"),
            ("file/x", "file/x:1:1: error: cannot write the file: a part of the path is not a folder"),
            (
                String(repeating: "n", count: 256),
                "\(String(repeating: "n", count: 256)):1:1: error: cannot write the file: "
                    + "the path or a name in it is too long"
            ),
        ]
        for (name, expected) in cases {
            #expect(complaint(folder) { try AtomicFile.write("y", to: folder(name)) } == expected)
        }
        #expect(
            complaint(folder) { try AtomicFile.write("y", to: folder("no/file")) }
                == "no/file:1:1: error: there is no folder no; create it first")
        #expect(
            complaint(folder) { try AtomicFile.write("y", to: "") }
                == "apidoc: error: the path is empty; name a file or folder")
        #expect(
            complaint(folder) { try AtomicFile.write("y", to: folder("file\u{0}x")) }
                == "file\\u{0}x:1:1: error: the path holds a zero byte; remove it")
        #expect(folder.tree() == before)
    }

    @Test func longestName() throws {
        let name = String(repeating: "n", count: 255)
        try AtomicFile.write("x", to: folder(name))
        #expect(folder.tree() == [name: "x"])
    }

    @Test(.enabled(if: access("/dev/full", W_OK) == 0))
    func fullDisk() {
        #expect(
            complaint(folder) { try AtomicFile.write("x", to: "/dev/full") }
                == "/dev/full:1:1: error: cannot write the file: the disk is full; free some space")
    }

    @Test func devicesArePassedThrough() throws {
        #expect(try AtomicFile.write("x", to: "/dev/null"))
    }

    @Test func readOnly() throws {
        try folder.put("old", "a")
        OrdinaryUser.own([folder.path, folder("a")])
        chmod(folder("a"), 0o444)
        let file = try #require(OrdinaryUser.run { complaint(folder) { try AtomicFile.write("y", to: folder("a")) } })
        #expect(file == "a:1:1: error: cannot write the file: it is read-only; make it writable")
        chmod(folder("a"), 0o644)
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }
        let whole = try #require(OrdinaryUser.run { complaint(folder) { try AtomicFile.write("y", to: folder("a")) } })
        #expect(whole?.contains("permission denied") == true)
    }
}
