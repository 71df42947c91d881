import APISpec

extension DocumentReading {
    /// Lets discriminators without a mapping read the values that the members of their alternatives allow.
    ///
    /// The name of a schema is the value only where the schema allows no values of its own.
    func completeDiscriminators(_ document: inout SpecDocument) {
        let schemas = Dictionary(
            document.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        document.mapTypes { schema in
            guard case .union(let members) = schema.kind, let discriminator = schema.discriminator else { return schema }
            let mapped = Set(discriminator.mapping.map(\.schema))
            var found: [(value: String, schema: String)] = []
            for case .reference(let name) in members.map(\.kind) where !mapped.contains(name) {
                let values = Self.values(of: discriminator.property, in: name, schemas)
                // A schema that no entry names goes by its own name.
                if values == [name] { continue }
                for value in values { found.append((value, name)) }
            }
            let taken = discriminator.mapping.map(\.value) + found.map(\.value)
            var result = schema
            for (value, name) in found where taken.count(where: { $0 == value }) == 1 {
                result.discriminator?.mapping.append(.init(value, name))
            }
            return result
        }
    }

    /// The values that a member of a named object allows; none where they are not listed.
    private static func values(of property: String, in name: String, _ schemas: [String: NamedSchema]) -> [String] {
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
            if case .enumeration(let values) = type.kind { return values }
            return []
        }
        return []
    }
}
