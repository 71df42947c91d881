extension SpecDiffRules {
    /// What only Swift notices: names and orders of arguments, and types that no operation uses.
    static let swift: [DiffRule] = [
        DiffRule(
            "swift-type-added", wire: .none, source: .always(.info), mirror: .rule("swift-type-removed"),
            "There is a further type that no operation uses."),
        DiffRule(
            "swift-type-removed", wire: .none, source: .always(.breaking), mirror: .rule("swift-type-added"),
            "A type is gone that no operation used."),
        DiffRule(
            "swift-type-renamed", wire: .none, source: .always(.breaking), mirror: .itself,
            "A schema has another name and most of its members; names of schemas are not sent."),
        DiffRule(
            "swift-member-added", wire: .none, source: .always(.info), mirror: .rule("swift-member-removed"),
            "A type that no operation uses has a further member or value."),
        DiffRule(
            "swift-member-removed", wire: .none, source: .ifBroken(.breaking, otherwise: .info),
            mirror: .rule("swift-member-added"),
            "A type that no operation uses lacks a member or a value."),
        DiffRule(
            "swift-member-changed", wire: .none, source: .ifBroken(.breaking, otherwise: .info), mirror: .itself,
            "A member of a type that no operation uses has another type."),
        DiffRule(
            "swift-initialiser-reordered", wire: .none, source: .always(.breaking), mirror: .itself,
            "The arguments of an initialiser are in another order; Swift does not let callers swap them."),
        DiffRule(
            "swift-method-reordered", wire: .none, source: .always(.breaking), mirror: .itself,
            "The arguments of a method are in another order; Swift does not let callers swap them."),
    ]

    /// What is told for people only.
    static let documentation: [DiffRule] = [
        DiffRule(
            "documentation-description-changed", wire: .info, source: .always(.none), mirror: .itself,
            "Only the words changed that describe something."),
        DiffRule(
            "documentation-example-changed", wire: .info, source: .always(.none), mirror: .itself,
            "Only an example changed."),
        DiffRule(
            "documentation-order-changed", wire: .info, source: .always(.none), mirror: .itself,
            "Only the order of a list changed, and nothing depends on it."),
        DiffRule(
            "documentation-default-changed", wire: .info, source: .always(.none), mirror: .itself,
            "A default came, went or changed where it has no effect: in answers, and in types that nothing uses."),
        DiffRule(
            "documentation-constraint-changed", wire: .info, source: .always(.none), mirror: .itself,
            "A limit came, went or changed where it has no effect: in types that nothing uses."),
    ]
}
