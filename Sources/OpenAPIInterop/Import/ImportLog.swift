import Diagnostics
import YAML

/// What an import has to say: errors that end it, and findings.
struct ImportLog {
    private(set) var errors: [Diagnostic] = []
    private(set) var findings: [Diagnostic] = []

    /// Something that is wrong; the import goes on to find more, and then fails.
    mutating func error(_ message: String, _ place: JSONPlace, at location: SourceLocation) {
        let diagnostic = Diagnostic.error("\(message) (at `\(place.pointer)`)", at: location)
        if !errors.contains(diagnostic) { errors.append(diagnostic) }
    }

    /// Something that is wrong in another file.
    mutating func add(_ error: Diagnostic) {
        if !errors.contains(error) { errors.append(error) }
    }

    /// Something that a person may want to look at.
    mutating func report(_ rule: Rule, _ message: String, _ place: JSONPlace, at location: SourceLocation) {
        report(rule, message, pointer: place.pointer, at: location)
    }

    /// Something that a person may want to look at.
    mutating func report(_ rule: Rule, _ message: String, pointer: String, at location: SourceLocation) {
        let finding = rule.finding("\(message) (at `\(pointer)`)", at: location)
        if !seen.insert(finding).inserted { return }
        findings.append(finding)
    }

    private var seen: Set<Diagnostic> = []

    /// A member that changes nothing about calls.
    mutating func unkept(_ entry: YAMLNode.Entry, _ place: JSONPlace) {
        report(
            OpenAPIImportRules.unkeptMember, "`\(entry.key.text)` has no place in specs and is left out",
            place.appending(entry.key.text), at: entry.key.location)
    }

    /// A member without which generated code is less exact.
    mutating func unkeptKeyword(_ entry: YAMLNode.Entry, _ place: JSONPlace) {
        report(
            OpenAPIImportRules.unkeptKeyword, "`\(entry.key.text)` has no place in specs and is left out",
            place.appending(entry.key.text), at: entry.key.location)
    }
}
