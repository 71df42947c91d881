import APISpec
import YAML

extension DocumentReading {
    /// The type that `oneOf` or `anyOf` tells; `nil` where there is none, or where it only restricts members.
    mutating func union(_ words: SchemaWords, _ hint: SchemaHint) -> Schema? {
        guard let (nodes, place) = words.oneOf ?? words.anyOf else { return nil }
        if words.oneOf != nil, let (_, other) = words.anyOf {
            log.report(
                OpenAPIImportRules.unionBesideMembers, "`anyOf` beside `oneOf` is left out", other,
                at: words.node.location)
        }
        if nodes.allSatisfy({ !Self.isTyped($0) }), !nodes.isEmpty, words.tellsTypeBesideUnion {
            noteConstraint("alternatives that only restrict members are left out", place, words.node)
            return nil
        }
        if words.members?.isEmpty == false {
            log.report(
                OpenAPIImportRules.unionBesideMembers,
                "the schema has members and alternatives; the alternatives are left out", place,
                at: words.node.location)
            return nil
        }
        var words = words
        var members: [Schema] = []
        for (index, node) in nodes.enumerated() {
            if Self.isNull(node) {
                words.allowsNull = true
                continue
            }
            members.append(
                schema(
                    node, place.appending(index),
                    hint.appending(nodes.count(where: { !Self.isNull($0) }) > 1 ? "Option\(index + 1)" : ""),
                    inherited: words.types))
        }
        if members.count == 1 { return Self.overlaid(members[0], by: words) }
        if members.isEmpty { return result(.unknown, words) }
        var schema = result(.union(members), words)
        schema.isExclusive = words.oneOf != nil
        if let (node, place) = words.discriminator { schema.discriminator = discriminator(node, place) }
        return schema
    }

    private mutating func discriminator(_ node: YAMLNode, _ place: JSONPlace) -> Schema.Discriminator? {
        guard let property = node["propertyName"]?.text else {
            log.error("a discriminator lacks `propertyName`", place, at: node.location)
            return nil
        }
        var discriminator = Schema.Discriminator(property: property)
        for entry in node["mapping"]?.entries ?? [] {
            let text = entry.value.text ?? ""
            let key = Self.schemaKey(of: text) ?? text
            if let name = names[key] {
                discriminator.mapping.append(.init(entry.key.text, name))
            } else {
                log.error("the discriminator maps to `\(text)`, which leads nowhere", place, at: entry.value.location)
            }
        }
        for entry in node.entries ?? [] where !["propertyName", "mapping"].contains(entry.key.text) {
            log.unkept(entry, place)
        }
        return discriminator
    }

    /// Whether a schema object allows `null` and nothing else.
    static func isNull(_ node: YAMLNode) -> Bool {
        if let type = node["type"] {
            if type.scalar?.text == "null" { return true }
            if let items = type.items { return items.count == 1 && items[0].scalar?.text == "null" }
            return false
        }
        if let value = node["const"] { return value.scalar?.resolved == .null }
        if let values = node["enum"]?.items { return values.count == 1 && values[0].scalar?.resolved == .null }
        return false
    }

    /// Whether a schema object tells more of its values than which members they need.
    private static func isTyped(_ node: YAMLNode) -> Bool {
        (node.entries ?? []).contains { !["required", "not", "description", "title"].contains($0.key.text) }
    }
}

extension SchemaWords {
    /// Whether something besides alternatives tells the type.
    fileprivate var tellsTypeBesideUnion: Bool { !types.isEmpty || members != nil || additional != nil }
}
