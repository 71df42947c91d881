/// Which operation a request belongs to.
public struct OperationContext: Hashable, Sendable {
    /// The service, such as `Backup`.
    public let service: String
    /// The version of its API, such as `1.2`.
    public let version: String
    /// The operation, such as `createBackup`.
    public let operation: String

    /// The context of one operation.
    public init(service: String, version: String, operation: String) {
        self.service = service
        self.version = version
        self.operation = operation
    }
}

extension OperationContext: CustomStringConvertible {
    /// Service, version and operation.
    public var description: String { "\(service) \(version) \(operation)" }
}
