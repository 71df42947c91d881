import APISpec
import OpenAPIExport
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
        for list in words.moreUnions {
            noteConstraint("alternatives that hold together with others are left out", list.place, words.node)
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
        let isChoice = nodes.count(where: { !Self.isNull($0) }) > 1
        for (index, node) in nodes.enumerated() {
            if isNull(node, place) {
                words.allowsNull = true
                continue
            }
            members.append(
                schema(
                    node, place.appending(index),
                    hint.appending(isChoice ? "Option\(index + 1)" : ""),
                    inherited: words.types))
        }
        if members.count > 1, let named = nullableReference(members, nodes) {
            words.allowsNull = true
            members = [named]
        }
        if members.count == 1 { return Self.overlaid(members[0], by: words) }
        if members.isEmpty { return result(.unknown, words) }
        var schema = result(.union(members), words)
        schema.isExclusive = words.oneOf != nil
        if let (node, place) = words.discriminator { schema.discriminator = discriminator(node, place) }
        return schema
    }

    /// The one alternative beside `{type: object, nullable: true}`, which is how documents of 3.0 let a reference be
    /// `null`.
    private func nullableReference(_ members: [Schema], _ nodes: [YAMLNode]) -> Schema? {
        let isBare = nodes.contains { node in
            node.entries?.count == 2 && node["type"]?.text == "object" && node["nullable"]?.flag == true
        }
        guard isBare else { return nil }
        let others = members.filter { !($0.kind == .object && $0.isNullable) }
        guard others.count == 1, others.count < members.count, case .reference = others[0].kind else { return nil }
        return others[0]
    }

    mutating func discriminator(_ node: YAMLNode, _ place: JSONPlace) -> Schema.Discriminator? {
        guard let property = node.text ?? node["propertyName"]?.text else {
            log.report(
                OpenAPIImportRules.unusableDiscriminator, "the discriminator lacks `propertyName` and is left out",
                place,
                at: node.location)
            return nil
        }
        var discriminator = Schema.Discriminator(property: property)
        // What our own exports add is what goes without saying.
        let implied = Set((node[ExtensionName.implied.rawValue]?.items ?? []).compactMap(\.text))
        for entry in node["mapping"]?.entries ?? [] where !implied.contains(entry.key.text) {
            let text = entry.value.text ?? ""
            if let name = mappedName(text, place) {
                discriminator.mapping.append(.init(entry.key.text, name))
            } else {
                log.report(
                    OpenAPIImportRules.unusableDiscriminator,
                    "the discriminator maps to `\(text)`, which leads nowhere; the entry is left out",
                    place.appending("mapping").appending(entry.key.text), at: entry.value.location)
            }
        }
        for entry in node.entries ?? []
        where !["propertyName", "mapping", ExtensionName.implied.rawValue].contains(entry.key.text) {
            entry.key.text == "defaultMapping" ? log.unkeptKeyword(entry, place) : log.unkept(entry, place)
        }
        return discriminator
    }

    /// The schema that an entry of a mapping names: a component by its name, or by a reference.
    mutating func mappedName(_ text: String, _ place: JSONPlace) -> String? {
        let sections: [JSONPlace] =
            isSwagger
            ? [JSONPlace().appending("definitions")]
            : [JSONPlace().appending("components").appending("schemas"), JSONPlace().appending("$defs")]
        for section in sections {
            if let name = names[section.appending(text).pointer] { return name }
        }
        return possibleTarget(of: text, place).flatMap { name(of: $0) }
    }

    /// Whether a schema object, or what it refers to, allows `null` and nothing else.
    mutating func isNull(_ node: YAMLNode, _ place: JSONPlace) -> Bool {
        if Self.isNull(node) { return true }
        guard let reference = node["$ref"]?.text, let target = possibleTarget(of: reference, place) else {
            return false
        }
        return Self.isNull(target.node)
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
    static func isTyped(_ node: YAMLNode) -> Bool {
        (node.entries ?? []).contains { !["required", "not", "description", "title"].contains($0.key.text) }
    }
}

extension SchemaWords {
    /// Whether something besides alternatives tells the type.
    fileprivate var tellsTypeBesideUnion: Bool { !types.isEmpty || members != nil || additional != nil }
}
