import APISpec
import YAML

/// One list of alternatives: `oneOf` or `anyOf`.
struct AlternativeList {
    let nodes: [YAMLNode]
    let place: JSONPlace
    let isExclusive: Bool
}

extension DocumentReading {
    /// More alternatives than this are not written out.
    private static let mostCombinations = 64

    /// Nor are more than this in a whole document: alternatives may have alternatives of their own.
    static let mostCombinationsTogether = 1_000

    /// The lists of alternatives of an object that has members of its own, or several lists; `nil` where the alternatives
    /// say nothing, or are no objects.
    mutating func alternatives(of words: SchemaWords) -> [AlternativeList]? {
        var lists = words.moreUnions
        if let (nodes, place) = words.oneOf {
            lists.append(AlternativeList(nodes: nodes, place: place, isExclusive: true))
        }
        if let (nodes, place) = words.anyOf {
            lists.append(AlternativeList(nodes: nodes, place: place, isExclusive: false))
        }
        guard words.values == nil, words.types.isEmpty || words.types == ["object"],
            words.members?.isEmpty == false || lists.count > 1
        else { return nil }
        var kept: [AlternativeList] = []
        var combinations = 1
        for list in lists {
            var nodes: [YAMLNode] = []
            for (index, node) in list.nodes.enumerated()
            where !isNull(node, list.place) && isObjectLike(node, list.place.appending(index)) {
                nodes.append(node)
            }
            if nodes.isEmpty || nodes.allSatisfy({ !Self.isTyped($0) }) { continue }
            guard nodes.count == list.nodes.count(where: { !Self.isNull($0) }) else { return nil }
            combinations *= nodes.count
            if combinations > min(Self.mostCombinations, combinationsLeft) { return nil }
            kept.append(list)
        }
        return kept.isEmpty ? nil : kept
    }

    /// Whether values of a schema can be objects, as far as that can be seen.
    private mutating func isObjectLike(_ node: YAMLNode, _ place: JSONPlace, level: Int = 0) -> Bool {
        guard level < 8 else { return false }
        if let reference = node["$ref"]?.text {
            guard let target = possibleTarget(of: reference, place) else { return false }
            return isObjectLike(target.node, target.place, level: level + 1)
        }
        if let type = node["type"] { return type.scalar?.text == "object" || type.texts.contains("object") }
        for key in ["allOf", "oneOf", "anyOf"] {
            guard let items = node[key]?.items else { continue }
            for (index, item) in items.enumerated()
            where !isObjectLike(item, place.appending(key).appending(index), level: level + 1) {
                return false
            }
        }
        return node["enum"] == nil && node["const"] == nil && node["items"] == nil
    }

    /// An object with members and alternatives as a union of objects that have the members of both.
    mutating func distributed(_ words: SchemaWords, over lists: [AlternativeList], _ hint: SchemaHint) -> Schema {
        var outer = words
        outer.oneOf = nil
        outer.anyOf = nil
        outer.moreUnions = []
        outer.allOf = nil
        outer.discriminator = nil
        outer.allowsNull = false
        outer.facts = Schema(.unknown)
        outer.rest = []
        outer.constraints = []
        outer.unreadable = []
        var members: [Schema] = []
        var heirs: [(key: String, name: String, place: JSONPlace)] = []
        var combinations: [[Int]] = [[]]
        for list in lists {
            combinations = combinations.flatMap { chosen in
                list.nodes.indices.filter { !Self.isNull(list.nodes[$0]) }.map { chosen + [$0] }
            }
        }
        combinationsLeft -= combinations.count
        for chosen in combinations {
            let fingerprints = zip(lists, chosen).map { $0.place.appending($1).fingerprint }
            guard !fingerprints.contains(where: openAlternatives.contains), openAlternatives.count < 16 else {
                log.report(
                    OpenAPIImportRules.schemaOfItself,
                    "an alternative leads back to the schema that it is one of, which adds nothing and is left out",
                    lists[0].place, at: words.node.location)
                continue
            }
            openAlternatives += fingerprints
            defer { openAlternatives.removeLast(fingerprints.count) }
            var merged = outer
            var suffix = ""
            var key: String?
            for (list, index) in zip(lists, chosen) {
                let place = list.place.appending(index)
                let node = list.nodes[index]
                guard let part = part(node, place, [words.place.pointer]) else { return Schema(.unknown) }
                var plain = part
                plain.facts = Schema(.unknown)
                merged = combined(merged, with: plain)
                merged.node = node
                merged.place = place
                let target = node["$ref"]?.text.flatMap { possibleTarget(of: $0, place) }
                key = target?.key ?? key
                suffix += "_" + (target?.name ?? node["title"]?.text ?? "Option\(index + 1)")
            }
            merged.isMerged = true
            merged.facts = Schema(.unknown)
            let member = schema(
                &merged, SchemaHint(hint.owner, hint.part + suffix, operation: hint.operation))
            members.append(member)
            if let key, case .reference(let name) = member.kind { heirs.append((key, name, words.place)) }
        }
        if members.isEmpty { return Self.overlaid(schema(&outer, hint), by: words) }
        if members.count == 1 { return Self.overlaid(members[0], by: words) }
        var schema = result(.union(members), words)
        schema.isExclusive = lists.allSatisfy(\.isExclusive)
        if let (node, place) = words.discriminator {
            schema.discriminator = discriminator(node, place, over: heirs)
        }
        return schema
    }

    /// A discriminator whose values name the objects that were made of the alternatives.
    private mutating func discriminator(
        _ node: YAMLNode, _ place: JSONPlace, over heirs: [(key: String, name: String, place: JSONPlace)]
    ) -> Schema.Discriminator? {
        guard var discriminator = discriminator(node, place) else { return nil }
        var mapping: [Schema.Discriminator.Target] = []
        for heir in heirs {
            guard let original = names[heir.key] else { continue }
            // The objects have names of their own, and clients send those of the alternatives.
            if heir.name != original { impliedValues[heir.name] = impliedValue(of: original) }
            let stated = discriminator.mapping.filter { $0.schema == original }
            mapping += stated.map { .init($0.value, heir.name) }
        }
        discriminator.mapping = mapping
        return discriminator
    }
}
