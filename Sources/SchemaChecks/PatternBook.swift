package import APIModel
package import Patterns

/// The patterns of a model, or of checks, each read once.
package struct PatternBook: Sendable {
    private var patterns: [String: LinearRegex] = [:]
    /// The patterns that are not checked, with the reason, in the order of the model.
    package private(set) var unchecked: [(source: String, problem: LinearRegex.Problem)] = []

    /// The patterns of every schema and parameter.
    package init(_ model: APIModel) {
        for schema in model.schemas {
            schema.schema.types.forEach { add($0) }
            add(checks: schema.schema.checks)
        }
        for revision in model.operations.flatMap(\.calls).map(\.revision) {
            revision.parameters.forEach { add($0.schema) }
            for response in revision.responses {
                if let schema = response.schema { add(schema) }
                response.headers.forEach { add($0.schema) }
            }
            if let request = revision.request {
                add(request.schema)
                for part in request.parts { part.headers.forEach { add($0.schema) } }
            }
        }
    }

    /// The patterns of a check; none where there is none.
    package init(checks: JSONValue? = nil) { add(checks: checks) }

    /// The program of a pattern; `nil` where it is not understood.
    package subscript(source: String) -> LinearRegex? { patterns[source] }

    private mutating func add(_ schema: Schema) {
        if let source = schema.pattern { add(source) }
        add(checks: schema.checks)
        switch schema.kind {
        case .array(let items), .map(let items): add(items)
        case .union(let members): members.forEach { add($0) }
        default: break
        }
    }

    /// Adds the patterns that a check has anywhere but in its values.
    package mutating func add(checks: JSONValue?) {
        switch checks {
        case .array(let items)?: for item in items { add(checks: item) }
        case .object(let members)?:
            for member in members {
                switch (member.name, member.value) {
                case ("pattern", .string(let source)): add(source)
                case ("const", _), ("enum", _): break
                case ("properties", .object(let named)), ("dependentSchemas", .object(let named)):
                    for entry in named { add(checks: entry.value) }
                case ("patternProperties", .object(let patterns)):
                    for entry in patterns {
                        add(entry.name)
                        add(checks: entry.value)
                    }
                default: add(checks: member.value)
                }
            }
        default: break
        }
    }

    private mutating func add(_ source: String) {
        guard patterns[source] == nil, !unchecked.contains(where: { $0.source == source }) else { return }
        do {
            patterns[source] = try LinearRegex(reading: source)
        } catch {
            unchecked.append((source, error))
        }
    }
}
