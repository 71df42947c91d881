import APIModel

/// The schemas of two documents that belong together, compared once each however often they are used.
final class SchemaPairs {
    /// How two schemas that stand at one place relate.
    enum Relation: Hashable {
        /// One schema, perhaps as two versions have it: `BackupResponse` and `BackupResponse1Dot2`.
        case same
        /// One schema that has another name in the new document.
        case renamed
        /// Two schemas with the same members.
        case replaced
        /// Two schemas.
        case different
    }

    /// Two schemas that belong together.
    struct Pair {
        let old: String
        let new: String
        var differences: [Difference] = []
        /// The pairs that properties refer to.
        var children: Set<Int> = []
        /// What the two say side by side; `nil` where they say the same.
        var table: TypeTable?
    }

    private struct Key: Hashable {
        let old: String
        let new: String
    }

    let documents: DocumentPair
    /// Whether differences in evidence are changes: between two states of one version.
    let tracksReading: Bool
    private(set) var pairs: [Pair] = []
    private var index: [Key: Int] = [:]
    private var relations: [Key: Relation] = [:]
    private var renamedFrom: [String: String] = [:]
    private var renamedTo: [String: String] = [:]
    private var compared = 0

    init(documents: DocumentPair, tracksReading: Bool) {
        self.documents = documents
        self.tracksReading = tracksReading
    }

    /// The number of the pair of two schemas, which will be compared.
    func pair(_ old: String, _ new: String) -> Int {
        let key = Key(old: old, new: new)
        if let known = index[key] { return known }
        index[key] = pairs.count
        pairs.append(Pair(old: old, new: new))
        return pairs.count - 1
    }

    /// Whether a schema of the old or the new document belongs to a pair.
    func names() -> (old: Set<String>, new: Set<String>) {
        (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    }

    /// Compares all pairs, and those that come up while comparing.
    func compareAll() {
        while compared < pairs.count {
            let pair = pairs[compared]
            // A schema of one document is the same for all of its versions, and so is all that it mentions.
            let isOne = documents.isOneDocument && pair.old == pair.new
            if !isOne, let old = documents.old.schema(pair.old), let new = documents.new.schema(pair.new) {
                var comparison = NamedSchemaComparison(old: old, new: new, schemas: self)
                comparison.run()
                pairs[compared].differences = comparison.differences
                pairs[compared].children = comparison.children
                if !comparison.differences.isEmpty { pairs[compared].table = TypeTable(old: old, new: new) }
            }
            compared += 1
        }
    }

    // MARK: Relations

    func relation(_ old: String, _ new: String) -> Relation {
        let key = Key(old: old, new: new)
        if let known = relations[key] { return known }
        let relation = findRelation(old, new)
        relations[key] = relation
        return relation
    }

    private func findRelation(_ old: String, _ new: String) -> Relation {
        let before = VersionedName(old).base
        let after = VersionedName(new).base
        if before == after { return .same }
        if isRename(old, before, new, after) {
            renamedTo[before] = after
            renamedFrom[after] = before
            return .renamed
        }
        var visited: Set<Key> = []
        return haveSameStructure(old, new, &visited) ? .replaced : .different
    }

    /// Whether a name went, another came, and the two share most of their members.
    private func isRename(_ old: String, _ oldBase: String, _ new: String, _ newBase: String) -> Bool {
        if let known = renamedTo[oldBase] { return known == newBase }
        guard renamedFrom[newBase] == nil, !documents.new.baseNames.contains(oldBase),
            !documents.old.baseNames.contains(newBase), let before = documents.old.schema(old),
            let after = documents.new.schema(new)
        else { return false }
        if let before = before.definition, let after = after.definition {
            // Types without members share their shape or nothing.
            return before.structure(naming: { _ in "" }) == after.structure(naming: { _ in "" })
        }
        let names = Set(before.properties.map(\.name))
        let others = Set(after.properties.map(\.name))
        let shared = names.intersection(others).count
        return shared > 0 && shared * 2 >= names.union(others).count
    }

    /// Whether two schemas have the same members at any depth, whatever the schemas inside are called.
    private func haveSameStructure(_ old: String, _ new: String, _ visited: inout Set<Key>) -> Bool {
        guard visited.insert(Key(old: old, new: new)).inserted else { return true }
        guard let before = documents.old.schema(old), let after = documents.new.schema(new),
            !before.isLost, !after.isLost, before.properties.count == after.properties.count
        else { return false }
        for (left, right) in zip(before.properties, after.properties) {
            guard left.name == right.name, left.isRequired == right.isRequired,
                haveSameStructure(left.schema, right.schema, &visited)
            else { return false }
        }
        switch (before.definition, after.definition) {
        case (nil, nil): break
        case (let before?, let after?): guard haveSameStructure(before, after, &visited) else { return false }
        default: return false
        }
        switch (before.additionalProperties, after.additionalProperties) {
        case (.schema(let before)?, .schema(let after)?): return haveSameStructure(before, after, &visited)
        default: return before.additionalProperties == after.additionalProperties
        }
    }

    private func haveSameStructure(_ old: Schema, _ new: Schema, _ visited: inout Set<Key>) -> Bool {
        let names = (old.referencedNames, new.referencedNames)
        guard names.0.count == names.1.count,
            old.structure(naming: { _ in "" }) == new.structure(naming: { _ in "" })
        else { return false }
        for (old, new) in zip(names.0, names.1) where !haveSameStructure(old, new, &visited) { return false }
        return true
    }
}
