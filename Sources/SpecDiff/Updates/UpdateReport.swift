public import APIModel
public import Diagnostics

/// What an update of one or more specs found: which say the same, which changed, and what is held back.
public struct UpdateReport: Sendable {
    /// What came of one spec.
    public struct Entry: Sendable {
        /// What came of it.
        public enum State: String, Sendable, Hashable, CaseIterable {
            /// The documentation says the same.
            case unchanged
            /// The documentation says something else.
            case changed
            /// The documentation says less, and nobody announced that: nothing was written.
            case heldBack = "held-back"
            /// The documentation could not be read: nothing was written.
            case failed
        }

        /// The path of the spec, as the user named it.
        public var spec: String
        /// The title of the service.
        public var service: String
        /// What came of it.
        public var state: State
        /// What is missing and holds the update back, with where it stood in the spec of the last import.
        public var missing: [Loss] = []
        /// What is missing and was taken by a person.
        public var taken: [Loss] = []
        /// What the documentation says otherwise, as far as anything is; where the update is held back, of all that it
        /// says now.
        public var changes: DiffReport?
        /// What reading the pages found, apart from notes.
        public var findings: [Diagnostic] = []
        /// Whatever else there is to say, a sentence each, without a full stop: where a page has moved.
        public var notes: [String] = []
        /// Why the documentation could not be read.
        public var errors: [Diagnostic] = []

        /// What came of the spec at `spec`.
        public init(spec: String, service: String, state: State) {
            self.spec = spec
            self.service = service
            self.state = state
        }
    }

    /// Something that the documentation does not say any more.
    public struct Loss: Sendable, Hashable {
        /// What was lost.
        public var part: LostPart
        /// Where it stood in the spec of the last import.
        public var place: SourceLocation
        /// The pages that the spec was read from.
        public var pages: [String]

        /// A loss.
        public init(part: LostPart, place: SourceLocation, pages: [String]) {
            self.part = part
            self.place = place
            self.pages = pages
        }

        /// ``the operation `closeBerth` is missing; it stood at spec/harbour.yaml:80 (read from base.html)``
        var sentence: String {
            let shown = pages.count > 3 ? "\(pages.count) pages" : pages.map(printable).joined(separator: ", ")
            let source = pages.isEmpty ? "" : " (read from \(shown))"
            return "\(part.words) is missing; it stood at \(place.file):\(max(place.line, 1))\(source)"
        }
    }

    /// What came of each spec, in the order in which they were asked for.
    public var entries: [Entry]
    /// Whether anything was written, or would have been without `isDryRun`.
    public var hasWritten = false
    /// Whether nothing was to be written.
    public var isDryRun = false
    /// What there is to say of the generated code, a line each.
    public var generation: [String] = []

    /// A report on these specs.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// Whether something is held back: because the documentation says less, or because it could not be read.
    public var isHeldBack: Bool { hasFailed || entries.contains { $0.state == .heldBack } }

    /// Whether a documentation could not be read, or what it says not be written, or was asked for what is not there.
    public var hasFailed: Bool { entries.contains { $0.state == .failed || !$0.errors.isEmpty } }

    /// The changes that were written, or would have been.
    public var changes: [DiffReport] { entries.filter { $0.state == .changed }.compactMap(\.changes) }

    /// The worst of the changes that were written.
    public var severity: DiffSeverity { changes.flatMap(\.findings).map(\.severity).max() ?? .none }

    /// `2 specs: 1 changed (1 breaking, 3 info), 1 held back`
    public var summary: String {
        let counts = [(Entry.State.changed, "changed"), (.heldBack, "held back"), (.failed, "not read")].compactMap {
            state, words -> String? in
            let count = entries.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(words)"
        }
        guard !counts.isEmpty else { return "no changes" }
        return counts.joined(separator: ", ")
    }
}
