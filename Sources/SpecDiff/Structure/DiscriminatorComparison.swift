import APIModel

/// Compares the properties that tell the alternatives of two unions apart.
struct DiscriminatorComparison {
    let old: Schema
    let new: Schema
    let place: ValuePlace

    var differences: [Difference] {
        switch (old.discriminator, new.discriminator) {
        case (nil, nil): return []
        case (nil, let after?): return [place.difference(.discriminatorAdded, nil, "`\(after.property)`")]
        case (let before?, nil): return [place.difference(.discriminatorRemoved, "`\(before.property)`", nil)]
        case (let before?, let after?):
            guard before.property == after.property else {
                return [place.difference(.discriminatorChanged, "`\(before.property)`", "`\(after.property)`")]
            }
            return values(Self.values(old, before), Self.values(new, after))
        }
    }

    private func values(_ before: [(String, String)], _ after: [(String, String)]) -> [Difference] {
        let known = Dictionary(before, uniquingKeysWith: { first, _ in first })
        let kept = Dictionary(after, uniquingKeysWith: { first, _ in first })
        func words(_ list: [(String, String)]) -> String {
            list.map { "`\($0.0)` for \($0.1)" }.joined(separator: ", ")
        }
        var differences: [Difference] = []
        let added = after.filter { known[$0.0] == nil }
        let removed = before.filter { kept[$0.0] == nil }
        let changed = before.filter { entry in kept[entry.0].map { $0 != entry.1 } ?? false }
        if !added.isEmpty { differences.append(place.difference(.discriminatorValueAdded, nil, words(added))) }
        if !removed.isEmpty { differences.append(place.difference(.discriminatorValueRemoved, words(removed), nil)) }
        if !changed.isEmpty {
            differences.append(
                place.difference(
                    .discriminatorValueChanged, words(changed), words(changed.map { ($0.0, kept[$0.0] ?? "") })))
        }
        return differences
    }

    /// The values with their schemas; one that is not listed goes by its own name.
    private static func values(_ schema: Schema, _ discriminator: Schema.Discriminator) -> [(String, String)] {
        var values = discriminator.mapping.map { ($0.value, VersionedName($0.schema).base) }
        guard case .union(let members) = schema.kind else { return values }
        for case .reference(let name) in members.map(\.kind)
        where !discriminator.mapping.contains(where: { $0.schema == name }) {
            values.append((name, VersionedName(name).base))
        }
        return values
    }
}
