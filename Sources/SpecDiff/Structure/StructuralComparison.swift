import APIModel

/// Compares two documents and says what differs, where, in which versions, and which operations it reaches.
final class StructuralComparison {
    /// Which versions are compared.
    enum Scope: Hashable {
        /// Every version of the old document with the same one of the new, and the documents as a whole.
        case all
        /// One version with another.
        case pair(VersionPair)
    }

    private let documents: DocumentPair
    private let scope: Scope
    private let bump: VersionPair?
    private let schemas: SchemaPairs
    private let selectors: SelectorComparison
    private var collector = OccurrenceCollector()
    private var roots: [Int: [Use]] = [:]
    private var examples: [(difference: Difference, isRequest: Bool, operation: String, versions: [VersionPair])] = []
    private(set) var tables: [TypeTable] = []

    /// An operation that refers to a pair of schemas.
    private struct Use: Hashable {
        let operation: String
        let isRequest: Bool
        let versions: [VersionPair]
    }

    /// Versions that are the same in both documents can change, or be read in another way; two versions of a
    /// service just differ.
    /// Documents of one version each may call it differently: `bump`.
    init(_ documents: DocumentPair, scope: Scope, bump: VersionPair? = nil) {
        self.documents = documents
        self.scope = scope
        self.bump = bump
        let tracksReading: Bool =
            switch scope {
            case .all: true
            case .pair(let pair): pair.old == pair.new
            }
        schemas = SchemaPairs(documents: documents, tracksReading: tracksReading)
        selectors = SelectorComparison(documents, isBump: bump != nil)
    }

    /// Every difference, in the order of the documents.
    func run() -> [Occurrence] {
        if scope == .all { compareDocuments() }
        compareVersionsOfService()
        compareOperations()
        schemas.compareAll()
        if scope == .all { compareUnusedSchemas() }
        collectSchemas()
        collectExamples()
        return collector.occurrences
    }

    // MARK: The documents as a whole

    private func compareDocuments() {
        let old = documents.old.document
        let new = documents.new.document
        for difference in ServiceComparison(old: old.service, new: new.service).differences {
            collector.add(difference, versions: [])
        }
        for difference in selectors.ofService { collector.add(difference, versions: []) }
        for (difference, version) in VersionComparison(old: old.versions, new: new.versions).differences {
            collector.add(difference, versions: version.map { [$0] } ?? [])
        }
        if let bump {
            let place: SpecPath = ["versions", bump.new]
            let difference = Difference(
                .version, .renamed, at: place, subject: "version \(bump.new)", before: bump.old, after: bump.new,
                oldPlace: place, newPlace: place)
            collector.add(difference, versions: [VersionPair(old: bump.new, new: bump.new)])
        }
        for difference in ResourceComparison(old: old.resources, new: new.resources).differences {
            collector.add(difference, versions: [])
        }
        for (step, before, after) in [
            ("operations", old.operations.map(\.id), new.operations.map(\.id)),
            ("schemas", old.schemas.map(\.name), new.schemas.map(\.name)),
        ] where isReordered(before, after) {
            let difference = Difference(
                .documentation, .orderChanged, at: [step], subject: "the list of \(step)", oldPlace: [step],
                newPlace: [step])
            collector.add(difference, versions: [])
        }
    }

    /// Compares what versions say of the service, where that is not told of the service as a whole.
    private func compareVersionsOfService() {
        let old = documents.old.document
        let new = documents.new.document
        switch scope {
        case .pair(let pair):
            compare(old.service(in: pair.old), new.service(in: pair.new), pair)
        case .all:
            for version in new.versions {
                guard let known = old.versions.first(where: { $0.id == version.id }), version.isOwn || known.isOwn
                else {
                    continue
                }
                compare(
                    old.service.version(known), new.service.version(version),
                    VersionPair(old: version.id, new: version.id))
            }
        }
    }

