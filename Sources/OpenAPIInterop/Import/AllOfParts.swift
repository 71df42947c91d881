import YAML

/// Finds the schemas that others are made of: a spec has their members, and no reference to them.
enum AllOfParts {
    /// The references anywhere in the document that stand in an `allOf`, or in alternatives that are put together with
    /// members or parts beside them.
    static func references(in root: YAMLNode) -> Set<String> {
        var references: Set<String> = []
        func note(_ list: YAMLNode?) {
            for part in list?.items ?? [] {
                if let reference = part["$ref"]?.text { references.insert(reference) }
            }
        }
        func noteAlternatives(of node: YAMLNode) {
            for entry in node.entries ?? [] where ["oneOf", "anyOf"].contains(entry.key.text) { note(entry.value) }
        }
        var open = [root]
        while let node = open.popLast() {
            open += node.items ?? []
            var isMade = false
            for entry in node.entries ?? [] {
                open.append(entry.value)
                switch entry.key.text {
                case "allOf":
                    isMade = true
                    note(entry.value)
                    for part in entry.value.items ?? [] { noteAlternatives(of: part) }
                case "properties": isMade = true
                default: break
                }
            }
            if isMade { noteAlternatives(of: node) }
        }
        return references
    }
}
