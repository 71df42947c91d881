import APISpec

/// Finds the one thing that differs between documents of several versions of a service everywhere.
struct SelectorSearch {
    /// A selector, with what each document has in the place of `{version}`.
    struct Found {
        var selector: VersionSelector
        /// In the order of the documents.
        var values: [String]
    }

    private let documents: [SpecDocument]
    /// What the version of each document may be called.
    private let names: [[String]]
    /// What parameters of each document hold.
    private let held: [SelectorValue]

    /// A search in documents of one version each, with the ids that they are given.
    init(_ versions: [(id: String, document: SpecDocument)]) {
        documents = versions.map(\.document)
        held = documents.map(SelectorValue.init)
        names = versions.map { version in [version.id] + version.document.versions.map(\.id).filter { $0 != version.id }
        }
    }

    /// All that would do, the likeliest first. More than one is for a person to look at.
    var found: [Found] {
        parameters(in: .header) + parameters(in: .query) + [mediaTypes, paths, servers].compactMap(\.self)
    }

    // MARK: Parameters

    private func parameters(in location: Parameter.Location) -> [Found] {
        guard let first = documents.first else { return [] }
        var seen: Set<String> = []
        let names = first.operations.flatMap(\.revisions).flatMap(\.parameters).filter { $0.location == location }
            .map { Self.key($0) }.filter { seen.insert($0).inserted }
        return names.compactMap { parameter(named: $0, in: location) }
    }

    private static func key(_ parameter: Parameter) -> String {
        parameter.location == .header ? parameter.name.lowercased() : parameter.name
    }

    private func parameter(named key: String, in location: Parameter.Location) -> Found? {
        var values: [String] = []
        var without: Set<String> = []
        var spelling: String?
        var isRequired = false
        var listed: [String] = []
        for ((document, known), held) in zip(zip(documents, names), held) {
            var own: Set<String> = []
            var lacking: [String] = []
            var holders = 0
            for operation in document.operations {
                for revision in operation.revisions {
                    guard
                        let parameter = revision.parameters.first(where: {
                            $0.location == location && Self.key($0) == key
                        })
                    else {
                        lacking.append(operation.id)
                        continue
                    }
                    spelling = spelling ?? parameter.name
                    holders += 1
                    isRequired = isRequired || parameter.isRequired
                    guard let value = held.value(of: parameter, known: known) else { return nil }
                    for value in held.values(of: parameter) where !listed.contains(value) { listed.append(value) }
                    own.insert(value)
                }
            }
            guard own.count == 1, let value = own.first, holders > lacking.count else { return nil }
            values.append(value)
            without.formUnion(lacking)
        }
        guard let spelling, Set(values).count == values.count else { return nil }
        var selector = selector(location == .header ? .header : .query, name: spelling, without: without)
        selector.isRequired = isRequired
        selector.accepted = listed.filter { !values.contains($0) }
        return Found(selector: selector, values: values)
    }

    // MARK: Media types

    private var mediaTypes: Found? {
        var values: [String] = []
        var patterns: [String] = []
        for (document, known) in zip(documents, names) {
            var own: Set<String> = []
            for operation in document.operations {
                for revision in operation.revisions {
                    let types = revision.mediaTypes
                    let found = types.compactMap { VersionText.inMediaType($0, known: known) }
                    own.formUnion(found.map(\.value))
                    patterns += found.map(\.pattern)
                }
            }
            guard own.count == 1, let value = own.first else { return nil }
            values.append(value)
        }
        guard !patterns.isEmpty, Set(values).count == values.count else { return nil }
        let pattern = MediaPattern.common(patterns)
        let kind = VersionSelector(.mediaType, pattern: pattern)
        let without = Set(zip(documents, values).flatMap { MediaPattern.without(kind, $1, in: $0) })
        guard without.count < Set(documents.flatMap(\.operations).map(\.id)).count else { return nil }
        var selector = selector(.mediaType, without: without)
        selector.pattern = pattern
        return Found(selector: selector, values: values)
    }

    // MARK: Paths and addresses

