import APISpec
import OpenAPIExport
import YAML

/// What no other keyword has looked at: `unevaluatedProperties` and `unevaluatedItems` (JSON Schema 2020-12, section 11).
extension DocumentReading {
    /// Takes one of the two keywords: into the type where that says the same, else as a check.
    mutating func takeUnevaluated(_ entry: YAMLNode.Entry, _ words: inout SchemaWords) -> JSONValue? {
        let key = entry.key.text
        // Everything may stand there.
        if entry.value.flag == true { return nil }
        // Of an object that is described as a whole, all other members are what `additionalProperties` says.
        if key == "unevaluatedProperties", words.additional == nil, words.reference == nil,
            words.members != nil || words.allOf != nil || words.types == ["object"],
            !opensMembers(words.node, words.place)
        {
            words.additional = (entry.value, words.place.appending(key))
            return nil
        }
        guard let check = unevaluated(entry, words) else { return nil }
        if entry.value.flag == nil { noteUntyped(entry, words.place) }
        return check
    }

    /// The keyword with all beside it that may look at members or items; `nil`, after a finding, where that cannot be
    /// copied.
    private mutating func unevaluated(_ entry: YAMLNode.Entry, _ words: SchemaWords) -> JSONValue? {
        copied(entry, words.place) { reading, copy in
            guard case .object(let members)? = reading.evaluating(words.node, words.place, isOuter: true, 0, &copy),
                let demand = reading.check(entry.key.text, entry.value, words.place, 1, &copy)
            else { return nil }
            return .object(members + [JSONValue.Member(entry.key.text, demand)])
        }
    }

    /// What a schema object looks at, and nothing of what it demands there: the type demands that already. Alternatives,
    /// conditions and `contains` are whole, since what they look at counts where they fit.
    private mutating func evaluating(
        _ node: YAMLNode, _ place: JSONPlace, isOuter: Bool, _ depth: Int, _ copy: inout CheckCopy
    ) -> JSONValue? {
        guard copy.take(1) else { return nil }
        guard depth < CheckCopy.deepest else { return copy.fail("refers to itself, or lies too deep in itself") }
        guard let entries = node.entries else { return .object([]) }
        var members: [JSONValue.Member] = []
        var parts: [JSONValue] = []
        func add(_ part: JSONValue) { if part != .object([]) { parts.append(part) } }
        for entry in entries {
            let (key, value) = (entry.key.text, entry.value)
            func names() -> JSONValue {
                .object((value.entries ?? []).map { JSONValue.Member($0.key.text, .bool(true)) })
            }
            switch key {
            case "$ref", "$dynamicRef":
                guard let reference = value.text, let target = possibleTarget(of: reference, place) else {
                    return copy.fail("refers to nothing")
                }
                guard let part = evaluating(target.node, target.place, isOuter: false, depth + 1, &copy) else {
                    return nil
                }
                add(part)
            case "allOf":
                for item in value.items ?? [] {
                    guard let part = evaluating(item, place, isOuter: false, depth + 1, &copy) else { return nil }
                    add(part)
                }
            case "then", "else":
                guard let part = evaluating(value, place, isOuter: false, depth + 1, &copy) else { return nil }
                members.append(JSONValue.Member(key, part))
            case "dependentSchemas", "dependencies":
                var schemas: [JSONValue.Member] = []
                for schema in value.entries ?? [] where schema.value.items == nil {
                    guard let part = evaluating(schema.value, place, isOuter: false, depth + 1, &copy) else {
                        return nil
                    }
                    schemas.append(JSONValue.Member(schema.key.text, part))
                }
                members.append(JSONValue.Member("dependentSchemas", .object(schemas)))
            case "properties", "patternProperties":
                guard copy.take(value.entries?.count ?? 0) else { return nil }
                members.append(JSONValue.Member(key, names()))
            case "additionalProperties":
                if value.flag != false { members.append(JSONValue.Member(key, .bool(true))) }
            case "items" where value.items == nil:
                if value.flag != false { members.append(JSONValue.Member(key, .bool(true))) }
            case "prefixItems", "items":
                guard copy.take(value.items?.count ?? 0) else { return nil }
                members.append(
                    JSONValue.Member("prefixItems", .array((value.items ?? []).map { _ in .bool(true) })))
            case "contains":
                guard let wanted = check(key, value, place, depth + 1, &copy) else { return nil }
                members += [JSONValue.Member(key, wanted), JSONValue.Member("minContains", .number("0"))]
            case "anyOf", "oneOf", "if":
                guard let whole = check(key, value, place, depth + 1, &copy) else { return nil }
                members.append(JSONValue.Member(key, whole))
            case "unevaluatedProperties", "unevaluatedItems":
                guard !isOuter else { continue }
                guard let whole = check(key, value, place, depth + 1, &copy) else { return nil }
                members.append(JSONValue.Member(key, whole))
            default: continue
            }
        }
        if !parts.isEmpty { members.insert(JSONValue.Member("allOf", .array(parts)), at: 0) }
        return .object(members)
    }
}
