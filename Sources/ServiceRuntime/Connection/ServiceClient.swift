/// A generated client: what all of them can do.
public protocol ServiceClient: Sendable {
    /// What carries the calls.
    var connection: ServiceConnection { get }
}
