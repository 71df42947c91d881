import APIModel

/// Writes what OpenAPI has no word for: resources, and the pages that a spec was read from.
enum ResourceExporter {
    /// The resources with their roles, as far as the operations are among `operations`; `nil` where there are none.
    /// `paging` is what a version has of the ways to read the list of this id.
    static func object(
        _ resources: [Resource], in operations: [String], paging: (String) -> [Paging]
    ) -> JSONValue? {
        let known = Set(operations)
        func role(_ id: String?) -> String? { id.flatMap { known.contains($0) ? $0 : nil } }
        var object = ObjectBuilder()
        for resource in resources {
            var entry = ObjectBuilder()
            entry.add("collection", text: resource.collection)
            entry.add("member", text: resource.member)
            let start = entry.members.count
            entry.add("create", text: role(resource.create))
            entry.add("list", text: role(resource.list))
            entry.add("show", text: role(resource.show))
            entry.add("updates", texts: resource.updates.filter(known.contains))
            entry.add("delete", text: role(resource.delete))
            if entry.members.count == start, !resource.roles.isEmpty { continue }
            entry.add("items", text: resource.items)
            let ways = resource.paging.isEmpty ? [] : role(resource.list).map(paging) ?? []
            if !ways.isEmpty { entry.add("paging", .array(ways.map(way))) }
            entry.add("envelope", text: resource.envelope)
            entry.add("identifier", resource.identifier.map(mark))
            entry.add("state", resource.state.map(mark))
            entry.add("inferred", texts: resource.inferred)
            object.add(resource.name, entry.value)
        }
        return object.isEmpty ? nil : object.value
    }

    private static func way(_ paging: Paging) -> JSONValue {
        var object = ObjectBuilder()
        object.add("by", text: paging.kind.rawValue)
        object.add("position", text: paging.position)
        object.add("size", text: paging.size)
        object.add("first", paging.first.map { .number(String($0)) })
        object.add("next", text: paging.next)
        object.add("nextHeader", text: paging.nextHeader)
        object.add("last", text: paging.last)
        object.add("more", text: paging.more)
        object.add("count", text: paging.count)
        object.add("countHeader", text: paging.countHeader)
        object.add("inferred", texts: paging.inferred)
        return object.value
    }

    private static func mark(_ mark: Resource.Mark) -> JSONValue {
        var object = ObjectBuilder()
        object.add("property", text: mark.property)
        object.add("inferred", texts: mark.inferred)
        return object.value
    }

    /// The pages; `nil` where there are none.
    static func list(_ sources: [Source]) -> JSONValue? {
        guard !sources.isEmpty else { return nil }
        return .array(
            sources.map { source in
                var object = ObjectBuilder()
                object.add("page", text: source.page)
                object.add("sha256", text: source.sha256)
                object.add("etag", text: source.etag)
                object.add("lastModified", text: source.lastModified)
                object.add("foundOn", text: source.foundOn)
                object.add("dialect", text: source.dialect)
                object.add("version", text: source.version)
                if source.isOverlay { object.add("overlay", JSONValue.bool(true)) }
                return object.value
            })
    }
}
