import YAML

extension SpecWriter {
    func resource(_ resource: Resource) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("collection", resource.collection)
        mapping.add("member", resource.member)
        mapping.add("create", resource.create)
        mapping.add("list", resource.list)
        mapping.add("show", resource.show)
        mapping.add("updates", resource.updates)
        mapping.add("delete", resource.delete)
        mapping.add("items", resource.items)
        if let paging = resource.paging.first, resource.paging.count == 1 {
            mapping.add("paging", self.paging(paging))
        } else {
            mapping.add("paging", resource.paging, item: paging)
        }
        mapping.add("envelope", resource.envelope)
        if let identifier = resource.identifier { mapping.add("identifier", mark(identifier)) }
        if let state = resource.state { mapping.add("state", mark(state)) }
        mapping.add("inferred", resource.inferred)
        return mapping.value(.block)
    }

    private func paging(_ paging: Paging) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("by", paging.kind.rawValue)
        mapping.add("position", paging.position)
        mapping.add("size", paging.size)
        if let first = paging.first { mapping.add("first", .number(String(first))) }
        mapping.add("next", paging.next)
        mapping.add("nextHeader", paging.nextHeader)
        mapping.add("last", paging.last)
        mapping.add("more", paging.more)
        mapping.add("count", paging.count)
        mapping.add("countHeader", paging.countHeader)
        mapping.add("inferred", paging.inferred)
        return mapping.value(.flow)
    }

    private func mark(_ mark: Resource.Mark) -> YAMLValue {
        guard !mark.inferred.isEmpty else { return .string(mark.property) }
        var mapping = MappingBuilder()
        mapping.add("property", mark.property)
        mapping.add("inferred", mark.inferred)
        return mapping.value(.flow)
    }
}
