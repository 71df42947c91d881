import Foundation
import Testing

@Suite("No tuple holds an await") struct AwaitInTupleTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    /// Every Swift file and template of this package, those that are generated included.
    static let files: [URL] = [
        "Sources", "Tests", "Generated", "templates", "Examples", "IntegrationTests", "Package.swift",
    ]
    .flatMap { name -> [URL] in
        let place = root.appending(path: name)
        guard let walk = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil) else { return [] }
        let found = walk.compactMap { $0 as? URL }
        return found.isEmpty ? [place] : found
    }
    .filter { ["swift", "mustache"].contains($0.pathExtension) && !$0.path.contains("/.build") }

    @Test func nowhereInThisPackage() throws {
        #expect(Self.files.count > 500)
        for file in Self.files {
            for line in AwaitInTuple.lines(in: try String(contentsOf: file, encoding: .utf8)) {
                Issue.record(
                    "\(file.path):\(line): a tuple with an await in it; build the value first, or return a struct")
            }
        }
    }

    @Test(arguments: [
        "{ return (page, .success(try await run.run())) }", "return (await a(), 1)", "let x = (1, await f { 2 })",
        "f((1, try await g()))", "{ (index, try? await run(index)) }", "return (\n    1,\n    [await f(\"a)\")])",
        "in (1, await f())", "x ? (1, await f()) : (2, 3)",
    ])
    func isFound(source: String) {
        #expect(AwaitInTuple.lines(in: source) == [1])
    }

    @Test(arguments: [
        "f(1, await g())", "try await f(1, 2)", "return (await f())", "let r = await f()\nreturn (1, r)",
        "x.map { (1, 2) }", "(1, Task { await f() })", "// (1, await f())", "\"(1, await f())\"",
        "/* (1, await f()) */",
        "let f: (Int, Int) async -> Void", "f[1](2, await g())", "T<Int>(1, await g())", "f?(1, await g())",
    ])
    func isNone(source: String) {
        #expect(AwaitInTuple.lines(in: source) == [])
    }
}
