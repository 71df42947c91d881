public import APIModel

/// What two specs say of one thing, side by side: the members of a schema, or what an operation takes and gives.
public struct TypeTable: Sendable, Hashable {
    /// One line of the table.
    public struct Row: Sendable, Hashable {
        /// What the line is about, such as the name of a property.
        public let name: String
        /// What the old spec says; `nil` where it has nothing of that name.
        public let before: String?
        /// What the new spec says; `nil` where it has nothing of that name.
        public let after: String?

        /// Whether the two sides differ.
        public var isChanged: Bool { before != after }
    }

    /// The place by meaning, as in ``Difference/path``.
    public let path: SpecPath
    /// What the old spec calls it.
    public let oldName: String
    /// What the new spec calls it.
    public let newName: String
    /// The lines: those of the new spec, with what only the old one has where it stood.
    public let rows: [Row]

    /// The members of two schemas.
    init(old: NamedSchema, new: NamedSchema) {
        self.init(
            path: ["schemas", VersionedName(new.name).base], oldName: old.name, newName: new.name,
            old: Self.lines(old), new: Self.lines(new))
    }

    private static func lines(_ schema: NamedSchema) -> [(name: String, text: String)] {
        var lines = schema.properties.map {
            (name: $0.name, text: text($0.schema, isRequired: $0.isRequired))
        }
        // No member is called like this: the words stand for all others, and for values that have no members.
        if let definition = schema.definition { lines.append(("(values)", facts(definition).joined(separator: "; "))) }
        if let others = schema.additionalProperties { lines.append(("(further members)", TypeText.further(others))) }
        if let checks = schema.checks { lines.append(("(checks)", ValueLimit.words(ofChecks: checks))) }
        return lines
    }

    /// Lines by name; names are unique on each side.
    init(
        path: SpecPath, oldName: String, newName: String, old: [(name: String, text: String)],
        new: [(name: String, text: String)]
    ) {
        self.path = path
        self.oldName = oldName
        self.newName = newName
        let before = Dictionary(old, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.name))
        var rows: [Row] = []
        var remaining = old[...]
        for line in new {
            // What went stands before the line that it stood before.
            if before[line.name] != nil {
                while let next = remaining.first, next.name != line.name {
                    remaining.removeFirst()
                    if !after.contains(next.name) { rows.append(Row(name: next.name, before: next.text, after: nil)) }
                }
                remaining = remaining.dropFirst()
            }
            rows.append(Row(name: line.name, before: before[line.name], after: line.text))
        }
        for line in remaining where !after.contains(line.name) {
            rows.append(Row(name: line.name, before: line.text, after: nil))
        }
        self.rows = rows
    }

    /// A type with all that is said of its values.
    static func text(_ schema: Schema, isRequired: Bool) -> String {
        var parts = facts(schema)
        parts.insert(isRequired ? "required" : "optional", at: 1)
        return parts.joined(separator: "; ")
    }

    /// The type, and all that is said of its values.
    private static func facts(_ schema: Schema) -> [String] {
        var parts = [TypeText.type(schema)]
        if let value = schema.defaultValue { parts.append("default \(TypeText.value(value))") }
        parts += ValueLimit.all(of: schema).map(\.words)
        if let discriminator = schema.discriminator { parts.append("told apart by `\(discriminator.property)`") }
        if schema.isReadOnly { parts.append("only received") }
        if schema.isWriteOnly { parts.append("only sent") }
        if schema.isDeprecated { parts.append("deprecated") }
        return parts
    }
}
