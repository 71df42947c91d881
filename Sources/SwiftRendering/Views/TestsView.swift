import APIModel

/// The tests of what some versions have in common, or of what one has alone.
struct TestsView {
    let suite: TestSuite
    let views: [CallView]
    let clients: ClientsView

    private var model: APIModel { clients.model }

    var context: TemplateContext {
        var context = TemplateContext()
        context.set(
            "testImports",
            clients.plan.testImports(
                RuntimeModules.names(model.service) + ["Foundation", "ServiceTesting", "Testing"]))
        suite.set(in: &context, title: "as documented")
        var authentication: TemplateContext?
        if model.service.authentication == .scpHMAC { authentication = TemplateContext() }
        context.set("authentication", authentication)
        let reasons = views.map { UntestedCall(call: $0.call, model: model).reason }
        context.set(
            "calls",
            zip(views, reasons).filter { $0.1 == nil }.map {
                CallTestView(view: $0.0, model: model, plan: clients.plan, suite: suite).context
            })
        context.set(
            "untested",
            zip(views, reasons).compactMap { view, reason in
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