    private func compare(_ old: Service, _ new: Service, _ pair: VersionPair) {
        let whole = ServiceComparison(old: documents.old.document.service, new: documents.new.document.service)
        let told = scope == .all ? whole.differences : []
        for difference in ServiceComparison(old: old, new: new).differences where !told.contains(difference) {
            collector.add(difference, versions: [pair])
        }
    }

    /// Compares schemas that no operation reaches: they have types in Swift all the same.
    private func compareUnusedSchemas() {
        let seen = schemas.names()
        let before = documents.old.model.schemas
        let after = documents.new.model.schemas
        let oldNames = Set(before.map(\.name))
        let newNames = Set(after.map(\.name))
        for schema in before where newNames.contains(schema.name) {
            if seen.old.contains(schema.name), seen.new.contains(schema.name) { continue }
            _ = schemas.pair(schema.name, schema.name)
        }
        schemas.compareAll()
        func report(_ change: Change, _ name: String) {
            let difference = Difference(
                .type, change, at: ["schemas", VersionedName(name).base], subject: "`\(name)`",
                swift: change == .removed ? .all : .none, oldPlace: ["schemas", name], newPlace: ["schemas", name])
            collector.add(difference, versions: [])
        }
        // What an operation reaches comes and goes with what refers to it.
        for schema in before where schema.versions.isEmpty && !newNames.contains(schema.name) {
            report(.removed, schema.name)
        }
        for schema in after where schema.versions.isEmpty && !oldNames.contains(schema.name) {
            report(.added, schema.name)
        }
    }

    // MARK: Operations

    private func compareOperations() {
        let matching = OperationMatching(documents, scope: scope)
        var shown: Set<SpecPath> = []
        for gone in matching.removed { report(.removed, gone.call, gone.versions) }
        let isProvenAlike = isProvenAlike
        for match in matching.matches {
            // What two versions of a document say once is the same, down to the schemas; only what has to be proven may
            // be something else in each.
            if documents.isOneDocument, match.old.operation == match.new.operation,
                match.old.sameIn.contains(match.new.version), match.new.revision.security == nil || isProvenAlike
            {
                continue
            }
            if scope == .all {
                for difference in selectors.differences(of: match.old, match.new) {
                    collector.add(difference, versions: match.versions, requests: [match.new.operation])
                }
            }
            var comparison = OperationComparison(old: match.old, new: match.new, schemas: schemas)
            comparison.run()
            for difference in comparison.differences { add(difference, match.new.operation, match.versions) }
            if comparison.differences.contains(where: { !$0.isForPeopleOnly }), shown.insert(comparison.path).inserted {
                tables.append(comparison.table)
            }
            for (pairs, isRequest) in [(comparison.sent, true), (comparison.received, false)] {
                let use = Use(operation: match.new.operation, isRequest: isRequest, versions: match.versions)
                for pair in pairs { roots[pair, default: []].append(use) }
            }
            for (example, isRequest) in [
                (comparison.requestExample, true), (comparison.responseExample, false),
            ] {
                guard let example else { continue }
                examples.append((example, isRequest, match.new.operation, match.versions))
            }
        }
        for come in matching.added { report(.added, come.call, come.versions) }
    }

    /// Whether the versions have the same ways to prove who calls.
    private var isProvenAlike: Bool {
        guard case .pair(let pair) = scope else { return true }
        let before = documents.old.document.service(in: pair.old)
        let after = documents.new.document.service(in: pair.new)
        return before.security == after.security && before.requirements == after.requirements
    }

    private func report(_ change: Change, _ call: Call, _ versions: [VersionPair]) {
        let place: SpecPath = ["operations", call.operation, call.version]
        let text = "`\(call.revision.method) \(call.revision.path)`"
        let isAdded = change == .added
        let difference = Difference(
            .operation, change, at: ["operations", call.operation], subject: "`\(call.operation)`",
            before: isAdded ? nil : text, after: isAdded ? text : nil, swift: isAdded ? .none : .all,
            oldPlace: place, newPlace: place)
        add(difference, call.operation, versions)
    }

