import APISpec
import YAML

/// Keywords that are being copied into a check, with what they refer to in the place of the references.
struct CheckCopy {
    /// A check holds no more values than this: what is larger is a type of its own.
    static let mostValues = 4_000

    /// How many values all checks of a document hold together: definitions are repeated wherever checks refer to them.
    static let mostValuesTogether = 40_000

    /// How deep schemas of one check lie in each other.
    static let deepest = 24

    /// How many values may still be copied.
    private(set) var valuesLeft: Int
    /// The reference that leads to what is being copied; `nil` for what stands there itself.
    var definition: String?
    /// Why copying has ended, as the middle of a sentence about the keyword.
    private(set) var problem: String?

    /// What would be too large.
    private let whole: String

    /// A copy in a document whose checks may hold so many values more.
    init(valuesLeft: Int) {
        self.valuesLeft = min(Self.mostValues, valuesLeft)
        whole = valuesLeft < Self.mostValues ? "all checks together" : "the check"
    }

    /// Whether so many values may be copied.
    mutating func take(_ count: Int) -> Bool {
        guard valuesLeft >= count else {
            let what = definition.map { "repeats `\($0)`" } ?? "is large"
            problem = problem ?? "\(what), and \(whole) would hold more values than specs do"
            return false
        }
        valuesLeft -= count
        return true
    }

    /// A value with all that it holds; `nil` where that is too much.
    mutating func plain(_ node: YAMLNode) -> JSONValue? {
        var open = [node]
        var count = 0
        while let node = open.popLast(), count <= valuesLeft {
            count += 1
            open += node.items ?? (node.entries ?? []).map(\.value)
        }
        return take(count) ? node.json : nil
    }

    /// Remembers why copying ends.
    mutating func fail(_ problem: String) -> JSONValue? {
        self.problem = self.problem ?? problem
        return nil
    }
}

extension DocumentReading {
    /// The value of a keyword with what it refers to; `nil`, after a finding, where it refers to nothing or to itself,
    /// and where it is more than a check holds.
    mutating func value(of entry: YAMLNode.Entry, _ place: JSONPlace) -> JSONValue? {
        copied(entry, place) { reading, copy in reading.check(entry.key.text, entry.value, place, 0, &copy) }
    }

    /// What `make` copies for a keyword; `nil`, after a finding, where it ends before.
    mutating func copied(
        _ entry: YAMLNode.Entry, _ place: JSONPlace,
        _ make: (inout DocumentReading, inout CheckCopy) -> JSONValue?
    ) -> JSONValue? {
        var copy = CheckCopy(valuesLeft: checkValuesLeft)
        let granted = copy.valuesLeft
        if let value = make(&self, &copy) {
            checkValuesLeft -= granted - copy.valuesLeft
            return value
        }
        let reason = copy.problem ?? "has no place in specs"
        log.report(
            OpenAPIImportRules.unkeptConstraint, "`\(entry.key.text)` is left out: it \(reason)",
            place.appending(entry.key.text), at: entry.key.location)
        return nil
    }

    /// The value of a keyword with what it refers to in the place of the references.
    mutating func check(
        _ key: String, _ node: YAMLNode, _ place: JSONPlace, _ depth: Int, _ copy: inout CheckCopy
    ) -> JSONValue? {
        switch key {
        case "not", "if", "then", "else", "propertyNames", "contains", "additionalProperties", "items",
            "unevaluatedProperties", "unevaluatedItems":
            // A list of items is how JSON Schema wrote tuples before `prefixItems`.
            if let items = node.items { return checks(items, place, depth, &copy) }
            return check(node, place, depth, &copy)
        case "allOf", "anyOf", "oneOf", "prefixItems": return checks(node.items ?? [], place, depth, &copy)
        case "properties", "patternProperties", "dependentSchemas", "dependencies":
            var members: [JSONValue.Member] = []
            for entry in node.entries ?? [] {
                let isList = key == "dependencies" && entry.value.items != nil
                let value = isList ? copy.plain(entry.value) : check(entry.value, place, depth, &copy)
                guard let value else { return nil }
                members.append(JSONValue.Member(entry.key.text, value))
            }
            return .object(members)
        default: return copy.plain(node)
        }
    }

    private mutating func checks(
        _ nodes: [YAMLNode], _ place: JSONPlace, _ depth: Int, _ copy: inout CheckCopy
    ) -> JSONValue? {
        var result: [JSONValue] = []
        for node in nodes {
            guard let value = check(node, place, depth, &copy) else { return nil }
            result.append(value)
        }
        return .array(result)
    }

    /// A schema object without what is told for people, and with what it refers to.
    private mutating func check(
        _ node: YAMLNode, _ place: JSONPlace, _ depth: Int, _ copy: inout CheckCopy
    ) -> JSONValue? {
        guard copy.take(1) else { return nil }
        guard depth < CheckCopy.deepest else { return copy.fail("refers to itself, or lies too deep in itself") }
        if let flag = node.flag { return .bool(flag) }
        guard let entries = node.entries else { return copy.fail("holds what is not a schema") }
        var members: [JSONValue.Member] = []
        var referred: JSONValue?
        for entry in entries {
            switch entry.key.text {
            case "$ref", "$dynamicRef":
                guard let reference = entry.value.text, let target = possibleTarget(of: reference, place) else {
                    return copy.fail("refers to nothing")
                }
                let outer = copy.definition
                copy.definition = reference
                guard let value = check(target.node, target.place, depth + 1, &copy) else { return nil }
                copy.definition = outer
                referred = value
            case "title", "description", "example", "examples", "default", "deprecated", "xml", "externalDocs",
                "discriminator", "$comment", "$id", "$anchor", "$dynamicAnchor", "$defs", "readOnly", "writeOnly":
                continue
            case let key where key.hasPrefix("x-"): continue
            case let key:
                guard let value = check(key, entry.value, place, depth + 1, &copy) else { return nil }
                members.append(JSONValue.Member(key, value))
            }
        }
        guard let referred else { return .object(members) }
        return members.isEmpty ? referred : .object([JSONValue.Member("allOf", .array([referred, .object(members)]))])
    }
}