    private var paths: Found? {
        for place in 0..<3 {
            if let found = prefix(endingAt: place) { return found }
        }
        return nil
    }

    /// Paths that share what stands before the segment at `place`, and that segment but for the version in it.
    private func prefix(endingAt place: Int) -> Found? {
        var values: [String] = []
        var pattern: String?
        var without: Set<String> = []
        for document in documents {
            var counts: [VersionText.Found: Int] = [:]
            var found: [(id: String, prefix: VersionText.Found?)] = []
            for operation in document.operations {
                for revision in operation.revisions {
                    let prefix = SideBySide.prefix(of: revision.path, at: place)
                    found.append((operation.id, prefix))
                    if let prefix { counts[prefix, default: 0] += 1 }
                }
            }
            guard let best = counts.max(by: { ($0.value, $1.key.pattern) < ($1.value, $0.key.pattern) }),
                best.value * 2 > found.count, pattern == nil || pattern == best.key.pattern
            else { return nil }
            pattern = best.key.pattern
            values.append(best.key.value)
            without.formUnion(found.filter { $0.prefix != best.key }.map(\.id))
        }
        guard let pattern, Set(values).count == values.count else { return nil }
        var selector = selector(.path, without: without)
        selector.pattern = pattern
        return Found(selector: selector, values: values)
    }

    private var servers: Found? {
        var values: [String] = []
        var patterns: Set<String> = []
        for (document, known) in zip(documents, names) {
            guard !document.service.server.url.contains(VersionSelector.placeholder),
                let found = VersionText.inAddress(document.service.server.url, known: known)
            else { return nil }
            values.append(found.value)
            patterns.insert(found.pattern)
        }
        guard patterns.count == 1, let pattern = patterns.first, Set(values).count == values.count else { return nil }
        var selector = selector(.server, without: [])
        selector.pattern = pattern
        return Found(selector: selector, values: values)
    }

    private func selector(
        _ kind: VersionSelector.Kind, name: String? = nil, without: Set<String>
    ) -> VersionSelector {
        var seen: Set<String> = []
        let order = documents.flatMap(\.operations).map(\.id).filter { seen.insert($0).inserted }
        return VersionSelector(
            kind, name: name, omittedBy: order.filter(without.contains), confidence: .high,
            recovered: ["varies-with-version"])
    }
}

/// What a parameter that selects a version holds.
struct SelectorValue {
    private let definitions: [String: NamedSchema]

    /// The values in a document.
    init(_ document: SpecDocument) {
        definitions = Dictionary(
            document.schemas.filter { $0.definition != nil }.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// All values that a parameter is documented to have: those of an enumeration, or its default alone.
    func values(of parameter: Parameter) -> [String] {
        let listed = listed(by: parameter)
        return listed.isEmpty ? [standard(of: parameter)].compactMap(\.self) : listed
    }

    /// The values of an enumeration; none where there is none.
    func listed(by parameter: Parameter) -> [String] {
        switch resolved(parameter.schema).kind {
        case .enumeration(let values): values
        case .numbers(_, let values): values
        default: []
        }
    }

    /// The value that is taken where a request has none.
    func standard(of parameter: Parameter) -> String? {
        switch parameter.schema.defaultValue ?? resolved(parameter.schema).defaultValue {
        case .string(let text)?: text
        case .number(let text)?: text
        default: nil
        }
    }

    private func resolved(_ schema: Schema) -> Schema {
        guard case .reference(let name) = schema.kind else { return schema }
        return definitions[name]?.definition ?? schema
    }

    /// The value that stands for the version: the only one, or the one of several that the version is called by.
    func value(of parameter: Parameter, known: [String]) -> String? {
        let values = values(of: parameter)
        if values.count == 1 { return values[0] }
        return known.first(where: values.contains)
    }
}

extension Revision {
    /// The media types of what is sent and of what comes back, without those that nothing is written in.
    var mediaTypes: [String] {
        var types = responses.filter { $0.schema != nil }.map(\.mediaType)
        if let request { types.append(request.mediaType) }
        return types
    }
}
