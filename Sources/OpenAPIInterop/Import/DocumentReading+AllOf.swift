import APISpec
import Diagnostics
import YAML

extension DocumentReading {
    /// A reference, with what stands beside it.
    mutating func referring(_ reference: YAMLNode, _ words: SchemaWords, _ hint: SchemaHint) -> Schema {
        let text = reference.text ?? ""
        guard let target = target(of: text, words.place, at: reference.location) else { return Schema(.unknown) }
        if words.tellsMore {
            // What stands beside the reference is one more part, as in `allOf`.
            var outer = words
            outer.reference = nil
            outer.allOf = [SchemaPart(node: words.node, place: words.place)]
            guard var merged = merged(outer, [words.place.pointer]) else { return Schema(.unknown) }
            if merged.isObject {
                let checks = merged.facts.checks
                merged.facts = words.facts
                merged.facts.checks = checks
            }
            merged.allowsNull = words.allowsNull
            return schema(&merged, hint)
        }
        if let name = name(of: target) {
            var schema = result(.reference(name), words)
            schema.isNullable = schema.isNullable || nullableModels.contains(target.key)
            return schema
        }
        return Self.overlaid(schema(target.node, target.place, hint), by: words)
    }

    /// The type that `allOf` tells; `nil` where it tells nothing, and `words` say all without it.
    mutating func flattened(_ words: inout SchemaWords, _ hint: SchemaHint) -> Schema? {
        let parts = (words.allOf ?? []).filter { $0.node.entries?.isEmpty == false }
        // One part, with annotations around it, is that part.
        let typed = parts.indices.filter { SchemaWords(parts[$0].node, parts[$0].place).tellsType }
        if typed.count == 1, !words.tellsMore {
            var schema = schema(parts[typed[0]].node, parts[typed[0]].place, hint)
            for (index, part) in parts.enumerated() where index != typed[0] {
                var part = SchemaWords(part.node, part.place)
                takeChecks(&part)
                noteRest(of: part)
                schema = Self.overlaid(schema, by: part)
            }
            return Self.overlaid(schema, by: words)
        }
        guard let merged = merged(words, [words.place.pointer]) else { return Schema(.unknown) }
        let facts = words.facts
        let allowsNull = words.allowsNull
        words = merged
        words.allOf = nil
        words.allowsNull = allowsNull
        if merged.isObject {
            words.facts = facts
            words.facts.checks = merged.facts.checks
        }
        return nil
    }

    /// The keywords of all parts of an `allOf` together; `nil` after an error.
    mutating func merged(_ words: SchemaWords, _ path: [String]) -> SchemaWords? {
        var known: Set<String> = []
        return merged(words, path, &known)
    }

    /// The keywords of one part, with references followed.
    mutating func part(_ node: YAMLNode, _ place: JSONPlace, _ path: [String]) -> SchemaWords? {
        var known: Set<String> = []
        return part(node, place, path, &known)
    }

    private mutating func merged(
        _ words: SchemaWords, _ path: [String], _ known: inout Set<String>
    ) -> SchemaWords? {
        var base: SchemaWords?
        for stated in words.allOf ?? [] {
            guard var part = part(stated.node, stated.place, path, &known) else { continue }
            if base == nil { part.place = words.place }
            base = base.map { combined($0, with: part) } ?? part
        }
        var own = words
        own.allOf = nil
        own.reference = nil
        guard let base else { return own }
        var all = combined(base, with: own)
        all.node = words.node
        all.place = words.place
        all.rest = words.rest
        all.constraints = words.constraints
        all.unreadable = words.unreadable
        all.reference = nil
        return all
    }

    /// One of several parts, of which those that `known` has say nothing new: where many ways lead to one schema, it is
    /// read once.
    private mutating func part(
        _ node: YAMLNode, _ place: JSONPlace, _ path: [String], _ known: inout Set<String>
    ) -> SchemaWords? {
        var words = SchemaWords(node, place)
        takeChecks(&words)
        if let reference = words.reference?.text {
            guard let target = target(of: reference, place, at: node.location) else {
                words.reference = nil
                return words
            }
            guard !path.contains(target.key), path.count < Self.deepestSchema else {
                log.report(
                    OpenAPIImportRules.schemaOfItself,
                    "the `allOf` leads back to itself through `\(reference)`, which adds nothing and is left out",
                    place,
                    at: node.location)
                words.reference = nil
                return words
            }
            guard known.insert(target.key).inserted else {
                words.reference = nil
                return words
            }
            guard var inner = part(target.node, target.place, path + [target.key], &known) else { return nil }
            // What is said of the other schema is said of that one only.
            inner.facts.description = nil
            inner.facts.title = nil
            inner.facts.example = nil
            inner.facts.isDeprecated = false
            if let owner = names[target.key] {
                for index in (inner.members ?? []).indices where inner.members?[index].owner == nil {
                    inner.members?[index].owner = owner
                }
            }
            if inner.oneOf == nil, inner.anyOf == nil { inner.discriminator = nil }
            inner.allowsNull = false
            words.reference = nil
            words = combined(inner, with: words)
        }
        if words.allOf != nil {
            noteRest(of: words)
            return merged(words, path, &known)
        }
        return words
    }

