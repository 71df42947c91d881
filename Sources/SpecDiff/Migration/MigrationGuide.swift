public import APIModel
import Diagnostics

/// An article on moving code from one version of an API to another, operation by operation.
///
/// Its text is Markdown that DocC reads as an article too: a title, an abstract, and sections.
public struct MigrationGuide: Sendable {
    private let file: SpecFile
    private let from: String
    private let to: String
    private let naming: any SwiftNaming
    private let comparer: SpecComparer

    /// A guide for moving between two versions of a spec, with the names of `naming`.
    ///
    /// `comparer` compares the spec with itself; who makes several guides of one spec gives the same to all.
    public init(
        _ file: SpecFile, from: String, to: String, naming: any SwiftNaming = DocumentationNaming(),
        comparer: SpecComparer? = nil
    ) {
        self.file = file
        self.comparer = comparer ?? SpecComparer(old: file, new: file)
        self.from = from
        self.to = to
        self.naming = naming
    }

    /// The article; ends with a line end.
    ///
    /// - Throws: `DiagnosticError` for a version that the spec does not have.
    public func text() throws -> String {
        let report = try comparer.compare(.versions(old: from, new: to))
        let changes = report.findings.filter { !$0.difference.isForPeopleOnly }
        var lines = [
            "# Moving from \(Markdown.escaped(from)) to \(Markdown.escaped(to))", "",
            "What changes for code that calls \(Markdown.escaped(file.document.service.title)).", "",
            introduction(changes),
        ]
        let sections: [(String, DiffSeverity)] = [
            ("What has to change", .breaking), ("What to look at", .warning), ("What is new", .info),
        ]
        for (title, severity) in sections {
            let groups = groups(changes.filter { $0.severity == severity })
            guard !groups.isEmpty else { continue }
            lines += ["", "## \(title)"]
            for group in groups {
                lines += ["", "### \(heading(group.operations))", ""]
                lines += group.findings.map { "- " + sentence($0) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func introduction(_ changes: [DiffFinding]) -> String {
        let touched = Set(changes.filter { $0.severity == .breaking }.flatMap(\.operations)).count
        let count = file.document.operations.count { operation in
            operation.revisions.contains { $0.versions.contains(to) }
        }
        let old = Markdown.code(naming.namespace(version: from))
        let new = Markdown.code(naming.namespace(version: to))
        let effort =
            touched == 0
            ? "No operation asks for more than that."
            : "\(touched) of \(count) operations \(touched == 1 ? "asks" : "ask") for more than that."
        return "Make the client of \(new) in place of the one of \(old). \(effort)"
    }

    private func groups(_ findings: [DiffFinding]) -> [(operations: [String], findings: [DiffFinding])] {
        var order: [[String]] = []
        var groups: [[String]: [DiffFinding]] = [:]
        for finding in findings {
            if groups[finding.operations] == nil { order.append(finding.operations) }
            groups[finding.operations, default: []].append(finding)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    private func heading(_ operations: [String]) -> String {
        operations.map { operation in
            let version = has(operation, in: to) ? to : from
            return Markdown.code(naming.method(operation: operation, version: version))
        }.joined(separator: ", ")
    }

    private func has(_ operation: String, in version: String) -> Bool {
        file.document.operations.contains { candidate in
            candidate.id == operation && candidate.revisions.contains { $0.versions.contains(version) }
        }
    }

    private func sentence(_ finding: DiffFinding) -> String {
        let sentence = MoveSentence(document: file.document, from: from, to: to, naming: naming)
        return sentence.text(finding) ?? Markdown.prose(finding.sentence) + "."
    }
}
