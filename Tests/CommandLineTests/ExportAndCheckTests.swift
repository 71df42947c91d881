import Foundation
import Testing

@Suite("apidoc export and apidoc check")
struct ExportAndCheckTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
    }

    @Test("One version as OpenAPI", arguments: [("3.1", "3.1.0"), ("3.0", "3.0.3")])
    func export(dialect: String, version: String) throws {
        let run = try tool.run(
            "export", "greenhouse.yaml", "--version", "1.1", "--openapi", dialect, "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["openapi"] as? String == version)
        #expect((document["paths"] as? [String: Any])?["/v1/beds"] != nil)
    }

    @Test("A version that the spec lacks")
    func unknownVersion() throws {
        let run = try tool.run("export", "greenhouse.yaml", "--version", "9.9")
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("1.2"))
    }

    @Test("A good spec has nothing to report")
    func good() throws {
        let run = try tool.run("check", "greenhouse.yaml")
        #expect(run.status == 0)
    }

    @Test("A version past its day is an error on that day and later")
    func ended() throws {
        #expect(try tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-30").status == 0)
        let run = try tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-31")
        #expect(run.status == 1)
        #expect(run.errors.contains("support of version 1.0 ended on 2027-03-31 [version-ended]"))
    }

    @Test("Its own version")
    func version() throws {
        let run = try tool.run("--version")
        #expect(run.status == 0)
        #expect(run.output == "0.1.0\n")
    }
}
