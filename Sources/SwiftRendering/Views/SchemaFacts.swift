import APIModel

/// What documentation comments say of a type beyond its Swift spelling.
enum SchemaFacts {
    /// The description as a sentence, and what else is known; empty where that is nothing.
    static func text(of schema: Schema) -> String {
        var description = DocComment.inline(schema.description ?? "")
        if description.last.map({ !".!?:".contains($0) }) ?? false { description += "." }
        return ([description] + sentences(of: schema)).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Short sentences on default, pattern, lengths and example, with the values quoted; empty where nothing is known.
    private static func sentences(of schema: Schema) -> [String] {
        var facts: [String] = []
        if let value = schema.defaultValue { facts.append("The service assumes \(quoted(value)) when it is left out.") }
        if let pattern = schema.pattern { facts.append("Matches \(DocComment.quoted(pattern)).") }
        switch (schema.minLength, schema.maxLength) {
        case (let least?, let most?):
            facts.append(least == most ? "Exactly \(characters(least))." : "\(least) to \(characters(most)).")
        case (let least?, nil): facts.append("At least \(characters(least)).")
        case (nil, let most?): facts.append("At most \(characters(most)).")
        case (nil, nil): break
        }
        if schema.isReadOnly { facts.append("Only answers have it.") }
        if schema.isWriteOnly { facts.append("Only requests have it.") }
        if schema.isDeprecated { facts.append("Deprecated.") }
        if let example = schema.example { facts.append("Example: \(quoted(example)).") }
        if schema.kind == .unknown { facts.append("The documentation does not tell the type.") }
        return facts
    }

    private static func characters(_ count: Int) -> String { count == 1 ? "1 character" : "\(count) characters" }

    private static func quoted(_ value: JSONValue) -> String { DocComment.quoted(value.compactText) }
}

extension JSONValue {
    /// The value as JSON on one line; a string without its quotes.
    var compactText: String {
        if case .string(let text) = self { return text }
        return JSONFormat.line.text(self)
    }
}
