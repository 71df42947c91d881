import APIModel

extension ExampleBuilder {
    /// A value of a schema that none of `taken` is, made by changing `value`; `nil` where none is found.
    func other(_ value: JSONValue, _ schema: Schema, than taken: [JSONValue]) -> JSONValue? {
        var found: JSONValue?
        var left = Self.mostLookedAt
        vary(value, schema, level: 0, &left) { variant in
            guard !taken.contains(variant), check.accepts(variant, schema) else { return false }
            found = variant
            return true
        }
        return found
    }

    /// So many variants of one value are looked at, and so many that differ in one member.
    private static let mostLookedAt = 5_000
    private static let mostOfMember = 400

    /// Gives values that are near a value and perhaps of its schema to `isWanted`, until one is wanted or `left` of them
    /// were given; whether one was wanted.
    ///
    /// One after the other, since a union of unions has more than memory holds.
    @discardableResult
    private func vary(
        _ value: JSONValue, _ stated: Schema, level: Int, _ left: inout Int, _ isWanted: (JSONValue) -> Bool
    ) -> Bool {
        guard level < Self.greatestLevel, effort.look() else { return false }
        let schema = model.resolved(stated)
        func give(_ variants: some Sequence<JSONValue>) -> Bool {
            for variant in variants {
                guard left > 0, !effort.isSpent else { return false }
                left -= 1
                if isWanted(variant) { return true }
            }
            return false
        }
        switch (schema.kind, value) {
        case (.enumeration(let values), _): return give(values.lazy.map { .string($0) })
        case (.numbers(_, let values), _): return give(values.lazy.map { .number($0) })
        case (.boolean, _): return give([.bool(true), .bool(false)] + (schema.isNullable ? [.null] : []))
        case (.union(let alternatives), _):
            for alternative in alternatives where left > 0 {
                let made = make(alternative, level: level + 1)
                if give([made]) || vary(made, alternative, level: level + 1, &left, isWanted) { return true }
            }
            return false
        case (.unknown, _): return give((1...100).lazy.map { .number(String($0)) })
        case (_, .number(let text)): return give(Self.variants(ofNumber: text, schema))
        case (_, .string(let text)): return give(Self.variants(of: text).lazy.map { .string($0) })
        case (.array(let items), .array(let elements)):
            let made = make(items, level: level + 1)
            return vary(elements.first ?? made, items, level: level + 1, &left) { changed in
                isWanted(.array([changed] + elements.dropFirst()))
            } || give((1...20).lazy.map { .array(elements + Array(repeating: made, count: $0)) })
        case (.map(let values), .object(let members)):
            let made = make(values, level: level + 1)
            return give((1...100).lazy.map { .object(members + [JSONValue.Member("other\($0)", made)]) })
        case (_, .object(let members)):
            guard let properties = properties(of: schema) else {
                return give((1...100).lazy.map { .object(members + [JSONValue.Member("other\($0)", .number("1"))]) })
            }
            return vary(members, properties, level: level, &left, isWanted)
        default: return false
        }
    }

    /// Objects of which one member differs.
    private func vary(
        _ members: [JSONValue.Member], _ properties: [NamedSchema.Property], level: Int, _ left: inout Int,
        _ isWanted: (JSONValue) -> Bool
    ) -> Bool {
        for property in properties where left > 0 {
            let place = members.firstIndex { $0.name == property.name }
            let base = place.map { members[$0].value } ?? make(property.schema, level: level + 1)
            func changed(_ value: JSONValue) -> JSONValue {
                var changed = members
                if let place { changed[place].value = value } else { changed.append(.init(property.name, value)) }
                return .object(changed)
            }
            let share = min(left, Self.mostOfMember)
            var rest = share
            defer { left -= share - rest }
            if place == nil {
                rest -= 1
                if isWanted(changed(base)) { return true }
            }
            if vary(base, property.schema, level: level + 1, &rest, { isWanted(changed($0)) }) { return true }
        }
        return false
    }

    private static func variants(ofNumber text: String, _ schema: Schema) -> [JSONValue] {
        let step = schema.limits?.multipleOf.flatMap(Double.init) ?? 1
        guard let number = Double(text), number.magnitude < 1e15 else { return [] }
        return (1...200).flatMap { count -> [JSONValue] in
            [number + Double(count) * step, number - Double(count) * step].map { found in
                .number(Int(exactly: found).map { String($0) } ?? "\(found)")
            }
        }
    }

    /// Texts that differ from a text in one place, or are longer.
    private static func variants(of text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        let longer = (1...100).map { text + String($0) }
        let others: [Unicode.Scalar] = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEF".unicodeScalars)
        let changed = scalars.indices.reversed().prefix(40).flatMap { place in
            others.filter { $0 != scalars[place] }.map { other -> String in
                var changed = scalars
                changed[place] = other
                return String(String.UnicodeScalarView(changed))
            }
        }
        return Array((longer + changed).prefix(2000))
    }
}
