import APIModel
public import Diagnostics

/// A change with its judgement: what a report shows.
public struct DiffFinding: Sendable, Hashable {
    /// The rule that the change falls under.
    public let rule: DiffRule
    /// The rule that it would fall under had the documentation changed; `nil` unless only the reading of it did.
    public let ruleOfDocumentation: DiffRule?
    /// What differs.
    public let difference: Difference
    /// Which way the data flows; `nil` for what is on neither side or on both.
    public let side: DiffSide?
    /// What caused the difference.
    public let cause: DiffCause
    /// How bad it is for clients that were built against the old API.
    public var wire: DiffSeverity
    /// How bad it is for code in Swift.
    public var source: DiffSeverity
    /// The versions that have the change, newest first; empty for what no version owns.
    public let versions: [VersionPair]
    /// The ids of the operations that the change reaches, in the order of the documentation.
    public let operations: [String]
    /// The steps from version to version in which the change came, where more than one lies between; else empty.
    public var steps: [VersionPair] = []
    /// Whether the same is said of the other side too, so that reports name the side.
    var isToldOfBothSides = false
    /// Where the old spec says what it says; `nil` where it says nothing.
    public let oldLocation: SourceLocation?
    /// Where the new spec says what it says; `nil` where it says nothing.
    public let newLocation: SourceLocation?

    /// The worse of the two severities.
    public var severity: DiffSeverity { max(wire, source) }
    /// The place by meaning, such as `schemas/BackupCreateRequest/name`.
    public var location: String { difference.path.description }

    /// The severity on one axis.
    public func severity(on axis: DiffAxis) -> DiffSeverity { axis == .wire ? wire : source }
}
