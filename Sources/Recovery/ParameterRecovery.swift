import APISpec

/// Writes the parameters and the body of a revision whose Parameters table is lost.
///
/// Documented paths show the query parameters that are required, and only those. Optional ones are taken from the
/// table of another version of the same operation; where there is none, they stay unknown.
struct ParameterRecovery {
    private let table: CellTable
    private let catalog: SchemaCatalog
    private let stated: [Key: [Parameter]]

    private struct Key: Hashable {
        var name: String
        var location: Parameter.Location
    }

    init(table: CellTable, catalog: SchemaCatalog) {
        self.table = table
        self.catalog = catalog
        var stated: [Key: [Parameter]] = [:]
        for cell in table.cells where cell.hasParameters {
            for parameter in cell.revision.parameters {
                stated[Key(name: parameter.name, location: parameter.location), default: []].append(parameter)
            }
        }
        self.stated = stated
    }

    /// The parameters outside the body.
    func parameters(of position: Int) -> [Parameter] {
        let cell = table.cells[position]
        // Versions add optional parameters, so an older table is less likely to have one too many.
        let siblings = table.siblings(of: position).filter { table.cells[$0].hasParameters }
        let sibling = siblings.first { table.cells[$0].order > cell.order } ?? siblings.first
        let known = sibling.map { table.cells[$0].revision.parameters } ?? []
        let inPath = PathTemplate(cell.revision.path).parameterNames
        let shown = cell.revision.example?.path
        let inQuery = shown.map(Self.queryNames) ?? []

        var result: [Parameter] = []
        for var parameter in known {
            var evidence: Set<Evidence> = [.siblingRevision]
            switch parameter.location {
            case .path:
                guard inPath.contains(parameter.name) else { continue }
                evidence.insert(.path)
            case .query:
                if inQuery.contains(parameter.name) {
                    parameter.isRequired = true
                    evidence.insert(.path)
                } else if shown != nil {
                    parameter.isRequired = false
                }
            case .header, .cookie: break
            }
            parameter.schema = catalog.adapted(parameter.schema, to: cell.number)
            parameter.recovered = evidence.words
            result.append(parameter)
        }
        for (names, location) in [(inPath, Parameter.Location.path), (inQuery, .query)] {
            for name in names where !result.contains(where: { $0.name == name && $0.location == location }) {
                result.append(parameter(Key(name: name, location: location), in: cell))
            }
        }
        return result
    }

    /// A parameter that the path shows; other operations tell its type where they agree.
    private func parameter(_ key: Key, in cell: OperationVersion) -> Parameter {
        var evidence: Set<Evidence> = [.path]
        var schema = Schema(.string(format: nil))
        let known = stated[key] ?? []
        if let first = known.first, known.allSatisfy({ $0.schema.kind == first.schema.kind }) {
            schema = catalog.adapted(first.schema, to: cell.number)
            if key.location == .path { schema.isNullable = false }
            evidence.insert(.siblingOperations)
        } else {
            evidence.insert(.convention)
        }
        return Parameter(
            name: key.name, location: key.location, isRequired: true, schema: schema, recovered: evidence.words)
    }

    /// The body; `draft` is what it was found to be, if anything.
    func request(of position: Int, draft: Draft?) -> RequestBody? {
        let cell = table.cells[position]
        let isShown = cell.revision.example?.requestBody != nil
        let siblings = table.siblings(of: position).filter { table.cells[$0].hasParameters }
        let isRequired = siblings.lazy.compactMap { table.cells[$0].revision.request?.isRequired }.first ?? true
        guard let draft else {
            guard isShown else { return nil }
            return RequestBody(
                isRequired: isRequired, schema: Schema(.unknown), recovered: [Evidence.requestExample.rawValue])
        }
        guard let schema = draft.schema else { return nil }
        return RequestBody(isRequired: isRequired, schema: schema, recovered: draft.evidence.words)
    }

    /// The names in the query of `/v1/things?name={name}&size={size}`, in order.
    private static func queryNames(_ path: String) -> [String] {
        guard let mark = path.firstIndex(of: "?") else { return [] }
        var names: [String] = []
        for item in path[path.index(after: mark)...].split(separator: "&") {
            let name = String(item.prefix { $0 != "=" })
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        return names
    }
}
