import APISpec
import Diagnostics
import OpenAPIExport

/// A schema without a name of the document, as it was found.
struct InlineSchema {
    /// What the document calls it for people; frameworks write the name of a class.
    let title: String?
    /// Where it stands.
    let place: JSONPlace
    /// Its line.
    let location: SourceLocation
}

extension DocumentReading {
    /// Makes inline objects that are the same one type: that of the component that is the same, or one of their own.
    ///
    /// Objects are the same whose checks are the same and whose members have the same names, types and facts, in any order;
    /// titles, descriptions and examples make no difference, but objects with different titles stay apart. A component is
    /// taken that has the title, or that is the only one of this shape where that has two members or more.
    mutating func joinEqualSchemas(_ document: inout SpecDocument) {
        guard !inlineSchemas.isEmpty else { return }
        var renamed: [String: String] = [:]
        // What holds objects that are the same may be the same itself.
        for _ in 0..<Self.deepestSchema {
            let found = Self.equalSchemas(document.schemas, inlineSchemas)
            if found.isEmpty { break }
            for (name, other) in found {
                renamed[name] = other
                if let inline = inlineSchemas[name] {
                    log.report(
                        OpenAPIImportRules.equalSchema, "the schema is the same as `\(other)`, and is that type",
                        inline.place,
                        at: inline.location)
                }
            }
            Self.replace(found, in: &document)
        }
        nameByTitles(&document, Set(renamed.values))
    }

    /// Which inline schemas stand for which other schema.
    private static func equalSchemas(
        _ schemas: [NamedSchema], _ inlineSchemas: [String: InlineSchema]
    ) -> [String: String] {
        var groups: [NamedSchema: [String]] = [:]
        var shapes: [NamedSchema] = []
        for schema in schemas where schema.definition == nil && !schema.properties.isEmpty && !schema.isLost {
            let shape = schema.shape
            if groups[shape] == nil { shapes.append(shape) }
            groups[shape, default: []].append(schema.name)
        }
        var result: [String: String] = [:]
        for shape in shapes {
            let names = groups[shape] ?? []
            let inline = names.filter { inlineSchemas[$0] != nil }
            let components = names.filter { inlineSchemas[$0] == nil }
            guard names.count > 1, !inline.isEmpty else { continue }
            var first: [String?: String] = [:]
            for name in inline {
                let title = inlineSchemas[name]?.title
                let known = components.first {
                    title != nil && NameMaking.upperCamel($0) == title.map(NameMaking.upperCamel)
                }
                let only = components.count == 1 && title == nil && shape.properties.count > 1 ? components[0] : nil
                if let component = known ?? only {
                    result[name] = component
                } else if let other = first[title] {
                    result[name] = other
                } else {
                    first[title] = name
                }
            }
        }
        return result
    }

    private static func replace(_ names: [String: String], in document: inout SpecDocument) {
        document.schemas.removeAll { names[$0.name] != nil }
        document.mapTypes { schema in
            var schema = schema
            if let discriminator = schema.discriminator {
                schema.discriminator?.mapping = discriminator.mapping.map {
                    .init($0.value, names[$0.schema] ?? $0.schema)
                }
            }
            switch schema.kind {
            case .reference(let name): if let other = names[name] { schema.kind = .reference(other) }
            case .union(let members):
                var kept: [Schema] = []
                for member in members where !kept.contains(where: { $0.kind == member.kind }) { kept.append(member) }
                guard kept.count < members.count else { break }
                schema.kind = kept.count == 1 ? kept[0].kind : .union(kept)
                if kept.count == 1 { (schema.discriminator, schema.isExclusive) = (nil, false) }
            default: break
            }
            return schema
        }
    }

    /// Calls what several inline schemas have become by the title that they share, where nothing else is called so.
    private mutating func nameByTitles(_ document: inout SpecDocument, _ joined: Set<String>) {
        var renamed: [String: String] = [:]
        for schema in document.schemas where joined.contains(schema.name) {
            guard let title = inlineSchemas[schema.name]?.title else { continue }
            let name = NameMaking.upperCamel(title)
            let isTaken = document.schemas.contains {
                NameMaking.upperCamel($0.name).lowercased() == name.lowercased()
            }
            guard !name.isEmpty, !isTaken, !renamed.values.contains(name) else { continue }
            renamed[schema.name] = name
        }
        guard !renamed.isEmpty else { return }
        for index in document.schemas.indices {
            let old = document.schemas[index].name
            guard let name = renamed[old] else { continue }
            document.schemas[index].name = name
            if let inline = inlineSchemas[old] { locations.note(["schemas", name], at: inline.location) }
            for property in document.schemas[index].properties {
                locations.note(["schemas", name, property.name], at: locations[["schemas", old, property.name]])
            }
        }
        document.mapTypes { schema in
            var schema = schema
            if let discriminator = schema.discriminator {
                schema.discriminator?.mapping = discriminator.mapping.map {
                    .init($0.value, renamed[$0.schema] ?? $0.schema)
                }
            }
            if case .reference(let name) = schema.kind, let other = renamed[name] { schema.kind = .reference(other) }
            return schema
        }
    }
}

extension NamedSchema {
    /// What makes objects the same: their members, without names and words for people.
    fileprivate var shape: NamedSchema {
        var properties = properties.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for index in properties.indices { properties[index].schema = properties[index].schema.shape(inside: name) }
        var additional = additionalProperties
        if case .schema(let values)? = additional { additional = .schema(values.shape(inside: name)) }
        var shape = NamedSchema(name: "", properties: properties, additionalProperties: additional)
        shape.checks = checks
        return shape
    }
}

extension Schema {
    /// The type without words for people; a reference to the schema that it lies in is one to no name.
    fileprivate func shape(inside name: String) -> Schema {
        mapped { type in
            var copy = type
            copy.title = nil
            copy.description = nil
            copy.example = nil
            if type.kind == .reference(name) { copy.kind = .reference("") }
            return copy
        }
    }
}
