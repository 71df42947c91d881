import Testing

@testable import OutputFiles

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite("A folder of generated files")
struct GeneratedFolderTests {
    private let folder = TemporaryFolder()
    private var out: GeneratedFolder { GeneratedFolder(path: folder("out")) }
    private let manifest = ".apidoc-manifest.json"

    private func files(_ texts: KeyValuePairs<String, String>) -> [GeneratedFile] {
        texts.map { GeneratedFile(path: $0.key, contents: $0.value) }
    }

    @discardableResult
    private func generate(
        _ texts: KeyValuePairs<String, String>, force: Bool = false
    ) throws -> GeneratedFolder.Plan {
        try out.apply(out.plan(files: files(texts)), force: force)
    }

    /// The files apart from the manifest.
    private func tree() -> [String: String] { folder.tree("out").filter { $0.key != manifest } }

    @Test func firstRun() throws {
        let plan = try out.plan(files: files(["b/c.swift": "2", "a.swift": "1"]))
        #expect(plan.added == ["a.swift", "b/c.swift"] && !plan.isUpToDate)
        #expect(folder.tree().isEmpty)
        try out.apply(plan)
        #expect(tree() == ["a.swift": "1", "b/": "", "b/c.swift": "2"])
        #expect(
            folder.text("out/\(manifest)") == """
                {
                  "version": 1,
                  "files": [
                    {"path": "a.swift", "sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"},
                    {"path": "b/c.swift", "sha256": "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35"}
                  ]
                }

                """)
    }

    @Test func laterRuns() throws {
        try generate(["a": "1", "b/c": "2", "d": "3", "e/f/g": "4"])
        let (untouched, list) = (folder.identity("out/d"), folder.identity("out/\(manifest)"))
        let plan = try generate(["a": "1.1", "d": "3", "n/new": "5"])
        #expect(plan.added == ["n/new"] && plan.changed == ["a"] && plan.unchanged == ["d"])
        #expect(plan.removed == ["b/c", "e/f/g"] && plan.editedByHand.isEmpty && plan.foreign.isEmpty)
        #expect(tree() == ["a": "1.1", "d": "3", "n/": "", "n/new": "5"])
        #expect(folder.identity("out/d") == untouched)
        #expect(folder.identity("out/\(manifest)") != list)
    }

    @Test func nothingToDoTouchesNothing() throws {
        try generate(["a": "1", "b": "2"])
        let identities = ["a", "b", manifest].map { folder.identity("out/\($0)") }
        #expect(try generate(["b": "2", "a": "1"]).isUpToDate)
        #expect(["a", "b", manifest].map { folder.identity("out/\($0)") } == identities)
        #expect(try out.plan(files: files(["a": "1"])).isUpToDate == false)
        #expect(try out.plan(files: files(["a": "1"])).removed == ["b"])
    }

    @Test func filesOfOthersStay() throws {
        try folder.put("mine", "out/own.txt")
        try folder.put("mine", "out/b/own.txt")
        try generate(["a": "1", "b/c": "2"])
        try generate([:])
        #expect(tree() == ["own.txt": "mine", "b/": "", "b/own.txt": "mine"])
    }

    @Test(arguments: [false, true])
    func conflictWithAFileOfOthers(force: Bool) throws {
        try folder.put("mine", "out/a")
        #expect(try out.plan(files: files(["a": "1", "b": "2"])).foreign == ["a"])
        #expect(
            complaint(folder) { try generate(["a": "1", "b": "2"], force: force) }
                == "out/a:1:1: error: this file is in the way and was not generated; move or remove it")
        #expect(folder.tree("out") == ["a": "mine"])
    }

    @Test func sameContentIsTakenOver() throws {
        try folder.put("1", "out/a")
        let identity = folder.identity("out/a")
        #expect(try generate(["a": "1"]).unchanged == ["a"])
        #expect(folder.identity("out/a") == identity)
        try generate([:])
        #expect(tree().isEmpty)
    }

    @Test func editsByHand() throws {
        try generate(["a": "1", "b": "2", "c": "3"])
        try folder.put("edited", "out/a")
        try folder.put("edited", "out/b")
        let plan = try out.plan(files: files(["a": "1", "c": "3.1"]))
        #expect(plan.editedByHand == ["a", "b"] && plan.changed == ["c"] && plan.removed.isEmpty)
        let before = folder.tree("out")
        let advice = "this generated file was edited by hand; undo that, or use --force to lose the edit"
        #expect(
            complaint(folder) { try out.apply(plan) }
                == "out/a:1:1: error: \(advice)\nout/b:1:1: error: \(advice)")
        #expect(folder.tree("out") == before)
        try out.apply(plan, force: true)
        #expect(tree() == ["a": "1", "c": "3.1"])
    }

    @Test func lineEndsOfACheckoutAreNoEdit() throws {
        try generate(["a": "1\n2\n", "b": "3\n", "c": "4\n"])
        for (name, text) in [("a", "1\r\n2\r\n"), ("b", "3\r\n"), ("c", "4\r\n")] {
            try folder.put(text, "out/\(name)")
        }
        #expect(try out.plan(files: files(["a": "1\n2\n", "b": "3\n", "c": "4\n"])).isUpToDate)
        let plan = try generate(["a": "1\n2\n", "b": "3.1\n"])
        #expect(plan.unchanged == ["a"] && plan.changed == ["b"] && plan.removed == ["c"])
        #expect(tree() == ["a": "1\r\n2\r\n", "b": "3.1\n"])
        // A CR alone is an edit.
        try folder.put("3.1\r", "out/b")
        #expect(try out.plan(files: files(["a": "1\n2\n", "b": "5\n"])).editedByHand == ["b"])
    }

    @Test func editToTheWantedContentIsNone() throws {
        try generate(["a": "1"])
        try folder.put("2", "out/a")
        #expect(try generate(["a": "2"]).unchanged == ["a"])
        #expect(try out.plan(files: files(["a": "2"])).isUpToDate)
    }

    @Test func removedByHandIsWrittenAgain() throws {
        try generate(["a/b": "1", "c": "2"])
        unlink(folder("out/a/b"))
        unlink(folder("out/c"))
        #expect(try generate(["a/b": "1"]).added == ["a/b"])
        #expect(tree() == ["a/": "", "a/b": "1"])
    }

    @Test func permissionsStay() throws {
        try generate(["a": "1"])
        chmod(folder("out/a"), 0o755)
        try generate(["a": "2"])
        #expect(folder.mode("out/a") == 0o755)
    }

    @Test func planIsCheckedAgain() throws {
        let plan = try out.plan(files: files(["a": "1"]))
        try folder.put("mine", "out/a")
        #expect(complaint(folder) { try out.apply(plan) }?.contains("this file is in the way") == true)
        #expect(folder.tree("out") == ["a": "mine"])
    }

    @Test func fileBecomesFolderAndBack() throws {
        try generate(["a": "1"])
        let message = complaint(folder) { try generate(["a/b": "2"]) }
        #expect(message == "out/a:1:1: error: this is a file where a folder is needed; move or remove it")
        try generate([:])
        try generate(["a/b": "2"])
        #expect(tree() == ["a/": "", "a/b": "2"])
        #expect(
            complaint(folder) { try generate(["a": "1"]) }
                == "out/a:1:1: error: this is a folder where a file is generated; move or remove it")
        #expect(tree() == ["a/": "", "a/b": "2"])
    }

    @Test func caseOfANameChanges() throws {
        try generate(["client.swift": "1", "b": "2"])
        try generate(["Client.swift": "1", "b": "2"])
        #expect(tree() == ["Client.swift": "1", "b": "2"])
        // What a file system without case shows: the new name leads to the old file.
        link(folder("out/Client.swift"), folder("out/CLIENT.swift"))
        #expect(try generate(["CLIENT.swift": "3", "b": "2"]).changed == ["CLIENT.swift"])
        #expect(tree() == ["CLIENT.swift": "3", "b": "2"])
    }

    @Test func outputFolderOfTheWrongKind() throws {
        try folder.put("x", "file")
        try folder.put("x", "real/x")
        folder.link("link", to: "real")
        for path in ["link", "link/"] {
            #expect(
                complaint(folder) { _ = try GeneratedFolder(path: folder(path)).plan(files: []) }
                    == "link:1:1: error: the output folder is a symbolic link; name the folder itself")
        }
        let other = GeneratedFolder(path: folder("link"))
        #expect(complaint(folder) { try other.apply(out.plan(files: files(["a": "1"]))) } != nil)
        #expect(
            complaint(folder) { _ = try GeneratedFolder(path: folder("file")).plan(files: []) }
                == "file:1:1: error: the output folder is a file; name a folder")
        let below = GeneratedFolder(path: folder("file/out"))
        #expect(
            complaint(folder) { _ = try below.plan(files: []) }
                == "file/out:1:1: error: cannot read the folder: a part of the path is not a folder")
        #expect(
            complaint(folder) { try below.apply(out.plan(files: [])) }
                == "file/out:1:1: error: cannot create the folder: a part of the path is not a folder")
        #expect(folder.tree("real") == ["x": "x"])
    }

    @Test func foldersAboveAreCreated() throws {
        let deep = GeneratedFolder(path: folder("x/y/z/"))
        try deep.apply(deep.plan(files: files(["a": "1"])))
        #expect(folder.text("x/y/z/a") == "1")
    }

    @Test(arguments: ["", "[]", "{\"version\": 1}", "<<<<<<< HEAD\n{}"])
    func brokenManifest(text: String) throws {
        try folder.put(text, "out/\(manifest)")
        #expect(
            complaint(folder) { try generate(["a": "1"]) }
                == "out/\(manifest):1:1: error: this is not a manifest of generated files; "
                + "restore it from version control, or remove it together with the generated files")
        #expect(folder.tree("out") == [manifest: text])
    }

    @Test func manifestOfALaterVersion() throws {
        try folder.put("{\"version\": 2, \"files\": []}", "out/\(manifest)")
        #expect(
            complaint(folder) { try generate(["a": "1"]) }
                == "out/\(manifest):1:1: error: the manifest has version 2, this tool knows 1; update the tool")
    }

    @Test(arguments: ["../victim", "/etc/passwd", ".git/config", "a/../../victim"])
    func manifestCannotNameFilesElsewhere(path: String) throws {
        try folder.put("1", "victim")
        let digest = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
        try folder.put(
            "{\"version\": 1, \"files\": [{\"path\": \"\(path)\", \"sha256\": \"\(digest)\"}]}", "out/\(manifest)")
        #expect(
            complaint(folder) { try generate([:], force: true) }
                == "out/\(manifest):1:1: error: the entry \"\(path)\" is not valid; "
                + "restore it from version control, or remove it together with the generated files")
        #expect(folder.text("victim") == "1")
    }
}
