import APISpec
import Diagnostics
import SpecDiff

/// The names that `--accept` was given, held against what is missing.
struct AcceptedLosses {
    /// What there is to say of names that take nothing.
    private(set) var notes: [String] = []

    /// Throws `DiagnosticError` for a name of nothing: neither of what is missing, nor of what a spec has.
    init(_ arguments: [String], _ outcomes: [SpecUpdate.Outcome]) throws {
        let accepted = Self.names(arguments)
        // Of what could not be read nobody knows what is missing.
        guard !accepted.isEmpty, outcomes.allSatisfy({ $0.entry.state != .failed }) else { return }
        let parts = outcomes.flatMap { $0.entry.missing + $0.entry.taken }.map(\.part)
        let known = Set(outcomes.compactMap(\.old).flatMap { Self.names(of: $0.document) })
        var problems: [Diagnostic] = []
        for name in accepted where name != "all" && name != "title" {
            if parts.contains(where: { $0.isTaken(by: [name]) }) { continue }
            if known.contains(name) {
                notes.append("`\(printable(name))` is not missing: `--accept` takes nothing of it")
                continue
            }
            problems.append(.error(Self.sentence(name, parts, known), at: nil))
        }
        guard problems.isEmpty else { throw DiagnosticError(problems) }
    }

    /// The names in the arguments, which may hold several with commas between.
    static func names(_ arguments: [String]) -> [String] {
        arguments.flatMap { $0.split(separator: ",").map(String.init) }
    }

    private static func sentence(_ name: String, _ parts: [LostPart], _ known: Set<String>) -> String {
        let start = "`--accept \(printable(name))` names nothing that is missing"
        guard !parts.isEmpty else { return "\(start): nothing is held back; leave it out" }
        let names = parts.map { printable($0.name) }
        let shown = names.prefix(mostShown).map { "`\($0)`" }.joined(separator: ", ")
        let rest = names.count > mostShown ? " and \(names.count - mostShown) more" : ""
        let near = NearestWord.nearest(to: name, among: parts.map(\.name)).map { "did you mean `\(printable($0))`? " }
        return "\(start), and nothing was written; \(near ?? "")it can be \(shown)\(rest)"
    }

    /// More names than these help nobody.
    private static let mostShown = 24

    /// What a spec has that could be missing some day.
    private static func names(of document: SpecDocument) -> [String] {
        document.versions.map(\.id) + document.schemas.map(\.name)
            + document.operations.flatMap { operation in
                [operation.id, "\(operation.id)/parameters", "\(operation.id)/responses"]
                    + operation.revisions.flatMap(\.versions).map { "\(operation.id)/\($0)" }
            }
            + ["service/address", "service/regions", "service/headers", "service/versions"]
    }
}
