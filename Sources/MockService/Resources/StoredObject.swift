import APIModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Something that a mock service holds.
struct StoredObject: Sendable {
    /// Its id.
    let id: String
    /// The ids of what it belongs to, the outermost first.
    let parents: [String]
    /// Everything known of it, in every version; a version shows what its schema has. `null` means that nothing is set.
    var members: [String: JSONValue]
    /// Where it stands between its creation and its end.
    var phase = Phase.settled
    /// Its place in the order of creation; no other of its collection ever has the same.
    var number = 0

    /// Where something stands between its creation and its end.
    enum Phase: Sendable {
        /// It is what it will be.
        case settled
        /// It is being made.
        case arriving(Wait)
        /// It is being deleted.
        case leaving(Wait)
    }

    /// How long a phase lasts.
    enum Wait: Sendable {
        /// So many more answers show it.
        case answers(Int)
        /// Until this time.
        case until(Date)

        /// Whether the wait is over.
        func isOver(_ now: Date) -> Bool {
            switch self {
            case .answers(let left): left <= 0
            case .until(let end): now >= end
            }
        }

        /// The wait after one more answer.
        var afterAnswer: Wait {
            if case .answers(let left) = self { .answers(left - 1) } else { self }
        }
    }

    /// Whether it is what it will be.
    var isSettled: Bool { if case .settled = phase { true } else { false } }

    /// Whether it is gone.
    func isGone(_ now: Date) -> Bool {
        if case .leaving(let wait) = phase { wait.isOver(now) } else { false }
    }

    /// The members with the state of the phase.
    func shown(_ lifecycle: Lifecycle?, _ now: Date) -> [String: JSONValue] {
        guard let lifecycle else { return members }
        var shown = members
        switch phase {
        case .arriving(let wait) where !wait.isOver(now): shown[lifecycle.property] = .string(lifecycle.first)
        case .leaving:
            if let leaving = lifecycle.leaving { shown[lifecycle.property] = .string(leaving) }
        default: break
        }
        return shown
    }

    /// Counts a response that shows it.
    mutating func wasShown(_ now: Date) {
        switch phase {
        case .settled: break
        case .arriving(let wait): phase = wait.isOver(now) ? .settled : .arriving(wait.afterAnswer)
        case .leaving(let wait): phase = .leaving(wait.afterAnswer)
        }
    }
}
