public import APISpec

/// Finds out what the service keeps: which operations create, list, show, change and delete one kind of thing, which
/// property identifies it, and which tells its state.
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
        for group in PathGroup.groups(of: document.operations) where !stated.contains(group.collection) {
            guard var resource = group.resource(named: ResourceName(group).unused(among: names)) else { continue }
            ShownProperties(document).complete(&resource, word: ResourceName(group).word)
            names.insert(resource.name)
            result.resources.append(resource)
        }
        return result
    }
}
