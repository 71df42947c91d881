extension APIModel {
    /// The model that Swift is made of, and that everyone who speaks of generated code reads.
    ///
    /// It says of the same service, in this order:
    /// 1. Points in time are text where the choices say so.
    /// 2. Definitions stand in the place of their names (``Schema/definitionName`` keeps them), since Swift spells most
    ///   of
    ///    them where they are used. One that holds itself is named where it comes again.
    /// 3. Enumerations that are the alternatives of a union are one enumeration of all their values, and alternatives that
    ///    are equal are one: nothing would tell them apart. A type of the user's own stays an alternative.
    /// 4. Binary text in bodies of `multipart/form-data` is a file (``Schema/isFilePart``): only such a body has room
    ///   for
    ///    bytes, a file name and a media type (RFC 7578); in JSON it is text.
    /// 5. A required member that stands in responses only (`readOnly`) is not required of an object that is sent too,
    ///   and
    ///    the other way round: no caller has to invent it, and no response fails without it.
    public func inSwift(_ choices: SwiftTypeChoices = SwiftTypeChoices()) -> APIModel {
        var document = document
        if choices.dates == .string {
            document.mapTypes { $0.kind == .string(format: "date-time") ? $0.withKind(.string(format: nil)) : $0 }
        }
        document.defineOpenObjects()
        document = document.inliningDefinitions()
        if document.hasUnions { document.mapTypes(UnionJoining(document, choices: choices).joined) }
        document.markFileParts()
        let model = document == self.document ? self : APIModel(document)
        guard document.schemas.contains(where: { $0.properties.contains(where: \.isOneWay) }) else { return model }
        document.makeOneWayMembersOptional(model.schemas)
        return APIModel(document)
    }
}

extension SpecDocument {
    /// Has objects without members of their own be what they are: maps of names to values.
    fileprivate mutating func defineOpenObjects() {
        for index in schemas.indices {
            let schema = schemas[index]
            guard schema.definition == nil, schema.properties.isEmpty, !schema.isLost else { continue }
            switch schema.additionalProperties {
            case .any?: schemas[index].definition = Schema(.object)
            case .schema(let values)?: schemas[index].definition = Schema(.map(values))
            case .forbidden?, nil: continue
            }
            // Of a definition these are its own.
            schemas[index].definition?.checks = schema.checks
            schemas[index].definition?.example = schema.example
            schemas[index].additionalProperties = nil
            schemas[index].checks = nil
            schemas[index].example = nil
        }
    }

    /// Marks binary members of the schemas that are only sent as multipart bodies.
    fileprivate mutating func markFileParts() {
        let bodies = operations.flatMap(\.revisions).compactMap(\.request)
        func names(_ isMultipart: Bool) -> Set<String> {
            let chosen = bodies.filter { (ContentForm($0.mediaType, $0.schema) == .multipart) == isMultipart }
            return Set(chosen.flatMap(\.schema.referencedNames))
        }
        let responses = operations.flatMap(\.revisions).flatMap(\.responses).compactMap(\.schema)
        let elsewhere = names(false).union(responses.flatMap(\.referencedNames))
            .union(schemas.flatMap(\.referencedNames))
        let uploads = names(true).subtracting(elsewhere)
        for index in schemas.indices where uploads.contains(schemas[index].name) {
            for property in schemas[index].properties.indices {
                schemas[index].properties[property].schema = schemas[index].properties[property].schema.asFileParts
            }
        }
    }

    /// `resolved` are the schemas of this document, with what is known of their use.
    fileprivate mutating func makeOneWayMembersOptional(_ resolved: [ResolvedSchema]) {
        let sent = Set(resolved.filter(\.isSent).map(\.equalTo))
        let received = Set(resolved.filter(\.isReceived).map(\.equalTo))
        for (index, schema) in resolved.enumerated() {
            let isSent = sent.contains(schema.equalTo)
            let isReceived = received.contains(schema.equalTo)
            for position in schemas[index].properties.indices {
                let type = schemas[index].properties[position].schema
                if type.isReadOnly && isSent || type.isWriteOnly && isReceived {
                    schemas[index].properties[position].isRequired = false
                }
            }
        }
    }
}

extension NamedSchema.Property {
    fileprivate var isOneWay: Bool { isRequired && (schema.isReadOnly || schema.isWriteOnly) }
}

extension Schema {
    fileprivate var asFileParts: Schema {
        var copy = self
        switch kind {
        case .string(format: "binary"): copy.isFilePart = true
        case .array(let items): copy.kind = .array(items.asFileParts)
        default: break
        }
        return copy
    }

    fileprivate func withKind(_ kind: Kind) -> Schema {
        var copy = self
        copy.kind = kind
        return copy
    }
}
