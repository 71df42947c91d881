import APIModel

/// Which alternatives of two unions belong together.
struct UnionMatching {
    /// Alternatives that belong together, by their positions, in the order of the old union.
    private(set) var pairs: [(old: Int, new: Int)] = []
    private(set) var onlyOld: [Int]
    private(set) var onlyNew: [Int]

    /// Matches what is equal first, then what is of one kind.
    init(old: [Schema], new: [Schema], schemas: SchemaPairs) {
        onlyOld = Array(old.indices)
        onlyNew = Array(new.indices)
        let naming = { (name: String) in VersionedName(name).base }
        let before = old.map { $0.structure(naming: naming) }
        let after = new.map { $0.structure(naming: naming) }
        match { before[$0] == after[$1] }
        match { Self.isOfOneKind(old[$0].kind, new[$1].kind, schemas) }
        pairs.sort { $0.old < $1.old }
    }

    private mutating func match(_ belong: (Int, Int) -> Bool) {
        for left in onlyOld {
            guard let position = onlyNew.firstIndex(where: { belong(left, $0) }) else { continue }
            pairs.append((left, onlyNew.remove(at: position)))
            onlyOld.removeAll { $0 == left }
        }
    }

    private static func isOfOneKind(_ old: Schema.Kind, _ new: Schema.Kind, _ schemas: SchemaPairs) -> Bool {
        switch (old, new) {
        case (.array(let old), .array(let new)): isOfOneKind(old.kind, new.kind, schemas)
        case (.map(let old), .map(let new)): isOfOneKind(old.kind, new.kind, schemas)
        case (.reference(let old), .reference(let new)): [.same, .renamed].contains(schemas.relation(old, new))
        case (.enumeration, .enumeration), (.numbers, .numbers), (.union, .union): true
        default: old == new
        }
    }
}
