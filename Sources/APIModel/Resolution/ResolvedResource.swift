/// Something that the service keeps, with the operations on it.
public struct ResolvedResource: Sendable {
    /// The resource as the document states it.
    public let resource: Resource
    /// The name of the resource whose members hold this collection; `nil` at the top.
    public let parent: String?

    /// The name, such as `backup-agent`.
    public var name: String { resource.name }
    /// The path that all of them share: `/v1/backups`.
    public var collection: String { resource.collection }
    /// The path of one of them: `/v1/backups/{backup_id}`; `nil` where the documentation has none.
    public var member: String? { resource.member }
    /// The id of the operation that makes one.
    public var create: String? { resource.create }
    /// The id of the operation that lists them.
    public var list: String? { resource.list }
    /// The id of the operation that shows one.
    public var show: String? { resource.show }
    /// The ids of the operations that change one.
    public var updates: [String] { resource.updates }
    /// The id of the operation that deletes one.
    public var delete: String? { resource.delete }
    /// Where the list's answer holds the items: `contents`, or `/data/items`.
    public var listItems: String? { resource.items }
    /// The property of the response that shows one which holds it; `nil` where the response is the resource itself.
    public var envelope: String? { resource.envelope }
    /// The property that holds the id; where there is an envelope, it stands within that.
    public var identifier: String? { resource.identifier?.property }
    /// The property that holds the state; where there is an envelope, it stands within that.
    public var state: String? { resource.state?.property }

    /// The resources of a document, each with the one that it belongs to: the one whose member path is the longest
    /// beginning of its collection.
    static func resolve(_ resources: [Resource]) -> [ResolvedResource] {
        resources.map { resource in
            let parents = resources.filter { candidate in
                candidate.name != resource.name
                    && candidate.member.map { resource.collection.hasPrefix($0 + "/") } == true
            }
            let parent = parents.max { ($0.member ?? "").utf8.count < ($1.member ?? "").utf8.count }
            return ResolvedResource(resource: resource, parent: parent?.name)
        }
    }
}

extension APIModel {
    /// The schema that a type refers to; `nil` for inline types.
    public func schema(of type: Schema) -> NamedSchema? {
        guard case .reference(let name) = type.kind else { return nil }
        return schema(named: name)?.schema
    }

    /// The call of one operation in one version; `nil` where the version lacks it.
    public func call(_ operation: String, in version: String) -> Call? {
        operations.first { $0.id == operation }?.calls.first { $0.version == version }
    }
}
