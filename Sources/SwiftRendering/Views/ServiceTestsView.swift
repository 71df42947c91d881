import APIModel

/// The tests of what some versions have in common, or of what one has alone, against a mock service.
struct ServiceTestsView {
    let suite: TestSuite
    let tested: [CallView]
    let untested: [TemplateContext]
    let lives: [ResourceLife]
    let clients: ClientsView

    private var model: APIModel { clients.model }

    var context: TemplateContext {
        var context = TemplateContext()
        let modules =
            RuntimeModules.names(model.service) + ["MockService", "ServiceTesting", "Testing", "URLSessionTransport"]
        context.set("testImports", clients.plan.testImports(modules))
        let base = model.selector?.basePath
        context.set("mockURL", base.map { "mock.url + \(SwiftCode.string($0))" } ?? "mock.url")
        suite.set(in: &context, title: "over HTTP")
        var signature: TemplateContext?
        if model.service.authentication == .scpHMAC { signature = TemplateContext() }
        context.set("authentication", signature)
        context.set("schemes", TestAuthentication(model.service(in: suite.versions[0])).code)
        context.set("calls", tested.map(call))
        context.set("untested", untested)
        context.set("lives", lives.map(\.context))
        return context
    }

    private func call(_ view: CallView) -> TemplateContext {
        var context = TemplateContext()
        context.set("name", view.method)
        context.set("operation", SwiftCode.string(view.call.operation))
        // A request that does not say the version may be answered in another one.
        let isSilent = model.service.selector?.omittedBy.contains(view.call.operation) ?? false
        context.set("said", isSilent ? "" : ", in: \(suite.versionID)")
        let attribute = suite.attribute("\(view.call.title), \(suite.words)")
        context.set("attribute", "\(CallView.testDeprecation([view]))\(attribute)")
        context.set("hasResult", view.resultType != nil)
        context.set("comparison", comparison(view))
        let target: SwiftCode = view.resultType == nil ? "" : "let answer = "
        context.set(
            "invocation",
            Layout.list(
                ValidArguments(view: view, model: model, suite: suite).code(),
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
