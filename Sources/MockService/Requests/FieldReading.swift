import APIModel

/// How a value is written among pairs: in a query, in cookies, in a form.
struct FieldForm {
    /// The name of the field.
    let name: String
    /// The type of its values.
    let schema: Schema
    /// The style; `nil` where it is the one of the place.
    let style: Parameter.Style?
    /// Whether each value has a pair of its own, where something says so.
    let explode: Bool?
    /// Whether the value is JSON.
    let isJSON: Bool

    /// A parameter.
    init(_ parameter: Parameter) {
        name = parameter.name
        schema = parameter.schema
        style = parameter.style
        explode = parameter.explode
        isJSON = parameter.mediaType.map(MediaType.isJSON) ?? false
    }

    /// A field of a form; lists repeat their name and objects have brackets where no part says anything else.
    init(_ name: String, _ schema: Schema, _ part: RequestBody.Part?) {
        self.name = name
        self.schema = schema
        style = part?.style
        explode = part?.explode
        isJSON = part?.contentType.map(MediaType.isJSON) ?? false
    }
}

/// Reads the values of fields from pairs.
struct FieldReading {
    private let texts: ParameterText
    private let model: APIModel
    private let pairs: [FieldPair]
    private let named: [String: [FieldPair]]

    /// The reading of some pairs.
    init(_ pairs: [FieldPair], _ check: SchemaCheck) {
        self.pairs = pairs
        texts = ParameterText(check)
        model = check.model
        named = Dictionary(grouping: pairs, by: \.name)
    }

    /// The value of a field; `nil` where no pair is about it. `used` gets the names of the pairs that are.
    ///
    /// `others` are the names of the other fields: an exploded map takes what none of them does.
    func value(_ form: FieldForm, others: Set<String>, used: inout Set<String>) -> JSONValue? {
        if let stated = named[form.name] {
            used.insert(form.name)
            if form.isJSON { return stated.count == 1 ? texts.json(stated[0].value) : repeated(stated) }
            guard texts.isCompound(form.schema) else { return texts.value(stated.map(\.value), form.schema) }
            if let value = delimited(stated, form) { return value }
        }
        guard texts.isCompound(form.schema), !form.isJSON else { return nil }
        if let node = FieldNode(form.name, pairs) {
            for pair in pairs where FieldNode.steps(of: pair.name, within: form.name) != nil { used.insert(pair.name) }
            return texts.value(node, form.schema)
        }
        // An exploded object has a pair for each member, and none of its own.
        guard [.form, nil].contains(form.style), form.explode != false else { return nil }
        return members(form, others: others, used: &used)
    }

    private func repeated(_ pairs: [FieldPair]) -> JSONValue { .array(pairs.map { .string($0.value) }) }

    /// The value of one text with separators in it; `nil` where the style has none.
    private func delimited(_ pairs: [FieldPair], _ form: FieldForm) -> JSONValue? {
        let separator: Character
        switch form.style {
        case .spaceDelimited: separator = " "
        case .pipeDelimited: separator = "|"
        case .deepObject: return nil
        case .form, .simple, .label, .matrix, nil:
            guard form.explode == false else { return nil }
            separator = ","
        }
        guard pairs.count == 1 else { return form.explode == true ? nil : repeated(pairs) }
        // A comma inside an element is encoded; a blank and a bar separate however they are written.
        return separator == ","
            ? texts.value(pairs[0].raw, form.schema, separator: separator, explode: false, decode: Self.decoded)
            : texts.value(pairs[0].value, form.schema, separator: separator, explode: false) { String($0) }
    }

    private static func decoded(_ raw: Substring) -> String {
        PercentEncoding.decodeStrictly(Array(raw.utf8)[...], plusIsBlank: true) ?? String(raw)
    }

    private func members(_ form: FieldForm, others: Set<String>, used: inout Set<String>) -> JSONValue? {
        let isOpen = isOpen(form.schema)
        let known = Set((model.properties(of: form.schema) ?? []).map(\.name))
        var members: [JSONValue.Member] = []
        for pair in pairs where !members.contains(where: { $0.name == pair.name }) {
            guard known.contains(pair.name) || (isOpen && !others.contains(pair.name)) else { continue }
            used.insert(pair.name)
            let type = model.member(pair.name, of: form.schema) ?? Schema(.unknown)
            members.append(.init(pair.name, texts.value((named[pair.name] ?? []).map(\.value), type)))
        }
        return members.isEmpty ? nil : .object(members)
    }

    /// Whether objects of the type have members of any name.
    private func isOpen(_ schema: Schema) -> Bool {
        switch model.resolved(schema).kind {
        case .map, .object: true
        case .reference(let name):
            switch model.schema(named: name)?.schema.additionalProperties {
            case .any, .schema: true
            default: false
            }
        default: false
        }
    }
}
