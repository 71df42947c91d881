extension MockService {
    /// The last requests that were answered, the oldest first; ``Options/recordedRequests`` says how many are kept.
    public var requests: [ReceivedRequest] { engine.log.requests }

    /// The last requests that called an operation, the oldest first.
    public func requests(of operation: String) -> [ReceivedRequest] {
        requests.filter { $0.operation == operation }
    }

    /// Whether there was one request so far, which called the operation and was right in every part: its response has a
    /// status from 200 to 399. Without a `version` any will do, since requests of some operations do not say it.
    public func servedOnly(_ operation: String, in version: String? = nil) -> Bool {
        let requests = requests
        return requests.count == 1 && requests[0].operation == operation
            && (version == nil || requests[0].version == version) && (200..<400).contains(requests[0].status)
    }

    /// Forgets the requests so far.
    public func clearRequests() {
        engine.log.clear()
    }

    /// The faults that are planned for coming requests.
    public var faults: FaultScript { engine.faults }
}
