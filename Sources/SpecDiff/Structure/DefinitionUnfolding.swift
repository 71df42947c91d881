import APIModel

extension SchemaPairs {
    /// Two types such that both, or neither, name a schema.
    ///
    /// Where one document names a definition and the other says the same on the spot, the name stands for what it
    /// defines. The side without the name ends somewhere, and with it the comparison.
    func alike(_ old: Schema, _ new: Schema) -> (old: Schema, new: Schema) {
        switch (old.kind, new.kind) {
        case (.reference, .reference): (old, new)
        case (.reference, _): (unfolded(old, in: documents.old), new)
        case (_, .reference): (old, unfolded(new, in: documents.new))
        default: (old, new)
        }
    }

    /// What a name stands for; the type itself where that is not a definition.
    func unfolded(_ schema: Schema, in side: DocumentPair.Side) -> Schema {
        let result = side.model.resolved(schema)
        // A name that leads to an object with members says no more than the name does.
        if case .reference = result.kind { return schema }
        return result
    }
}
