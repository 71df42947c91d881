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
        mapping.add("envelope", resource.envelope)
        if let identifier = resource.identifier { mapping.add("identifier", mark(identifier)) }
        if let state = resource.state { mapping.add("state", mark(state)) }
        mapping.add("inferred", resource.inferred)
        return mapping.value(.block)
    }

    private func mark(_ mark: Resource.Mark) -> YAMLValue {
        guard !mark.inferred.isEmpty else { return .string(mark.property) }
        var mapping = MappingBuilder()
        mapping.add("property", mark.property)
        mapping.add("inferred", mark.inferred)
        return mapping.value(.flow)
    }
}
