import APISpec

extension DocumentReading {
    /// Lets discriminators without a mapping read the values that the members of their alternatives allow.
    ///
    /// The name of a schema is the value only where the schema allows no values of its own. A discriminator whose values
    /// are no texts, or whose values all belong to several alternatives, tells nothing and is left out: then the
    /// alternative is the one that fits.
    mutating func completeDiscriminators(_ document: inout SpecDocument) {
        let schemas = Dictionary(
            document.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var useless: [(property: String, schema: String)] = []
        document.mapTypes { schema in
            guard case .union(let members) = schema.kind, let discriminator = schema.discriminator else {
                return schema
            }
            let mapped = Set(discriminator.mapping.map(\.schema))
            var seen: Set<String> = []
            var found: [(schema: String, values: [String])] = []
            for case .reference(let name) in members.map(\.kind) where !mapped.contains(name) {
                guard seen.insert(name).inserted else { continue }
                guard let values = Self.values(of: discriminator.property, in: name, schemas) else {
                    useless.append((discriminator.property, name))
                    var result = schema
                    result.discriminator = nil
                    return result
                }
                found.append((name, values.isEmpty ? [impliedValue(of: name)] : values))
            }
            let counts = Dictionary(
                (discriminator.mapping.map(\.value) + found.flatMap(\.values)).map { ($0, 1) }, uniquingKeysWith: +)
            var result = schema
            if let (name, _) = found.first(where: { $0.values.allSatisfy { counts[$0] != 1 } }) {
                useless.append((discriminator.property, name))
                result.discriminator = nil
                return result
            }
            // A schema that no entry names goes by its own name.
            for (name, values) in found where values != [name] {
                for value in values where counts[value] == 1 {
                    result.discriminator?.mapping.append(.init(value, name))
                }
            }
            return result
        }
        for (property, name) in useless {
            let pointer = names.first { $0.value == name }?.key ?? "#/components/schemas/\(name)"
            log.report(
                OpenAPIImportRules.unusableDiscriminator,
                "the values of `\(property)` do not tell `\(name)` from the other alternatives; the discriminator is left out, "
                    + "and the alternative is the one that fits", pointer: "\(pointer)/properties/\(property)",
                at: locations[["schemas", name, property]])
        }
    }

    /// The value by which a discriminator without a mapping names a schema: the key of its component, whatever the schema is
    /// called here.
    func impliedValue(of name: String) -> String { impliedValues[name] ?? name }

    /// The values that a member of a named object allows; none where they are not listed, and `nil` where they are no
    /// texts.
    private static func values(of property: String, in name: String, _ schemas: [String: NamedSchema]) -> [String]? {
        var name = name
        var seen: Set<String> = []
        while let schema = schemas[name], seen.insert(name).inserted {
            if case .reference(let next)? = schema.definition?.kind {
                name = next
                continue
            }
            guard var type = schema.properties.first(where: { $0.name == property })?.schema else { return [] }
            var steps = 0
            while case .reference(let target) = type.kind, let next = schemas[target]?.definition, steps < 16 {
                type = next
                steps += 1
            }
            switch type.kind {
            case .enumeration(let values): return values
            case .numbers, .integer, .number, .boolean: return nil
            default: return []
            }
        }
        return []
    }
}
