import Diagnostics
import Synchronization

/// The faults that a test has planned for coming requests.
///
/// Faults are taken in the order in which they were planned; each request takes the first one that is meant for its
/// operation. A planned fault goes before one that the request asks for.
public final class FaultScript: Sendable {
    private struct Entry {
        let operation: String?
        let fault: Fault
        var timesLeft: Int
    }

    private let operations: [String]
    private let entries = Mutex<[Entry]>([])

    /// A script for a service with these operations.
    init(operations: [String]) {
        self.operations = operations
    }

    /// Plans a fault for the next `times` requests of an operation; `nil` means any operation.
    ///
    /// Throws `DiagnosticError` where the service has no such operation.
    public func next(operation: String? = nil, _ fault: Fault, times: Int = 1) throws {
        if let operation, !operations.contains(operation) {
            throw DiagnosticError(
                "there is no operation `\(operation)`; there are \(operations.joined(separator: ", "))", at: nil)
        }
        guard times > 0 else { return }
        entries.withLock { $0.append(Entry(operation: operation, fault: fault, timesLeft: times)) }
    }

    /// Forgets everything that is planned.
    public func clear() {
        entries.withLock { $0.removeAll() }
    }

    /// How many requests are still to go wrong.
    public var remaining: Int {
        entries.withLock { $0.reduce(0) { $0 + $1.timesLeft } }
    }

    /// The fault that is meant for a request.
    func take(_ operation: String) -> Fault? {
        entries.withLock { entries in
            let place = entries.firstIndex { $0.operation == nil || $0.operation == operation }
            guard let place else { return nil }
            entries[place].timesLeft -= 1
            let fault = entries[place].fault
            if entries[place].timesLeft == 0 { entries.remove(at: place) }
            return fault
        }
    }
}
