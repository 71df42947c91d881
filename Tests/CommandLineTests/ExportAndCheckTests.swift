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

    @Test("What is read is never overwritten, however its path is spelt")
    func inputsAreKept() throws {
        let spec = tool.read("greenhouse.yaml")
        for path in ["greenhouse.yaml", "./greenhouse.yaml"] {
            for command in [
                ["export", "greenhouse.yaml", "--version", "1.1", "-o", path],
                ["versions", "greenhouse.yaml", "-o", path],
                ["diff", "greenhouse.yaml", "--from", "1.0", "--to", "1.1", "-o", path],
                ["update", "greenhouse.yaml", Tool.sample, "--report", path],
            ] {
                let run = try tool.run(command)
                #expect(run.status == 2, "\(command)")
                #expect(run.errors.contains("this is an input and would be overwritten"), "\(run.errors)")
                #expect(tool.read("greenhouse.yaml") == spec)
            }
        }
        let document = try tool.run("export", "greenhouse.yaml", "--version", "1.1", "-o", "document.yaml")
        #expect(document.status == 0)
        let overlay =
            "overlay: 1.0.0\ninfo: {title: A, version: '1'}\nactions: [{target: $.info, update: {title: B}}]\n"
        _ = try tool.write(overlay, to: "document.overlay.yaml")
        let run = try tool.run("export", "document.yaml", "--version", "1.1", "-o", "document.overlay.yaml")
        #expect(run.status == 2)
        #expect(tool.read("document.overlay.yaml") == overlay)
    }

    @Test("The only version need not be named; of several all are told")
    func onlyVersion() throws {
        let several = try tool.run("export", "greenhouse.yaml")
        #expect(several.status == 64)
        #expect(
            several.errors
                == "greenhouse.yaml:1:1: error: the spec has 3 versions; name one with --version: `1.2`, `1.1`, `1.0`\n"
        )
        _ = try tool.run("export", "greenhouse.yaml", "--version", "1.1", "-o", "one.yaml")
        #expect(try tool.run("export", "one.yaml").status == 0)
    }

    @Test("A good spec has nothing to report; the ends of its versions were not asked for, which is said")
    func good() throws {
        let run = try tool.run("check", "greenhouse.yaml")
        #expect(run.status == 0)
        #expect(run.errorLines.last?.contains("the first ends on 2027-03-31; `--as-of yyyy-mm-dd` reports") == true)
        #expect(try !tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-30").errors.contains("--as-of"))
    }

    @Test("A version past its day is an error on that day and later")
    func ended() throws {
        #expect(try tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-30").status == 0)
        #expect(
            try tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-31", "--allow-ended", "1.0").status == 0)
        let run = try tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-31")
        #expect(run.status == 1)
        #expect(run.errors.contains("support of version 1.0 ended on 2027-03-31 [version-ended]"))
    }

    @Test("What speaks for a rule is the answer no, in every form; what cannot be read is not; no spec hides another")
    func wrongSpecs() throws {
        let good = tool.read("greenhouse.yaml") ?? ""
        _ = try tool.write(good.replacing("schema: BedResponse}", with: "schema: Nobody}"), to: "wrong.yaml")
        _ = try tool.write(good.replacing("apidoc: 1", with: "apidoc: 7"), to: "newer.yaml")
        let wrong = try tool.run("check", "wrong.yaml", "--format", "github")
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("title=missing-schema::"))
        let both = try tool.run("check", "newer.yaml", "wrong.yaml")
        #expect(both.status == 2)
        #expect(both.errors.contains("newer.yaml:2:9: error: ") && both.errors.contains("[missing-schema]"))
    }

    @Test("The overlay beside a spec is checked too")
    func overlay() throws {
        _ = try tool.write(
            "overlay: 1\nactions:\n  - {target: schemas/Pot, confirm: true, reason: x}\n", to: "greenhouse.overlay.yaml"
        )
        let unmatched = try tool.run("check", "greenhouse.yaml")
        #expect(unmatched.status == 0)
        #expect(
            unmatched.errors.contains(
                "greenhouse.overlay.yaml:3:5: warning: nothing matches `schemas/Pot` [overlay-no-match]"))
        _ = try tool.write("overlay: 1\nactions: [{target: schemas/Pot}]\n", to: "greenhouse.overlay.yaml")
        let broken = try tool.run("check", "greenhouse.yaml")
        #expect(broken.status == 2)
        #expect(broken.errors.hasPrefix("greenhouse.overlay.yaml:2:11: error: an action lacks `reason`"))
    }

    @Test("Its own version")
    func version() throws {
        let run = try tool.run("--version")
        #expect(run.status == 0)
        #expect(run.output == "0.1.0\n")
    }
}

