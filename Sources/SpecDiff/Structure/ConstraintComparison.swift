import APISpec

/// Compares the limits of values: lengths and patterns.
struct ConstraintComparison {
    let old: Schema
    let new: Schema
    let place: ValuePlace

    /// One difference for each limit that differs.
    var differences: [Difference] {
        [
            difference("at least", old.minLength, new.minLength) { $0 < $1 },
            difference("at most", old.maxLength, new.maxLength) { $0 > $1 },
            pattern,
        ].compactMap(\.self)
    }

    private func difference(
        _ words: String, _ old: Int?, _ new: Int?, isTighter: (Int, Int) -> Bool
    ) -> Difference? {
        guard old != new else { return nil }
        let change: Change =
            switch (old, new) {
            case (nil, _): .constraintAdded
            case (_, nil): .constraintLoosened
            case (let old?, let new?): isTighter(old, new) ? .constraintTightened : .constraintLoosened
            }
        func shown(_ count: Int?) -> String? { count.map { "\(words) \($0) characters" } }
        return place.difference(change, shown(old), shown(new))
    }

    /// Which of two patterns matches more cannot be told.
    private var pattern: Difference? {
        guard old.pattern != new.pattern else { return nil }
        let change: Change =
            old.pattern == nil ? .constraintAdded : new.pattern == nil ? .constraintLoosened : .constraintChanged
        func shown(_ pattern: String?) -> String? { pattern.map { "matches `\($0)`" } }
        return place.difference(change, shown(old.pattern), shown(new.pattern))
    }
}
