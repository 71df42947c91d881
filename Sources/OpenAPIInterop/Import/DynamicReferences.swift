import YAML

/// Binds the dynamic references of a document (JSON Schema 2020-12, Core, section 8.2.3.2) before it is read.
///
/// A `$dynamicRef` leads to the outermost schema that led here and has a `$dynamicAnchor` of that name. So one template,
/// such as a page of anything, is as many types as there are bindings: where a reference leads to a template with an
/// anchor bound around it, the template takes the place of the reference, its dynamic references bound. What is bound
/// nowhere leads to the one anchor of the document, and to nothing where there are several.
struct DynamicReferences {
    /// More nodes than any description makes of its templates.
    private static let mostNodes = 100_000
    /// Templates lie in each other this deep.
    private static let deepestTemplate = 16
    /// What holds schemas by names of the document's own.
    private static let maps: Set<String> = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "paths", "responses",
        "parameters", "requestBodies", "headers", "pathItems", "callbacks", "webhooks", "mediaTypes", "content",
    ]
    /// What holds values, not schemas.
    private static let values: Set<String> = ["example", "examples", "enum", "const", "default"]

    /// Where each name is bound, as a pointer; the outermost holds.
    private typealias Scope = [String: String]

    private struct Expansion {
        let target: String
        let scope: Scope
        let pointer: String
    }

    private let root: YAMLNode
    private var anchors: [String: [String]] = [:]
    private var needs: [String: Set<String>] = [:]
    private var copied = 0

    /// The document with its dynamic references bound.
    ///
    /// - Returns: `nil` where templates lie in each other deeper, or multiply to more, than any description would.
    static func bound(in root: YAMLNode) -> YAMLNode? {
        guard mentions(root) else { return root }
        var references = DynamicReferences(root)
        let result = references.bound(root, "#", scope: [:], open: [], isMap: false)
        return references.copied > mostNodes ? nil : result
    }

    /// The document without its dynamic references: what they stand for may be anything.
    static func dropped(from node: YAMLNode) -> YAMLNode {
        switch node.content {
        case .scalar: node
        case .sequence(let items): node.holding(.sequence(items.map(dropped)))
        case .mapping(let entries):
            node.holding(
                .mapping(
                    entries.filter { $0.key.text != "$dynamicRef" }
                        .map { YAMLNode.Entry(key: $0.key, value: dropped(from: $0.value)) }))
        }
    }

    private init(_ root: YAMLNode) {
        self.root = root
        collectAnchors(root, "#", isMap: false)
    }

    private static func mentions(_ node: YAMLNode) -> Bool {
        switch node.content {
        case .scalar: false
        case .sequence(let items): items.contains(where: mentions)
        case .mapping(let entries): entries.contains { $0.key.text == "$dynamicRef" || mentions($0.value) }
        }
    }

    private mutating func collectAnchors(_ node: YAMLNode, _ pointer: String, isMap: Bool) {
        if !isMap, let name = node["$dynamicAnchor"]?.text { anchors[name, default: []].append(pointer) }
        for (child, step, isMap) in Self.children(of: node, isMap: isMap) {
            collectAnchors(child, Self.appending(step, to: pointer), isMap: isMap)
        }
    }

    // MARK: Binding

    private mutating func bound(
        _ node: YAMLNode, _ pointer: String, scope: Scope, open: [Expansion], isMap: Bool
    ) -> YAMLNode {
        if !open.isEmpty { copied += 1 }
        guard copied <= Self.mostNodes else { return node }
        guard let entries = node.entries else {
            guard let items = node.items else { return node }
            var result: [YAMLNode] = []
            for (index, item) in items.enumerated() {
                result.append(
                    bound(item, Self.appending(String(index), to: pointer), scope: scope, open: open, isMap: false))
            }
            return node.holding(.sequence(result))
        }
        let scope = isMap ? scope : self.scope(of: node, pointer, within: scope)
        if !isMap, let expanded = expanded(node, entries, pointer, scope: scope, open: open) { return expanded }
        return node.holding(.mapping(bound(entries, pointer, scope: scope, open: open, isMap: isMap)))
    }

    private mutating func bound(
        _ entries: [YAMLNode.Entry], _ pointer: String, scope: Scope, open: [Expansion], isMap: Bool
    ) -> [YAMLNode.Entry] {
        var result: [YAMLNode.Entry] = []
        for entry in entries {
            let key = entry.key.text
            if !isMap, key == "$dynamicRef", let text = entry.value.text {
                let target = self.target(of: text, scope)
                result.append(.init(key: entry.value.asKey("$ref"), value: entry.value.holding(text: target)))
            } else if !isMap, Self.values.contains(key) {
                result.append(entry)
            } else {
                let value = bound(
                    entry.value, Self.appending(key, to: pointer), scope: scope, open: open,
                    isMap: !isMap && Self.maps.contains(key))
                result.append(.init(key: entry.key, value: value))
            }
        }
        return result
    }

    /// What takes the place of a schema that refers to a template, where something around it binds the template's anchors.
    private mutating func expanded(
        _ node: YAMLNode, _ entries: [YAMLNode.Entry], _ pointer: String, scope: Scope, open: [Expansion]
    ) -> YAMLNode? {
        guard !scope.isEmpty, let reference = node["$ref"]?.text, let template = target(at: reference) else {
            return nil
        }
        let needed = needed(by: reference)
        let bindings = scope.filter { needed.contains($0.key) }
        guard bindings.contains(where: { $0.value != reference }) else { return nil }
        if let known = open.first(where: { $0.target == reference && $0.scope == bindings }) {
            return node.holding(
                .mapping(
                    entries.map { entry in
                        entry.key.text == "$ref"
                            ? .init(key: entry.key, value: entry.value.holding(text: known.pointer)) : entry
                    }))
        }
        guard open.count < Self.deepestTemplate else {
            copied = Self.mostNodes + 1
            return nil
        }
        // Without anything of its own the schema becomes the template; its definitions stay where they are.
        let others = entries.filter { $0.key.text != "$ref" }
        let isAlone = others.allSatisfy { $0.key.text == "$defs" } && template["$defs"] == nil
        let list = Self.appending("allOf", to: pointer)
        let more = others.first { $0.key.text == "allOf" }?.value.items ?? []
        let place = isAlone ? pointer : Self.appending(String(more.count), to: list)
        let copy = bound(
            template, place, scope: scope,
            open: open + [Expansion(target: reference, scope: bindings, pointer: place)], isMap: false)
        let rest = bound(
            others.filter { $0.key.text != "allOf" }, pointer, scope: scope, open: open, isMap: false)
        if isAlone { return node.holding(.mapping((copy.entries ?? []) + rest)) }
        var parts: [YAMLNode] = []
        for (index, part) in more.enumerated() {
            parts.append(
                bound(part, Self.appending(String(index), to: list), scope: scope, open: open, isMap: false))
        }
        let all = YAMLNode.Entry(key: node.asKey("allOf"), value: node.holding(.sequence(parts + [copy])))
        return node.holding(.mapping([all] + rest))
    }

    /// What a schema binds, itself or by its definitions, where nothing outside has bound the name.
    private func scope(of node: YAMLNode, _ pointer: String, within outer: Scope) -> Scope {
        var scope = outer
        if let name = node["$dynamicAnchor"]?.text, scope[name] == nil { scope[name] = pointer }
        for entry in node["$defs"]?.entries ?? [] {
            guard let name = entry.value["$dynamicAnchor"]?.text, scope[name] == nil else { continue }
            // A definition that is nothing but a reference stands for what it leads to.
            let others = (entry.value.entries ?? []).filter { $0.key.text != "$dynamicAnchor" }
            let reference = others.count == 1 ? entry.value["$ref"]?.text : nil
            scope[name] = reference ?? Self.appending(entry.key.text, to: Self.appending("$defs", to: pointer))
        }
        return scope
    }

    private func target(of reference: String, _ scope: Scope) -> String {
        guard reference.hasPrefix("#"), !reference.hasPrefix("#/") else { return reference }
        let name = String(reference.dropFirst())
        if let bound = scope[name] { return bound }
        let known = anchors[name] ?? []
        return known.count == 1 ? known[0] : reference
    }

    // MARK: Looking ahead

    /// The names that dynamic references use in what a reference leads to, and in what that refers to.
    private mutating func needed(by reference: String) -> Set<String> {
        if let known = needs[reference] { return known }
        var names: Set<String> = []
        var seen: Set<String> = [reference]
        var pending = target(at: reference).map { [$0] } ?? []
        while let node = pending.popLast() {
            if let text = node["$dynamicRef"]?.text, text.hasPrefix("#") { names.insert(String(text.dropFirst())) }
            if let text = node["$ref"]?.text, seen.insert(text).inserted, let next = target(at: text) {
                pending.append(next)
            }
            switch node.content {
            case .scalar: break
            case .sequence(let items): pending += items
            case .mapping(let entries): pending += entries.map(\.value)
            }
        }
        needs[reference] = names
        return names
    }

    /// What a pointer of this document leads to.
    private func target(at reference: String) -> YAMLNode? {
        guard reference.hasPrefix("#/") else { return nil }
        var node = root
        for part in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            let step = DocumentReading.unescaped(String(part))
            let item = Int(step).flatMap { index in
                node.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
            guard let next = node[step] ?? item else { return nil }
            node = next
        }
        return node
    }

    private static func children(of node: YAMLNode, isMap: Bool) -> [(node: YAMLNode, step: String, isMap: Bool)] {
        switch node.content {
        case .scalar: []
        case .sequence(let items): items.enumerated().map { ($0.element, String($0.offset), false) }
        case .mapping(let entries):
            entries.filter { isMap || !values.contains($0.key.text) }
                .map { ($0.value, $0.key.text, !isMap && maps.contains($0.key.text)) }
        }
    }

    private static func appending(_ step: String, to pointer: String) -> String {
        pointer + "/"
            + step.replacing("~", with: "~0").replacing("/", with: "~1").replacing("%", with: "%25")
    }
}

extension YAMLNode {
    /// A text at the place of this node.
    fileprivate func holding(text: String) -> YAMLNode { holding(.scalar(YAMLScalar(text: text, isPlain: false))) }
}
