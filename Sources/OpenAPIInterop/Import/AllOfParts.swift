import YAML

/// Finds the schemas that others are made of by `allOf`: a spec has their members, and no reference to them.
enum AllOfParts {
    /// The references that stand in an `allOf` anywhere in the document.
    static func references(in root: YAMLNode) -> Set<String> {
        var references: Set<String> = []
        var open = [root]
        while let node = open.popLast() {
            open += node.items ?? []
            for entry in node.entries ?? [] {
                open.append(entry.value)
                guard entry.key.text == "allOf" else { continue }
                for part in entry.value.items ?? [] {
                    if let reference = part["$ref"]?.text { references.insert(reference) }
                }
            }
        }
        return references
    }
}
