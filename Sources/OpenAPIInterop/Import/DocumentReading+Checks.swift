import APISpec
import YAML

extension DocumentReading {
    /// What only restricts values, in the words of JSON Schema 2020-12.
    private static let checkKeywords: Set<String> = [
        "not", "if", "then", "else", "propertyNames", "contains", "minContains", "maxContains", "dependentRequired",
        "dependentSchemas", "dependencies", "patternProperties", "prefixItems", "allOf",
    ]

    /// Takes the keywords of a schema object that only restrict values, with what they refer to in the place of the
    /// references. What cannot be taken stays a finding.
    mutating func takeChecks(_ words: inout SchemaWords) {
        guard !words.constraints.isEmpty else { return }
        var members: [JSONValue.Member] = []
        var left: [YAMLNode.Entry] = []
        for entry in words.constraints {
            let key = entry.key.text
            switch key {
            // Of an object that is described as a whole, no other members are what `additionalProperties` says.
            case "unevaluatedProperties" where entry.value.flag != nil:
                if entry.value.flag == true { continue }
                guard words.additional == nil, words.reference == nil, words.members != nil || words.allOf != nil,
                    !opensMembers(words.node, words.place)
                else { break }
                words.additional = (entry.value, words.place.appending(key))
                continue
            case ExtensionName.checks.rawValue:
                if case .object(let stated) = entry.value.json { members += stated }
                continue
            case _ where Self.checkKeywords.contains(key):
                var budget = 400
                guard let value = check(key, entry.value, words.place, 0, &budget) else { break }
                if key == "prefixItems" { Self.widenItems(of: &words, first: entry.value) }
                members += key == "dependencies" ? Self.split(value) : [JSONValue.Member(key, value)]
                // These tell types as well, which nothing else keeps.
                if !["patternProperties", "prefixItems"].contains(key) { continue }
            default: break
            }
            left.append(entry)
        }
        words.constraints = left
        if !members.isEmpty { words.facts.checks = Self.joined(words.facts.checks, .object(members)) }
    }

    /// Whether a schema object, or a part of it, lets members in that it does not name, for some values at least.
    private mutating func opensMembers(_ node: YAMLNode, _ place: JSONPlace) -> Bool {
        var seen: Set<String> = []
        var open = [(node, place)]
        while let (node, place) = open.popLast() {
            for entry in node.entries ?? [] {
                switch entry.key.text {
                case "additionalProperties", "unevaluatedProperties": if entry.value.flag != false { return true }
                case "patternProperties", "if", "then", "else", "dependentSchemas", "dependencies", "oneOf", "anyOf",
                    "$dynamicRef":
                    return true
                case "$ref":
                    guard let target = entry.value.text.flatMap({ possibleTarget(of: $0, place) }) else { return true }
                    if seen.insert(target.key).inserted { open.append((target.node, target.place)) }
                case "allOf":
                    let place = place.appending("allOf")
                    open += (entry.value.items ?? []).enumerated().map { ($0.element, place.appending($0.offset)) }
                default: break
                }
            }
        }
        return false
    }

    /// A list whose first elements are of other types than the rest has elements of no one type.
    private static func widenItems(of words: inout SchemaWords, first: YAMLNode) {
        guard let type = words.items?.0["type"]?.text else { return }
        if (first.items ?? []).contains(where: { $0["type"]?.text != type }) { words.items = nil }
    }

    /// Both of two checks.
    static func joined(_ first: JSONValue?, _ second: JSONValue?) -> JSONValue? {
        guard case .object(let known)? = first, case .object(let added)? = second else { return second ?? first }
        if known == added { return first }
        let names = Set(known.map(\.name))
        guard added.contains(where: { names.contains($0.name) }) else { return .object(known + added) }
        return .object([JSONValue.Member("allOf", .array([.object(known), .object(added)]))])
    }

    /// The value of a keyword; `nil` where it refers to nothing, to itself, or to more than a check holds.
    private mutating func check(
        _ key: String, _ node: YAMLNode, _ place: JSONPlace, _ depth: Int, _ budget: inout Int
    ) -> JSONValue? {
        switch key {
        case "not", "if", "then", "else", "propertyNames", "contains", "additionalProperties", "items",
            "unevaluatedProperties", "unevaluatedItems":
            // A list of items is how JSON Schema wrote tuples before `prefixItems`.
            if let items = node.items { return checks(items, place, depth, &budget) }
            return check(node, place, depth, &budget)
        case "allOf", "anyOf", "oneOf", "prefixItems": return checks(node.items ?? [], place, depth, &budget)
        case "properties", "patternProperties", "dependentSchemas", "dependencies":
            var members: [JSONValue.Member] = []
            for entry in node.entries ?? [] {
                let value =
                    key == "dependencies" && entry.value.items != nil
                    ? entry.value.json : check(entry.value, place, depth, &budget)
                guard let value else { return nil }
                members.append(JSONValue.Member(entry.key.text, value))
            }
            return .object(members)
        default: return node.json
        }
    }

    private mutating func checks(
        _ nodes: [YAMLNode], _ place: JSONPlace, _ depth: Int, _ budget: inout Int
    ) -> JSONValue? {
        var result: [JSONValue] = []
        for node in nodes {
            guard let value = check(node, place, depth, &budget) else { return nil }
            result.append(value)
        }
        return .array(result)
    }

    /// A schema object without what is told for people, and with what it refers to.
    private mutating func check(
        _ node: YAMLNode, _ place: JSONPlace, _ depth: Int, _ budget: inout Int
    ) -> JSONValue? {
        budget -= 1
        guard budget > 0, depth < 24 else { return nil }
        if let flag = node.flag { return .bool(flag) }
        guard let entries = node.entries else { return nil }
        var members: [JSONValue.Member] = []
        var referred: JSONValue?
        for entry in entries {
            switch entry.key.text {
            case "$ref", "$dynamicRef":
                guard let reference = entry.value.text, let target = possibleTarget(of: reference, place),
                    let value = check(target.node, target.place, depth + 1, &budget)
                else { return nil }
                referred = value
            case "title", "description", "example", "examples", "default", "deprecated", "xml", "externalDocs",
                "discriminator", "$comment", "$id", "$anchor", "$dynamicAnchor", "$defs", "readOnly", "writeOnly":
                continue
            case let key where key.hasPrefix("x-"): continue
            case let key:
                guard let value = check(key, entry.value, place, depth + 1, &budget) else { return nil }
                members.append(JSONValue.Member(key, value))
            }
        }
        guard let referred else { return .object(members) }
        return members.isEmpty ? referred : .object([JSONValue.Member("allOf", .array([referred, .object(members)]))])
    }

    /// `dependencies` as the two keywords that took its place.
    private static func split(_ value: JSONValue) -> [JSONValue.Member] {
        guard case .object(let members) = value else { return [] }
        let (names, schemas) = members.reduce(into: ([JSONValue.Member](), [JSONValue.Member]())) { result, member in
            if case .array = member.value { result.0.append(member) } else { result.1.append(member) }
        }
        return (names.isEmpty ? [] : [JSONValue.Member("dependentRequired", .object(names))])
            + (schemas.isEmpty ? [] : [JSONValue.Member("dependentSchemas", .object(schemas))])
    }
}
