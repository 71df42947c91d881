import APISpec

/// Reads from the responses which properties hold the list, the resource itself, its identifier and its state.
struct ShownProperties {
    private let operations: [String: Operation]
    private let allOperations: [Operation]
    private let schemas: [String: NamedSchema]
    private let parts: ResponseParts

    init(_ document: SpecDocument) {
        allOperations = document.operations
        operations = Dictionary(document.operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        schemas = Dictionary(document.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        parts = ResponseParts(schemas)
    }

    /// Fills in what the responses show of a resource whose name is `word`.
    func complete(_ resource: inout Resource, word: String) {
        let listed = resource.list.flatMap { items(of: $0) }
        resource.items = listed?.place
        defer { resource.paging = paging(of: resource) }
        // Without an operation that shows one, the items of the list do.
        let item = listed?.schema
        guard let shown = resource.show.flatMap({ answer(of: $0) }) ?? (resource.show == nil ? item : nil)
        else { return }
        var properties = shown.properties
        // `{"gslb": {…}}`: the only object of a response that has no identifier of its own.
        let inner = properties.compactMap { property in schema(property.schema).map { (property.name, $0) } }
        if identifier(properties, resource, word) == nil, inner.count == 1,
            identifier(inner[0].1.properties, resource, word) != nil
        {
            resource.envelope = inner[0].0
            properties = inner[0].1.properties
        }
        resource.identifier = identifier(properties, resource, word)
        resource.state = state(properties, listed: listed?.schema, resource, word)
        resource.updates += PathGroup.partialUpdates(below: resource.member ?? "", in: allOperations)
            .filter { changes($0, properties) }.map(\.id)
    }

    /// Fills in what the responses show of a list whose items are known by nothing else.
    func completeList(_ resource: inout Resource) {
        resource.items = resource.list.flatMap { items(of: $0) }?.place
        resource.paging = paging(of: resource)
    }

    // MARK: Conclusions

    private func paging(of resource: Resource) -> [Paging] {
        guard let list = resource.list.flatMap({ operations[$0] }) else { return [] }
        return PagingInference(parts)
            .paging(of: list, items: resource.items, identifier: resource.identifier?.property)
    }

    private func identifier(
        _ properties: [NamedSchema.Property], _ resource: Resource, _ word: String
    ) -> Resource.Mark? {
        let parameter = resource.member.flatMap { PathTemplate($0).parameterNames.last } ?? ""
        let underscored = word.replacing("-", with: "_")
        let identifiers = properties.filter { isIdentifier($0.schema) }
        // `lampId` in the path and `lamp_id` in the response are one name in two spellings.
        if let shown = identifiers.first(where: { $0.name == parameter })
            ?? identifiers.first(where: { Self.plain($0.name) == Self.plain(parameter) })
        {
            return Resource.Mark(shown.name, inferred: ["path-parameter"])
        }
        for name in ["id", "\(underscored)_id", "uuid"] where identifiers.contains(where: { $0.name == name }) {
            return Resource.Mark(name, inferred: ["property-name"])
        }
        return nil
    }

    /// A property that is named `state` or `status`, alone or after the resource. Where there are two of one rank
    /// nothing is concluded.
    private func state(
        _ properties: [NamedSchema.Property], listed: NamedSchema?, _ resource: Resource, _ word: String
    ) -> Resource.Mark? {
        let underscored = word.replacing("-", with: "_")
        for names in [["state", "status"], ["\(underscored)_state", "\(underscored)_status"]] {
            let found = properties.filter { names.contains($0.name) && isText($0.schema) }
            guard found.count == 1 else {
                if found.isEmpty { continue }
                return nil
            }
            let property = found[0]
            var evidence = ["property-name"]
            if case .enumeration? = text(property.schema)?.kind { evidence.append("enumeration") }
            if listed?.properties.contains(where: { $0.name == property.name }) == true {
                evidence.append("list-items")
            }
            let filters = resource.list.flatMap { operations[$0]?.revisions.first?.parameters } ?? []
            if filters.contains(where: { $0.location == .query && $0.name == property.name }) {
                evidence.append("list-filter")
            }
            return Resource.Mark(property.name, inferred: evidence)
        }
        return nil
    }

    /// Whether the body of a request has a property that the resource has too.
    private func changes(_ operation: Operation, _ properties: [NamedSchema.Property]) -> Bool {
        let names = Set(properties.map(\.name))
        return operation.revisions.contains { revision in
            revision.request.flatMap { schema($0.schema) }?.properties.contains { names.contains($0.name) } ?? false
        }
    }

    // MARK: Answers

    private func answer(of operation: String) -> NamedSchema? {
        for revision in operations[operation]?.revisions ?? [] {
            let types = revision.responses.filter { (200..<300).contains($0.status) }.compactMap(\.schema)
            if let schema = types.lazy.compactMap(schema).first { return schema }
        }
        return nil
    }

    /// Where a list's answer holds the items, `nil` where it is the list itself, and the object that an item is.
    private func items(of operation: String) -> (place: String?, schema: NamedSchema?)? {
        for response in (operations[operation]?.revisions ?? []).flatMap(\.responses) where response.isSuccess {
            guard let answer = response.schema, let list = parts.list(in: answer) else { continue }
            return (list.steps.isEmpty ? nil : Paging.place(list.steps), schema(parts.resolved(list.item)))
        }
        return nil
    }

    private func schema(_ type: Schema) -> NamedSchema? {
        guard case .reference(let name) = type.kind else { return nil }
        return schemas[name]
    }

    /// A name without what its spelling adds.
    private static func plain(_ name: String) -> String { name.filter { $0.isLetter || $0.isNumber }.lowercased() }

    /// Whether values of a type may be identifiers: texts, numbers, and either of them.
    private func isIdentifier(_ type: Schema, level: Int = 0) -> Bool {
        switch type.kind {
        case .integer, .number: true
        case .union(let members): level < 4 && members.allSatisfy { isIdentifier($0, level: level + 1) }
        case .reference(let name):
            level < 4
                ? schemas[name]?.definition.map { isIdentifier($0, level: level + 1) } ?? false
                : false
        default: isText(type)
        }
    }

    /// Whether a type is a text, also by the name of one, such as a named enumeration.
    private func isText(_ type: Schema) -> Bool { text(type) != nil }

    /// The type of a text behind names of types.
    private func text(_ type: Schema, level: Int = 0) -> Schema? {
        switch type.kind {
        case .string, .enumeration: type
        case .reference(let name):
            level < 4 ? schemas[name]?.definition.flatMap { text($0, level: level + 1) } : nil
        default: nil
        }
    }
}
