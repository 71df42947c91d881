import APIModel

/// Compares the limits of values.
struct ConstraintComparison {
    let old: Schema
    let new: Schema
    let place: ValuePlace

    /// One difference for each limit that differs, in the order of reports.
    var differences: [Difference] {
        let before = ValueLimit.all(of: old)
        let after = ValueLimit.all(of: new)
        var kinds = before.map(\.kind)
        for kind in after.map(\.kind) where !kinds.contains(kind) { kinds.append(kind) }
        return kinds.compactMap { kind in
            let before = before.first { $0.kind == kind }
            let after = after.first { $0.kind == kind }
            guard let change = ValueLimit.change(from: before, to: after) else { return nil }
            return place.difference(change, before?.words, after?.words)
        }
    }
}
