public import APISpec

/// Keeps what a table said at the last import where the page has lost it since.
///
/// The words of the earlier table are better evidence than an example, but evidence all the same: what is kept is marked
/// with ``Evidence/earlierTable`` and its table as lost, until the page has a table again, or a person takes it out in the
/// overlay.
public struct EarlierTables: Sendable {
    private let old: SpecDocument

    /// The tables of the spec of the last import.
    public init(_ old: SpecDocument) { self.old = old }

    /// `new` with what its lost tables said before.
    public func kept(in new: SpecDocument) -> SpecDocument {
        var document = new
        let before = Dictionary(old.operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in document.operations.indices {
            guard let known = before[document.operations[index].id] else { continue }
            let singles = document.operations[index].revisions.flatMap { revision in
                revision.versions.map { version in
                    var single = revision
                    single.versions = [version]
                    return single
                }
            }
            let kept = singles.map { single in
                guard
                    let earlier = known.revisions.first(where: { !Set($0.versions).isDisjoint(with: single.versions) })
                else { return single }
                return keep(earlier, in: single)
            }
            if kept != singles { document.operations[index].revisions = Self.joined(kept) }
        }
        let schemas = Dictionary(old.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for index in document.schemas.indices {
            guard let known = schemas[document.schemas[index].name] else { continue }
            document.schemas[index] = keep(known, in: document.schemas[index])
        }
        return document
    }

    private func keep(_ earlier: Revision, in revision: Revision) -> Revision {
        var revision = revision
        let isGone = revision.lost.contains(.parameters) || revision.parameters.isEmpty && revision.request == nil
        let hadParameters = !earlier.parameters.isEmpty || earlier.request != nil
        if isGone, hadParameters, Self.isStated(earlier, .parameters) {
            revision.lost.insert(.parameters)
            let kept = earlier.parameters.filter { $0.location != .path || revision.path.contains("{\($0.name)}") }
            let names = Set(kept.map { [$0.location.rawValue, $0.name] })
            // A path that has changed has parameters that no table has ever described.
            let others = revision.parameters.filter {
                $0.location == .path && !names.contains([$0.location.rawValue, $0.name])
            }
            revision.parameters =
                kept.map { parameter in
                    var parameter = parameter
                    parameter.recovered = Self.evidence(parameter.recovered)
                    parameter.confirmed = nil
                    return parameter
                } + others
            revision.request = earlier.request.map { request in
                var request = request
                request.recovered = Self.evidence(request.recovered)
                request.confirmed = nil
                return request
            }
        }
        let hasAnswers = !revision.lost.contains(.responses) && !revision.responses.isEmpty
        if !hasAnswers, !earlier.responses.isEmpty, Self.isStated(earlier, .responses) {
            revision.lost.insert(.responses)
            revision.responses = earlier.responses.map { response in
                var response = response
                response.recovered = Self.evidence(response.recovered)
                response.confirmed = nil
                return response
            }
        }
        return revision
    }

    private func keep(_ earlier: NamedSchema, in schema: NamedSchema) -> NamedSchema {
        let isGone = schema.isLost || !schema.recovered.isEmpty || schema.properties.isEmpty && schema.definition == nil
        let isStated = !earlier.isLost && earlier.recovered.isEmpty || Self.isKept(earlier.recovered)
        guard isGone else { return schema }
        guard isStated, !earlier.properties.isEmpty || earlier.definition != nil else { return schema }
        var kept = earlier
        kept.description = schema.description ?? earlier.description
        // As of a model that was rebuilt from examples: something is known of its members.
        kept.isLost = false
        kept.recovered = Self.evidence(earlier.recovered)
        kept.confirmed = nil
        return kept
    }

    /// Whether a table stood there, or what it said has been kept since.
    private static func isStated(_ revision: Revision, _ table: Revision.LostTable) -> Bool {
        guard revision.lost.contains(table) else { return true }
        switch table {
        case .parameters:
            return revision.parameters.contains { isKept($0.recovered) }
                || revision.request.map { isKept($0.recovered) } ?? false
        case .responses: return revision.responses.contains { isKept($0.recovered) }
        }
    }

    private static func isKept(_ recovered: [String]) -> Bool { recovered.contains(Evidence.earlierTable.rawValue) }

    private static func evidence(_ recovered: [String]) -> [String] {
        recovered.isEmpty ? [Evidence.earlierTable.rawValue] : recovered
    }

    /// Revisions that say the same share one entry.
    private static func joined(_ singles: [Revision]) -> [Revision] {
        var joined: [Revision] = []
        var entries: [Revision: Int] = [:]
        for single in singles {
            var content = single
            content.versions = []
            if let entry = entries[content] {
                joined[entry].versions += single.versions
            } else {
                entries[content] = joined.count
                joined.append(single)
            }
        }
        return joined
    }
}
