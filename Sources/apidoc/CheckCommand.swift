import ApidocKit
import ArgumentParser
import CommandSupport

/// `apidoc check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validates specs, their examples, and the overlays beside them; OpenAPI documents too.",
        discussion: """
            Errors end with exit code 1; a spec or an overlay that cannot be read ends with 2.

              apidoc check
              apidoc check openapi.yaml
              apidoc check spec/backup.yaml --as-of 2026-06-01
              apidoc check spec/backup.yaml --as-of 2026-06-01 --allow-ended 1.0
            """)

    @Argument(help: "The specs; all of the folder `spec` where none is named.")
    var specs: [String] = []

    @Option(help: "Reports versions whose support has ended on this day (yyyy-mm-dd).")
    var asOf: Day?

    @Option(parsing: .upToNextOption, help: "Versions that may be past the day on which their support ends.")
    var allowEnded: [String] = []

    @Option(help: "The form of the findings: text on standard error, json or github on standard output.")
    var format = DiagnosticFormat.text

    func validate() throws {
        guard asOf != nil || allowEnded.isEmpty else {
            throw ValidationError("--allow-ended says what --as-of may find; give both")
        }
    }

    func run() throws {
        try Console.run {
            var request = CheckPipeline.Request()
            request.specs = specs
            request.day = asOf?.date
            request.allowedEnds = allowEnded
            let result = try CheckPipeline(request).run()
            try format.report(result.findings)
            if let first = result.firstEnd {
                // The same specs give the same findings on every day, so that today counts only where it is named.
                Console.say(
                    "versions with an end of support were not looked at, the first ends on \(first); "
                        + "`--as-of yyyy-mm-dd` reports those that have ended by that day")
            }
            if result.isUnreadable { throw ExitCode(2) }
            if result.hasErrors { throw Console.answerIsNo }
        }
    }
}
