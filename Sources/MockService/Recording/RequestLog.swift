import Synchronization

/// The last requests, up to a number and a size, so that a service that runs for long does not grow.
final class RequestLog: Sendable {
    /// The bodies that are kept take at most so many bytes.
    static let greatestSize = 16 << 20

    private struct Ring {
        var requests: [LoggedRequest?]
        /// Where the oldest stands.
        var first = 0
        var count = 0
        var size = 0

        mutating func removeFirst() {
            size -= requests[first]?.request.body.count ?? 0
            requests[first] = nil
            first = (first + 1) % requests.count
            count -= 1
        }

        mutating func append(_ request: LoggedRequest) {
            while count == requests.count || count > 0 && size + request.request.body.count > RequestLog.greatestSize {
                removeFirst()
            }
            requests[(first + count) % requests.count] = request
            count += 1
            size += request.request.body.count
        }
    }

    private let ring: Mutex<Ring>
    private let capacity: Int

    /// A log of at most `capacity` requests.
    init(capacity: Int) {
        self.capacity = max(capacity, 0)
        ring = Mutex(Ring(requests: Array(repeating: nil, count: max(capacity, 0))))
    }

    /// Adds a request; the oldest makes room for it.
    func append(_ request: LoggedRequest) {
        guard capacity > 0 else { return }
        ring.withLock { $0.append(request) }
    }

    /// The requests that are kept, the oldest first.
    var requests: [ReceivedRequest] {
        let kept = ring.withLock { ring in
            (0..<ring.count).compactMap { ring.requests[(ring.first + $0) % ring.requests.count] }
        }
        return kept.map(\.received)
    }

    /// Forgets all requests.
    func clear() {
        ring.withLock { ring in
            while ring.count > 0 { ring.removeFirst() }
        }
    }
}
