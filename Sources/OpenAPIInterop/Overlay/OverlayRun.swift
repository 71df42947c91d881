import Diagnostics
import YAML

/// Applies overlays to a document, one action after the other.
struct OpenAPIOverlayRun {
    /// The document as it is so far.
    private(set) var root: YAMLNode
    /// The actions that changed nothing.
    private(set) var findings: [Diagnostic] = []

    init(_ root: YAMLNode) { self.root = root }

    /// Applies all actions of an overlay in their order. Throws `DiagnosticError` for the first that cannot be applied.
    mutating func apply(_ overlay: OpenAPIOverlay) throws(DiagnosticError) {
        for action in overlay.actions { try apply(action) }
    }

    private mutating func apply(_ action: OpenAPIOverlay.Action) throws(DiagnosticError) {
        let selected = try nodes(action.target, action.text, at: action.location)
        guard !selected.isEmpty else {
            findings.append(
                OpenAPIImportRules.overlayWithoutMatch.finding(
                    "the target `\(action.text)` selects nothing of the document", at: action.location))
            return
        }
        let edit: Edit
        switch action.change {
        case .remove: edit = .remove
        case .update(let node): edit = .put(node)
        case .copy(let source, let text, let location):
            let sources = try nodes(source, text, at: location)
            guard sources.count == 1 else {
                throw DiagnosticError(
                    "`\(text)` selects \(sources.count) nodes, and `copy` takes the only one", at: location)
            }
            edit = .put(sources[0].node)
        }
        if case .put(let value) = edit { try check(selected, value, action) }
        let tree = EditTree()
        for node in selected { tree.add(node.trail.steps[...]) }
        guard let edited = try self.edited(root, tree, edit, action) else {
            throw DiagnosticError("the whole document cannot be removed", at: action.location)
        }
        root = edited
    }

    private func nodes(
        _ path: JSONPath, _ text: String, at location: SourceLocation
    ) throws(DiagnosticError) -> [JSONPathEvaluation.Selected] {
        var evaluation = JSONPathEvaluation(root)
        do {
            return try evaluation.nodes(path)
        } catch {
            throw DiagnosticError(
                "the query `\(text)` takes too long on this document; make it more exact", at: location)
        }
    }

    /// The nodes of one action are of one kind, and the value fits it (Overlay Specification 1.1, section 4.4.3).
    private func check(
        _ selected: [JSONPathEvaluation.Selected], _ value: YAMLNode, _ action: OpenAPIOverlay.Action
    ) throws(DiagnosticError) {
        let kinds = Set(selected.map { Kind($0.node) })
        guard kinds.count == 1, let kind = kinds.first else {
            throw DiagnosticError(
                "the target `\(action.text)` selects nodes of different kinds; objects, lists and single values are changed "
                    + "by actions of their own", at: action.location)
        }
        guard kind == .list || kind == Kind(value) else {
            throw DiagnosticError(
                "the target `\(action.text)` selects \(kind.rawValue), which takes no \(Kind(value).word)",
                at: value.location)
        }
    }

    /// The three kinds of nodes that are changed differently.
    private enum Kind: String {
        case object = "an object"
        case list = "a list"
        case single = "a single value"

        init(_ node: YAMLNode) {
            switch node.content {
            case .mapping: self = .object
            case .sequence: self = .list
            case .scalar: self = .single
            }
        }

        var word: Substring { rawValue.drop { $0 != " " }.dropFirst() }
    }

    private enum Edit {
        case remove
        case put(YAMLNode)
    }

    /// The places to edit, as a tree of steps.
    private final class EditTree {
        var isTarget = false
        var children: [NodeTrail.Step: EditTree] = [:]

        func add(_ steps: ArraySlice<NodeTrail.Step>) {
            var tree = self
            for step in steps {
                let next = tree.children[step] ?? EditTree()
                tree.children[step] = next
                tree = next
            }
            tree.isTarget = true
        }
    }

    /// A node with the edits below it and of itself; `nil` for one that is removed.
    private func edited(
        _ node: YAMLNode, _ tree: EditTree, _ edit: Edit, _ action: OpenAPIOverlay.Action
    ) throws(DiagnosticError) -> YAMLNode? {
        if tree.isTarget, case .remove = edit { return nil }
        var result = node
        if !tree.children.isEmpty {
            switch node.content {
            case .scalar: break
            case .sequence(let items):
                var kept: [YAMLNode] = []
                for (index, item) in items.enumerated() {
                    guard let below = tree.children[.index(index)] else {
                        kept.append(item)
                        continue
                    }
                    if let item = try edited(item, below, edit, action) { kept.append(item) }
                }
                result = node.holding(.sequence(kept))
            case .mapping(let entries):
                var kept: [YAMLNode.Entry] = []
                for entry in entries {
                    guard let below = tree.children[.key(entry.key.text)] else {
                        kept.append(entry)
                        continue
                    }
                    if let value = try edited(entry.value, below, edit, action) {
                        kept.append(YAMLNode.Entry(key: entry.key, value: value))
                    }
                }
                result = node.holding(.mapping(kept))
            }
        }
        guard tree.isTarget, case .put(let value) = edit else { return result }
        return try merged(result, value, isTarget: true)
    }

    /// A node with a value put into it. Objects are merged, a list gets more items, anything else is replaced.
    private func merged(_ node: YAMLNode, _ value: YAMLNode, isTarget: Bool) throws(DiagnosticError) -> YAMLNode {
        switch (node.content, value.content) {
        case (.mapping(let entries), .mapping(let added)):
            var result = entries
            for entry in added {
                guard let index = result.firstIndex(where: { $0.key.text == entry.key.text }) else {
                    result.append(entry)
                    continue
                }
                let known = result[index]
                result[index] = YAMLNode.Entry(
                    key: known.key, value: try merged(known.value, entry.value, isTarget: false))
            }
            return node.holding(.mapping(result))
        case (.sequence(let items), .sequence(let added)): return node.holding(.sequence(items + added))
        case (.sequence(let items), _) where isTarget: return node.holding(.sequence(items + [value]))
        case (.scalar, .scalar): return value
        default:
            // A key without a value is how YAML writes an object of nothing; a null that is written is a value.
            if let scalar = value.scalar, scalar.resolved == .null { return scalar.text.isEmpty ? node : value }
            if node.scalar?.resolved == .null { return value }
            throw DiagnosticError(
                "this is \(Kind(value).rawValue), and the document has \(Kind(node).rawValue) there (line "
                    + "\(node.location.line)); remove that first", at: value.location)
        }
    }
}
