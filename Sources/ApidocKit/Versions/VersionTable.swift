import APIModel
import APISpec
import Diagnostics
import SpecDiff

/// The life of versions as text.
struct VersionTable {
    private let file: SpecFile
    private let day: CalendarDate
    private let costs: [MoveCost]

    /// A table as of a day, with what each step changes, the oldest first.
    init(_ file: SpecFile, steps: [MoveCost], asOf day: CalendarDate) {
        self.file = file
        self.day = day
        costs = steps
    }

    /// The table, and a paragraph for each move.
    var text: String {
        let document = file.document
        var lines = ["\(printable(document.service.title)), as of \(day)", ""]
        var rows = [["version", "status", "supported until", "days left", "operations", "only here"]]
        for version in document.versions {
            let own = operations(in: version.id)
            let elsewhere = Set(document.versions.filter { $0.id != version.id }.flatMap { operations(in: $0.id) })
            let only = own.filter { !elsewhere.contains($0) }
            rows.append([
                printable(version.id), version.status.rawValue, version.notBefore?.description ?? "-",
                version.notBefore.map(daysLeft) ?? "-", String(own.count), String(only.count),
            ])
        }
        lines += columns(rows)
        if let selector = document.service.versionSelector, selector.kind != .none {
            lines += ["", "selected by \(printable(selector.words)): \(printable(selector.pattern))"]
        }
        for cost in costs {
            lines += ["", "from \(printable(cost.from)) to \(printable(cost.to))"] + paragraph(cost)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func operations(in version: String) -> [String] {
        file.document.operations.filter { operation in
            operation.revisions.contains { $0.versions.contains(version) }
        }.map(\.id)
    }

    private func daysLeft(_ end: CalendarDate) -> String {
        let days = end.days(since: day)
        return days < 0 ? "ended" : String(days)
    }

    private func paragraph(_ cost: MoveCost) -> [String] {
        func counts(_ counts: [DiffSeverity: Int]) -> String {
            let parts = DiffSeverity.allCases.reversed().compactMap { severity in
                counts[severity].map { "\($0) \(severity.rawValue)" }
            }
            return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
        }
        var lines = ["  on the wire   \(counts(cost.wire))", "  in Swift      \(counts(cost.source))"]
        if !cost.addedOperations.isEmpty {
            lines.append("  new           \(cost.addedOperations.map(printable).joined(separator: ", "))")
        }
        if !cost.removedOperations.isEmpty {
            lines.append("  gone          \(cost.removedOperations.map(printable).joined(separator: ", "))")
        }
        return lines
    }

    private func columns(_ rows: [[String]]) -> [String] {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            var line = cells.joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }
}