@Suite("Forms of findings")
struct DiagnosticFormatTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
    }

    @Test("json on standard output")
    func json() throws {
        let run = try tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-31", "--format", "json")
        #expect(run.status == 1)
        #expect(run.errors == "")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["rule"] as? String == "version-ended" && $0["line"] as? Int == 30 })
    }

    @Test("github on standard output, with hostile names escaped")
    func github() throws {
        let run = try tool.run("check", "greenhouse.yaml", "--as-of", "2027-03-31", "--format", "github")
        #expect(
            run.output.contains(
                "::error file=greenhouse.yaml,line=30,col=3,title=version-ended::support of version 1.0 ended on 2027-03-31\n"
            ))
        let hostile = (tool.read("greenhouse.yaml") ?? "").replacing(
            "title: Show Bed", with: "title: \"%0A::error::x\\n::error::y\"")
        _ = try tool.write(
            hostile.replacing("status: deprecated", with: "status: \"a,b:c\\n::error::z\""), to: "a,b.yaml")
        let broken = try tool.run("check", "a,b.yaml", "--format", "github")
        #expect(broken.status == 2)
        #expect(!broken.output.contains("\n::error::z"))
        #expect(!broken.errors.contains("\n::error::z"))
    }
}

@Suite("Overlays at an import")
struct OverlayImportTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private let confirmation = """
        overlay: 1
        actions:
          - {target: operations/createBed/1.2/request, confirm: true, schema: BedCreateRequest1Dot2, reason: Seen.}
          - {target: operations/noSuch/*, remove: true, reason: x}

        """

    @Test("The one beside the spec is applied, and so is the one that is named")
    func applied() throws {
        _ = try tool.write(confirmation, to: "greenhouse.overlay.yaml")
        let beside = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
        #expect(tool.read("greenhouse.yaml")?.contains("confirmed: Seen.") == true)
        #expect(
            beside.errors.contains(
                "greenhouse.overlay.yaml:4:5: warning: nothing matches `operations/noSuch/*` [overlay-no-match]"))
        _ = try tool.run("import", Tool.sample, "-o", "other.yaml", "--overlay", "greenhouse.overlay.yaml")
        #expect(tool.read("other.yaml") == tool.read("greenhouse.yaml"))
        let again = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
        #expect(again.errorLines.last?.hasSuffix("unchanged") == true)
    }

    @Test("A broken one stops the import before anything is written")
    func broken() throws {
        _ = try tool.write("overlay: 1\nactions: [{target: service, remove: true, reason: x}]\n", to: "o.yaml")
        let run = try tool.run("import", Tool.sample, "-o", "x.yaml", "--overlay", "o.yaml")
        #expect(run.status == 2)
        #expect(run.errors == "o.yaml:2:20: error: `service` can only be updated\n")
        #expect(tool.read("x.yaml") == nil)
        #expect(try tool.run("import", Tool.sample, "-o", "x.yaml", "--overlay", "none.yaml").status == 2)
    }
}

@Suite("A page that says less than last time")
struct PageDegradationTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    @Test("page-degraded names what became fewer")
    func degraded() throws {
        let page = try String(contentsOfFile: Tool.sample, encoding: .utf8)
        _ = try tool.write(page, to: "page.txt")
        #expect(try tool.run("import", "page.txt", "-o", "x.yaml").errors.contains("[page-degraded]") == false)
        #expect(try tool.run("import", "page.txt", "-o", "x.yaml").errors.contains("[page-degraded]") == false)
        let table =
            "| HTTP Code | Description | Schema |\n|---|\n| 202 | Accepted | AsyncResponse |\n"
            + "| 401 | Unauthorized | None |\n| 403 | Forbidden | None |\n| 404 | Not Found | None |\n"
        let range = try #require(page.range(of: table))
        _ = try tool.write(page.replacingCharacters(in: range, with: ""), to: "page.txt")
        let run = try tool.run("import", "page.txt", "-o", "x.yaml")
        #expect(run.errors.contains("warning: since the last import "))
        #expect(run.errors.contains(" tables became "))
        #expect(run.errors.contains("[page-degraded]"))
    }
}
