import Diagnostics
import YAML

extension ConfigurationReading {
    /// A text that is there, whatever it looks like.
    func text(_ node: YAMLNode) -> String? {
        guard let scalar = node.scalar, scalar.resolved != .null else { return nil }
        return scalar.text
    }

    mutating func path(_ name: KeyName, _ node: YAMLNode) -> Located<String>? {
        guard let text = text(node) else {
            problem("`\(name.rawValue)` is a path", at: node.location)
            return nil
        }
        if let wrong = RelativePath.problem(text, of: name.rawValue) {
            problem(wrong, at: node.location)
            return nil
        }
        return Located(RelativePath.joined(text, toFolderOf: file), at: node.location)
    }

    mutating func identifier(_ name: KeyName, _ node: YAMLNode) -> Located<String>? {
        guard let text = text(node) else {
            problem("`\(name.rawValue)` holds names in Swift", at: node.location)
            return nil
        }
        if let wrong = SwiftName.problem(text) {
            problem(wrong, at: node.location)
            return nil
        }
        return Located(text, at: node.location)
    }

    mutating func flag(_ name: KeyName, _ node: YAMLNode) -> Bool? {
        if case .bool(let flag)? = node.scalar?.resolved { return flag }
        problem("`\(name.rawValue)` is `true` or `false`", at: node.location)
        return nil
    }

    mutating func word<Word: RawRepresentable<String>>(_ name: KeyName, _ node: YAMLNode) -> Word? {
        if let text = text(node), let word = Word(rawValue: text) { return word }
        let words = ConfigurationKey.words(of: name)
        let hint = NearestWord.suggestion(for: text(node) ?? "", among: words)
        problem("this is not a word for `\(name.rawValue)`; \(hint)", at: node.location)
        return nil
    }

    /// What selects the version.
    mutating func selector(_ node: YAMLNode) -> VersionSelectorChoice? {
        let entries = entries("selector", node, of: "`by`, `name` and `pattern`")
        var texts: [String: Located<String>] = [:]
        for entry in entries {
            guard ["by", "name", "pattern"].contains(entry.key.text) else {
                unknownKey(entry, "`selector`", among: ["by", "name", "pattern"])
                continue
            }
            guard let value = text(entry.value) else {
                problem("`\(entry.key.text)` of `selector` is a text", at: entry.value.location)
                continue
            }
            texts[entry.key.text] = Located(value, at: entry.value.location)
        }
        guard let kind = texts["by"] else {
            // One that is there and cannot be read was told with its own place.
            let isLacking = !entries.isEmpty && !entries.contains { $0.key.text == "by" }
            if isLacking { problem("`selector` lacks `by`, the part of a request", at: node.location) }
            return nil
        }
        guard VersionSelectorChoice.kinds.contains(kind.value) else {
            let hint = NearestWord.suggestion(for: kind.value, among: VersionSelectorChoice.kinds)
            problem("this is not a part of a request; \(hint)", at: kind.location)
            return nil
        }
        let needsName = ["header", "query"].contains(kind.value)
        if needsName != (texts["name"] != nil) {
            problem(
                needsName
                    ? "`selector` by \(kind.value) lacks `name`, as requests write it"
                    : "`selector` by \(kind.value) has no `name`; leave it out", at: kind.location)
            return nil
        }
        if kind.value != "none", let pattern = texts["pattern"], pattern.value.ranges(of: "{version}").count != 1 {
            problem("`pattern` has `{version}` in it, once", at: pattern.location)
            return nil
        }
        if texts["pattern"] == nil, ["media-type", "path", "server"].contains(kind.value) {
            problem("`selector` by \(kind.value) lacks `pattern`, such as `/v{version}`", at: kind.location)
            return nil
        }
        return VersionSelectorChoice(kind: kind, name: texts["name"]?.value, pattern: texts["pattern"]?.value)
    }

    /// The items of a list that is not empty.
    mutating func list(_ name: KeyName, _ node: YAMLNode, of things: String) -> [YAMLNode] {
        list(name.rawValue, node, of: things)
    }

    private mutating func list(_ name: String, _ node: YAMLNode, of things: String) -> [YAMLNode] {
        guard let items = node.items else {
            problem("`\(name)` is a list of \(things)", at: node.location)
            return []
        }
        if items.isEmpty { problem("`\(name)` is empty; leave it out, or write something into it", at: node.location) }
        var seen: [String: Int] = [:]
        for item in items {
            guard let text = text(item) else { continue }
            if let line = seen[text] {
                problem("`\(shortened(text))` is in this list already, on line \(line)", at: item.location)
            } else {
                seen[text] = item.location.line
            }
        }
        return items
    }

