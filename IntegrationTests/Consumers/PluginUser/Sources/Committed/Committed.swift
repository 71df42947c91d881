/// Where the service answers.
public struct Place: Sendable {
    /// The address.
    public let url: String

    /// An address.
    public init(url: String) { self.url = url }
}
