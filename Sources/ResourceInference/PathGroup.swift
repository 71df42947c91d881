import APISpec

/// The operations on a collection, on one of its members, and on what belongs to a member.
struct PathGroup {
    /// The path without its last parameter: `/v1/backups`.
    let collection: String
    /// The name of that parameter; `nil` where no path has one.
    private(set) var parameter: String?
    private(set) var onCollection: [Operation] = []
    private(set) var onMember: [Operation] = []
    /// Operations one or more literal steps below a member, such as `…/{backup_id}/retention-period`.
    private(set) var belowMember: [Operation] = []

    private init(collection: String) { self.collection = collection }

    /// The path of one member.
    var member: String? { parameter.map { "\(collection)/{\($0)}" } }

    /// All groups, in the order in which the documentation first mentions them.
    static func groups(of operations: [Operation]) -> [PathGroup] {
        var groups: [PathGroup] = []
        var index: [String: Int] = [:]
        func position(of collection: String) -> Int {
            if let known = index[collection] { return known }
            index[collection] = groups.count
            groups.append(PathGroup(collection: collection))
            return groups.count - 1
        }
        for operation in operations {
            guard let path = operation.path else { continue }
            // A value of several segments names a thing and what it belongs to in one: no member of one collection.
            guard PathTemplate(path).patterns.isEmpty else {
                groups[position(of: path)].onCollection.append(operation)
                continue
            }
            let steps = path.split(separator: "/", omittingEmptySubsequences: true)
            guard let last = steps.lastIndex(where: { $0.hasPrefix("{") && $0.hasSuffix("}") }), last > 0 else {
                groups[position(of: path)].onCollection.append(operation)
                continue
            }
            let above = position(of: "/" + steps[..<last].joined(separator: "/"))
            let parameter = String(steps[last].dropFirst().dropLast())
            // Paths that differ in nothing but the name of the parameter mean the same member; the first name stands.
            if groups[above].parameter == nil { groups[above].parameter = parameter }
            if last == steps.count - 1 {
                groups[above].onMember.append(operation)
            } else {
                groups[above].belowMember.append(operation)
                groups[position(of: path)].onCollection.append(operation)
            }
        }
        return groups
    }

    /// What the operations act on; `nil` where they show nothing that is kept: it takes a list or a creation, and a
    /// member that can be created, shown, changed or deleted.
    func resource(named name: String) -> Resource? {
        var resource = Resource(name: name, collection: collection, member: member, inferred: ["method-and-path"])
        resource.create = only("POST", in: onCollection)
        resource.list = only("GET", in: onCollection)
        resource.show = only("GET", in: onMember)
        resource.delete = only("DELETE", in: onMember)
        resource.updates = onMember.filter { ["PUT", "PATCH"].contains($0.method) }.map(\.id)
        guard resource.member != nil, resource.list != nil || resource.create != nil,
            resource.create != nil || resource.show != nil || resource.delete != nil || !resource.updates.isEmpty
        else { return nil }
        return resource
    }

    /// What the collection lists where that is all that is known of it.
    func list(named name: String) -> Resource? {
        guard let list = only("GET", in: onCollection) else { return nil }
        var resource = Resource(name: name, collection: collection, inferred: ["method-and-path"])
        resource.list = list
        return resource
    }

    /// The operations that may change a part of a member: PUT and PATCH below it, where that path cannot be read as well
    /// (then it is something of its own).
    static func partialUpdates(below member: String, in operations: [Operation]) -> [Operation] {
        let readable = Set(operations.filter { $0.method == "GET" }.compactMap(\.path))
        return operations.filter { operation in
            guard ["PUT", "PATCH"].contains(operation.method), let path = operation.path,
                path.hasPrefix(member + "/"), !readable.contains(path)
            else { return false }
            return !path.dropFirst(member.utf8.count).contains("{")
        }
    }

    private func only(_ method: String, in operations: [Operation]) -> String? {
        let fitting = operations.filter { $0.method == method }
        return fitting.count == 1 ? fitting[0].id : nil
    }
}

extension Operation {
    /// The path of the newest revision without a slash at its end, with which frameworks end paths and which means nothing
    /// here.
    var path: String? {
        revisions.first.map { $0.path.count > 1 && $0.path.hasSuffix("/") ? String($0.path.dropLast()) : $0.path }
    }

    /// The method of the newest revision.
    var method: String { revisions.first?.method ?? "" }
}
