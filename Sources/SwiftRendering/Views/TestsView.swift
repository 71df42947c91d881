import APIModel
import APISpec

/// The tests of one version.
struct TestsView {
    let client: ClientView
    let plan: TypePlan

    var context: TemplateContext {
        var context = TemplateContext()
        let modules = ["Foundation", "ServiceRuntime", "ServiceTesting", "Testing"].map(SwiftIdentifier.init(_:))
        context.set(
            "imports",
            (modules + [plan.names.module]).sorted { $0.name < $1.name }.map { module in
                var entry = TemplateContext()
                entry.set("name", module)
                return entry
            })
        context.set("namespace", plan.names.namespace)
        context.set("version", plan.names.version(client.version.id))
        let title = "\(client.model.service.title) \(client.version.id) as documented"
        context.set("title", SwiftCode.string(title))
        var authentication: TemplateContext?
        if client.model.service.authentication == .scpHMAC { authentication = TemplateContext() }
        context.set("authentication", authentication)
        context.set(
            "calls",
            client.calls.map { CallTestView(view: $0, model: client.model, plan: plan).context })
        return context
    }
}
