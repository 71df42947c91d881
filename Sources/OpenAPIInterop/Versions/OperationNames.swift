import APISpec
import OpenAPIExport

/// Gives the operations of several versions the names of the newest one that has them: what belongs together is told by
/// method and path.
struct OperationNames {
    private var ids: [Key: String] = [:]
    private var kept: [String: [Key: Kept]] = [:]

    /// What a spec calls an operation of a version, and what the document of the version did.
    private struct Kept {
        let name: String
        let stated: String?
    }

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

    /// Names by the newest documents, or those that `known` has for what its documents call as they did.
    init(keeping known: SpecDocument? = nil) {
        for operation in known?.operations ?? [] {
            for revision in operation.revisions {
                for version in revision.versions {
                    kept[version, default: [:]][Key(revision)] = Kept(
                        name: operation.id, stated: revision.operationID)
                }
            }
        }
    }

    /// The name of the spec for an operation that its document calls as before; `nil` where it calls it otherwise now.
    private func kept(_ operation: Operation, in version: String) -> String? {
        let revision = operation.revisions[0]
        guard let kept = kept[version]?[Key(revision)] else { return nil }
        let stated = revision.operationID ?? (Self.made(revision) == operation.id ? nil : operation.id)
        let isSame = kept.stated == stated || (kept.stated == nil && kept.name == operation.id)
        return isSame ? kept.name : nil
    }

    /// The name that an operation without one gets.
    static func made(_ revision: Revision) -> String {
        MadeOperationName.name(method: revision.method, path: revision.path)
    }

    /// The version with the names that newer versions gave its operations, and those that it called otherwise.
    mutating func named(
        _ version: VersionedDocument
    ) -> (version: VersionedDocument, others: [(old: String, new: String)]) {
        var names: [String: String] = [:]
        var given: Set<String> = []
        let operations = version.document.operations.filter { !$0.revisions.isEmpty }
        for operation in operations {
            let name = kept(operation, in: version.id) ?? ids[Key(operation.revisions[0])]
            guard let known = name, given.insert(known).inserted else { continue }
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
        return (Self.renaming(version, names.filter { $0.key != $0.value }), others)
    }

    /// The document with other names for operations, and for the types that are called after them.
    ///
    /// A type that the document itself has a name for keeps it, whatever operation it sounds like.
    static func renaming(_ version: VersionedDocument, _ names: [String: String]) -> VersionedDocument {
        var version = version
        version.document = renaming(version.document, names, namedAfter: &version.namedAfter)
        return version
    }

    /// The same of a document alone.
    ///
    /// `namedAfter` are the types that are called after operations, as ``VersionedDocument/namedAfter`` has them; they are
    /// given under their new names.
    static func renaming(
        _ document: SpecDocument, _ names: [String: String], namedAfter: inout [String: String]
    ) -> SpecDocument {
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
        let beginnings = Dictionary(
            names.map { (NameMaking.upperCamel($0.key), NameMaking.upperCamel($0.value)) },
            uniquingKeysWith: { first, _ in first })
        for schema in copy.schemas {
            guard let old = namedAfter[schema.name], let new = beginnings[old] else { continue }
            let name = new + schema.name.dropFirst(old.count)
            guard taken.insert(name).inserted else { continue }
            types[schema.name] = name
            namedAfter[schema.name] = nil
            namedAfter[name] = new
        }
        let renaming = SchemaRenaming(types)
        copy.schemas = copy.schemas.map(renaming.schema)
        for index in copy.operations.indices {
            copy.operations[index].revisions = copy.operations[index].revisions.map(renaming.revision)
        }
        return copy
    }
}
