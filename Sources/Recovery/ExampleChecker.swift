public import APISpec
public import Diagnostics

/// Compares every example and default of a document with the types that its tables state.
///
/// Examples never overrule a table; where they differ, a person has to ask the service. What several versions or
/// operations show alike is said once.
public struct ExampleChecker: Sendable {
    /// A checker; it has no settings.
    public init() {}

    /// Says what is wrong with the examples and defaults of `document`, and which schemas no operation reaches.
    ///
    /// `parts` are the names of schemas that others are made of, and which are used by that. Findings come in the order of
    /// the document: schemas, operations, unused schemas.
    public func check(
        _ document: SpecDocument, locations: SpecLocations, parts: Set<String> = []
    ) -> [Diagnostic] {
        var walk = ExampleWalk(catalog: SchemaCatalog(document.schemas), locations: locations)
        for schema in document.schemas {
            walk.check(schema)
            for property in schema.properties { walk.check(property, of: schema) }
        }
        for operation in document.operations {
            for revision in operation.revisions { walk.check(revision, of: operation) }
        }
        let reached = ReachedSchemas(document)
        for schema in document.schemas where !reached.names.contains(schema.name) && !parts.contains(schema.name) {
            walk.findings.append(
                ExampleRules.unusedSchema.finding(
                    "no operation reaches the schema \(schema.name)", at: locations[["schemas", schema.name]]))
        }
        return walk.findings
    }
}

/// The names of the schemas that operations reach.
struct ReachedSchemas {
    private(set) var names: Set<String> = []

    init(_ document: SpecDocument) {
        let schemas = Dictionary(
            document.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var pending: [String] = []
        for revision in document.operations.flatMap(\.revisions) {
            pending += revision.parameters.flatMap(\.schema.referencedNames)
            pending += revision.request?.schema.referencedNames ?? []
            pending += revision.request?.parts.flatMap { $0.headers.flatMap(\.schema.referencedNames) } ?? []
            pending += revision.responses.flatMap { response in
                (response.schema?.referencedNames ?? []) + response.headers.flatMap(\.schema.referencedNames)
            }
        }
        while let name = pending.popLast() {
            guard names.insert(name).inserted else { continue }
            pending += schemas[name]?.referencedNames ?? []
        }
    }
}
