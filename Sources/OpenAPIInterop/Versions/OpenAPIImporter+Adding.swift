public import APISpec
import Diagnostics

extension OpenAPIImporter {
    /// Adds the document of a further version to a spec; what the spec says of its own versions stays as it is.
    ///
    /// - Parameters:
    ///   - version: the document. What selects versions in the spec selects this one, too.
    ///   - document: the spec.
    ///   - locations: where its parts stand.
    /// - Returns: the spec with the version, and what a person should look at. The names of operations and types are
    ///   those of the spec; a type that is another one in the version is `Type@VERSION`.
    /// - Throws: `DiagnosticError` where the spec has the version already, and for a document that the spec has.
    public func adding(
        _ version: VersionedDocument, to document: SpecDocument, locations: SpecLocations
    ) throws -> MergedVersions {
        guard !document.versions.contains(where: { $0.id == version.id }) else {
            throw DiagnosticError(
                "the spec has version \(printable(version.id)) already; `apidoc import` with a document for each version "
                    + "reads it anew", at: version.locations.whole)
        }
        let parts = document.versions.reversed().map { own in
            VersionedDocument(id: own.id, document: document.part(own), locations: locations)
        }
        var selector = document.service.selector
        var values = Dictionary(
            document.versions.map { ($0.id, $0.selectorValue) }, uniquingKeysWith: { first, _ in first })
        var findings: [Diagnostic] = []
        if let known = selector {
            let search = StatedSelector(known, version)
            values[version.id] = search.value ?? version.id
            if search.value == nil {
                findings.append(
                    SelectorRules.missing.finding(
                        "the document has nothing of \(known.words), which selects versions of the spec; "
                            + "`\(printable(version.id))` is taken for its value", at: version.locations[["service"]]))
            }
            let names = Set(known.omittedBy)
            selector?.accepted.removeAll { $0 == search.value }
            selector?.omittedBy += search.value == nil ? [] : search.without.filter { !names.contains($0) }
        }
        var merge = VersionMerge(parts + [version], stated: selector, values: values, namesFirst: Set(parts.map(\.id)))
        try merge.run()
        var result = merge.document
        result.versions = result.versions.map { version in
            var version = version
            if let known = document.versions.first(where: { $0.id == version.id }) {
                version.notBefore = known.notBefore
                version.status = known.status == .current ? version.status : known.status
            }
            return version
        }
        return MergedVersions(document: result, findings: findings + merge.findings)
    }
}

/// A selector that is known, in the document of a further version.
private struct StatedSelector {
    /// What the document has in the place of `{version}`; `nil` where it has nothing of the kind.
    private(set) var value: String?
    /// The operations that are called without it.
    private(set) var without: [String] = []

    init(_ selector: VersionSelector, _ version: VersionedDocument) {
        let document = version.document
        let known = [version.id] + document.versions.map(\.id)
        switch selector.kind {
        case .none: value = version.id
        case .server: value = selector.value(in: document.service.server.url)
        case .header, .query:
            let values = SelectorValue(document)
            for operation in document.operations {
                let own = operation.revisions.flatMap(\.parameters).filter(selector.isSelector)
                if own.isEmpty { without.append(operation.id) }
                value =
                    value
                    ?? own.lazy.compactMap { values.value(of: $0, known: known) }.compactMap(selector.value(in:)).first
            }
        case .mediaType:
            let types = document.operations.flatMap(\.revisions).flatMap(\.mediaTypes)
            value = types.lazy.compactMap(selector.value(inMediaType:)).first
            if let value { without = MediaPattern.without(selector, value, in: document) }
        case .path:
            for operation in document.operations {
                let found = operation.revisions.lazy.compactMap { revision in
                    (0..<3).lazy.compactMap { SideBySide.prefix(of: revision.path, at: $0) }
                        .first { $0.pattern == selector.pattern }?.value
                }.first
                if found == nil { without.append(operation.id) }
                value = value ?? found
            }
        }
    }
}

extension SpecDocument {
    /// What the spec says of one of its versions, with the names that types have in it.
    fileprivate func part(_ version: APIVersion) -> SpecDocument {
        var part = self
        part.service = service
        part.service.server = version.server ?? service.server
        part.service.security = version.security ?? service.security
        part.service.requirements = version.requirements ?? service.requirements
        part.versions = [version]
        part.versions[0].server = nil
        part.versions[0].security = nil
        part.versions[0].requirements = nil
        part.operations = operations.compactMap { operation in
            guard var revision = operation.revisions.first(where: { $0.versions.contains(version.id) }) else {
                return nil
            }
            revision.versions = [version.id]
            return Operation(id: operation.id, title: operation.title, revisions: [revision])
        }
        let reached = reached(from: Set(part.operations.flatMap(\.revisions).flatMap(\.referencedNames)))
        let marked = Dictionary(
            reached.filter { $0.contains("@") }.map { ($0, VersionedName($0).base) },
            uniquingKeysWith: { first, _ in first })
        let counts = Dictionary(marked.values.map { ($0, 1) }, uniquingKeysWith: +)
        let renaming = SchemaRenaming(marked.filter { counts[$0.value] == 1 && !reached.contains($0.value) })
        // What no operation reaches belongs to all versions.
        let used = self.reached(from: Set(operations.flatMap(\.revisions).flatMap(\.referencedNames)))
        part.schemas = schemas.filter { schema in
            reached.contains(schema.name) || (!schema.name.contains("@") && !used.contains(schema.name))
        }.map(renaming.schema)
        for index in part.operations.indices {
            part.operations[index].revisions = part.operations[index].revisions.map(renaming.revision)
        }
        return part
    }

    private func reached(from names: Set<String>) -> Set<String> {
        let index = Dictionary(schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var reached: Set<String> = []
        var pending = Array(names)
        while let name = pending.popLast() {
            guard let schema = index[name], reached.insert(name).inserted else { continue }
            pending += schema.referencedNames
        }
        return reached
    }
}