    /// Adds what is found at an operation itself.
    private func add(_ difference: Difference, _ operation: String, _ versions: [VersionPair]) {
        let sides = difference.sides
        collector.add(
            difference, versions: versions, requests: sides.request ? [operation] : [],
            responses: sides.response ? [operation] : [])
    }

    // MARK: Schemas

    /// Adds the differences of schemas, each with the operations that reach it through other schemas.
    private func collectSchemas() {
        var parents: [Int: [Int]] = [:]
        for (index, pair) in schemas.pairs.enumerated() {
            for child in pair.children { parents[child, default: []].append(index) }
        }
        var order: [String: Int] = [:]
        for operation in documents.new.model.operations { order[operation.id] = order.count }
        for (index, pair) in schemas.pairs.enumerated() where !pair.differences.isEmpty {
            let uses = self.uses(of: index, parents: parents)
            func operations(_ isRequest: Bool) -> [String] {
                Set(uses.filter { $0.isRequest == isRequest }.map(\.operation))
                    .sorted { (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1) }
            }
            let versions = sorted(Set(uses.flatMap(\.versions)))
            for difference in pair.differences {
                collector.add(
                    difference, versions: versions, requests: operations(true), responses: operations(false))
            }
            if let table = pair.table { tables.append(table) }
        }
    }

    private func uses(of pair: Int, parents: [Int: [Int]]) -> Set<Use> {
        var uses: Set<Use> = []
        var seen: Set<Int> = [pair]
        var pending = [pair]
        while let next = pending.popLast() {
            uses.formUnion(roots[next] ?? [])
            for parent in parents[next] ?? [] where seen.insert(parent).inserted { pending.append(parent) }
        }
        return uses
    }

    private func sorted(_ versions: Set<VersionPair>) -> [VersionPair] {
        let order = documents.new.document.versions.map(\.id)
        func rank(_ pair: VersionPair) -> Int { order.firstIndex(of: pair.new) ?? order.count }
        return versions.sorted { (rank($0), $0.old) < (rank($1), $1.old) }
    }

    // MARK: Examples

    /// Adds examples that nothing else explains: where a request or a response changed, its example has to.
    private func collectExamples() {
        var explained: Set<Explained> = []
        for occurrence in collector.occurrences where !occurrence.difference.isForPeopleOnly {
            for version in occurrence.versions {
                for operation in occurrence.requests {
                    explained.insert(Explained(operation: operation, isRequest: true, version: version))
                }
                for operation in occurrence.responses {
                    explained.insert(Explained(operation: operation, isRequest: false, version: version))
                }
            }
        }
        for example in examples {
            let versions = example.versions.filter { version in
                !explained.contains(
                    Explained(operation: example.operation, isRequest: example.isRequest, version: version))
            }
            if !versions.isEmpty { add(example.difference, example.operation, versions) }
        }
    }

    /// A side of an operation in a version that is known to differ.
    private struct Explained: Hashable {
        let operation: String
        let isRequest: Bool
        let version: VersionPair
    }
}

extension Difference {
    /// Whether it is told for people, or of the evidence, and changes nothing of the API.
    var isForPeopleOnly: Bool {
        [.descriptionChanged, .exampleChanged, .orderChanged, .recoveryChanged].contains(change)
    }

    /// Which sides of its operation a difference at an operation itself is about.
    fileprivate var sides: (request: Bool, response: Bool) {
        switch area {
        case .parameter, .requestBody, .part, .partHeader, .method: (true, false)
        case .responseBody, .responseHeader, .success, .error: (false, true)
        default: (true, true)
        }
    }
}

extension APIVersion {
    /// Whether the version differs from the service in where it answers or what it asks for.
    fileprivate var isOwn: Bool { server != nil || security != nil || requirements != nil }
}
