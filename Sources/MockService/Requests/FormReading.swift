import APIModel

/// Reads the fields of `application/x-www-form-urlencoded` as an object.
struct FormReading {
    private let check: SchemaCheck
    private var model: APIModel { check.model }

    /// Reads values that `check` can tell apart.
    init(_ check: SchemaCheck) {
        self.check = check
    }

    /// The object that the pairs are, as far as `schema` tells the types of its members.
    func value(_ pairs: [FieldPair], _ schema: Schema, _ parts: [RequestBody.Part]) -> JSONValue {
        let schema = model.resolved(schema)
        if case .union(let alternatives) = schema.kind {
            return ParameterText(check).first(alternatives) { object(pairs, $0, parts) }
        }
        return object(pairs, schema, parts)
    }

    private func object(_ pairs: [FieldPair], _ schema: Schema, _ parts: [RequestBody.Part]) -> JSONValue {
        let reading = FieldReading(pairs, check)
        let properties = model.properties(of: schema) ?? []
        let names = Set(properties.map(\.name))
        var used: Set<String> = []
        var members: [JSONValue.Member] = []
        for property in properties {
            let form = FieldForm(property.name, property.schema, parts.first { $0.name == property.name })
            if let value = reading.value(form, others: names, used: &used) {
                members.append(.init(property.name, value))
            }
        }
        // What is left are further members, or fields that the documentation does not have.
        for pair in pairs where !used.contains(pair.name) {
            let name = String(pair.name.prefix { $0 != "[" })
            guard !members.contains(where: { $0.name == name }), !name.isEmpty else { continue }
            let form = FieldForm(name, model.member(name, of: schema) ?? Schema(.unknown), nil)
            var own: Set<String> = []
            if let value = reading.value(form, others: names, used: &own) ?? bracketed(name, pairs) {
                members.append(.init(name, value))
            }
        }
        return .object(members)
    }

    private func bracketed(_ name: String, _ pairs: [FieldPair]) -> JSONValue? {
        FieldNode(name, pairs).map { ParameterText(check).value($0, Schema(.unknown)) }
    }
}
