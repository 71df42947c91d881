import APIModel
import Diagnostics

/// The documented bodies of a call's errors, as one type with a case for each status.
///
/// Calls with the same statuses and types share it.
struct FailuresView {
    /// The types that a client has so far, by what they hold.
    struct Shared {
        fileprivate var types: [String: SwiftIdentifier] = [:]
    }

    private struct Case {
        let response: Response
        let name: SwiftIdentifier
        let type: SwiftCode
    }

    private let view: CallView
    private let typeName: SwiftIdentifier
    /// The type that another call has already.
    private let equal: SwiftIdentifier?
    private let cases: [Case]

    /// A view, or `nil` for a call whose errors have no documented bodies of JSON.
    init?(
        _ view: CallView, scope: inout NameScope, shared: inout Shared, collisions: inout [Diagnostic]
    ) {
        let typed = view.call.typedFailures
        guard !typed.isEmpty else { return nil }
        self.view = view
        let operation = view.call.operation
        let base = view.method.name
        typeName = scope.claim(
            [base.prefix(1).uppercased() + base.dropFirst() + "Failure"], for: "\(operation) failures",
            collisions: &collisions)
        cases = typed.map { response in
            let schema = response.schema ?? Schema(.unknown)
            let plain = view.plan.type(
                of: schema, named: "\(operation)_response", from: .version(view.call.version))
            return Case(
                response: response, name: SwiftIdentifier(StatusNames.name(of: response)),
                type: schema.isNullable ? "\(plain)?" : plain)
        }
        let key = cases.map { "\($0.name.name) \($0.type.source)" }.joined(separator: ", ")
        equal = shared.types[key]
        if equal == nil { shared.types[key] = typeName }
    }

    /// What the template makes the type of.
    func set(in context: inout TemplateContext) {
        var declaration: TemplateContext?
        var alias: TemplateContext?
        var doc = DocComment()
        doc.note("The documented bodies of errors of ``\(view.signatureName(view.method))``.")
        var content = TemplateContext()
        content.set("typeDoc", doc, indent: 8)
        content.set("typeName", typeName)
        if let equal {
            content.set("equal", equal)
            alias = content
        } else {
            content.set("cases", cases.map(self.context(of:)))
            content.set("isPartial", !cases.contains { $0.response.isDefault })
            declaration = content
        }
        context.set("failures", declaration)
        context.set("failuresAlias", alias)
    }

    private func context(of item: Case) -> TemplateContext {
        var context = TemplateContext()
        var doc = DocComment()
        let status = item.response.isDefault ? "Any other status" : "Status \(item.response.statusText)"
        doc.note(status + (item.response.description.map { ": \(DocComment.inline($0))" } ?? ""))
        context.set("doc", doc, indent: 12)
        context.set("name", item.name)
        context.set("type", item.type)
        context.set("pattern", item.response.pattern)
        return context
    }
}

extension Response {
    /// The pattern of a `switch` over statuses.
    fileprivate var pattern: SwiftCode {
        if isDefault { return "default" }
        return isRange ? "case \(status)00...\(status)99" : "case \(status)"
    }
}
