/// How bad a change is on one axis.
public enum DiffSeverity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// The axis is not touched.
    case none
    /// Worth knowing; everything goes on as before.
    case info
    /// A person should look: it depends on how the API is used.
    case warning
    /// What worked before does not work any more.
    case breaking

    /// Orders from none to breaking.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .info: 1
        case .warning: 2
        case .breaking: 3
        }
    }
}

/// What a change can break.
public enum DiffAxis: String, Sendable, Hashable, CaseIterable {
    /// Whether a client that was built against the old API still works with the service.
    case wire
    /// Whether code that was written against the old generated Swift still compiles against the new one.
    case source
}

/// What caused a difference between two specs.
public enum DiffCause: String, Sendable, Hashable, CaseIterable {
    /// The documentation says something else.
    case documentation
    /// The documentation is read in another way: the same pages, or parts that no table states.
    case reading
}

/// Which way data flows that a change is about.
public enum DiffSide: String, Sendable, Hashable, CaseIterable {
    /// From the client to the service.
    case request
    /// From the service to the client.
    case response
}
