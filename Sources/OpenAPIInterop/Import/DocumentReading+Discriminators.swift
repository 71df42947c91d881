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
            var found: [(value: String, schema: String)] = []
            for case .reference(let name) in members.map(\.kind) where !mapped.contains(name) {
                guard let values = Self.values(of: discriminator.property, in: name, schemas) else {
                    useless.append((discriminator.property, name))
                    var result = schema
                    result.discriminator = nil
                    return result
                }
                // A schema that no entry names goes by its own name.
                if values == [name] { continue }
                for value in values { found.append((value, name)) }
            }
            let taken = discriminator.mapping.map(\.value) + found.map(\.value)
            var result = schema
            if let (_, name) = found.first(where: { entry in
                found.allSatisfy { other in
                    other.schema != entry.schema || taken.count(where: { $0 == other.value }) > 1
                }
            }) {
                useless.append((discriminator.property, name))
                result.discriminator = nil
                return result
            }
            for (value, name) in found where taken.count(where: { $0 == value }) == 1 {
                result.discriminator?.mapping.append(.init(value, name))
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
