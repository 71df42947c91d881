/// Finds what a documentation said at the last import and does not say any more, although nobody announced its end.
///
/// A page that changed says something else in the same place; a page that is damaged says less. What is found here is
/// held back until a person has looked.
public struct PageLosses: Sendable {
    private let announcements: Announcements
    /// The names of schemas that the pages use and do not describe.
    private let undescribed: Set<String>

    /// A comparison with what was announced. `undescribed` are the names of types that the pages use and do not describe.
    public init(announcements: Announcements, undescribed: Set<String> = []) {
        self.announcements = announcements
        self.undescribed = undescribed
    }

    /// What is missing, in the order of the old spec: versions, operations, tables, models.
    ///
    /// - Parameters:
    ///   - old: the spec of the last import.
    ///   - new: the spec that would be written.
    ///   - read: what the pages say, before an overlay: what the overlay takes out was not lost.
    /// - Returns: the parts that `new` lacks and that nobody announced to end.
    public func missing(from old: SpecDocument, in new: SpecDocument, read: SpecDocument) -> [LostPart] {
        let comparison = Comparison(old: old, new: new, read: read, announcements: announcements)
        return comparison.versions + comparison.operations + comparison.tables + models(comparison)
    }

    private func models(_ comparison: Comparison) -> [LostPart] {
        comparison.models(undescribed: undescribed)
    }

    /// Two specs, with what is looked up in them.
    private struct Comparison {
        let old: SpecDocument
        let new: SpecDocument
        let announcements: Announcements
        private let versionIDs: Set<String>
        /// The versions of each operation that is still there, by its id.
        private var known: [String: [String: Revision]] = [:]
        /// The calls that are still there in each version, whatever the operation is called.
        private var calls: Set<[String]> = []

        init(old: SpecDocument, new: SpecDocument, read: SpecDocument, announcements: Announcements) {
            self.old = old
            self.new = new
            self.announcements = announcements
            versionIDs = Set((new.versions + read.versions).map(\.id))
            for operation in new.operations + read.operations {
                for revision in operation.revisions {
                    for version in revision.versions {
                        if known[operation.id]?[version] == nil {
                            known[operation.id, default: [:]][version] = revision
                        }
                        calls.insert([version, revision.method, revision.path])
                    }
                }
            }
        }

        var versions: [LostPart] {
            old.versions.filter { !versionIDs.contains($0.id) && !announcements.announces(endOf: $0.id) }.map {
                LostPart(name: $0.id, words: "the version `\($0.id)`", path: ["versions", $0.id], isTable: false)
            }
        }

        var operations: [LostPart] {
            old.operations.flatMap { operation -> [LostPart] in
                let gone = lostVersions(of: operation)
                guard !gone.isEmpty else { return [] }
                guard known[operation.id] != nil || isRenamed(operation) else {
                    return [
                        LostPart(
                            name: operation.id, words: "the operation `\(operation.id)`",
                            path: ["operations", operation.id], isTable: false)
                    ]
                }
                return gone.map { version in
                    LostPart(
                        name: "\(operation.id)/\(version)",
                        words: "the operation `\(operation.id)` in version \(version)",
                        path: ["operations", operation.id, version], isTable: false)
                }
            }
        }

        /// The versions in which an operation is gone, although they are still there and nobody announced that.
        private func lostVersions(of operation: Operation) -> [String] {
            operation.revisions.flatMap { revision in
                revision.versions.filter { version in
                    versionIDs.contains(version) && known[operation.id]?[version] == nil
                        && !calls.contains([version, revision.method, revision.path])
                        && !announcements.announces(endOf: operation, revision, in: version)
                }
            }
        }

        private func isRenamed(_ operation: Operation) -> Bool {
            operation.revisions.contains { revision in
                revision.versions.contains { calls.contains([$0, revision.method, revision.path]) }
            }
        }

        var tables: [LostPart] {
            var parts: [LostPart] = []
            let before = Dictionary(old.operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for operation in new.operations {
                for table in Revision.LostTable.allCases {
                    let versions = operation.revisions.filter { $0.lost.contains(table) }.flatMap(\.versions)
                    let lost = versions.filter { version in
                        before[operation.id]?.revisions.contains {
                            $0.versions.contains(version) && !$0.lost.contains(table)
                        } ?? false
                    }
                    guard let first = lost.first else { continue }
                    let all = before[operation.id]?.revisions.flatMap(\.versions).count ?? 0
                    let place = lost.count == all ? "" : " in version \(lost.joined(separator: ", "))"
                    parts.append(
                        LostPart(
                            name: "\(operation.id)/\(table.rawValue)",
                            words: "the table of \(table.rawValue) of `\(operation.id)`\(place)",
                            path: ["operations", operation.id, first, table.rawValue], isTable: true))
                }
            }
            let described = Set(old.schemas.filter { !$0.isLost && $0.recovered.isEmpty }.map(\.name))
            for schema in new.schemas
            where (schema.isLost || !schema.recovered.isEmpty) && described.contains(schema.name) {
                parts.append(
                    LostPart(
                        name: schema.name, words: "the table of the model `\(schema.name)`",
                        path: ["schemas", schema.name],
                        isTable: true))
            }
            return parts
        }

        /// The models that are gone, except where the documentation says something else in their place, and except for
        /// those that only what is gone itself has used.
        func models(undescribed: Set<String>) -> [LostPart] {
            let names = Set(new.schemas.map(\.name))
            let added = new.schemas.filter { schema in !old.schemas.contains { $0.name == schema.name } }
            let users = self.users
            return old.schemas.filter { schema in
                guard !names.contains(schema.name) else { return false }
                if undescribed.contains(schema.name) { return true }
                var content = schema
                let isRenamed = added.contains { other in
                    content.name = other.name
                    return content == other
                }
                return !isRenamed && (users[schema.name] ?? []).isEmpty
            }.map {
                LostPart(name: $0.name, words: "the model `\($0.name)`", path: ["schemas", $0.name], isTable: false)
            }
        }

        /// What uses each schema of the old spec, by the schema's name.
        private var users: [String: Set<String>] {
            var users: [String: Set<String>] = [:]
            for schema in old.schemas {
                for name in schema.referencedNames where name != schema.name {
                    users[name, default: []].insert(schema.name)
                }
            }
            for operation in old.operations {
                for revision in operation.revisions {
                    for name in revision.referencedNames { users[name, default: []].insert(operation.id) }
                }
            }
            return users
        }
    }
}

extension Revision {
    /// The names of the schemas that parameters and bodies mention.
    package var referencedNames: [String] {
        parameters.flatMap(\.schema.referencedNames) + (request?.schema.referencedNames ?? [])
            + responses.flatMap { response in
                (response.schema?.referencedNames ?? []) + response.headers.flatMap(\.schema.referencedNames)
            }
    }
}
