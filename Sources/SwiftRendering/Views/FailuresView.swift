import APIModel
import Diagnostics

/// The documented bodies of a call's errors, as one type with a case for each status.
///
/// Calls with the same statuses and types share it.
struct FailuresView {
    /// The types that there are so far, by versions and by what they hold.
    struct Shared {
        fileprivate var types: [String: SwiftIdentifier] = [:]
    }

    private struct Case {
        let response: Response
        let name: SwiftIdentifier
        let type: SwiftCode
    }

    private let view: CallView
    let name: CallTypeNames.Name
    /// The type that another call has already.
    private let equal: SwiftIdentifier?
    private let cases: [Case]

    /// A view, or `nil` for a call whose errors have no documented bodies of JSON.
    init?(
        _ view: CallView, names: inout CallTypeNames, shared: inout Shared, collisions: inout [Diagnostic]
    ) {
        let typed = view.call.typedFailures
        guard !typed.isEmpty else { return nil }
        self.view = view
        let operation = view.call.operation
        let base = view.method.name
        name = names.claim(
            base.prefix(1).uppercased() + base.dropFirst() + "Failure", for: "\(operation) failures",
            in: view.versions, collisions: &collisions)
        cases = typed.map { response in
            let schema = response.schema ?? Schema(.unknown)
            let plain = view.plan.type(
                of: schema, named: "\(operation)_response", from: view.typeHome)
            return Case(
                response: response, name: SwiftIdentifier(StatusNames.name(of: response)),
                type: schema.isNullable ? "\(plain)?" : plain)
        }
        let contents = cases.map { "\($0.name.name) \($0.type.source)" }.joined(separator: ", ")
        let key = "\(view.versions.joined(separator: ", ")): \(contents)"
        equal = shared.types[key]
        if equal == nil { shared.types[key] = name.declared }
    }

    /// The type that holds the bodies: its own, or one that has the same cases.
    var declared: SwiftIdentifier { equal ?? name.declared }

    /// The declaration of the type; `nil` where another one has the same cases.
    var declaration: TemplateContext? {
        guard equal == nil else { return nil }
        var context = TemplateContext()
        var doc = DocComment()
        doc.note("The documented bodies of errors of \(view.reference).")
        context.set("doc", doc, indent: 4)
        context.set("name", name.declared)
        context.set("cases", cases.map(self.context(of:)))
        context.set("isPartial", !cases.contains { $0.response.isDefault })
        return context
    }

    private func context(of item: Case) -> TemplateContext {
        var context = TemplateContext()
        var doc = DocComment()
        let status = item.response.isDefault ? "Any other status" : "Status \(item.response.statusText)"
        doc.note(status + (item.response.description.map { ": \(DocComment.inline($0))" } ?? ""))
        context.set("doc", doc, indent: 8)
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
