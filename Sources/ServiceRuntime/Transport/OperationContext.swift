/// Which operation a request belongs to.
public struct OperationContext: Sendable {
    /// The service, such as `Backup`.
    public let service: String
    /// The version of its API, such as `1.2`.
    public let version: String
    /// The operation, such as `createBackup`.
    public let operation: String
    /// The operation's title in the documentation, such as `Create Backup`, if it is known.
    public let title: String?

    /// The body of the request where it is a stream; a middleware sees no other body then.
    public internal(set) var stream: RequestStream?
    /// Whether the caller reads the response as it arrives, so that its body is not in memory.
    public internal(set) var streamsAnswer = false
    /// Whether the response is a stream of items, which may last.
    var streamsItems = false

    /// What the request has to satisfy; nil where nothing is known.
    var security: [[String]]?

    /// What must not be shown of the connection that the operation was called over.
    let redactor: Redactor

    /// The context of one operation.
    public init(service: String, version: String, operation: String, title: String? = nil) {
        self.init(
            service: service, version: version, operation: operation, title: title, redactor: Redactor(secrets: []))
    }

    init(service: String, version: String, operation: String, title: String?, redactor: Redactor) {
        self.service = service
        self.version = version
        self.operation = operation
        self.title = title
        self.redactor = redactor
    }
}

extension OperationContext {
    /// Whether the request can be sent (again): false where its body is a stream that was used up.
    public var canBeSent: Bool { stream?.canBeSent ?? true }

    /// Where the documentation describes the operation, such as `Create Backup, version 1.2`; nil if the title is not
    /// known.
    public var documentation: String? { title.map { "\($0), version \(version)" } }

    /// A text without secrets, for logs and errors of one's own.
    ///
    /// The secrets of the connection are replaced, and the values of fields, parameters and headers whose name suggests
    /// a secret. The result is one line of at most 2000 characters.
    public func redact(_ text: String) -> String { redactor.display(text, limit: 2000) }
}

extension OperationContext: Hashable {
    /// Whether both name the same operation.
    public static func == (one: OperationContext, other: OperationContext) -> Bool {
        one.service == other.service && one.version == other.version && one.operation == other.operation
            && one.title == other.title
    }

    /// Hashes what names the operation.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(service)
        hasher.combine(version)
        hasher.combine(operation)
        hasher.combine(title)
    }
}

extension OperationContext: CustomStringConvertible {
    /// Service, version and operation.
    public var description: String { "\(service) \(version) \(operation)" }
}
