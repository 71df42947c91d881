import APISpec
import Diagnostics
import Documentation

/// What the readers of one service say beside the document: findings, places, and which lines were read.
///
/// The readers share one log; it lives as long as the import of its service.
final class ImportLog {
    private(set) var findings: [Diagnostic] = []
    private var seen: [String: [ClosedRange<Int>]] = [:]
    private var unread: [String: [ClosedRange<Int>]] = [:]
    var locations: SpecLocations
    /// The names of types that no model of the page describes.
    var unknownTypes: Set<String> = []
    /// The calls that the page's own history lists as removed: `PUT /v1/x`.
    var removals: Set<String> = []
    var tables = 0
    var rows = 0
    var examples = 0

    init(file: String) { locations = SpecLocations(whole: SourceLocation(file: file)) }

    /// Says something about a place.
    func report(_ rule: Rule, _ message: String, at location: SourceLocation) {
        findings.append(rule.finding(message, at: location))
    }

    /// Notes that these lines are part of the service.
    func see(_ lines: ClosedRange<Int>, of file: String) { seen[file, default: []].append(lines) }

    /// Notes that nothing understands these lines, without a finding of its own.
    func leaveUnread(_ lines: ClosedRange<Int>, of file: String) { unread[file, default: []].append(lines) }

    /// Says that nothing understands a block.
    func reportUnread(_ block: Block, of file: String) {
        leaveUnread(block.lines, of: file)
        let location = SourceLocation(file: file, line: block.lines.lowerBound)
        report(ImportRules.unreadLine, "nothing is known of \(Self.describe(block.content))", at: location)
    }

    /// The findings in the order of the pages.
    var sortedFindings: [Diagnostic] {
        let files = findings.compactMap(\.location?.file)
        var ranks: [String: Int] = [:]
        for file in files where ranks[file] == nil { ranks[file] = ranks.count }
        func key(_ finding: Diagnostic) -> (Int, Int, Int) {
            guard let location = finding.location else { return (-1, 0, 0) }
            return (ranks[location.file] ?? 0, location.line, location.column)
        }
        return findings.enumerated().sorted { left, right in
            let (a, b) = (key(left.element), key(right.element))
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
    }

    /// The numbers of what was read.
    var coverage: ImportedDocumentation.Coverage {
        var (all, missed) = (0, 0)
        for (file, lines) in seen {
            all += Self.count(lines)
            missed += Self.count(unread[file] ?? [])
        }
        return ImportedDocumentation.Coverage(
            linesRead: all - missed, linesUnread: missed, tables: tables, rows: rows, examples: examples,
            unknownTypes: unknownTypes.sorted())
    }

    /// The number of distinct lines.
    private static func count(_ ranges: [ClosedRange<Int>]) -> Int {
        var (total, last) = (0, Int.min)
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > last {
            total += range.upperBound - max(range.lowerBound, last == .min ? .min : last + 1) + 1
            last = range.upperBound
        }
        return total
    }

    private static func describe(_ content: Block.Content) -> String {
        switch content {
        case .heading(let heading): "the heading `\(excerpt(heading.text))`"
        case .paragraph(let text): "`\(excerpt(text))`"
        case .table(let table):
            "the table with the columns \(table.head.map { "`\(excerpt($0))`" }.joined(separator: ", "))"
        case .code(let text): "the code that starts with `\(excerpt(text))`"
        }
    }
}

/// The beginning of a text, short enough for a message.
func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let start = line.prefix(60)
    return start.endIndex == line.endIndex ? line : start + "…"
}
