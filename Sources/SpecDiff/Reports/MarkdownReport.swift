/// A report as Markdown, for release notes.
public struct MarkdownReport: Sendable {
    /// A report.
    public init() {}

    /// The whole text; ends with a line end.
    public func text(_ report: DiffReport) -> String {
        var lines = ["# Changes of \(Markdown.escaped(report.title))", "", "\(Markdown.escaped(report.summary))."]
        let titles: [(DiffSeverity, String)] = [
            (.breaking, "Breaking"), (.warning, "Worth a look"), (.info, "For your information"),
        ]
        for (severity, title) in titles {
            let groups = report.groups(severity)
            guard !groups.isEmpty else { continue }
            lines += ["", "## \(title)"]
            for group in groups {
                lines += ["", "### \(Markdown.escaped(group.title))", ""]
                lines += group.findings.map { "- " + Self.item($0) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func item(_ finding: DiffFinding) -> String {
        var parts = [Markdown.prose(finding.sentence), "(\(Markdown.escaped(finding.verdict)))"]
        if let versions = finding.versionWords { parts.append("in \(Markdown.escaped(versions))") }
        let provenance = finding.provenance
        if !provenance.isEmpty { parts.append("– \(Markdown.escaped(provenance.joined(separator: "; ")))") }
        parts.append("`\(finding.rule.id)`")
        return parts.joined(separator: " ")
    }
}

/// Text as Markdown shows it, whatever is in it.
enum Markdown {
    /// Text in which nothing means anything in CommonMark or in GitHub's dialect, on one line.
    ///
    /// The text stands inside a line, so that what only counts at the start of one is left as it is, unless the text
    /// begins with it.
    static func escaped(_ text: String) -> String {
        let characters = Array(oneLine(text, limit: .max))
        var result = ""
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            switch character {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            // Mentions and references to issues are made by a letter in front of a name; an entity is none.
            case "@": result += "&#64;"
            case "#": result += "&#35;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(character)"
            // Addresses and short names of pictures: `www.a.b`, `https://a.b`, `:tada:`.
            case ":" where !next.isWhitespace, "." where next.isLetter: result += "\\\(character)"
            case "-" where index == 0, "+" where index == 0, "=" where index == 0: result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result
    }

    /// A code span of any text, on one line.
    static func code(_ text: String) -> String {
        let text = oneLine(text, limit: .max)
        guard !text.isEmpty else { return "(empty)" }
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let needsSpace = text.hasPrefix("`") || text.hasSuffix("`") || (text.hasPrefix(" ") && text.hasSuffix(" "))
        // A bar ends a cell of a table even inside a code span.
        let shown = text.replacing("|", with: "\\|")
        return needsSpace ? "\(fence) \(shown) \(fence)" : fence + shown + fence
    }

    /// A sentence in which back-ticks set off what comes from documents: code stays code, all else is escaped.
    static func prose(_ sentence: String) -> String {
        let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
        // Back-ticks that do not pair come from a document: then nothing is code.
        guard parts.count % 2 == 1 else { return escaped(sentence) }
        return parts.enumerated().map { index, part in
            index.isMultiple(of: 2) ? escaped(String(part)) : code(String(part))
        }.joined()
    }
}
