import APIModel

/// Compares what is known of values at one place: type, null, default, limits, and what is told for people.
struct ValueComparison {
    /// The schemas that types refer to.
    let schemas: SchemaPairs
    /// What was found.
    private(set) var differences: [Difference] = []
    /// The pairs of schemas that the two types refer to.
    private(set) var children: Set<Int> = []
    /// The definitions that are being compared in place of their names.
    private var unfolding: Set<[Schema.Kind]> = []

    init(schemas: SchemaPairs) { self.schemas = schemas }

    /// Compares two types. `isClaimed` says that the place differs already, so that what is told for people only does
    /// not count as a change of its own.
    mutating func compare(_ old: Schema, _ new: Schema, at place: ValuePlace, isClaimed: Bool = false) {
        if old == new, old.referencedNames.isEmpty { return }
        let named = (old: old, new: new)
        let (old, new) = schemas.alike(old, new)
        let start = differences.count
        let isOfOneKind = compareKinds(old, new, at: place)
        if isOfOneKind, named.old.kind != old.kind || named.new.kind != new.kind {
            // What has a name now, or lost it, has another type in Swift.
            differences.append(
                place.difference(
                    .typeReplaced, TypeText.kind(named.old.kind), TypeText.kind(named.new.kind),
                    swift: schemas.swiftEffect(from: named.old, to: named.new)))
        }
        if old.isNullable != new.isNullable, !old.isNullOnly, !new.isNullOnly {
            let effect = place.nullability?.effect(from: old.isNullable, to: new.isNullable) ?? .none
            differences.append(
                place.difference(new.isNullable ? .becameNullable : .becameNotNullable, swift: effect))
        }
        // What is said of values goes with their type.
        guard isOfOneKind else { return }
        compareDefaults(old, new, at: place)
        differences += ConstraintComparison(old: old, new: new, place: place).differences
        differences += DiscriminatorComparison(old: old, new: new, place: place).differences
        compareUse(old, new, at: place)
        guard differences.count == start, !isClaimed else { return }
        comparePeople(old, new, at: place)
    }

    // MARK: Kinds

    /// Compares the shapes. Returns false where the type as such changed, and with it all that is said of values.
    private mutating func compareKinds(_ old: Schema, _ new: Schema, at place: ValuePlace) -> Bool {
        switch (old.kind, new.kind) {
        case (.array(let before), .array(let after)):
            compare(before, after, at: place.items)
        case (.map(let before), .map(let after)):
            compare(before, after, at: place.items)
        case (.numbers(let oldType, let before), .numbers(let newType, let after)) where oldType == newType:
            compareValues(before, after, at: place)
        case (.reference(let before), .reference(let after)):
            return compareReferences(before, after, at: place)
        case (.union(let before), .union(let after)):
            return compareUnions(before, after, old, new, at: place)
        case (.enumeration(let before), .enumeration(let after)):
            compareValues(before, after, at: place)
        default:
            guard old.kind != new.kind || old.isNullOnly != new.isNullOnly else { return true }
            report(KindRelation.change(from: old, to: new), old, new, at: place)
            return false
        }
        return true
    }

    private mutating func report(_ change: Change, _ old: Schema, _ new: Schema, at place: ValuePlace) {
        let effect = schemas.swiftEffect(from: old, to: new)
        differences.append(
            place.difference(change, TypeText.kind(old), TypeText.kind(new), swift: effect))
        // A schema that both mention is followed all the same.
        for before in old.referencedNames {
            for after in new.referencedNames where schemas.relation(before, after) == .same {
                children.insert(schemas.pair(before, after))
            }
        }
    }

    private mutating func compareReferences(_ old: String, _ new: String, at place: ValuePlace) -> Bool {
        switch schemas.relation(old, new) {
        case .same, .renamed:
            children.insert(schemas.pair(old, new))
            return true
        case .replaced:
            report(.typeReplaced, Schema(.reference(old)), Schema(.reference(new)), at: place)
        case .different:
            compareDefinitions(Schema(.reference(old)), Schema(.reference(new)), at: place)
        }
        return false
    }

