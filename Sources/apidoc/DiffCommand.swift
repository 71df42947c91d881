public import ApidocKit
import ApidocNetwork
public import ArgumentParser
import CommandSupport
import SpecDiff

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
                try Console.write(DiffRuleList.text)
                return
            }
            let result = try await DiffPipeline(request, context: Console.context(pages: NetworkPages())).run()
            Console.report(result.findings + result.renames)
            let isColoured = (output ?? "-") == "-" && Console.isOutputTerminal
            _ = try Console.write(format.text(result.report, isColoured: isColoured), to: output ?? "-")
            if result.report.reaches(failOn.level) || (failOn != .none && !result.renames.isEmpty) {
                throw Console.answerIsNo
            }
        }
    }

    private var request: DiffPipeline.Request {
        var request = DiffPipeline.Request(old: specs[0], new: specs[specs.count - 1])
        request.specs = specs
        if let from, let to { request.versions = (from, to) }
        request.overlays = overlays.overlay
        request.severities = severities
        request.ignored = ignore
        request.day = asOf?.date
        request.outputs = [output].compactMap(\.self)
        return request
    }
}

extension DiffFormat: ExpressibleByArgument {}

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
