import Diagnostics
import YAML

extension SpecReading {
    /// Reports keys that are not in `allowed`, with the nearest one that is.
    mutating func check(_ entries: [YAMLNode.Entry], allowed: [String], in place: String) {
        for entry in entries where !allowed.contains(entry.key.text) {
            let hint = NearestWord.suggestion(for: entry.key.text, among: allowed)
            problem("\(place) has no key `\(entry.key.text)`; \(hint)", at: entry.key.location)
        }
    }

    /// The entries of a mapping; none for a node that is missing.
    mutating func mapping(_ node: YAMLNode?, _ place: String) -> [YAMLNode.Entry] {
        guard let node else { return [] }
        if let entries = node.entries { return entries }
        problem("`\(place)` is a mapping of keys to values", at: node.location)
        return []
    }

    /// The items of a sequence; none for a node that is missing.
    mutating func list(_ node: YAMLNode?, _ place: String) -> [YAMLNode] {
        guard let node else { return [] }
        if let items = node.items { return items }
        problem("`\(place)` is a list", at: node.location)
        return []
    }

    /// The text under `key`, whatever it looks like; `nil` where the key is missing.
    mutating func text(_ key: String, of node: YAMLNode) -> String? {
        guard let value = node[key] else { return nil }
        if let scalar = value.scalar, scalar.resolved != .null { return scalar.text }
        problem("`\(key)` is a text", at: value.location)
        return nil
    }

    /// The text under `key`, which has to be there and not empty.
    mutating func requiredText(_ key: String, of node: YAMLNode, _ place: String) -> String? {
        guard node[key] != nil else {
            if node.entries != nil { problem("\(place) lacks `\(key)`", at: node.location) }
            return nil
        }
        guard let text = text(key, of: node) else { return nil }
        if text.isEmpty, let value = node[key] { problem("`\(key)` is empty", at: value.location) }
        return text.isEmpty ? nil : text
    }

    /// The texts of a list.
    mutating func texts(_ key: String, of node: YAMLNode) -> [String] {
        list(node[key], key).compactMap { item in
            if let scalar = item.scalar { return scalar.text }
            problem("`\(key)` is a list of texts", at: item.location)
            return nil
        }
    }

    /// `true` or `false`; `false` where the key is missing.
    mutating func flag(_ key: String, of node: YAMLNode) -> Bool {
        guard let value = node[key] else { return false }
        if case .bool(let flag)? = value.scalar?.resolved { return flag }
        problem("`\(key)` is `true` or `false`", at: value.location)
        return false
    }

    /// A whole number that is not negative; `nil` where the key is missing.
    mutating func count(_ key: String, of node: YAMLNode) -> Int? {
        guard let value = node[key] else { return nil }
        if case .integer(let digits)? = value.scalar?.resolved, let number = Int(digits), number >= 0 { return number }
        problem("`\(key)` is a whole number of 0 or more", at: value.location)
        return nil
    }

    /// One of the words of an enumeration, which has to be there.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of node: YAMLNode, _ place: String
    ) -> Choice? {
        guard let text = requiredText(key, of: node, place), let value = node[key] else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let hint = NearestWord.suggestion(for: text, among: Choice.allCases.map(\.rawValue))
        problem("`\(text)` is no `\(key)`; \(hint)", at: value.location)
        return nil
    }

    /// A value of JSON, written as YAML.
    mutating func json(_ node: YAMLNode) -> JSONValue {
        switch node.content {
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: return .null
            case .bool(let flag): return .bool(flag)
            case .integer(let text), .float(let text):
                if JSONValue.isNumber(text) { return .number(text) }
                problem("JSON has no number `\(text)`; put it in quotes if it is a text", at: node.location)
                return .null
            case .string(let text): return .string(text)
            }
        case .sequence(let items):
            return .array(items.map { json($0) })
        case .mapping(let entries):
            return .object(entries.map { JSONValue.Member($0.key.text, json($0.value)) })
        }
    }
}
