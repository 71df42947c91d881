import APIModel

/// How one version shows something that is stored: the members that its schema has, in the order of the documentation.
struct ObjectShape: Sendable {
    /// A member that is shown. One object for all responses, since lists show it again for every item.
    final class Property: Sendable {
        /// The name.
        let name: String
        /// The type.
        let schema: Schema
        /// Whether it may not be left out.
        let isRequired: Bool
        /// What is shown where nothing is stored; `nil` to leave it out.
        let standIn: JSONValue?
        /// Whether the type asks nothing of a text, so that each is a value as it is: most members are of that kind, and a
        /// list shows them for every item.
        let isAnyText: Bool

        init(name: String, schema: Schema, isRequired: Bool, standIn: JSONValue?) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
            self.standIn = standIn
            isAnyText =
                schema.kind == .string(format: nil) && schema.pattern == nil && schema.minLength == nil
                && schema.maxLength == nil && schema.limits == nil && schema.checks == nil && !schema.isNullOnly
        }
    }

    /// The members.
    let properties: [Property]
    /// The type of members that the schema does not name but allows, and the names that are no such members; `nil`
    /// where nothing says that there are others.
    private let further: (type: Schema, known: Set<String>)?

    /// The shape of a type; `nil` where it is not an object whose members are known. `example` is a value of the type,
    /// and `documented` are the names of all that any version says of what is stored.
    init?(_ schema: Schema, example: JSONValue?, documented: Set<String> = [], _ model: APIModel, _ fit: ExampleBuilder)
    {
        guard let stated = fit.properties(of: schema) else { return nil }
        further = model.further(schema).map { type in
            (type, documented.union((model.properties(of: schema) ?? []).map(\.name)))
        }
        properties = stated.map { property in
            let shown = example?[property.name].flatMap { fit.read($0, as: property.schema) }
            return Property(
                name: property.name, schema: property.schema, isRequired: property.isRequired,
                standIn: shown ?? (property.isRequired ? fit.make(property.schema) : nil))
        }
    }

    /// What is shown of something with these members and this id.
    func value(of members: [String: JSONValue], id: String, _ fit: ExampleBuilder) -> JSONValue {
        var shown: [JSONValue.Member] = []
        shown.reserveCapacity(properties.count)
        for property in properties {
            // Read as its type, the text of an id may be a number.
            let stored = members[property.name] ?? (property.name == "id" ? .string(id) : nil)
            if let value = property.value(of: stored, fit) { shown.append(JSONValue.Member(property.name, value)) }
        }
        return .object(further == nil ? shown : shown + furtherMembers(of: members, fit))
    }

    /// Whether the schema allows members that it does not name.
    var hasFurther: Bool { further != nil }

    /// The members that the documentation does not name, by their names.
    func furtherMembers(of members: [String: JSONValue], _ fit: ExampleBuilder) -> [JSONValue.Member] {
        guard let further else { return [] }
        return members.keys.filter { !further.known.contains($0) }.sorted().compactMap { name in
            members[name].flatMap { fit.read($0, as: further.type) }.map { JSONValue.Member(name, $0) }
        }
    }
}

extension APIModel {
    /// The type of members that the object that a type is may have besides those with names; `nil` where nothing says
    /// that there are others.
    fileprivate func further(_ schema: Schema) -> Schema? {
        guard case .reference(let name) = resolved(schema).kind else { return nil }
        switch self.schema(named: name)?.schema.additionalProperties {
        case .any: return Schema(.unknown)
        case .schema(let values): return values
        case .forbidden, nil: return nil
        }
    }
}

extension ObjectShape.Property {
    /// What is shown of a stored value: the value where this version has it in its type, else what stands in for it.
    /// `null` means that nothing is set, and is left out where the type has no `null`.
    func value(of stored: JSONValue?, _ fit: ExampleBuilder) -> JSONValue? {
        guard let stored else { return standIn }
        if isAnyText, case .string = stored { return stored }
        if let value = fit.read(stored, as: schema) { return value }
        return stored == .null && !isRequired ? nil : standIn
    }
}
