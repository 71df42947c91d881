extension MockService {
    /// The last requests that were answered, the oldest first; ``Options/recordedRequests`` says how many are kept.
    public var requests: [ReceivedRequest] { engine.log.requests }

    /// The last requests that called an operation, the oldest first.
    public func requests(of operation: String) -> [ReceivedRequest] {
        requests.filter { $0.operation == operation }
    }

    /// Forgets the requests so far.
    public func clearRequests() {
        engine.log.clear()
    }

    /// The faults that are planned for coming requests.
    public var faults: FaultScript { engine.faults }
}
