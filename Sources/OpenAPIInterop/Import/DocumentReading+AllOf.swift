import APISpec
import Diagnostics
import YAML

extension DocumentReading {
    /// A reference, with what stands beside it.
    mutating func referring(_ reference: YAMLNode, _ words: SchemaWords, _ hint: SchemaHint) -> Schema {
        let text = reference.text ?? ""
        if words.tellsMore {
            // What stands beside the reference is one more part, as in `allOf`.
            var outer = words
            outer.reference = nil
            outer.allOf = [words.node]
            guard var merged = merged(outer, [words.place.pointer]) else { return Schema(.unknown) }
            if merged.isObject { merged.facts = words.facts }
            merged.allowsNull = words.allowsNull
            return schema(&merged, hint)
        }
        if let key = Self.schemaKey(of: text) {
            guard let name = names[key] else {
                log.error("the reference `\(text)` leads nowhere", words.place, at: reference.location)
                return Schema(.unknown)
            }
            var schema = result(.reference(name), words)
            schema.isNullable = schema.isNullable || nullableModels.contains(key)
            return schema
        }
        guard let (node, place) = target(of: text, words.place, at: reference.location) else { return Schema(.unknown) }
        guard !openReferences.contains(text) else {
            log.error(
                "the reference `\(text)` leads back to itself; move the schema to `components`", words.place,
                at: reference.location)
            return Schema(.unknown)
        }
        openReferences.append(text)
        defer { openReferences.removeLast() }
        return Self.overlaid(schema(node, place, hint), by: words)
    }

    /// The type that `allOf` tells; `nil` where it tells nothing, and `words` say all without it.
    mutating func flattened(_ words: inout SchemaWords, _ hint: SchemaHint) -> Schema? {
        let place = words.place.appending("allOf")
        let nodes = (words.allOf ?? []).enumerated().filter { $0.element.entries?.isEmpty == false }
        // One part, with annotations around it, is that part.
        let typed = nodes.filter { SchemaWords($0.element, place).tellsType }
        if typed.count == 1, !words.tellsMore {
            var schema = schema(typed[0].element, place.appending(typed[0].offset), hint)
            for (index, node) in nodes where index != typed[0].offset {
                let part = SchemaWords(node, place.appending(index))
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
        if merged.isObject { words.facts = facts }
        return nil
    }

    /// The keywords of all parts of an `allOf` together; `nil` after an error.
    mutating func merged(_ words: SchemaWords, _ path: [String]) -> SchemaWords? {
        var result = words
        result.allOf = nil
        result.members = nil
        result.required = []
        var base: SchemaWords?
        for (index, node) in (words.allOf ?? []).enumerated() {
            let place = words.place.appending("allOf").appending(index)
            guard var part = part(node, place, path) else { return nil }
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
        all.reference = nil
        return all
    }

    /// The keywords of one part, with references followed.
    private mutating func part(_ node: YAMLNode, _ place: JSONPlace, _ path: [String]) -> SchemaWords? {
        var words = SchemaWords(node, place)
        if let reference = words.reference?.text {
            guard let (target, targetPlace) = target(of: reference, place, at: node.location) else { return nil }
            guard !path.contains(targetPlace.pointer) else {
                log.error(
                    "the `allOf` leads back to itself through `\(reference)`; take it out", place, at: node.location)
                return nil
            }
            guard var inner = part(target, targetPlace, path + [targetPlace.pointer]) else { return nil }
            // What is said of the other schema is said of that one only.
            inner.facts.description = nil
            inner.facts.title = nil
            inner.facts.example = nil
            inner.facts.isDeprecated = false
            if let key = Self.schemaKey(of: reference), let owner = names[key] {
                for index in (inner.members ?? []).indices where inner.members?[index].owner == nil {
                    inner.members?[index].owner = owner
                }
            }
            inner.discriminator = nil
            inner.allowsNull = false
            words.reference = nil
            words = combined(inner, with: words)
        }
        if words.allOf != nil {
            noteRest(of: words)
            return merged(words, path)
        }
        return words
    }

    /// Two schema objects as one; where both say something, the second is taken.
    private mutating func combined(_ first: SchemaWords, with second: SchemaWords) -> SchemaWords {
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
        result.values = second.values ?? first.values
        result.required += second.required
        result.items = second.items ?? first.items
        result.additional = second.additional ?? first.additional
        result.allOf = second.allOf ?? first.allOf
        for (mine, theirs) in [(first.anyOf, second.anyOf), (first.oneOf, second.oneOf)] where mine != nil {
            if let place = theirs?.1 {
                log.report(
                    OpenAPIImportRules.unionBesideMembers,
                    "two parts of `allOf` have alternatives; those of the later one are taken", place,
                    at: second.node.location)
            }
        }
        result.anyOf = second.anyOf ?? first.anyOf
        result.oneOf = second.oneOf ?? first.oneOf
        result.discriminator = second.discriminator ?? first.discriminator
        result.rest += second.rest
        result.constraints += second.constraints
        result.facts = Self.overlaid(first.facts, by: second)
        result.facts.isNullable = false
        if let members = second.members {
            var all = first.members ?? []
            for member in members {
                if let index = all.firstIndex(where: { $0.name == member.name }) {
                    all[index] = member
                } else {
                    all.append(member)
                }
            }
            result.members = all
        }
        return result
    }
}

extension SchemaWords {
    /// Whether something beside `$ref` and `allOf` tells of the members or the type of values.
    fileprivate var tellsMore: Bool {
        members?.isEmpty == false || additional != nil || values != nil || items != nil || anyOf != nil
            || oneOf != nil || !required.isEmpty || (reference != nil && allOf != nil)
    }
}
