import APISpec

/// What the schemas of a document tell of a response.
struct ResponseParts {
    private let schemas: [String: NamedSchema]

    /// An object about the page stands at most so many levels below the response: `data.meta.pagination.next_cursor`.
    private static let greatestDepth = 4
    /// Names may stand for names; so many steps are followed.
    private static let greatestChain = 16

    init(_ schemas: [String: NamedSchema]) {
        self.schemas = schemas
    }

    /// The type that a schema is where it names a definition; a union of one type with `null` is that type.
    func resolved(_ schema: Schema) -> Schema {
        var result = schema
        for _ in 0..<Self.greatestChain {
            if case .reference(let name) = result.kind, let definition = schemas[name]?.definition {
                let isNullable = result.isNullable
                result = definition
                result.isNullable = result.isNullable || isNullable
            } else if case .union(let members) = result.kind, members.count == 1 {
                result = members[0]
            } else {
                return result
            }
        }
        return Schema(.unknown)
    }

    /// The properties of an object whose members are known; `nil` for anything else.
    func properties(of schema: Schema) -> [NamedSchema.Property]? {
        guard case .reference(let name) = resolved(schema).kind else { return nil }
        return schemas[name]?.properties
    }

    /// Where a property stands whose name is one of `words`: in the response itself, in an object about the page, or in
    /// one on the way to what is listed, to which `list` leads.
    ///
    /// With `inside`, an object of such a name does as well that has a fitting property called so.
    func place(
        in answer: Schema, _ words: Set<String>, inside inner: String?, onTheWayTo list: [String] = [],
        where fits: (NamedSchema.Property) -> Bool
    ) -> String? {
        var level: [(steps: [String], properties: [NamedSchema.Property])] = [([], properties(of: answer) ?? [])]
        for _ in 0..<Self.greatestDepth {
            for (steps, properties) in level {
                for property in properties where words.contains(PagingWords.plain(property.name)) {
                    if fits(property) { return Paging.place(steps + [property.name]) }
                    let within = self.properties(of: property.schema) ?? []
                    if let inner, let found = within.first(where: { $0.name == inner }), isText(found.schema) {
                        return Paging.place(steps + [property.name, found.name])
                    }
                }
            }
            level = level.flatMap { steps, properties in
                properties.compactMap { property in
                    let isOnTheWay = list.dropLast().starts(with: steps + [property.name])
                    guard isOnTheWay || PagingWords.wrappers.contains(PagingWords.plain(property.name)),
                        let inner = self.properties(of: property.schema)
                    else { return nil }
                    return (steps + [property.name], inner)
                }
            }
        }
        return nil
    }

    // MARK: Types

    /// Whether values are whole numbers.
    func isWhole(_ schema: Schema) -> Bool {
        if case .integer = resolved(schema).kind { true } else { false }
    }

    /// Whether values are texts.
    func isText(_ schema: Schema) -> Bool {
        if case .string(let format) = resolved(schema).kind {
            format != "date-time" && format != "binary"
        } else {
            false
        }
    }

    /// Whether values can be the marker of a page: texts or whole numbers.
    func isMarker(_ schema: Schema) -> Bool { isText(schema) || isWhole(schema) }

    /// Whether values are `true` and `false`.
    func isFlag(_ schema: Schema) -> Bool { resolved(schema).kind == .boolean }

    /// Whether a property holds an address: by its format, its example, its name or its description.
    func isAddress(_ property: NamedSchema.Property) -> Bool {
        let schema = resolved(property.schema)
        guard case .string(let format) = schema.kind else { return false }
        if let format, ["uri", "url", "uri-reference", "iri", "iri-reference"].contains(format) { return true }
        if case .string(let text)? = schema.example ?? property.schema.example {
            return text.contains("://") || text.hasPrefix("/") || text.hasPrefix("?")
        }
        let name = PagingWords.plain(property.name)
        if ["link", "url", "uri", "href"].contains(where: name.contains) { return true }
        let words = (property.schema.description ?? schema.description ?? "").lowercased()
            .split { !$0.isLetter }
        return words.contains { ["url", "uri", "link", "href", "address", "hyperlink"].contains($0) }
    }
}
