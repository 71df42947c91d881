import APISpec

/// Joins documents that describe versions of one service.
struct VersionMerger {
    private let versions: [(id: String, document: SpecDocument)]

    /// A merge of documents, the newest first.
    init(_ versions: [(id: String, document: SpecDocument)]) { self.versions = versions }

    func document() -> SpecDocument {
        guard let newest = versions.first else {
            return SpecDocument(service: Service(id: "service", title: "Service", server: .init(url: "/")))
        }
        let names = SchemaFamilies(versions).names
        var result = SpecDocument(service: newest.document.service)
        var operations: [String: Int] = [:]
        var schemas: Set<String> = []
        for (index, (id, document)) in versions.enumerated() {
            var version = version(id, document, isNewest: index == 0)
            let (own, common) = (document.service, result.service)
            version.server = own.server == common.server ? nil : own.server
            version.security = own.security == common.security ? nil : own.security
            version.requirements = own.requirements == common.requirements ? nil : own.requirements
            result.versions.append(version)
            let renaming = SchemaRenaming(names[index])
            for operation in document.operations {
                for revision in operation.revisions {
                    var revision = renaming.revision(revision)
                    revision.versions = [id]
                    add(revision, of: operation, to: &result, &operations)
                }
            }
            for schema in document.schemas {
                let renamed = renaming.schema(schema)
                if schemas.insert(renamed.name).inserted { result.schemas.append(renamed) }
            }
            for resource in document.resources where !result.resources.contains(where: { $0.name == resource.name }) {
                result.resources.append(resource)
            }
            for source in document.sources where !result.sources.contains(source) { result.sources.append(source) }
        }
        return result
    }

    private func version(_ id: String, _ document: SpecDocument, isNewest: Bool) -> APIVersion {
        var version = document.versions.first ?? APIVersion(id: id, status: .current)
        version.id = id
        if version.status == .current, !isNewest { version.status = .supported }
        return version
    }

    private func add(
        _ revision: Revision, of operation: Operation, to document: inout SpecDocument, _ index: inout [String: Int]
    ) {
        guard let position = index[operation.id] else {
            index[operation.id] = document.operations.count
            document.operations.append(Operation(id: operation.id, title: operation.title, revisions: [revision]))
            return
        }
        let revisions = document.operations[position].revisions
        if let equal = revisions.firstIndex(where: { known in
            var known = known
            known.versions = revision.versions
            return known == revision
        }) {
            document.operations[position].revisions[equal].versions += revision.versions
        } else {
            document.operations[position].revisions.append(revision)
        }
    }
}

/// Finds out which schemas of several documents are equal, and names those that are not.
struct SchemaFamilies {
    /// For each document the new names of its schemas by the old ones.
    let names: [[String: String]]

    /// The families of documents of versions, newest first.
    init(_ versions: [(id: String, document: SpecDocument)]) {
        let schemas = versions.map { version in
            Dictionary(version.document.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var order: [String] = []
        var seen: Set<String> = []
        for schema in versions.flatMap(\.document.schemas) where seen.insert(schema.name).inserted {
            order.append(schema.name)
        }
        var classes = Self.shapes(order, schemas)
        while true {
            let refined = Self.refined(classes, order, schemas)
            if refined == classes { break }
            classes = refined
        }
        var names = [[String: String]](repeating: [:], count: versions.count)
        var taken = Set(order)
        for name in order {
            let positions = versions.indices.filter { classes[$0][name] != nil }
            let shapes = Set(positions.compactMap { classes[$0][name] })
            guard shapes.count > 1 else { continue }
            // The oldest version of a shape stands last. The first shape of all keeps the name, so that a further version
            // never renames what is there.
            var suffixed: [Int: String] = [:]
            if let oldest = positions.last, let shape = classes[oldest][name] { suffixed[shape] = name }
            for position in positions.reversed() {
                guard let shape = classes[position][name], suffixed[shape] == nil else { continue }
                let stem = VersionedName.marked(name, with: versions[position].id)
                var candidate = stem
                var number = 2
                while !taken.insert(candidate).inserted {
                    candidate = "\(stem) (\(number))"
                    number += 1
                }
                suffixed[shape] = candidate
            }
            for position in positions { names[position][name] = classes[position][name].flatMap { suffixed[$0] } }
        }
        self.names = names
    }

    /// Classes by what schemas say themselves, with names as they are.
    private static func shapes(_ order: [String], _ schemas: [[String: NamedSchema]]) -> [[String: Int]] {
        var classes = [[String: Int]](repeating: [:], count: schemas.count)
        var number = 0
        for name in order {
            var known: [NamedSchema: Int] = [:]
            for position in schemas.indices {
                guard let schema = schemas[position][name] else { continue }
                if known[schema] == nil {
                    known[schema] = number
                    number += 1
                }
                classes[position][name] = known[schema]
            }
        }
        return classes
    }

    /// Classes split where schemas refer to schemas of different classes.
    private static func refined(
        _ classes: [[String: Int]], _ order: [String], _ schemas: [[String: NamedSchema]]
    ) -> [[String: Int]] {
        var result = classes
        var number = 0
        for name in order {
            var known: [[Int]: Int] = [:]
            for position in schemas.indices {
                guard let schema = schemas[position][name], let own = classes[position][name] else { continue }
                let key = [own] + schema.referencedNames.map { classes[position][$0] ?? -1 }
                if known[key] == nil {
                    known[key] = number
                    number += 1
                }
                result[position][name] = known[key]
            }
        }
        return result
    }
}
