/// Finds named schemas that are nothing but each other.
package struct AliasCycles {
    /// The names of the schemas that stand for themselves, in the order of the document.
    package let names: [String]

    package init(_ schemas: [NamedSchema]) {
        var targets: [String: [String]] = [:]
        for schema in schemas where targets[schema.name] == nil {
            targets[schema.name] = schema.definition?.directlyReferencedNames ?? []
        }
        names = schemas.map(\.name).filter { name in
            var seen: Set<String> = []
            var pending = targets[name] ?? []
            while let next = pending.popLast() {
                if next == name { return true }
                if seen.insert(next).inserted { pending += targets[next] ?? [] }
            }
            return false
        }
    }
}
