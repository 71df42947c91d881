import APIModel
import APISpec

/// How one version shows something that is stored: the members that its schema has, in the order of the documentation.
struct ObjectShape: Sendable {
    /// A member that is shown. One object for all answers, since lists show it again for every item.
    final class Property: Sendable {
        /// The name.
        let name: String
        /// The type.
        let schema: Schema
        /// Whether it may not be left out.
        let isRequired: Bool
        /// What is shown where nothing is stored; `nil` to leave it out.
        let standIn: JSONValue?

        init(name: String, schema: Schema, isRequired: Bool, standIn: JSONValue?) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
            self.standIn = standIn
        }
    }

    /// The members.
    let properties: [Property]

    /// The shape of a type; `nil` where it is no object whose members are known. `example` is a value of the type.
    init?(_ schema: Schema, example: JSONValue?, _ model: APIModel, _ fit: SchemaFit) {
        guard let stated = model.properties(of: schema) else { return nil }
        properties = stated.filter { !model.isWriteOnly($0.schema) }.map { property in
            let shown = example?[property.name].flatMap { fit.read($0, as: property.schema) }
            return Property(
                name: property.name, schema: property.schema, isRequired: property.isRequired,
                standIn: shown ?? (property.isRequired ? fit.make(property.schema) : nil))
        }
    }

    /// What is shown of something with these members and this id.
    func value(of members: [String: JSONValue], id: String, _ fit: SchemaFit) -> JSONValue {
        var shown: [JSONValue.Member] = []
        shown.reserveCapacity(properties.count)
        for property in properties {
            // Read as its type, the text of an id may be a number.
            let stored = members[property.name] ?? (property.name == "id" ? .string(id) : nil)
            if let value = property.value(of: stored, fit) { shown.append(JSONValue.Member(property.name, value)) }
        }
        return .object(shown)
    }
}

extension ObjectShape.Property {
    /// What is shown of a stored value: the value where this version has it in its type, else what stands in for it.
    /// `null` means that nothing is set, and is left out where the type has no `null`.
    func value(of stored: JSONValue?, _ fit: SchemaFit) -> JSONValue? {
        guard let stored else { return standIn }
        if let value = fit.read(stored, as: schema) { return value }
        return stored == .null && !isRequired ? nil : standIn
    }
}
