import Diagnostics
import YAML

extension SpecReading {
    /// The keys of a resource, apart from the evidence.
    static let resourceKeys = [
        "collection", "member", "create", "list", "show", "updates", "delete", "items", "paging", "envelope",
        "identifier", "state",
    ]
    /// The keys of a way to read pages, apart from the evidence.
    static let pagingKeys = [
        "by", "position", "size", "first", "next", "nextHeader", "last", "more", "count", "countHeader",
    ]

    mutating func resource(_ entry: YAMLNode.Entry) -> Resource? {
        let place = "resource `\(entry.key.text)`"
        let node = entry.value
        locations.note(["resources", entry.key.text], at: entry.key.location)
        let entries = mapping(node, "a resource")
        check(entries, allowed: Self.resourceKeys + ["inferred"], in: place)
        for key in entries {
            locations.note(["resources", entry.key.text, key.key.text], at: key.value.location)
        }
        guard let collection = requiredText("collection", of: node, place) else { return nil }
        var resource = Resource(name: entry.key.text, collection: collection, member: text("member", of: node))
        resource.create = text("create", of: node)
        resource.list = text("list", of: node)
        resource.show = text("show", of: node)
        resource.updates = texts("updates", of: node)
        resource.delete = text("delete", of: node)
        resource.items = text("items", of: node)
        resource.paging = ways(of: node)
        resource.envelope = text("envelope", of: node)
        resource.identifier = mark("identifier", of: node)
        resource.state = mark("state", of: node)
        resource.inferred = texts("inferred", of: node)
        return resource
    }

    /// The ways to read pages: one, or a list of them.
    private mutating func ways(of node: YAMLNode) -> [Paging] {
        guard let value = node["paging"] else { return [] }
        return (value.items ?? [value]).compactMap { paging($0) }
    }

    private mutating func paging(_ node: YAMLNode) -> Paging? {
        check(mapping(node, "paging"), allowed: Self.pagingKeys + ["inferred"], in: "`paging`")
        guard let kind: Paging.Kind = choice("by", of: node, "`paging`") else { return nil }
        var paging = Paging(kind, inferred: texts("inferred", of: node))
        paging.position = text("position", of: node)
        paging.size = text("size", of: node)
        paging.first = count("first", of: node)
        paging.next = text("next", of: node)
        paging.nextHeader = text("nextHeader", of: node)
        paging.last = text("last", of: node)
        paging.more = text("more", of: node)
        paging.count = text("count", of: node)
        paging.countHeader = text("countHeader", of: node)
        for lacking in paging.lacks { problem("`paging` by \(kind.rawValue) lacks \(lacking)", at: node.location) }
        return paging
    }

    /// A property's name, alone or with evidence.
    private mutating func mark(_ key: String, of node: YAMLNode) -> Resource.Mark? {
        guard let value = node[key] else { return nil }
        if value.scalar != nil { return text(key, of: node).map { Resource.Mark($0) } }
        check(mapping(value, key), allowed: ["property", "inferred"], in: "`\(key)`")
        guard let property = requiredText("property", of: value, "`\(key)`") else { return nil }
        return Resource.Mark(property, inferred: texts("inferred", of: value))
    }
}
