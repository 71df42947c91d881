/// What changed between two specs, judged.
public struct DiffReport: Sendable {
    /// One of the two specs, for headings.
    public struct Side: Sendable, Hashable {
        /// The file as the user named it.
        public let file: String
        /// The version that was compared; `nil` where all were.
        public let version: String?
    }

    /// The title of the service, in the words of the new spec.
    public let service: String
    /// The old spec.
    public let old: Side
    /// The new spec.
    public let new: Side
    /// The changes, worst first; of one severity by place.
    public var findings: [DiffFinding]
    /// What both say of the things that changed, side by side.
    public let tables: [TypeTable]

    /// How many findings have `severity` on an axis, or as the worse of both where none is named.
    public func count(_ severity: DiffSeverity, on axis: DiffAxis? = nil) -> Int {
        findings.count { (axis.map($0.severity(on:)) ?? $0.severity) == severity }
    }
}
