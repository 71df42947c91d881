import APISpec

extension Mutator {
    private func lines(_ schema: NamedSchema, _ steps: String, _ end: String) -> Set<String> {
        facts.property(
            schema, steps, request: Self.rule("request-property", end),
            response: Self.rule("response-property", end), unused: Self.rule("swift-member", end))
    }

    /// The line for arguments of an initialiser that change places, if they do.
    private func order(_ old: NamedSchema, _ new: NamedSchema, _ document: SpecDocument) -> Set<String> {
        guard MutationFacts.isSent(new.name, document),
            MutationFacts.haveFlipped(
                old.properties.map { ($0.name, $0.isRequired) }, new.properties.map { ($0.name, $0.isRequired) })
        else { return [] }
        return [facts.whole(new, "swift-initialiser-reordered")]
    }

    // MARK: Properties

    mutating func property() -> Mutation? {
        guard let position = pick(facts.document.schemas.indices) else { return nil }
        let old = facts.document.schemas[position]
        var new = old
        let forwards: Set<String>
        let backwards: Set<String>
        let name: String
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            guard !old.isLost, !old.properties.contains(where: { $0.name == "zz_new" }) else { return nil }
            name = "property added"
            let isRequired = Bool.random(using: &random)
            let index = Int.random(in: 0...old.properties.count, using: &random)
            new.properties.insert(
                .init(name: "zz_new", isRequired: isRequired, schema: Schema(.boolean)), at: index)
            let word = isRequired ? "required" : "optional"
            forwards = lines(old, "zz_new", "\(word)-added")
            backwards = lines(old, "zz_new", "\(word)-removed")
        case 1, 2:
            guard let index = pick(old.properties.indices) else { return nil }
            name = "requirement"
            new.properties[index].isRequired.toggle()
            let isRequired = new.properties[index].isRequired
            let steps = old.properties[index].name
            forwards = lines(old, steps, isRequired ? "became-required" : "became-optional")
            backwards = lines(old, steps, isRequired ? "became-optional" : "became-required")
        case 3:
            guard let index = pick(old.properties.indices) else { return nil }
            name = "words of a property"
            let value = people(old.properties[index].schema)
            new.properties[index].schema = value.schema
            forwards = lines(old, old.properties[index].name, value.forwards)
            backwards = forwards
        default:
            guard let index = pick(old.properties.indices), let value = value(old.properties[index].schema)
            else { return nil }
            name = "value of a property: \(value.forwards)"
            new.properties[index].schema = value.schema
            let steps = old.properties[index].name + value.steps
            forwards = lines(old, steps, value.forwards)
            backwards = lines(old, steps, value.backwards)
        }
        let document = edited { $0.schemas[position] = new }
        return Mutation(
            name: "\(old.name): \(name)", document: document,
            forwards: forwards.union(order(old, new, document)),
            backwards: backwards.union(order(new, old, facts.document)),
            target: VersionedName(old.name).base)
    }

    // MARK: Schemas

    mutating func schema() -> Mutation? {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let document = edited { $0.schemas.append(NamedSchema(name: "ZzUnused")) }
            return Mutation(
                name: "schema added", document: document,
                forwards: [MutationFacts.line("swift-type-added", "schemas/ZzUnused")],
                backwards: [MutationFacts.line("swift-type-removed", "schemas/ZzUnused")], target: "ZzUnused")
        case 1:
            guard let position = pick(facts.document.schemas.indices) else { return nil }
            let old = facts.document.schemas[position]
            let document = edited { $0.schemas[position].description = "Other words." }
            let line = facts.whole(old, "documentation-description-changed")
                .replacing("reading-documentation-changed", with: "documentation-description-changed")
            return Mutation(
                name: "\(old.name): words", document: document, forwards: [line], backwards: [line], target: old.name)
        case 2: return reordered()
        default: return renamed()
        }
    }

    private mutating func reordered() -> Mutation? {
        guard let position = pick(facts.document.schemas.indices) else { return nil }
        let old = facts.document.schemas[position]
        guard old.properties.count > 1 else { return nil }
        var new = old
        new.properties.swapAt(0, Int.random(in: 1..<old.properties.count, using: &random))
        let document = edited { $0.schemas[position] = new }
        func lines(_ old: NamedSchema, _ new: NamedSchema, _ document: SpecDocument) -> Set<String> {
            let order = order(old, new, document)
            return order.isEmpty ? [facts.whole(new, "documentation-order-changed")] : order
        }
        return Mutation(
            name: "\(old.name): order", document: document, forwards: lines(old, new, document),
            backwards: lines(new, old, facts.document), target: old.name)
    }

    private mutating func renamed() -> Mutation? {
        guard let position = pick(facts.document.schemas.indices) else { return nil }
        let old = facts.document.schemas[position]
        let base = VersionedName(old.name).base
        guard facts.isUsed(old.name), !old.properties.isEmpty, !old.isLost,
            facts.document.schemas.count(where: { VersionedName($0.name).base == base }) == 1
        else { return nil }
        let document = edited { document in
            func rename(_ schema: Schema) -> Schema {
                var schema = schema
                switch schema.kind {
                case .reference(old.name): schema.kind = .reference("ZzRenamed")
                case .array(let items): schema.kind = .array(rename(items))
                case .union(let members): schema.kind = .union(members.map(rename))
                default: break
                }
                return schema
            }
            document.schemas[position].name = "ZzRenamed"
            for schema in document.schemas.indices {
                for property in document.schemas[schema].properties.indices {
                    document.schemas[schema].properties[property].schema = rename(
                        document.schemas[schema].properties[property].schema)
                }
            }
            for operation in document.operations.indices {
                for revision in document.operations[operation].revisions.indices {
                    document.operations[operation].revisions[revision].renameSchemas(rename)
                }
            }
        }
        var new = old
        new.name = "ZzRenamed"
        let after = MutationFacts(document)
        return Mutation(
            name: "\(old.name): renamed", document: document, forwards: [after.whole(new, "swift-type-renamed")],
            backwards: [facts.whole(old, "swift-type-renamed")], target: old.name)
    }
}

extension Revision {
    fileprivate mutating func renameSchemas(_ rename: (Schema) -> Schema) {
        for index in parameters.indices { parameters[index].schema = rename(parameters[index].schema) }
        if let schema = request?.schema { request?.schema = rename(schema) }
        for index in responses.indices { responses[index].schema = responses[index].schema.map(rename) }
    }
}
