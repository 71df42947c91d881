import APIModel
import APISpec
import ArgumentParser
import Diagnostics
import OutputFiles
import SpecDiff

/// `apidoc versions`
struct VersionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "Shows the life of the versions of a spec, and what a move from one to the next costs.",
        discussion: """
            The matrix shows what each version brings to operations and types; those that all versions have \
            without a change of their own are counted.

              apidoc versions spec/backup.yaml
              apidoc versions spec/backup.yaml --as-of 2026-03-01
              apidoc versions spec/backup.yaml --only "list*" --all
              apidoc versions spec/backup.yaml --format html -o versions.html
            """)

    @Argument(help: "The spec, or an OpenAPI document or a documentation page in its place.")
    var spec: String

    @OptionGroup var overlays: OverlayOption

    @Option(help: "The day to count from (yyyy-mm-dd); today if left out.")
    var asOf: Day?

    @Option(
        help: ArgumentHelp(
            "The operations, types or groups that the matrix shows; `*` stands for any characters. Once for each.",
            valueName: "pattern"))
    var only: [String] = []

    @Flag(help: "Shows what all versions have without a change of its own line by line.")
    var all = false

    @Option(help: "The form: text, or a page of HTML with the whole matrix.")
    var format = VersionsFormat.text

    @Option(name: [.customShort("o"), .long], help: "The file to write; standard output where none is named.")
    var output: String?

    func run() async throws {
        try await Console.run {
            if let output { try InputFiles.checkApart(outputs: [output], inputs: overlays.inputs(of: [spec])) }
            let file = try await SpecInput.readAny([spec], overlays: overlays.overlay)[0].file
            let history = try VersionHistory(file)
            let text: String
            switch format {
            case .html: text = HistoryPage().text(history)
            case .text:
                let matrix = HistoryText(
                    filter: NamePatterns(include: only.isEmpty ? nil : only), showsSteady: all)
                let table = VersionTable(file, steps: history.steps, asOf: asOf?.date ?? Day.today)
                text = history.versions.isEmpty ? table.text : table.text + "\n" + matrix.text(history)
            }
            if let output {
                _ = try Console.write(text, to: output)
            } else {
                try Console.write(text)
            }
        }
    }
}

/// The forms of a history on the command line.
enum VersionsFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case html
}

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
