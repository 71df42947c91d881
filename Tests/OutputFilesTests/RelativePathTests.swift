import Testing

@testable import OutputFiles

@Suite("Paths of generated files")
struct RelativePathTests {
    private let folder = TemporaryFolder()

    private func message(_ paths: String...) -> String? {
        complaint(folder) {
            _ = try GeneratedFolder(path: folder("out")).plan(
                files: paths.map { GeneratedFile(path: $0, contents: "") })
        }
    }

    @Test(arguments: [
        "a", "Backup/Client.swift", "a b/c-d_e+f.swift", "사용자/é.swift", "CONSOLE.swift", "a..b", "COM10", "COM0",
        String(repeating: "n", count: 255),
    ])
    func allowed(path: String) { #expect(message(path) == nil) }

    @Test(arguments: [
        ("", "it is empty"), ("/etc/passwd", "it begins with /"), ("../x", "it has the part .."),
        ("a/../b", "it has the part .."), ("./a", "it has the part ."), ("a//b", "it has an empty part"),
        ("a/", "it has an empty part"), (".git/hooks/x", "the part .git begins with a dot"),
        ("a/.hidden", "the part .hidden begins with a dot"),
        ("a.", "the part \"a.\" begins or ends with a space, or ends with a dot"),
        (" a", "the part \" a\" begins or ends with a space, or ends with a dot"),
        ("a\nb", "it holds a control or invisible character"),
        ("a\u{202E}b", "it holds a control or invisible character"),
        ("a\u{0}b", "it holds a control or invisible character"), ("a\\b", "it holds the character \\"),
        ("C:x", "it holds the character :"), ("a\"b", "it holds the character \""),
        ("a/con.swift", "Windows reserves the name con"), ("Lpt1", "Windows reserves the name Lpt1"),
        (String(repeating: "n", count: 256), "a part of it is longer than 255 bytes"),
        (String(repeating: "가", count: 86), "a part of it is longer than 255 bytes"),
        (String(repeating: "ab/", count: 300) + "c", "it is longer than 800 bytes"),
    ])
    func refused(path: String, reason: String) {
        #expect(throws: RelativePath.Refusal(reason: reason)) { try RelativePath(path) }
        #expect(message(path)?.hasSuffix("\": \(reason)") == true)
        #expect(folder.tree().isEmpty)
    }

    @Test func twins() {
        let start = "out:1:1: error: a generated file cannot have the path"
        let twin = "only in case or in the encoding of accents"
        #expect(message("a", "a") == "\(start) \"a\": it occurs twice")
        #expect(message("Ab.swift", "ab.swift") == "\(start) \"ab.swift\": it differs from \"Ab.swift\" \(twin)")
        #expect(message("straße", "STRASSE") == "\(start) \"straße\": it differs from \"STRASSE\" \(twin)")
        #expect(
            message("\u{E9}", "e\u{301}") == "\(start) \"\u{E9}\": it differs from \"e\u{301}\" \(twin)")
        #expect(message("A/x", "a/y") == "\(start) \"a/y\": its folder differs from \"A\" \(twin)")
        #expect(message("a/b/x", "a/B/y") == "\(start) \"a/b/x\": its folder differs from \"a/B\" \(twin)")
        #expect(message("a", "a/b") == "\(start) \"a/b\": its folder \"a\" is also the file \"a\"")
        #expect(message("a+", "A+/b") == "\(start) \"a+\": it is also the folder \"A+\"")
        #expect(message("a/x", "a/y", "b/x") == nil)
    }

    @Test func allProblemsAtOnce() {
        #expect(message("../a", "/b", "c")?.split(separator: "\n").count == 2)
    }

    @Test func ownNames() {
        func message(_ path: String) -> String? {
            complaint(folder) {
                let out = GeneratedFolder(path: folder("out"), manifestName: "manifest.json")
                _ = try out.plan(files: [GeneratedFile(path: path, contents: "")])
            }
        }
        let start = "out:1:1: error: a generated file cannot have the path"
        #expect(
            message("Manifest.json")
                == "\(start) \"Manifest.json\": the generator itself needs the name Manifest.json")
        #expect(
            message("manifest.json.staging/x")
                == "\(start) \"manifest.json.staging/x\": the generator itself needs the name manifest.json.staging")
        #expect(message("a/manifest.json") == nil)
    }

    @Test(arguments: ["", "a/b", "..", "."])
    func manifestName(name: String) {
        let out = GeneratedFolder(path: folder("out"), manifestName: name)
        #expect(
            complaint(folder) { _ = try out.plan(files: []) }
                == "out:1:1: error: \"\(name)\" cannot be the name of a manifest")
    }
}