    /// Compares two schemas with names that have nothing to do with each other: what they define may.
    private mutating func compareDefinitions(_ old: Schema, _ new: Schema, at place: ValuePlace) {
        let before = schemas.unfolded(old, in: schemas.documents.old)
        let after = schemas.unfolded(new, in: schemas.documents.new)
        guard before.kind != old.kind, after.kind != new.kind else {
            report(.typeChanged, old, new, at: place)
            return
        }
        // Two types that hold themselves come here again: they are equal if nothing else differs.
        guard unfolding.insert([old.kind, new.kind]).inserted else { return }
        defer { unfolding.remove([old.kind, new.kind]) }
        let start = differences.count
        compare(before, after, at: place)
        let isOtherType = differences[start...].contains { $0.path == place.path && $0.change.isOfType }
        if !isOtherType, unfolding.count == 1 { report(.typeReplaced, old, new, at: place) }
    }

    private mutating func compareValues(_ old: [String], _ new: [String], at place: ValuePlace) {
        let added = new.filter { !old.contains($0) }
        let removed = old.filter { !new.contains($0) }
        if !added.isEmpty { differences.append(place.difference(.enumValueAdded, nil, TypeText.list(added))) }
        if !removed.isEmpty {
            differences.append(place.difference(.enumValueRemoved, TypeText.list(removed), nil, swift: .all))
        }
        if added.isEmpty, removed.isEmpty, old != new {
            differences.append(place.difference(.orderChanged, TypeText.list(old), TypeText.list(new)))
        }
    }

    // MARK: Unions

    private mutating func compareUnions(
        _ before: [Schema], _ after: [Schema], _ old: Schema, _ new: Schema, at place: ValuePlace
    ) -> Bool {
        let matches = UnionMatching(old: before, new: after, schemas: schemas)
        for match in matches.pairs {
            compare(before[match.old], after[match.new], at: place.alternative(match.new))
        }
        switch (matches.onlyOld.isEmpty, matches.onlyNew.isEmpty) {
        case (true, true):
            if matches.pairs.map(\.new) != matches.pairs.map(\.new).sorted() {
                differences.append(
                    place.difference(.orderChanged, TypeText.kind(old.kind), TypeText.kind(new.kind)))
            }
            return true
        case (true, false): report(.typeWidened, old, new, at: place)
        case (false, true): report(.typeNarrowed, old, new, at: place)
        case (false, false): report(.typeChanged, old, new, at: place)
        }
        return false
    }

    // MARK: What is said of values

    private mutating func compareDefaults(_ old: Schema, _ new: Schema, at place: ValuePlace) {
        guard old.defaultValue != new.defaultValue else { return }
        let before = old.defaultValue.map(TypeText.value)
        let after = new.defaultValue.map(TypeText.value)
        let change: Change = before == nil ? .defaultAdded : after == nil ? .defaultRemoved : .defaultChanged
        differences.append(place.difference(change, before, after))
    }

    /// Whether values are only sent or only received, and whether they are deprecated.
    private mutating func compareUse(_ old: Schema, _ new: Schema, at place: ValuePlace) {
        let effect = place.nullability?.useEffect(from: old, to: new) ?? .none
        if old.isReadOnly != new.isReadOnly {
            differences.append(
                place.difference(new.isReadOnly ? .becameReadOnly : .becameNotReadOnly, swift: effect))
        }
        if old.isWriteOnly != new.isWriteOnly {
            differences.append(
                place.difference(new.isWriteOnly ? .becameWriteOnly : .becameNotWriteOnly, swift: effect))
        }
        if old.isDeprecated != new.isDeprecated {
            differences.append(place.difference(new.isDeprecated ? .deprecated : .revived))
        }
    }

    private mutating func comparePeople(_ old: Schema, _ new: Schema, at place: ValuePlace) {
        if old.description != new.description {
            differences.append(place.difference(.descriptionChanged, old.description, new.description))
        } else if old.title != new.title {
            differences.append(place.difference(.descriptionChanged, old.title, new.title))
        }
        if old.example != new.example {
            differences.append(
                place.difference(.exampleChanged, old.example.map(TypeText.value), new.example.map(TypeText.value)))
        }
    }
}
