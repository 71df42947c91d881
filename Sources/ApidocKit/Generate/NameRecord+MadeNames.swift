import APISpec
import OpenAPIExport
import SwiftRendering

extension NameRecord {
    /// The record for a spec whose operations without an id were named by an older rule, which said a verb of the path
    /// twice: `getGetMultibody` is `getMultibody` today, and so is its name in Swift only where it has none yet.
    func following(_ document: SpecDocument) -> NameRecord {
        let present = Set(document.operations.map(\.id))
        var operations: [String: String] = [:]
        for operation in document.operations where name(of: operation.id, in: ["operations"]) == nil {
            for revision in operation.revisions where revision.operationID == nil {
                let made = MadeOperationName.name(method: revision.method, path: revision.path)
                let plain = MadeOperationName.plain(method: revision.method, path: revision.path)
                guard operation.id == made, plain != made, !present.contains(plain),
                    name(of: plain, in: ["operations"]) != nil
                else { continue }
                operations[plain] = made
            }
        }
        guard !operations.isEmpty else { return self }
        let types = Set(document.schemas.map(\.name))
        let beginnings = operations.map { (old: NameMaking.upperCamel($0.key), new: NameMaking.upperCamel($0.value)) }
            .sorted { ($1.old.count, $0.old) < ($0.old.count, $1.old) }
        return followingOriginals { original in
            if let name = operations[original] { return name }
            guard !types.contains(original),
                let beginning = beginnings.first(where: { original.hasPrefix($0.old) })
            else { return original }
            let name = beginning.new + original.dropFirst(beginning.old.count)
            return types.contains(String(name.prefix { $0 != "." })) ? name : original
        }
    }
}
