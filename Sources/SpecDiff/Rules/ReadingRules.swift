extension SpecDiffRules {
    /// What changed in how the documentation is read, not in the API. The wire stays as it is; Swift may change.
    static let reading: [DiffRule] = [
        DiffRule(
            "reading-recovery-changed", wire: .info, source: .always(.none), mirror: .itself,
            "The spec says the same as before on other evidence, such as a table instead of an example."),
        DiffRule(
            "reading-evidence-lost", wire: .warning, source: .ifBroken(.warning),
            mirror: .rule("reading-evidence-found"),
            "Nothing tells any more what was told: the API need not have changed, but nobody can say."),
        DiffRule(
            "reading-evidence-found", wire: .info, source: .ifBroken(.warning), mirror: .rule("reading-evidence-lost"),
            "The documentation tells what nothing told before."),
        DiffRule(
            "reading-page-degraded", wire: .warning, source: .ifBroken(.warning), mirror: .rule("reading-page-mended"),
            "The page has lost a table: what is missing now says nothing about the API."),
        DiffRule(
            "reading-page-mended", wire: .info, source: .ifBroken(.warning), mirror: .rule("reading-page-degraded"),
            "The page has a table back: what is new now need not be new to the API."),
        DiffRule(
            "reading-resource-added", wire: .none, source: .always(.info), mirror: .rule("reading-resource-removed"),
            "A resource is inferred that was not before; clients gain methods that wait for it."),
        DiffRule(
            "reading-resource-removed", wire: .none, source: .always(.warning), mirror: .rule("reading-resource-added"),
            "A resource is not inferred any more; clients lose methods that wait for it."),
        DiffRule(
            "reading-resource-changed", wire: .none, source: .always(.warning), mirror: .itself,
            "Something else is inferred of a resource; methods that wait for it may change."),
        DiffRule(
            "reading-service-changed", wire: .info, source: .ifBroken(.warning), mirror: .itself,
            "The service is read in another way; the API is the same, generated Swift may differ."),
        DiffRule(
            "reading-version-changed", wire: .info, source: .ifBroken(.warning), mirror: .itself,
            "A version is read in another way; the API is the same, generated Swift may differ."),
        DiffRule(
            "reading-operation-changed", wire: .info, source: .ifBroken(.warning), mirror: .itself,
            "An operation is read in another way; the API is the same, generated Swift may differ."),
        DiffRule(
            "reading-request-changed", wire: .info, source: .ifBroken(.warning), mirror: .itself,
            "A request is read in another way; the API is the same, generated Swift may differ."),
        DiffRule(
            "reading-response-changed", wire: .info, source: .ifBroken(.warning), mirror: .itself,
            "An answer is read in another way; the API is the same, generated Swift may differ."),
        DiffRule(
            "reading-swift-changed", wire: .none, source: .ifBroken(.warning, otherwise: .info), mirror: .itself,
            "A type is read in another way; the API is the same, generated Swift differs."),
        DiffRule(
            "reading-documentation-changed", wire: .info, source: .always(.none), mirror: .itself,
            "What is told for people is read in another way."),
    ]
}
