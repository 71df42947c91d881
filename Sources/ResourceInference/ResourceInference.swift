public import APISpec

/// Finds out what the service keeps: which operations create, list, show, change and delete one kind of thing, which
/// property identifies it, which tells its state, and how its list is read page by page.
///
/// Documentation describes operations one by one; what they act on follows from their methods and paths
/// (RFC 9110 §9.3 for what a method means) and from the names of properties. Every conclusion carries its evidence.
/// Where there is doubt nothing is concluded: a person can state it in the overlay.
public struct ResourceInference: Sendable {
    /// An inference.
    public init() {}

    /// The document with the resources that its operations show.
    ///
    /// Resources that the document has already stay as they are, since somebody stated them.
    public func infer(_ document: SpecDocument) -> SpecDocument {
        var result = document
        let stated = Set(document.resources.map(\.collection))
        var names = Set(document.resources.map(\.name))
        let shown = ShownProperties(document)
        let groups = PathGroup.groups(of: document.operations).filter { !stated.contains($0.collection) }
        // What can be listed and nothing else is worth stating for its pages only, and takes no name from what is kept.
        var lists: [PathGroup] = []
        for group in groups {
            let name = ResourceName(group).unused(among: names)
            guard var resource = group.resource(named: name) else {
                lists.append(group)
                continue
            }
            shown.complete(&resource, word: ResourceName(group).word)
            names.insert(resource.name)
            result.resources.append(resource)
        }
        for group in lists {
            guard var resource = group.list(named: ResourceName(group).unused(among: names)) else { continue }
            shown.completeList(&resource)
            guard !resource.paging.isEmpty else { continue }
            names.insert(resource.name)
            result.resources.append(resource)
        }
        return result
    }
}
