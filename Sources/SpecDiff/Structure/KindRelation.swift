import APIModel

/// How two types that differ relate: which of them allows more.
enum KindRelation {
    /// The change from one type to another; the kinds differ, and not only in what they hold. `null` as the only value is a
    /// type: something else takes its place, or takes it in.
    static func change(from old: Schema, to new: Schema) -> Change {
        switch (old.isNullOnly, new.isNullOnly) {
        case (true, false): new.kind == .unknown ? .typeLost : new.isNullable ? .typeWidened : .typeChanged
        case (false, true): old.kind == .unknown ? .typeFound : old.isNullable ? .typeNarrowed : .typeChanged
        default: change(from: old.kind, to: new.kind)
        }
    }

    /// The change from one kind to another; the kinds differ, and not only in what they hold.
    static func change(from old: Schema.Kind, to new: Schema.Kind) -> Change {
        switch (old, new) {
        case (_, .unknown): return .typeLost
        case (.unknown, _): return .typeFound
        case (.enumeration, .string(let format)): return format == nil ? .enumRemoved : .typeChanged
        case (.string(let format), .enumeration): return format == nil ? .enumAdded : .typeChanged
        case (.numbers(.integer, _), .integer), (.numbers, .number): return .enumRemoved
        case (.integer, .numbers(.integer, _)), (.number, .numbers): return .enumAdded
        default: break
        }
        if holds(new, old) { return .typeWidened }
        if holds(old, new) { return .typeNarrowed }
        return .typeChanged
    }

    /// Whether every value of `inner` is one of `outer`, as far as their kinds tell.
    private static func holds(_ outer: Schema.Kind, _ inner: Schema.Kind) -> Bool {
        switch (outer, inner) {
        case (.string(let outer), .string(let inner)), (.number(let outer), .number(let inner)):
            return outer == nil && inner != nil
        case (.integer(let outer), .integer(let inner)):
            return (outer == nil && inner != nil) || (outer == "int64" && inner == "int32")
        case (.number(nil), .integer): return true
        case (.object, .reference), (.object, .map): return true
        case (.numbers(.number, let outer), .numbers(.integer, let inner)):
            return inner.allSatisfy { value in
                outer.contains { DecimalText($0).map { $0 == DecimalText(value) } ?? false }
            }
        case (.union(let members), _):
            return members.contains { $0.kind == inner || holds($0.kind, inner) }
        default: return false
        }
    }
}
