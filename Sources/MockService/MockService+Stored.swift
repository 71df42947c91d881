public import ServiceRuntime

extension MockService {
    /// Stores something, as if it had been created before.
    ///
    /// What `members` leaves out has the value that the documentation shows. With the id of something that is stored
    /// already, it takes its place.
    ///
    /// - Parameters:
    ///   - resource: the name of the resource in the spec, such as `backup`.
    ///   - members: its properties.
    ///   - parents: the ids in the path of the collection, the outermost first; none for most resources.
    /// - Returns: its id.
    /// - Throws: `DiagnosticError` where there is no such resource, or where it has no such properties.
    @discardableResult
    public func store(
        _ resource: String, _ members: JSONValue = [:], under parents: [String] = []
    ) throws -> String {
        try engine.put(resource, members, under: parents)
    }

    /// Everything that is stored of a resource, in the order of its creation.
    ///
    /// Throws `DiagnosticError` where there is no such resource.
    public func resources(_ resource: String) throws -> [StoredResource] {
        try engine.stored(resource)
    }

    /// Forgets everything that is stored.
    public func removeAll() {
        engine.store.removeAll()
    }

    /// Something that is stored.
    public struct StoredResource: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// The ids of what it belongs to, the outermost first.
        public let parents: [String]
        /// Everything known of it, whatever version shows it, as an object.
        public let value: JSONValue
    }
}
