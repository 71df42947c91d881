import Foundations

/// One item of a stream is not as documented; the stream goes on after it.
public struct StreamItemError: Error, Sendable {
    /// The operation that was called.
    public let context: OperationContext
    /// Where in the item, such as `$.colour`.
    public let path: JSONPath
    /// What is wrong, without secrets.
    public let reason: String
    /// The item as it came; of a server-sent event, its data.
    public let text: String
    /// The type of the server-sent event, if it names one.
    public let event: String?
    /// The id of the server-sent event, or of the last one that had an id.
    public let id: String?
}

extension StreamItemError: CustomStringConvertible, CustomReflectable {
    /// Service, operation and reason; the item itself is not shown, since nothing tells what in it is secret.
    public var description: String {
        "\(context.service) \(context.version) \(context.operation): an item of the stream cannot be read"
            + (path.description == "$" ? "" : " at \(path)") + ": \(reason)"
    }

    /// A mirror without the text.
    public var customMirror: Mirror { Mirror(self, children: ["path": path, "reason": reason]) }
}
