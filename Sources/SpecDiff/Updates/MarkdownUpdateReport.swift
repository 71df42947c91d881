import APIModel
import Diagnostics

/// The report of an update as Markdown, as the text of a change or of a message; never longer than those may be.
public struct MarkdownUpdateReport: Sendable {
    /// The most characters that GitHub takes as the text of a change.
    public static let limit = 65_536

    private let limit: Int

    /// A report of at most `limit` characters, counted as UTF-16 has them.
    public init(limit: Int = Self.limit) { self.limit = limit }

    /// The whole text; ends with a line end. It begins with what is missing.
    public func text(_ report: UpdateReport) -> String {
        var blocks: [Block] = []
        for state in [UpdateReport.Entry.State.heldBack, .failed, .changed, .unchanged] {
            for entry in report.entries where entry.state == state { add(entry, report, to: &blocks) }
        }
        if !report.generation.isEmpty {
            blocks.append(
                Block(lines: ["## Generated code", ""] + report.generation.map { "- " + Markdown.prose($0) } + [""]))
        }
        return cut(blocks)
    }

    /// Lines that stay together; the lines of one operation are one block.
    private struct Block {
        var lines: [String]
        /// How many changes the block tells of.
        var changes = 0
        /// Whether the block tells of one operation, and may be left out where there is no room.
        var isOperation = false

        var length: Int { lines.reduce(0) { $0 + $1.utf16.count + 1 } }
    }

    private func add(_ entry: UpdateReport.Entry, _ report: UpdateReport, to blocks: inout [Block]) {
        let title = Markdown.escaped(oneLine(entry.service))
        var lines: [String] = []
        switch entry.state {
        case .heldBack:
            lines = ["# Held back: \(title)", ""]
            lines.append("The documentation says less than at the last import. Nothing was written of it.")
            lines.append("")
            blocks.append(Block(lines: lines))
            for loss in entry.missing {
                blocks.append(
                    Block(lines: ["- " + Markdown.prose(oneLine(loss.sentence))], changes: 1, isOperation: true))
            }
            lines = ["", "Where this is right, take it: \(Markdown.code(Self.advice(entry)))", ""]
            if !entry.errors.isEmpty {
                lines += entry.errors.map { "- " + Markdown.escaped(oneLine($0.description)) } + [""]
            }
        case .failed:
            lines = ["# Not read: \(title)", "", "Nothing was written of it.", ""]
            lines += entry.errors.map { "- " + Markdown.escaped(oneLine($0.description)) } + [""]
        case .changed: lines = ["# Changes of \(title)", ""]
        case .unchanged: lines = ["# \(title)", "", "no changes.", ""]
        }
        if !entry.taken.isEmpty {
            lines += ["Taken, although nobody announced it:", ""]
            lines += entry.taken.map { "- " + Markdown.prose(oneLine($0.sentence)) } + [""]
        }
        if !entry.notes.isEmpty { lines += entry.notes.map { "- " + Markdown.prose(oneLine($0)) } + [""] }
        blocks.append(Block(lines: lines))
        if let changes = entry.changes { add(changes, isHeldBack: entry.state == .heldBack, to: &blocks) }
        guard !entry.findings.isEmpty, entry.state != .unchanged else { return }
        blocks.append(Block(lines: ["## Findings of the pages", ""]))
        for finding in entry.findings {
            blocks.append(
                Block(lines: ["- " + Markdown.escaped(oneLine(finding.description))], changes: 1, isOperation: true))
        }
        blocks.append(Block(lines: [""]))
    }

    private func add(_ changes: DiffReport, isHeldBack: Bool, to blocks: inout [Block]) {
        let words = isHeldBack ? "What the documentation says now: " : ""
        blocks.append(Block(lines: ["\(words)\(Markdown.escaped(changes.summary)).", ""]))
        let titles: [(DiffSeverity, String)] = [
            (.breaking, "Breaking"), (.warning, "Worth a look"), (.info, "For your information"),
        ]
        for (severity, title) in titles {
            let groups = changes.groups(severity)
            guard !groups.isEmpty else { continue }
            blocks.append(Block(lines: ["## \(title)", ""]))
            for group in groups {
                let items = group.findings.map { "- " + MarkdownReport.item($0) }
                blocks.append(
                    Block(
                        lines: ["### \(Markdown.escaped(group.title))", ""] + items + [""], changes: items.count,
                        isOperation: true))
            }
        }
    }

    /// The text of as many blocks as there is room for, with a count of what is left out.
    private func cut(_ blocks: [Block]) -> String {
        let all = blocks.reduce(0) { $0 + $1.length }
        guard all > limit else { return blocks.flatMap(\.lines).joined(separator: "\n") + "\n" }
        // Room for the sentence at the end.
        var room = limit - 200
        var lines: [String] = []
        var (changes, operations) = (0, 0)
        for block in blocks {
            if block.length <= room, operations == 0 || !block.isOperation {
                lines += block.lines
                room -= block.length
            } else if block.isOperation {
                changes += block.changes
                operations += 1
            }
        }
        lines += ["", "… and \(changes) more in \(operations) parts; the report was cut to \(limit) characters.", ""]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a person types to take what is missing.
    static func advice(_ entry: UpdateReport.Entry) -> String {
        let names = entry.missing.map(\.part.name)
        let words = names.count > 3 ? ["--accept all"] : names.map { "--accept \($0)" }
        return "apidoc update \(printable(entry.spec)) \(words.joined(separator: " "))"
    }
}
