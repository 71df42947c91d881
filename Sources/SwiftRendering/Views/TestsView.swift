import APIModel

/// The tests of one version.
struct TestsView {
    let client: ClientView
    let plan: TypePlan

    var context: TemplateContext {
        var context = TemplateContext()
        context.set(
            "testImports",
            plan.testImports(RuntimeModules.names(client.model.service) + ["Foundation", "ServiceTesting", "Testing"]))
        context.set("namespace", plan.names.namespace)
        context.set("version", plan.names.version(client.version.id))
        let title = "\(client.model.service.title) \(client.version.id) as documented"
        context.set("title", SwiftCode.string(title))
        var authentication: TemplateContext?
        if client.model.service.authentication == .scpHMAC { authentication = TemplateContext() }
        context.set("authentication", authentication)
        let reasons = client.calls.map { UntestedCall(call: $0.call, model: client.model).reason }
        context.set(
            "calls",
            zip(client.calls, reasons).filter { $0.1 == nil }.map {
                CallTestView(view: $0.0, model: client.model, plan: plan).context
            })
        context.set(
            "untested",
            zip(client.calls, reasons).compactMap { view, reason in
                reason.map { UntestedCall.comment(view, $0) }
            })
        return context
    }
}

extension TypePlan {
    /// The imports of a file of tests: `modules` and the generated one, which is opened where it keeps things to itself.
    func testImports(_ modules: [String]) -> [TemplateContext] {
        (modules.map(SwiftIdentifier.init(_:)) + [names.module]).sorted { $0.name < $1.name }.map { module in
            var entry = TemplateContext()
            entry.set("name", module)
            let isOpened = options.access == .internal && module == names.module
            entry.set("attribute", isOpened ? "@testable " : "" as SwiftCode)
            return entry
        }
    }
}
