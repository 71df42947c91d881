import APIModel
import APISpec

/// The tests of one version against a mock service.
struct ServiceTestsView {
    let client: ClientView
    let plan: TypePlan

    var context: TemplateContext {
        var context = TemplateContext()
        let modules = ["MockService", "ServiceRuntime", "ServiceTesting", "Testing", "URLSessionTransport"]
        context.set("testImports", plan.testImports(modules))
        context.set("namespace", plan.names.namespace)
        context.set("version", plan.names.version(client.version.id))
        context.set("versionID", SwiftCode.string(client.version.id))
        context.set("title", SwiftCode.string("\(client.model.service.title) \(client.version.id) over HTTP"))
        var authentication: TemplateContext?
        if client.model.service.authentication == .scpHMAC { authentication = TemplateContext() }
        context.set("authentication", authentication)
        context.set("calls", client.calls.filter(\.call.isTestable).map(call))
        context.set(
            "lives",
            client.model.resources.compactMap {
                ResourceLife($0, calls: client.calls.filter(\.call.isTestable), model: client.model)?.context
            })
        return context
    }

    private func call(_ view: CallView) -> TemplateContext {
        var context = TemplateContext()
        context.set("name", view.method)
        context.set("operation", SwiftCode.string(view.call.operation))
        let title = SwiftCode.string("\(view.call.title), version \(view.call.version)")
        context.set("attribute", Layout.list([title], open: "@Test(", close: ")", indent: 4))
        context.set("hasResult", view.resultType != nil)
        let target: SwiftCode = view.resultType == nil ? "" : "let answer = "
        context.set(
            "invocation",
            Layout.list(
                ValidArguments(view: view, model: client.model).code(),
                open: "\(target)try await client.\(view.method)(", close: ")", indent: 12))
        return context
    }
}
