/// Makes alternatives of unions one where Swift could not tell them apart, or need not.
struct UnionJoining {
    private let mapping: SwiftTypeMapping

    /// `document` has its definitions in the place of their names; its types are those of `choices`.
    init(_ document: SpecDocument, choices: SwiftTypeChoices) {
        mapping = SwiftTypeMapping(APIModel(document), choices: choices)
    }

    /// What makes two alternatives one.
    private enum Key: Hashable {
        /// A schema that is named twice.
        case named(String)
        /// An enumeration without a name; of numbers, where the type is told.
        case values(Schema.NumberType?)
        /// A type without a name that Swift has one type for.
        case type(SwiftType)
    }

    /// A union with fewer alternatives, the only one that is left, or any other type as it is.
    ///
    /// - A schema that is named twice is one alternative.
    /// - Alternatives without a name are one where they are enumerations, or have one type in Swift.
    /// - Where all that are left are enumerations of text, or of one type of numbers, they are one enumeration.
    func joined(_ schema: Schema) -> Schema {
        guard case .union(let members) = schema.kind, members.count > 1 else { return schema }
        var kept: [Schema] = []
        var positions: [Key: Int] = [:]
        for member in members {
            let key = key(of: member)
            guard let position = positions[key] else {
                positions[key] = kept.count
                kept.append(member)
                continue
            }
            kept[position].isNullable = kept[position].isNullable || member.isNullable
            if case .values = key, let kind = Self.enumeration([kept[position].kind, member.kind]) {
                kept[position].kind = kind
            }
        }
        if kept.count == 1 { return schema.becoming(kept[0]) }
        if !kept.contains(where: isOwn), let kind = Self.enumeration(kept.map(\.kind)) {
            return schema.becoming(Schema(kind, isNullable: kept.contains(where: \.isNullable)))
        }
        var result = schema
        result.kind = .union(kept)
        return result
    }

    private func isOwn(_ member: Schema) -> Bool { member.definitionName.flatMap(mapping.ownType) != nil }

    private func key(of member: Schema) -> Key {
        if let name = member.definitionName { return .named(name) }
        switch member.kind {
        case .reference(let name): return .named(name)
        case .enumeration: return .values(nil)
        case .numbers(let type, _): return .values(type)
        default: return .type(mapping.type(of: member, at: ""))
        }
    }

    /// One enumeration of the values of several; `nil` where they are not of one type.
    private static func enumeration(_ kinds: [Schema.Kind]) -> Schema.Kind? {
        var values: [String] = []
        var types: Set<Schema.NumberType?> = []
        for kind in kinds {
            switch kind {
            case .enumeration(let texts):
                types.insert(nil)
                values += texts
            case .numbers(let type, let numbers):
                types.insert(type)
                values += numbers
            default: return nil
            }
        }
        guard let type = types.first, types.count == 1 else { return nil }
        var seen: Set<String> = []
        values = values.filter { seen.insert($0).inserted }
        return type.map { .numbers(type: $0, values) } ?? .enumeration(values)
    }
}

extension SpecDocument {
    /// Whether a type of the document is one of several.
    var hasUnions: Bool {
        var found = false
        var copy = self
        copy.mapTypes { schema in
            if case .union = schema.kind { found = true }
            return schema
        }
        return found
    }
}

extension Schema {
    /// The only alternative that is left of a union, with what is said of the union.
    fileprivate func becoming(_ only: Schema) -> Schema {
        var result = self
        result.kind = only.kind
        result.isNullable = isNullable || only.isNullable
        result.discriminator = only.discriminator
        result.isExclusive = only.isExclusive
        result.definitionName = definitionName ?? only.definitionName
        return result
    }
}
