import APIModel
import APISpec

/// Chooses the schemas that belong to one version.
struct SchemaSelection {
    private let model: APIModel
    private let version: String

    init(model: APIModel, version: String) {
        self.model = model
        self.version = version
    }

    /// The schemas that the calls reach, in the order of the documentation.
    ///
    /// Where the page has lost tables, nobody knows what else the version uses. Then those that may well belong to it
    /// are added with all that they refer to, so that nothing is dropped that the page says: schemas without a version
    /// in the name, and of those with one the newest that is not newer than the version.
    func schemas(for calls: [Call]) -> [NamedSchema] {
        // A document of one version says all, also what nobody uses.
        if model.versions.count == 1 { return model.schemas.map(\.schema) }
        var chosen = Set(model.schemas.filter { $0.versions.contains(version) }.map(\.name))
        if isIncomplete(calls, reached: chosen) {
            var pending = candidates()
            while let name = pending.popLast() {
                guard let schema = model.schema(named: name), chosen.insert(name).inserted else { continue }
                pending += schema.schema.referencedNames
            }
        }
        return model.schemas.filter { chosen.contains($0.name) }.map(\.schema)
    }

    private func isIncomplete(_ calls: [Call], reached: Set<String>) -> Bool {
        calls.contains { call in
            !call.revision.lost.isEmpty || call.request?.schema.kind == .unknown
                || call.revision.responses.contains { $0.schema?.kind == .unknown }
        } || model.schemas.contains { $0.schema.isLost && reached.contains($0.name) }
    }

    private func candidates() -> [String] {
        let wanted = Number(version)
        var names: [String] = []
        var newest: [String: (number: Number, name: String)] = [:]
        for schema in model.schemas {
            guard let suffix = schema.suffixVersion.map(Number.init) else {
                names.append(schema.name)
                continue
            }
            if suffix > wanted { continue }
            if let best = newest[schema.baseName], best.number >= suffix { continue }
            newest[schema.baseName] = (suffix, schema.name)
        }
        return names + newest.values.map(\.name)
    }

    /// A version as numbers, so that 1.10 comes after 1.9.
    private struct Number: Comparable {
        var parts: [Int]

        init(_ version: String) { parts = version.split(separator: ".").map { Int($0) ?? .max } }

        static func < (left: Self, right: Self) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
    }
}
