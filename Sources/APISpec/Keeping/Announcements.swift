/// What a documentation has said beforehand of its own end: what then is gone was not lost.
public struct Announcements: Sendable {
    private let endedVersions: Set<String>
    private let deprecated: Set<String>
    private let removals: Set<String>

    /// The announcements of a spec and of the pages that are read now.
    ///
    /// - Parameters:
    ///   - previous: what the documentation said before.
    ///   - removals: the calls that the page's own history lists as removed, such as `PUT /v1/berths/{id}/close`.
    ///   - asOf: the day by which the support of a version has ended; `nil` where only what was deprecated counts.
    public init(_ previous: SpecDocument, removals: Set<String> = [], asOf: CalendarDate? = nil) {
        self.removals = Set(removals.map(Self.shape))
        endedVersions = Set(
            previous.versions.filter { version in
                if version.status == .deprecated { return true }
                guard let end = version.notBefore, let asOf else { return false }
                return end <= asOf
            }.map(\.id))
        var deprecated: Set<String> = []
        for operation in previous.operations {
            for revision in operation.revisions where Self.isDeprecated(revision) {
                for version in revision.versions { deprecated.insert("\(operation.id) \(version)") }
            }
        }
        self.deprecated = deprecated
    }

    /// Whether the end of a version was announced: it was deprecated, or its day has come.
    public func announces(endOf version: String) -> Bool { endedVersions.contains(version) }

    /// Whether the end of an operation in one version was announced: with its version, by its state, or in the history.
    public func announces(endOf operation: Operation, _ revision: Revision, in version: String) -> Bool {
        announces(endOf: version) || deprecated.contains("\(operation.id) \(version)")
            || removals.contains(Self.shape("\(revision.method) \(revision.path)"))
    }

    private static func isDeprecated(_ revision: Revision) -> Bool {
        revision.isDeprecated || revision.state?.uppercased().hasPrefix("DEPRECATED") ?? false
    }

    /// A call without the names of its parameters, which are no part of an address.
    private static func shape(_ call: String) -> String {
        var result = ""
        var depth = 0
        for character in call {
            if character == "{" { depth += 1 }
            if depth == 0 { result.append(character) }
            if character == "}", depth > 0 {
                depth -= 1
                if depth == 0 { result += "{}" }
            }
        }
        return result.hasSuffix("/") ? String(result.dropLast()) : result
    }
}
