/// The states that something goes through from its creation to its end, as far as the documentation lets guess them.
struct Lifecycle: Sendable, Hashable {
    /// The property that holds the state.
    let property: String
    /// The state right after the creation; the same as ``settled`` where none in between is known.
    let first: String
    /// The state in which it stays.
    let settled: String
    /// The state while it is deleted; `nil` where none is known.
    let leaving: String?
    /// Whether the documentation lists no states, so that these are guesses.
    let isGuessed: Bool

    private static let beginnings = [
        "CREATING", "CREATE", "BUILDING", "PROVISIONING", "INITIALIZING", "INSTALLING", "PENDING", "REQUESTED",
        "REQUESTING", "STARTING", "ACTIVATING", "PREPARING", "QUEUED", "INPROGRESS", "IN_PROGRESS",
    ]
    private static let endings = ["DELETING", "TERMINATING", "REMOVING", "DELETE", "DELETED", "TERMINATED"]
    private static let passings = ["EDITING", "UPDATING", "MODIFYING", "STOPPING", "RESTARTING", "DEACTIVATING"]
    private static let failures = ["ERROR", "FAILED", "FAIL", "FAILURE", "UNKNOWN", "CANCELED", "CANCELLED"]
    private static let readies = [
        "ACTIVE", "AVAILABLE", "RUNNING", "READY", "ENABLED", "NORMAL", "ONLINE", "COMPLETED", "SUCCESS", "IN_USE",
    ]

    /// The states of a property whose documented values are `values`, empty where any text is one, and of which the
    /// documentation shows `examples`.
    init(property: String, values: [String], examples: [String]) {
        func found(_ words: [String]) -> String? {
            words.lazy.compactMap { word in values.first { $0.uppercased() == word } }.first
        }
        let isPassing = { (value: String) in
            (Self.beginnings + Self.endings + Self.passings + Self.failures).contains(value.uppercased())
        }
        let shown = examples.filter { values.isEmpty || values.contains($0) }
        let settled =
            shown.first { !$0.isEmpty && !isPassing($0) } ?? found(Self.readies) ?? values.first { !isPassing($0) }
            ?? values.first ?? "ACTIVE"
        self.property = property
        self.settled = settled
        isGuessed = values.isEmpty
        if values.isEmpty {
            // Any text is a state, so the words of the documentation's own example are followed in case.
            let isLower = settled == settled.lowercased()
            first = isLower ? "creating" : "CREATING"
            leaving = isLower ? "deleting" : "DELETING"
        } else {
            first = found(Self.beginnings) ?? values.first { !isPassing($0) } ?? settled
            leaving = found(Self.endings)
        }
    }
}
