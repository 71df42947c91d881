extension Response {
    /// How items follow each other in the body; `nil` where it is one value.
    ///
    /// As in OpenAPI 3.2, the schema of such a body is that of a list of its items.
    public var sequence: SequentialMedia? { SequentialMedia(mediaType: mediaType) }

    /// The type of the items of a body that streams them; of server-sent events, that of their data. `nil` for other
    /// bodies.
    public var streamedItem: Schema? {
        guard sequence != nil, case .array(let items)? = schema?.kind else { return nil }
        return items
    }
}

extension SequentialMedia {
    /// An item as it is written: JSON, and a text as it is where it is the data of an event.
    public func text(of item: JSONValue) -> String {
        if self == .events, case .string(let text) = item { return text }
        return JSONFormat.compact.text(item)
    }
}
