/// One item of a stream with what came around it.
public struct StreamedItem<Item: Sendable>: Sendable {
    /// The item, or why it cannot be read.
    public let result: Result<Item, StreamItemError>
    /// The item as it came; of a server-sent event, its data.
    public let text: String
    /// The type of the server-sent event, if it names one.
    public let event: String?
    /// The id of the server-sent event, or of the last one that had an id: where to go on after a break.
    public let id: String?
    /// How long the service asks to wait before connecting anew, if it did.
    public let retry: Duration?

    /// The item. Throws ``StreamItemError`` where it is not as documented.
    public func item() throws(StreamItemError) -> Item { try result.get() }
}
