extension SpecDocument {
    /// The document with another selector, or none: what selected its versions goes back to where it was taken from, and
    /// the new one comes out. The values of versions stay.
    public func selecting(by selector: VersionSelector?) -> SpecDocument {
        guard selector != service.selector else { return self }
        var copy = puttingBackSelector()
        copy.service.selector = selector
        for index in copy.versions.indices { copy.versions[index].selected = versions[index].selected }
        return copy.takingOutSelector()
    }

    /// The document with what selects its versions taken out of what its revisions say, as ``VersionSelector`` has it.
    ///
    /// Parameters of that name go, and the definitions that nothing else uses; the prefix of paths goes; media types get
    /// `{version}`. What is not as the selector says stays as it is.
    public func takingOutSelector() -> SpecDocument {
        guard let selector = service.selector else { return self }
        var copy = self
        var left: Set<String> = []
        for index in copy.operations.indices {
            let operation = copy.operations[index]
            guard !selector.omittedBy.contains(operation.id) else { continue }
            copy.operations[index].revisions = Self.mapping(operation.revisions, of: self) { revision, version in
                selector.takenOut(of: revision, value: version.selectorValue, &left)
            }
        }
        if selector.kind == .server { copy.takeOutOfServers(selector) }
        if selector.kind == .path {
            let prefixes = versions.map { selector.text(for: $0.selectorValue) }
            func without(_ path: String) -> String {
                prefixes.first { path.hasPrefix($0 + "/") }.map { String(path.dropFirst($0.count)) } ?? path
            }
            for index in copy.resources.indices {
                copy.resources[index].collection = without(copy.resources[index].collection)
                copy.resources[index].member = copy.resources[index].member.map(without)
            }
        }
        copy.removeUnused(left)
        return copy
    }

    /// The document with its selector back in paths, media types and parameters, and without one that is known.
    public func puttingBackSelector() -> SpecDocument {
        guard let selector = service.selector else { return self }
        var copy = withoutSelector
        for index in copy.operations.indices {
            let operation = copy.operations[index]
            copy.operations[index].revisions = Self.mapping(operation.revisions, of: self) { revision, version in
                var revision = request(revision, of: operation.id, in: version)
                if let parameter = selector.parameter(of: operation.id, value: version.selectorValue) {
                    revision.parameters.append(parameter)
                }
                return revision
            }
        }
        if selector.kind == .server {
            for index in copy.versions.indices {
                copy.versions[index].server = service.version(versions[index]).server
            }
            copy.service.server = copy.versions.first?.server ?? copy.service.server
        }
        return copy
    }

    private static func mapping(
        _ revisions: [Revision], of document: SpecDocument, _ transform: (Revision, APIVersion) -> Revision
    ) -> [Revision] {
        let versions = Dictionary(document.versions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [Revision] = []
        for revision in revisions {
            for id in revision.versions {
                var single = versions[id].map { transform(revision, $0) } ?? revision
                single.versions = [id]
                if let same = result.firstIndex(where: { $0.saysTheSame(as: single) }) {
                    result[same].versions.append(id)
                } else {
                    result.append(single)
                }
            }
        }
        return result
    }

    private mutating func takeOutOfServers(_ selector: VersionSelector) {
        for index in versions.indices {
            let value = versions[index].selectorValue
            guard let own = versions[index].server ?? (versions.count == 1 ? service.server : nil),
                selector.text(for: value) == own.url
            else { continue }
            var common = own
            common.url = selector.pattern
            if service.server == own || service.server == versions[0].server { service.server = common }
            versions[index].server = common == service.server ? nil : common
        }
    }

    /// Takes out the definitions of `names` that nothing refers to any more.
    private mutating func removeUnused(_ names: Set<String>) {
        guard !names.isEmpty else { return }
        var used: Set<String> = []
        for revision in operations.flatMap(\.revisions) { used.formUnion(revision.referencedNames) }
        for schema in schemas { used.formUnion(schema.referencedNames) }
        schemas.removeAll { names.contains($0.name) && !used.contains($0.name) }
    }
}

extension VersionSelector {
    fileprivate func takenOut(of revision: Revision, value: String, _ left: inout Set<String>) -> Revision {
        var copy = revision
        switch kind {
        case .header, .query:
            left.formUnion(revision.parameters.filter(isSelector).flatMap(\.schema.referencedNames))
            copy.parameters.removeAll(where: isSelector)
        case .path:
            let prefix = text(for: value)
            func without(_ path: String) -> String? {
                path.hasPrefix(prefix + "/") ? String(path.dropFirst(prefix.count)) : path == prefix ? "/" : nil
            }
            copy.path = without(copy.path) ?? copy.path
            if let shown = copy.example?.path { copy.example?.path = without(shown) ?? shown }
        case .mediaType: copy = copy.mappingMediaTypes { template(of: $0, value: value) ?? $0 }
        case .server, .none: break
        }
        return copy
    }

    /// A media type with `{version}` in the place of the value; `nil` where it is not as the pattern says.
    ///
    /// `{schema}` in the pattern stands for any text, also for none.
    package func template(of mediaType: String, value: String) -> String? {
        let wildcard = "{schema}"
        let parts = text(for: value).split(separator: wildcard, omittingEmptySubsequences: false)
        guard let prefix = parts.first, let suffix = parts.last, parts.count <= 2 else { return nil }
        if parts.count == 1 { return mediaType == prefix ? pattern : nil }
        guard mediaType.hasPrefix(prefix), mediaType.hasSuffix(suffix),
            mediaType.count >= prefix.count + suffix.count
        else { return nil }
        let middle = mediaType.dropFirst(prefix.count).dropLast(suffix.count)
        return pattern.replacing(wildcard, with: middle)
    }
}
