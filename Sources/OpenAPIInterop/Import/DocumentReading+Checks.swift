import APISpec
import OpenAPIExport
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
        /// Checks that are schemas of their own.
        var whole: [JSONValue] = []
        for entry in words.constraints {
            let key = entry.key.text
            switch key {
            case "unevaluatedProperties", "unevaluatedItems":
                if let check = takeUnevaluated(entry, &words) { whole.append(check) }
                continue
            case ExtensionName.checks.rawValue:
                if case .object(let stated) = entry.value.json { members += stated }
                continue
            // A list of items is how JSON Schema wrote tuples before `prefixItems`.
            case "items" where words.node["prefixItems"] == nil:
                guard let value = value(of: entry, words.place) else { continue }
                members.append(JSONValue.Member("prefixItems", value))
                noteUntyped(entry, words.place)
                continue
            case _ where Self.checkKeywords.contains(key):
                guard let value = value(of: entry, words.place) else { continue }
                switch key {
                case "dependencies": members += Self.split(value)
                case "prefixItems":
                    members.append(JSONValue.Member(key, value))
                    members += checksOfRest(of: &words, behind: value)
                    noteUntyped(entry, words.place)
                case "patternProperties": members += checks(ofPatterns: entry, value, &words)
                default: members.append(JSONValue.Member(key, value))
                }
                continue
            default: break
            }
            left.append(entry)
        }
        words.constraints = left
        if !whole.isEmpty {
            if let known = members.firstIndex(where: { $0.name == "allOf" }),
                case .array(let parts) = members[known].value
            {
                members[known].value = .array(parts + whole)
            } else {
                members.append(JSONValue.Member("allOf", .array(whole)))
            }
        }
        if !members.isEmpty { words.facts.checks = Self.joined(words.facts.checks, .object(members)) }
    }

    /// Whether a schema object, or a part of it, lets members in that it does not name, for some values at least.
    mutating func opensMembers(_ node: YAMLNode, _ place: JSONPlace) -> Bool {
        let outer = place.fingerprint
        var seen: Set<String> = []
        var open = [(node, place)]
        while let (node, place) = open.popLast() {
            for entry in node.entries ?? [] {
                switch entry.key.text {
                // What is asked about says nothing of itself.
                case "unevaluatedProperties" where place.fingerprint == outer: continue
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

    /// What a list with `prefixItems` says of the elements behind the first ones: of all elements where that is the
    /// same, else in a check, and the elements have the one type that fits them all.
    private mutating func checksOfRest(of words: inout SchemaWords, behind first: JSONValue) -> [JSONValue.Member] {
        guard let (node, place) = words.items, case .array(let first) = first else { return [] }
        if node.flag == false {
            words.items = nil
            var limits = words.facts.limits ?? Schema.Limits()
            limits.maxItems = min(limits.maxItems ?? .max, first.count)
            words.facts.limits = limits
            return []
        }
        let key = node.asKey("items")
        guard let rest = value(of: YAMLNode.Entry(key: key, value: node), words.place) else {
            words.items = nil
            return []
        }
        if first.allSatisfy({ $0 == rest }) { return [] }
        let type = rest["type"].flatMap { type in
            let isPlain = ["string", "integer", "number", "boolean"].contains { type == .string($0) }
            return isPlain && (first + [rest]).allSatisfy { $0["type"] == type && $0["nullable"] == nil } ? type : nil
        }
        let stated = node.entries?.filter { $0.key.text == "type" } ?? []
        words.items = type == nil ? nil : (node.holding(.mapping(stated)), place)
        // An empty schema demands nothing.
        let saysMore = rest != .bool(true) && rest != .object([]) && type.map { rest != .object(["type": $0]) } != false
        return saysMore ? [JSONValue.Member("items", rest)] : []
    }

    /// What an object says of members whose names fit patterns, and of all others beside them.
    private mutating func checks(ofPatterns entry: YAMLNode.Entry, _ value: JSONValue, _ words: inout SchemaWords)
        -> [JSONValue.Member]
    {
        let patterns = JSONValue.Member(entry.key.text, value)
        guard case .object(let fitting) = value, !fitting.isEmpty else { return [] }
        if words.hasPatternsOnly {
            if fitting.count > 1 { noteUntyped(entry, words.place) }
            return [patterns, JSONValue.Member("propertyNames", Self.names(of: words, fitting: entry.value))]
        }
        noteUntyped(entry, words.place)
        // The type of all others is not a type of these.
        guard let (node, place) = words.additional, node.entries?.isEmpty == false else { return [patterns] }
        let key = node.asKey("additionalProperties")
        let others = self.value(of: YAMLNode.Entry(key: key, value: node), words.place)
        if let others, fitting.allSatisfy({ $0.value == others }) { return [patterns] }
        words.additional = (node.holding(.mapping([])), place)
        guard let others else { return [patterns] }
        let stated = (words.members ?? []).map { JSONValue.Member($0.name, .bool(true)) }
        let whole: [JSONValue.Member] = [
            JSONValue.Member("properties", .object(stated)), patterns, JSONValue.Member(key.text, others),
        ]
        return [JSONValue.Member("allOf", .array([.object(whole)]))]
    }

    /// What the names of members are where there are none but those that are stated and those that fit a pattern.
    private static func names(of words: SchemaWords, fitting patterns: YAMLNode) -> JSONValue {
        var choices = (patterns.entries ?? []).map { JSONValue.object(["pattern": .string($0.key.text)]) }
        let stated = (words.members ?? []).map { JSONValue.string($0.name) }
        if !stated.isEmpty { choices.append(.object(["enum": .array(stated)])) }
        return choices.count == 1 ? choices[0] : .object(["anyOf": .array(choices)])
    }

    mutating func noteUntyped(_ entry: YAMLNode.Entry, _ place: JSONPlace) {
        log.report(
            OpenAPIImportRules.untypedKeyword,
            "`\(entry.key.text)` is kept for the mock service, and tells no type in Swift",
            place.appending(entry.key.text), at: entry.key.location)
    }

    /// Both of two checks.
    static func joined(_ first: JSONValue?, _ second: JSONValue?) -> JSONValue? {
        guard case .object(let known)? = first, case .object(let added)? = second else { return second ?? first }
        if known == added { return first }
        let names = Set(known.map(\.name))
        guard added.contains(where: { names.contains($0.name) }) else { return .object(known + added) }
        return .object([JSONValue.Member("allOf", .array([.object(known), .object(added)]))])
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
