import APISpec

/// Rebuilds schemas whose tables are lost, from the examples that show them.
///
/// The examples tell which members there are. What a table would say of each is taken from, in this order: the same
/// property in another version of the schema; for objects and lists of objects, the schema that they fit exactly;
/// properties of the same name in other schemas, by vote; the value that is shown.
struct SchemaRebuilder {
    private let catalog: SchemaCatalog
    private let matcher: ExampleMatcher
    private let facts: PropertyFacts
    private let elements: ElementFinder

    init(catalog: SchemaCatalog, use: TableUse) {
        self.catalog = catalog
        matcher = ExampleMatcher(catalog: catalog)
        facts = PropertyFacts(catalog: catalog)
        elements = ElementFinder(catalog: catalog, use: use)
    }

    /// The schemas of the catalog, with those rebuilt that examples show.
    func rebuilt(from examples: LostExamples) -> [NamedSchema] {
        catalog.schemas.enumerated().map { position, schema in
            guard schema.isLost, let pieces = examples.pieces[position] else { return schema }
            return rebuild(position, pieces)
        }
    }

    private func rebuild(_ position: Int, _ pieces: [LostExamples.Piece]) -> NamedSchema {
        var schema = catalog.schemas[position]
        var evidence: Set<Evidence> = []
        var names: [String] = []
        var values: [String: JSONValue] = [:]
        for piece in pieces {
            evidence.insert(piece.direction == .request ? .requestExample : .responseExample)
            for member in piece.members {
                if values[member.name] == nil { names.append(member.name) }
                // A value that says something replaces one that says nothing.
                if values[member.name]?.fitsAnything ?? true { values[member.name] = member.value }
            }
        }
        let context = RebuildContext(
            position: position, names: Set(names), direction: pieces[0].direction,
            version: pieces.compactMap(\.version).min())
        // Rows that are left of the table stay as they are.
        let stated = Set(schema.properties.map(\.name))
        schema.properties += names.compactMap { name in
            guard !stated.contains(name), let value = values[name] else { return nil }
            var property = property(name, value: value, in: context, evidence: &evidence)
            // An example shows values, never what the service assumes where none is sent.
            property.schema.defaultValue = nil
            return property
        }
        schema.isLost = false
        if schema.properties.count > stated.count { schema.recovered = evidence.words }
        return schema
    }

    private func property(
        _ name: String, value: JSONValue, in context: RebuildContext, evidence: inout Set<Evidence>
    ) -> NamedSchema.Property {
        if let relative = relative(name, value: value, in: context) {
            evidence.insert(.versionSuffix)
            return relative
        }
        let vote = facts.vote(on: name, value: value, in: context, matcher: matcher)
        if let element = elements.element(of: name, value: value, in: context, voted: vote?.schema) {
            var schema = vote?.schema ?? Schema(.unknown)
            schema.kind = element.kind
            if vote != nil { evidence.insert(.siblingSchemas) }
            return NamedSchema.Property(
                name: name, isRequired: vote?.isRequired ?? facts.isUsuallyRequired(in: context), schema: schema)
        }
        if let vote {
            evidence.insert(.siblingSchemas)
            return vote
        }
        return NamedSchema.Property(
            name: name, isRequired: facts.isUsuallyRequired(in: context), schema: facts.type(showing: value))
    }

    /// The property in the nearest other version of the schema that has it.
    private func relative(_ name: String, value: JSONValue, in context: RebuildContext) -> NamedSchema.Property? {
        let members = catalog.families[catalog.entries[context.position].family]
        guard let here = members.firstIndex(of: context.position) else { return nil }
        let nearest = members.indices.filter { $0 != here }.sorted { abs($0 - here) < abs($1 - here) }
        for place in nearest {
            guard !catalog.schemas[members[place]].isLost, var property = catalog.property(name, of: members[place])
            else { continue }
            property.schema = catalog.adapted(property.schema, to: context.version)
            if matcher.fit(value, property.schema).isPossible { return property }
        }
        return nil
    }
}

/// What is known of the schema that is being rebuilt.
struct RebuildContext {
    var position: Int
    /// The names of its members.
    var names: Set<String>
    var direction: Words.Direction
    /// The oldest version whose examples show it.
    var version: VersionNumber?
}

extension Schema {
    /// The type that a shown value has, where nothing else tells.
    init(showing value: JSONValue) {
        switch value {
        case .null: self.init(.unknown, isNullable: true)
        case .bool: self.init(.boolean)
        case .number(let digits): self.init(Int(digits) == nil ? .number(format: nil) : .integer(format: nil))
        case .string(let text): self.init(.string(format: text.isDateTime ? "date-time" : nil))
        case .object: self.init(.object)
        case .array(let elements):
            self.init(.array(elements.first.map { Schema(Schema(showing: $0).kind) } ?? Schema(.unknown)))
        }
        if !value.isContainer, !value.fitsAnything { example = value }
    }
}

extension String {
    /// Whether this is a date and a time as RFC 3339 writes it, with or without a zone.
    var isDateTime: Bool {
        let bytes = Array(utf8)
        guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return false }
        for (position, byte) in bytes.prefix(19).enumerated() {
            switch position {
            case 4, 7: if byte != UInt8(ascii: "-") { return false }
            case 10: continue
            case 13, 16: if byte != UInt8(ascii: ":") { return false }
            default: if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return false }
            }
        }
        return true
    }
}