    /// Two schema objects as one; where both say something, the second is taken.
    mutating func combined(_ first: SchemaWords, with second: SchemaWords) -> SchemaWords {
        var result = first
        result.isMerged = true
        if !first.types.isEmpty, !second.types.isEmpty, first.types != second.types {
            log.report(
                OpenAPIImportRules.mergedTypes, "the parts of `allOf` are of different types; the later one is taken",
                second.place, at: second.node.location)
        }
        if !second.types.isEmpty { result.types = second.types }
        result.allowsNull = first.allowsNull && second.allowsNull || second.allowsNull && !first.tellsType
        result.format = second.format ?? first.format
        result.values = Self.common(first.values, second.values)
        result.required += second.required
        result.items = second.items ?? first.items
        result.additional = second.additional ?? first.additional
        result.allOf = second.allOf ?? first.allOf
        result.moreUnions = first.moreUnions + second.moreUnions
        // Alternatives of both hold at once.
        if second.anyOf != nil || second.oneOf != nil {
            if let (nodes, place) = first.oneOf {
                result.moreUnions.append(AlternativeList(nodes: nodes, place: place, isExclusive: true))
            }
            if let (nodes, place) = first.anyOf {
                result.moreUnions.append(AlternativeList(nodes: nodes, place: place, isExclusive: false))
            }
            (result.oneOf, result.anyOf) = (second.oneOf, second.anyOf)
        }
        result.discriminator = second.discriminator ?? first.discriminator
        result.rest += second.rest
        result.constraints += second.constraints
        result.unreadable += second.unreadable
        result.facts = Self.overlaid(first.facts, by: second)
        result.facts.isNullable = false
        if let members = second.members {
            var all = first.members ?? []
            for member in members {
                if let index = all.firstIndex(where: { $0.name == member.name }) {
                    all[index] = all[index].joined(with: member)
                } else {
                    all.append(member)
                }
            }
            result.members = all
        }
        return result
    }
}

extension DocumentReading {
    /// The values that two enumerations share; those of the second where they share none.
    private static func common(_ first: [YAMLNode]?, _ second: [YAMLNode]?) -> [YAMLNode]? {
        guard let first, let second else { return second ?? first }
        let known = Set(first.compactMap { $0.scalar?.text })
        let shared = second.filter { $0.scalar.map { known.contains($0.text) } ?? false }
        return shared.isEmpty ? second : shared
    }
}

extension MemberWords {
    /// The member with what another part says of it.
    fileprivate func joined(with other: MemberWords) -> MemberWords {
        var result = other
        let parts = [SchemaPart(node: node, place: place)] + more
        let added = [SchemaPart(node: other.node, place: other.place)] + other.more
        var all: [SchemaPart] = []
        for part in parts + added {
            let isKnown = all.contains { known in
                known.place.fingerprint == part.place.fingerprint || known.isSameReference(as: part)
            }
            if !isKnown { all.append(part) }
        }
        result.owner = other.owner ?? owner
        guard all.count > 1 else {
            result.node = all[0].node
            result.place = all[0].place
            result.more = []
            return result
        }
        result.node = all[0].node
        result.place = all[0].place
        result.more = Array(all.dropFirst())
        return result
    }
}

extension SchemaPart {
    /// Whether both parts are one reference and nothing else.
    fileprivate func isSameReference(as other: SchemaPart) -> Bool {
        guard node.entries?.count == 1, other.node.entries?.count == 1, place.document == other.place.document,
            let reference = node["$ref"]?.text
        else { return false }
        return reference == other.node["$ref"]?.text
    }
}

extension SchemaWords {
    /// Whether something beside `$ref` and `allOf` tells of the members or the type of values.
    fileprivate var tellsMore: Bool {
        members?.isEmpty == false || additional != nil || values != nil || items != nil || anyOf != nil
            || oneOf != nil || !required.isEmpty || (reference != nil && allOf != nil)
    }
}
