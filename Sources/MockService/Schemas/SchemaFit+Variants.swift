import APIModel

extension SchemaFit {
    /// A value of a schema that none of `taken` is, made by changing `value`; `nil` where none is found.
    func other(_ value: JSONValue, _ schema: Schema, than taken: [JSONValue]) -> JSONValue? {
        variants(of: value, schema, level: 0).first { !taken.contains($0) && check.accepts($0, schema) }
    }

    /// So many variants of one value are looked at.
    private static let mostVariants = 400

    /// Values that are near a value and perhaps of its schema.
    private func variants(of value: JSONValue, _ stated: Schema, level: Int) -> [JSONValue] {
        guard level < Self.greatestLevel else { return [] }
        let schema = model.resolved(stated)
        switch (schema.kind, value) {
        case (.enumeration(let values), _): return values.map { .string($0) }
        case (.numbers(_, let values), _): return values.map { .number($0) }
        case (.boolean, _): return [.bool(true), .bool(false)] + (schema.isNullable ? [.null] : [])
        case (.union(let alternatives), _):
            return alternatives.flatMap { alternative in
                let made = make(alternative, level: level + 1)
                return [made] + variants(of: made, alternative, level: level + 1)
            }
        case (.unknown, _): return (1...100).map { .number(String($0)) }
        case (_, .number(let text)):
            let step = schema.limits?.multipleOf.flatMap(Double.init) ?? 1
            guard let number = Double(text), number.magnitude < 1e15 else { return [] }
            return (1...200).flatMap { count -> [JSONValue] in
                [number + Double(count) * step, number - Double(count) * step].map { found in
                    .number(Int(exactly: found).map { String($0) } ?? "\(found)")
                }
            }
        case (_, .string(let text)): return Self.variants(of: text).map { .string($0) }
        case (.array(let items), .array(let elements)):
            let made = make(items, level: level + 1)
            let longer = (1...20).map { JSONValue.array(elements + Array(repeating: made, count: $0)) }
            let changed = variants(of: elements.first ?? made, items, level: level + 1)
            return changed.map { .array([$0] + elements.dropFirst()) } + longer
        case (.map(let values), .object(let members)):
            return (1...100).map { number in
                .object(members + [JSONValue.Member("other\(number)", make(values, level: level + 1))])
            }
        case (_, .object(let members)): return variants(of: members, schema, level: level)
        default: return []
        }
    }

    /// Objects of which one member differs.
    private func variants(of members: [JSONValue.Member], _ schema: Schema, level: Int) -> [JSONValue] {
        guard let properties = properties(of: schema) else {
            return (1...100).map { .object(members + [JSONValue.Member("other\($0)", .number("1"))]) }
        }
        return properties.flatMap { property -> [JSONValue] in
            let place = members.firstIndex { $0.name == property.name }
            let base = place.map { members[$0].value } ?? make(property.schema, level: level + 1)
            let values = (place == nil ? [base] : []) + variants(of: base, property.schema, level: level + 1)
            return values.prefix(Self.mostVariants).map { value in
                var changed = members
                if let place { changed[place].value = value } else { changed.append(.init(property.name, value)) }
                return .object(changed)
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
