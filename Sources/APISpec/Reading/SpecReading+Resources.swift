import Diagnostics
import YAML

extension SpecReading {
    /// The keys of a resource, apart from the evidence.
    static let resourceKeys = [
        "collection", "member", "create", "list", "show", "updates", "delete", "items", "envelope", "identifier",
        "state",
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
        resource.envelope = text("envelope", of: node)
        resource.identifier = mark("identifier", of: node)
        resource.state = mark("state", of: node)
        resource.inferred = texts("inferred", of: node)
        return resource
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
