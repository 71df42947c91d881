import APISpec
import ArgumentParser
import Diagnostics
import OpenAPIInterop
import OutputFiles
import SpecDiff
import SwiftRendering

/// `apidoc diff`
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what changed between two specs, or between two versions of one, and for whom it breaks.",
        discussion: """
            Each change is judged twice: on the wire (does a client built against the old API still work) and in the \
            source (does Swift code written against the old module still compile). Names that differ between the \
            files of names beside two specs are told as well.

              apidoc diff old/backup.yaml spec/backup.yaml
              apidoc diff spec/backup.yaml --from 1.1 --to 1.2
              apidoc diff old.yaml new.yaml --format html -o changes.html
              apidoc diff old.yaml new.yaml --fail-on breaking --ignore spec/backup.ignore.yaml
              apidoc diff --list-rules
            """)

    @Argument(
        help: "The old and the new spec, OpenAPI document or documentation page; one of them with --from and --to.")
    var specs: [String] = []

    @OptionGroup var overlays: OverlayOption

    @Option(help: "The version of the old spec.")
    var from: String?

    @Option(help: "The version of the new spec.")
    var to: String?

    @Option(help: "The form of the report.")
    var format = DiffFormat.text

    @Option(help: "Ends with exit code 1 where a change is as bad as this.")
    var failOn = FailOn.none

    @Option(help: "A file with severities in place of those of the rules.")
    var severities: String?

    @Option(help: "A file with changes to ignore, each with a reason.")
    var ignore: String?

    @Option(help: "The day by which support has ended and entries of --ignore expire (yyyy-mm-dd); today if left out.")
    var asOf: Day?

    @Option(name: [.customShort("o"), .long], help: "The file to write; standard output where none is named.")
    var output: String?

    @Flag(help: "Lists the rules that changes are judged by.")
    var listRules = false

    // Not in `validate()`: there an option that does not exist, with its value among the specs, would not be told.
    private func checkSpecs() throws {
        if listRules { return }
        switch specs.count {
        case 1:
            guard from != nil, to != nil else {
                throw ValidationError("with one spec, --from and --to name the versions to compare")
            }
        case 2: break
        default: throw ValidationError("name the old and the new spec")
        }
        guard (from == nil) == (to == nil) else { throw ValidationError("--from and --to go together") }
    }

    func run() async throws {
        try checkSpecs()
        try await Console.run {
            if listRules {
                try Console.write(RuleList.text)
                return
            }
            if let output {
                let settings = [severities, ignore].compactMap(\.self)
                try InputFiles.checkApart(outputs: [output], inputs: overlays.inputs(of: specs) + settings)
            }
            let files = try await SpecInput.readAny(specs, overlays: overlays.overlay).map(\.file)
            let (old, new) = Self.withoutVersions(files[0], files[files.count - 1])
            let day = asOf?.date ?? Day.today
            var report = try SpecComparer(old: old, new: new).compare(selection, asOf: day)
            let (judged, findings) = report.applying(try settings(), asOf: day)
            report = judged
            let renames =
                specs.count == 2
                ? try NamesFile(forSpec: specs[0]).record.changes(to: try NamesFile(forSpec: specs[1]).record) : []
            Console.report(findings + renames)
            let text = format.text(report, isColoured: (output ?? "-") == "-" && Console.isOutputTerminal)
            _ = try Console.write(text, to: output ?? "-")
            if report.reaches(failOn.level) || (failOn != .none && !renames.isEmpty) { throw Console.answerIsNo }
        }
    }

    /// Two specs of one version each without what selects the version, where that is known over both alone: paths below
    /// `/v1` and `/v2`. Others are as they are.
    private static func withoutVersions(_ old: SpecFile, _ new: SpecFile) -> (SpecFile, SpecFile) {
        func version(_ file: SpecFile) -> VersionedDocument {
            VersionedDocument(
                id: file.document.versions.first?.id ?? "", document: file.document, locations: file.locations)
        }
        guard let found = OpenAPIImporter().recognisingVersions(between: version(old), and: version(new)) else {
            return (old, new)
        }
        Console.report(found.findings)
        return (
            SpecFile(document: found.old, locations: old.locations),
            SpecFile(document: found.new, locations: new.locations)
        )
    }

    private var selection: SpecComparer.Selection {
        if let from, let to { .versions(old: from, new: to) } else { .all }
    }

    private func settings() throws -> DiffSettings {
        var settings = DiffSettings()
        if let severities {
            settings.severities = try SeveritySettings(try readInput(severities, limit: 1 << 20), file: severities)
        }
        if let ignore { settings.ignored = try IgnoreList(try readInput(ignore, limit: 1 << 20), file: ignore) }
        return settings
    }
}

/// The levels of failure on the command line.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case breaking
    case warning
    case any
    case none

    /// The level that it names.
    var level: FailureLevel {
        switch self {
        case .breaking: .breaking
        case .warning: .warning
        case .any: .any
        case .none: .none
        }
    }
}

/// The forms of a report on the command line.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
    case html
    case github

    /// The report in this form.
    func text(_ report: DiffReport, isColoured: Bool) -> String {
        switch self {
        case .text: TextReport(isColoured: isColoured).text(report)
        case .markdown: MarkdownReport().text(report)
        case .json: JSONReport().text(report)
        case .html: HTMLReport().text(report)
        case .github: GitHubReport().text(report)
        }
    }
}

/// The rules as a table.
private enum RuleList {
    static var text: String {
        let rules = SpecDiffRules.all
        let width = rules.map(\.id.count).max() ?? 0
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        let lines = rules.map { rule in
            let source =
                rule.source.broken == rule.source.otherwise
                ? rule.source.broken.rawValue : "\(rule.source.broken.rawValue)/\(rule.source.otherwise.rawValue)"
            return "\(padded(rule.id, width))  \(padded(rule.wire.rawValue, 8))  \(padded(source, 16))  \(rule.meaning)"
        }
        return "\(padded("rule", width))  wire      source            meaning\n" + lines.joined(separator: "\n") + "\n"
    }
}
