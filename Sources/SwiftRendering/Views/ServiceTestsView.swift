import APIModel

/// The tests of one version against a mock service.
struct ServiceTestsView {
    let client: ClientView
    let plan: TypePlan

    private var model: APIModel { client.model }

    var context: TemplateContext {
        var context = TemplateContext()
        let modules =
            RuntimeModules.names(model.service) + ["MockService", "ServiceTesting", "Testing", "URLSessionTransport"]
        context.set("testImports", plan.testImports(modules))
        context.set("namespace", plan.names.namespace)
        context.set("version", plan.names.version(client.version.id))
        let base = model.selector?.basePath
        context.set("mockURL", base.map { "mock.url + \(SwiftCode.string($0))" } ?? "mock.url")
        context.set("versionID", SwiftCode.string(client.version.id))
        context.set("title", SwiftCode.string("\(model.service.title) \(client.version.id) over HTTP"))
        var signature: TemplateContext?
        if model.service.authentication == .scpHMAC { signature = TemplateContext() }
        context.set("authentication", signature)
        context.set("schemes", TestAuthentication(model.service(in: client.version.id)).code)
        let reasons = client.calls.map { UntestedCall(call: $0.call, model: model).reasonOverHTTP }
        let tested = zip(client.calls, reasons).filter { $0.1 == nil }.map(\.0)
        context.set("calls", tested.map(call))
        context.set(
            "untested",
            zip(client.calls, reasons).compactMap { view, reason in
                reason.map { UntestedCall.comment(view, $0) }
            })
        context.set(
            "lives", model.resources.compactMap { ResourceLife($0, calls: tested, model: model)?.context })
        return context
    }

    private func call(_ view: CallView) -> TemplateContext {
        var context = TemplateContext()
        context.set("name", view.method)
        context.set("operation", SwiftCode.string(view.call.operation))
        let title = SwiftCode.string("\(view.call.title), \(VersionWords.name(view.call.version))")
        let attribute = Layout.list([title], open: "@Test(", close: ")", indent: 4)
        context.set("attribute", "\(CallView.testDeprecation([view]))\(attribute)")
        context.set("hasResult", view.resultType != nil)
        context.set("comparison", comparison(view))
        let target: SwiftCode = view.resultType == nil ? "" : "let answer = "
        context.set(
            "invocation",
            Layout.list(
                ValidArguments(view: view, model: model).code(),
                open: "\(target)try await client.\(view.method)(", close: ")", indent: 12))
        return context
    }

    /// What holds the response against the bytes that came.
    private func comparison(_ view: CallView) -> SwiftCode {
        switch view.call.answerForm {
        case .json: return "recorder.differences(answer)"
        case .text: return "recorder.differences(text: answer)"
        case .items: return "try await recorder.differences(items: answer)"
        case .form, .multipart, .binary: return "try await recorder.differences(stream: answer)"
        }
    }
}
