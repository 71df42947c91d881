import APISpec
import Diagnostics
import Foundation
import SpecDiff
import Testing

@Suite("Reports")
struct ReportTests {
    @Test("The text report")
    func text() throws { try Snapshot.expect(TextReport().text(ReportSample.ordinary()), "report.txt") }

    @Test("The Markdown report")
    func markdown() throws { try Snapshot.expect(MarkdownReport().text(ReportSample.ordinary()), "report.md") }

    @Test("The JSON report")
    func json() throws { try Snapshot.expect(JSONReport().text(ReportSample.ordinary()), "report.json") }

    @Test("The annotations for GitHub")
    func github() throws { try Snapshot.expect(GitHubReport().text(ReportSample.ordinary()), "report.github.txt") }

    @Test("The rules and their severities")
    func rules() throws {
        var text = ""
        for rule in SpecDiffRules.all {
            let source =
                rule.source.broken == rule.source.otherwise
                ? rule.source.broken.rawValue : "\(rule.source.broken.rawValue)|\(rule.source.otherwise.rawValue)"
            text += "\(rule.id) \(rule.wire.rawValue) \(source)\n"
        }
        try Snapshot.expect(text, "rules.txt")
    }

    @Test("Two specs that say the same")
    func same() throws {
        let report = try Specs.compare(LibrarySample.document, LibrarySample.document)
        #expect(TextReport().text(report) == "Library: no changes\n")
        #expect(MarkdownReport().text(report) == "# Changes of Library\n\nno changes.\n")
        #expect(GitHubReport().text(report) == "")
        #expect(HTMLReport().text(report).contains("The two say the same."))
    }

    @Test("A comparison of versions names them")
    func versions() throws {
        let file = try Specs.read("backup.yaml")
        let report = try SpecComparer(old: file, new: file).compare(.versions(old: "1.1", new: "1.2"))
        #expect(TextReport().text(report).hasSuffix("Backup, 1.1 → 1.2: 2 breaking, 13 info\n"))
        #expect(MarkdownReport().text(report).hasPrefix("# Changes of Backup, 1.1 → 1.2\n"))
    }

    @Test("Colours are only those of severities, and only where they are asked for")
    func colours() throws {
        let report = try ReportSample.ordinary()
        #expect(!TextReport().text(report).contains("\u{1B}"))
        let coloured = TextReport(isColoured: true).text(report)
        #expect(coloured.hasPrefix("\u{1B}[1;31mbreaking\u{1B}[0m\n"))
        let plain = coloured.replacing("\u{1B}[1;31m", with: "").replacing("\u{1B}[1;33m", with: "")
            .replacing("\u{1B}[1;36m", with: "").replacing("\u{1B}[0m", with: "")
        #expect(plain == TextReport().text(report))
    }
}

@Suite("Hostile names in reports")
struct HostileReportTests {
    /// The lines of a report; a line end of any kind counts.
    private func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }

    @Test("No report has control characters or line ends that come from a document")
    func controls() throws {
        let report = try ReportSample.hostile()
        for text in [
            TextReport().text(report), MarkdownReport().text(report), GitHubReport().text(report),
            JSONReport().text(report), HTMLReport().text(report),
        ] {
            for scalar in text.unicodeScalars where scalar != "\n" {
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: Issue.record("\(scalar.debugDescription)")
                default: break
                }
            }
        }
    }

    @Test("Each change is one line of the text report")
    func text() throws {
        let report = try ReportSample.hostile()
        let findings = lines(TextReport().text(report)).filter { $0.hasPrefix("    ") }
        #expect(findings.count == report.findings.count)
        #expect(findings.allSatisfy { $0.hasSuffix("]") })
    }

    @Test("Each change is one command for GitHub, with properties that are its own")
    func github() throws {
        let report = try ReportSample.hostile()
        let commands = lines(GitHubReport().text(report))
        #expect(commands.count == report.findings.count)
        for command in commands {
            let fields = command.split(separator: "::", maxSplits: 1)
            let properties = fields[0].drop { $0 != " " }.dropFirst().split(separator: ",")
            let names = properties.map { $0.prefix { $0 != "=" } }
            #expect(["error", "warning", "notice"].contains(String(fields[0].prefix { $0 != " " })))
            #expect(names == ["file", "line", "col", "title"] || names == ["title"], "\(command)")
        }
        #expect(commands[0].contains("file=both\\u{D A}%3A%3Aerror") == false)
        #expect(commands[0].contains("file=both\\u{D}\\u{A}%3A%3Aerror%3A%3Aowned%2Cline=1%3A2%25,line=1"))
    }

    @Test("Markdown shows names as text: nothing is markup, a mention or a reference")
    func markdown() throws {
        let text = try MarkdownReport().text(ReportSample.hostile())
        for line in lines(text) where !line.hasPrefix("#") {
            let outside = Self.withoutCode(String(line))
            #expect(!outside.contains("<") && !outside.contains("@"), "\(line)")
            #expect(!outside.contains("[x](javascript"), "\(line)")
            #expect(!outside.contains("**bold"), "\(line)")
        }
        #expect(!text.contains("\n# [") && !text.contains("\n<"))
    }

    /// A line of Markdown without its code spans (CommonMark, section 6.1).
    private static func withoutCode(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        while let start = rest.firstIndex(of: "`") {
            // A back-tick behind a backslash opens nothing.
            let slashes = rest[..<start].reversed().prefix { $0 == "\\" }.count
            result += rest[..<start]
            rest = rest[start...]
            if slashes % 2 == 1 {
                rest = rest.dropFirst()
                continue
            }
            let fence = rest.prefix { $0 == "`" }
            let after = rest.dropFirst(fence.count)
            guard let end = closing(String(fence), in: after) else {
                result += fence
                rest = after
                continue
            }
            rest = after[end...].dropFirst(fence.count)
        }
        return result + rest
    }

    private static func closing(_ fence: String, in text: Substring) -> Substring.Index? {
        var position = text.startIndex
        while let start = text[position...].firstIndex(of: "`") {
            let run = text[start...].prefix { $0 == "`" }
            if run.count == fence.count { return start }
            position = run.endIndex
        }
        return nil
    }

    @Test("HTML has no markup but its own")
    func html() throws {
        let text = try HTMLReport().text(ReportSample.hostile())
        #expect(text.components(separatedBy: "<script").count == 2)
        #expect(text.components(separatedBy: "<style").count == 2)
        #expect(!text.contains("<img") && !text.contains("onerror=\"") && !text.contains("<!--"))
        #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("url("))
    }

    @Test("JSON reads back as what it was made of")
    func json() throws {
        let report = try ReportSample.hostile()
        let text = JSONReport().text(report)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["service"] as? String == ReportSample.harmful.joined())
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(findings.count == report.findings.count)
        for (json, finding) in zip(findings, report.findings) {
            #expect(json["location"] as? String == finding.location)
            #expect(json["before"] as? String == finding.difference.before)
        }
    }
}
