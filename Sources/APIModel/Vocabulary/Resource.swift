/// Something that the service keeps: what some of its operations create, list, show, change and delete.
///
/// Documentation describes operations, not resources; these are inferred from methods, paths and names, each with its
/// evidence, and are corrected in the overlay.
public struct Resource: Sendable, Hashable {
    /// The name in lower case with hyphens, unique in the document: `backup-agent`.
    public var name: String
    /// The path that all of them share: `/v1/backup-agents`.
    public var collection: String
    /// The path of one of them: `/v1/backup-agents/{backup_agent_id}`; `nil` where the documentation has none.
    public var member: String?
    /// The id of the operation that makes one.
    public var create: String?
    /// The id of the operation that lists them.
    public var list: String?
    /// The id of the operation that shows one.
    public var show: String?
    /// The ids of the operations that change one.
    public var updates: [String]
    /// The id of the operation that deletes one.
    public var delete: String?
    /// Where the list's answer holds the list: the name of a property, such as `contents`, or where it stands deeper a
    /// JSON pointer (RFC 6901), such as `/data/items`.
    public var items: String?
    /// The property of the response that shows one which holds it; `nil` where the response is the resource itself.
    public var envelope: String?
    /// The property that tells one from the others: the value of the last parameter of ``member``.
    ///
    /// It stands in the response that shows one; where there is none, in the items of the list.
    public var identifier: Mark?
    /// How the list is read page by page, in the versions that page so; empty where it comes as a whole, and where
    /// nothing tells.
    public var paging: [Paging]
    /// The property that tells how far the service is with it, such as `CREATING` or `ACTIVE`.
    public var state: Mark?
    /// The evidence for the operations' roles; empty where a person stated them.
    public var inferred: [String]

    /// A property with a meaning.
    public struct Mark: Sendable, Hashable {
        /// The name of the property.
        public var property: String
        /// The evidence for the meaning; empty where a person stated it.
        public var inferred: [String]

        /// A property, with the evidence for its meaning.
        public init(_ property: String, inferred: [String] = []) {
            self.property = property
            self.inferred = inferred
        }
    }

    /// A resource of which only the collection is known.
    public init(name: String, collection: String, member: String? = nil, inferred: [String] = []) {
        self.name = name
        self.collection = collection
        self.member = member
        self.inferred = inferred
        updates = []
        paging = []
    }
}

extension Resource {
    /// The roles that have an operation, with its id, in the order of a resource's life.
    public var roles: [(role: String, operation: String)] {
        [("create", create), ("list", list), ("show", show)].compactMap { role, id in id.map { (role, $0) } }
            + updates.map { ("updates", $0) } + [("delete", delete)].compactMap { role, id in id.map { (role, $0) } }
    }
}
