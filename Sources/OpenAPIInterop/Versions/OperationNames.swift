import APISpec
import OpenAPIExport

/// Gives the operations of several versions the names of the newest one that has them: what belongs together is told by
/// method and path.
struct OperationNames {
    private var ids: [Key: String] = [:]
    private var keys: [String: Key] = [:]

    /// What a service tells its operations apart by.
    private struct Key: Hashable {
        let method: String
        let path: PathShape
        let query: [String: String]

        init(_ revision: Revision) {
            method = revision.method
            path = PathShape(revision.path)
            query = revision.fixedQuery
        }
    }

    /// The name that an operation without one gets.
    static func made(_ revision: Revision) -> String {
        NameMaking.lowerCamel("\(revision.method.lowercased()) \(revision.path)")
    }

    /// The document with the names that newer versions gave its operations, and those that it called otherwise.
    mutating func named(
        _ version: VersionedDocument
    ) -> (document: SpecDocument, others: [(old: String, new: String)]) {
        var names: [String: String] = [:]
        var given: Set<String> = []
        let operations = version.document.operations.filter { !$0.revisions.isEmpty }
        for operation in operations {
            guard let known = ids[Key(operation.revisions[0])], given.insert(known).inserted else { continue }
            names[operation.id] = known
        }
        for operation in operations where names[operation.id] == nil {
            // An operation that moved to another path keeps its name; a name that means another one by now does not.
            var name = operation.id
            var number = 2
            while !given.insert(name).inserted {
                name = "\(operation.id)\(number)"
                number += 1
            }
            names[operation.id] = name
        }
        for operation in operations {
            let key = Key(operation.revisions[0])
            if let name = names[operation.id], ids[key] == nil { ids[key] = name }
        }
        let others = operations.compactMap { operation in
            names[operation.id].flatMap { $0 == operation.id ? nil : (operation.id, $0) }
        }
        return (Self.renaming(version.document, names.filter { $0.key != $0.value }), others)
    }

    /// The document with other names for operations, and for the types that are named after them.
    static func renaming(_ document: SpecDocument, _ names: [String: String]) -> SpecDocument {
        guard !names.isEmpty else { return document }
        var copy = document
        for index in copy.operations.indices {
            guard let name = names[copy.operations[index].id] else { continue }
            let old = copy.operations[index].id
            copy.operations[index].id = name
            for revision in copy.operations[index].revisions.indices {
                let stated =
                    copy.operations[index].revisions[revision].operationID
                    ?? (copy.operations[index].revisions.first.map(made) == old ? nil : old)
                copy.operations[index].revisions[revision].operationID = stated == name ? nil : stated
            }
        }
        if var selector = copy.service.selector {
            selector.omittedBy = selector.omittedBy.map { names[$0] ?? $0 }
            copy.service.selector = selector
        }
        var taken = Set(copy.schemas.map(\.name))
        var types: [String: String] = [:]
        let prefixes = names.map { (NameMaking.upperCamel($0.key), NameMaking.upperCamel($0.value)) }
            .sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
        for schema in copy.schemas where schema.isMade {
            guard let (old, new) = prefixes.first(where: { schema.name.hasPrefix($0.0) }) else { continue }
            let name = new + schema.name.dropFirst(old.count)
            if taken.insert(name).inserted { types[schema.name] = name }
        }
        let renaming = SchemaRenaming(types)
        copy.schemas = copy.schemas.map(renaming.schema)
        for index in copy.operations.indices {
            copy.operations[index].revisions = copy.operations[index].revisions.map(renaming.revision)
        }
        return copy
    }
}

extension NamedSchema {
    /// Whether the name may have been made of the name of an operation: an identifier without a version.
    fileprivate var isMade: Bool { VersionedName(name).version == nil }
}
