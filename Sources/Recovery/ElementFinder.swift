import APISpec

/// Finds the schema of an object inside the example of a schema that is rebuilt.
struct ElementFinder {
    private let catalog: SchemaCatalog
    private let use: TableUse
    private let matcher: ExampleMatcher
    private let affinity: NameAffinity

    init(catalog: SchemaCatalog, use: TableUse) {
        self.catalog = catalog
        self.use = use
        matcher = ExampleMatcher(catalog: catalog)
        affinity = NameAffinity(names: catalog.families.map { catalog.entries[$0[0]].words })
    }

    /// The type of a member that is an object or a list of objects; `nil` for any other value.
    func element(of name: String, value: JSONValue, in context: RebuildContext, voted: Schema?) -> Schema? {
        switch value {
        case .object:
            return Schema(best(name, value, context).map { .reference(catalog.schemas[$0].name) } ?? .object)
        case .array(let elements):
            guard let shown = elements.first, case .object = shown else { return emptyList(name, context, voted) }
            let items = best(name, shown, context).map { Schema(.reference(catalog.schemas[$0].name)) }
            return Schema(.array(items ?? Schema(.object)))
        default: return nil
        }
    }

    /// A list that shows no element: where other schemas have a list of some schema there, the names must agree.
    private func emptyList(_ name: String, _ context: RebuildContext, _ voted: Schema?) -> Schema? {
        guard let voted, case .array(let items) = voted.kind, case .reference = items.kind else { return nil }
        return catalog.adapted(voted, to: context.version)
    }

    private func best(_ name: String, _ value: JSONValue, _ context: RebuildContext) -> Int? {
        let owner = Weighed(catalog.entries[context.position].words, by: affinity)
        let property = Words(name)
        var best: (position: Int, score: Double)?
        for (position, entry) in catalog.entries.enumerated() {
            guard position != context.position, catalog.isAllowed(position, in: context.version) else { continue }
            let fit = matcher.fit(value, schemaAt: position)
            guard fit.isPossible else { continue }
            let likeness = affinity.similarity(
                Weighed(entry.words, by: affinity), title: owner, path: property)
            var score = 4 * likeness
            if catalog.schemas[position].isLost {
                guard likeness >= 0.6, property.content.allSatisfy(entry.words.content.contains) else { continue }
            } else {
                guard fit.isExact, fit.keys > 1 || likeness > 0.2 else { continue }
                score += 4 + fit.agreement - 0.5 * Double(fit.oddities)
            }
            if catalog.member(of: entry.family, in: context.version) != position { score -= 3 }
            if use.isUnused[position] || !use.entries[position].isPart { score += 1 }
            if let direction = entry.words.direction, direction != context.direction { score -= 2 }
            if best.map({ score > $0.score }) ?? true { best = (position, score) }
        }
        return best?.position
    }
}