    /// The entries of a mapping that is not empty.
    mutating func entries(_ name: String, _ node: YAMLNode, of things: String) -> [YAMLNode.Entry] {
        guard let entries = node.entries else {
            problem("`\(name)` is a mapping of \(things)", at: node.location)
            return []
        }
        if entries.isEmpty {
            problem("`\(name)` is empty; leave it out, or write something into it", at: node.location)
        }
        return entries
    }

    mutating func versions(_ node: YAMLNode) -> VersionSelection? {
        let words = VersionSelection.words
        if let text = text(node) {
            if let known = words.first(where: { $0.word == text }) { return known.selection }
            let choices = words.map { "`\($0.word)`" }.joined(separator: ", ")
            problem("`versions` is a list of ids, such as `[\"1.2\"]`, or one of \(choices)", at: node.location)
            return nil
        }
        let ids = list(.versions, node, of: "ids").compactMap { item -> Located<String>? in
            guard let text = text(item), text.contains(where: { !$0.isWhitespace }) else {
                problem("`versions` is a list of ids", at: item.location)
                return nil
            }
            guard !words.contains(where: { $0.word == text }) else {
                problem("`\(text)` is not an id and stands alone: `versions: \(text)`", at: item.location)
                return nil
            }
            return Located(text, at: item.location)
        }
        return .listed(ids)
    }

    /// Lists of patterns by the keys that the table has for `name`.
    mutating func selection(_ name: KeyName, _ node: YAMLNode) -> [String: [NamePattern]]? {
        let members = ConfigurationKey.members(of: name)
        var result: [String: [NamePattern]] = [:]
        let shown = members.map { "`\($0)`" }.joined(separator: " and ")
        for entry in entries(name.rawValue, node, of: "\(shown) to lists of names") {
            guard members.contains(entry.key.text) else {
                unknownKey(entry, "`\(name.rawValue)`", among: members)
                continue
            }
            result[entry.key.text] = list(entry.key.text, entry.value, of: "names").compactMap { item in
                guard let text = text(item), !text.isEmpty, !text.contains(where: \.isWhitespace) else {
                    problem(
                        "`\(entry.key.text)` is a list of names, in which `*` stands for anything", at: item.location)
                    return nil
                }
                return NamePattern(text, at: item.location)
            }
        }
        return result
    }

    mutating func types(_ node: YAMLNode) -> [TypeReplacement] {
        entries("types", node, of: "schemas to types in Swift").compactMap { entry in
            guard let type = text(entry.value) else {
                problem("`types` is a mapping of schemas to types in Swift", at: entry.value.location)
                return nil
            }
            if let wrong = SwiftName.problem(dotted: type) {
                problem(wrong, at: entry.value.location)
                return nil
            }
            return TypeReplacement(schema: entry.key.text, type: type, location: entry.key.location)
        }
    }

    mutating func names(_ node: YAMLNode) -> [ChosenName] {
        var names: [ChosenName] = []
        let parts = NamePart.allCases.map(\.rawValue)
        for entry in entries("names", node, of: "parts to names") {
            guard let part = NamePart(rawValue: entry.key.text) else {
                unknownKey(entry, "`names`", among: parts)
                continue
            }
            guard part.isNested else {
                names += scope([part.rawValue], entry.value)
                continue
            }
            for owner in entries("names/\(part.rawValue)", entry.value, of: "owners to names") {
                names += scope([part.rawValue, owner.key.text], owner.value)
            }
        }
        return names
    }

    private mutating func scope(_ path: [String], _ node: YAMLNode) -> [ChosenName] {
        let place = shortened("names/" + path.joined(separator: "/"))
        var owners: [String: String] = [:]
        return entries(place, node, of: "names to names in Swift").compactMap { entry in
            guard let name = text(entry.value) else {
                problem("`\(place)` is a mapping of names to names in Swift", at: entry.value.location)
                return nil
            }
            if let wrong = SwiftName.problem(name) {
                problem(wrong, at: entry.value.location)
                return nil
            }
            if let other = owners[name] {
                problem(
                    "`\(shortened(other))` is called `\(name)` already; choose another name", at: entry.value.location)
                return nil
            }
            owners[name] = entry.key.text
            return ChosenName(scope: path, original: entry.key.text, name: name, location: entry.key.location)
        }
    }
}
