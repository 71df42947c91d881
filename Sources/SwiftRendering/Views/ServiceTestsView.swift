import APIModel
import APISpec

/// The tests of one version against a mock service.
struct ServiceTestsView {
    let client: ClientView
    let plan: TypePlan

    private var model: APIModel { client.model }
    private var authentication: TestAuthentication { TestAuthentication(model.service) }

    var context: TemplateContext {
        var context = TemplateContext()
        let modules = ["MockService", "ServiceRuntime", "ServiceTesting", "Testing", "URLSessionTransport"]
        context.set("testImports", plan.testImports(modules))
        context.set("namespace", plan.names.namespace)
        context.set("version", plan.names.version(client.version.id))
        context.set("versionID", SwiftCode.string(client.version.id))
        context.set("title", SwiftCode.string("\(model.service.title) \(client.version.id) over HTTP"))
        var signature: TemplateContext?
        if model.service.authentication == .scpHMAC { signature = TemplateContext() }
        context.set("authentication", signature)
        var schemes: TemplateContext?
        if signature == nil, !model.service.security.isEmpty { schemes = TemplateContext() }
        context.set("schemes", schemes)
        let reasons = client.calls.map { UntestedCall(call: $0.call, model: model).reasonOverHTTP }
        let tested = zip(client.calls, reasons).filter { $0.1 == nil }.map(\.0)
        context.set("calls", tested.map(call))
        context.set(
            "untested",
            zip(client.calls, reasons).compactMap { view, reason in
                reason.map { UntestedCall.comment(view, $0) }
            })
        context.set("lives", model.resources.compactMap { life(of: $0, tested) })
        return context
    }

    private func call(_ view: CallView) -> TemplateContext {
        var context = TemplateContext()
        context.set("name", view.method)
        context.set("operation", SwiftCode.string(view.call.operation))
        let title = SwiftCode.string("\(view.call.title), version \(view.call.version)")
        context.set("attribute", Layout.list([title], open: "@Test(", close: ")", indent: 4))
        context.set("open", open([view.call]))
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

    private func life(of resource: ResolvedResource, _ tested: [CallView]) -> TemplateContext? {
        let operations = resource.resource.roles.map(\.operation)
        let calls = tested.filter { operations.contains($0.call.operation) }.map(\.call)
        // Calls that cannot be made with one client are each tested alone.
        guard authentication.code(for: calls) != nil else { return nil }
        var context = ResourceLife(resource, calls: tested, model: model)?.context
        context?.set("open", open(calls, "keeping: true"))
        return context
    }

    /// The beginning of a test: a service, and a client that proves itself as the calls ask for.
    private func open(_ calls: [Call], _ first: SwiftCode? = nil) -> SwiftCode {
        let code = model.service.authentication == nil ? authentication.code(for: calls) ?? "" : ""
        let items = [first, code.source.isEmpty ? nil : "authentication: \(code)"].compactMap { $0 }
        guard !items.isEmpty else { return "try await withService {" }
        return Layout.list(items, open: "try await withService(", close: ") {", indent: 8)
    }

    /// What holds the answer against the bytes that came.
    private func comparison(_ view: CallView) -> SwiftCode {
        switch view.call.answerForm {
        case .json: return "recorder.differences(answer)"
        case .text: return "recorder.differences(text: answer)"
        case .form, .multipart, .binary: return "try await recorder.differences(stream: answer)"
        }
    }
}
