/// A kind of change, as data: what it is called, how bad it is on each axis, what it means.
///
/// Ids follow a grammar, ``RuleID``. Severities can be set anew in a file, ``SeveritySettings``.
public struct DiffRule: Sendable, Hashable, Identifiable {
    /// The severity for Swift: one where the types in Swift stop code from compiling, one where they do not.
    ///
    /// `string` with and without the format `email` are both `String` in Swift; with the format `date-time` it is
    /// `Date`. So the severity depends on the change at hand, and the rule says what follows.
    public struct SourceSeverity: Sendable, Hashable {
        /// Where code stops compiling.
        public let broken: DiffSeverity
        /// Where all code goes on compiling.
        public let otherwise: DiffSeverity

        static func always(_ severity: DiffSeverity) -> Self { Self(broken: severity, otherwise: severity) }
        static func ifBroken(_ severity: DiffSeverity, otherwise: DiffSeverity = .none) -> Self {
            Self(broken: severity, otherwise: otherwise)
        }
    }

    /// The rule for the change in the opposite direction.
    public enum Mirror: Sendable, Hashable {
        /// Another rule, by its id.
        case rule(String)
        /// The rule itself: the change back is a change of the same kind.
        case itself
        /// None, for a reason.
        case none(String)
    }

    /// The stable id, such as `request-property-became-required`.
    public let id: String
    /// The severity for clients that were built against the old API.
    public let wire: DiffSeverity
    /// The severity for code in Swift.
    public let source: SourceSeverity
    /// What the change in the opposite direction is.
    public let mirror: Mirror
    /// One line: what changed, and why that is as bad as it is.
    public let meaning: String

    init(_ id: String, wire: DiffSeverity, source: SourceSeverity, mirror: Mirror, _ meaning: String) {
        self.id = id
        self.wire = wire
        self.source = source
        self.mirror = mirror
        self.meaning = meaning
    }

    /// The id taken apart.
    public var parts: RuleID? { RuleID(id) }
}
