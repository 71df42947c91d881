import APIModel
import Diagnostics

/// A list that can be read page by page, as the template sees it.
///
/// An object for the reason that ``CallView`` is one: most calls have none, and what holds one for each call is to be small.
final class PagesView {
    let view: CallView
    let name: CallTypeNames.Name
    /// The call as the type of the pages writes it.
    private let inner: CallView
    private let pagination: Pagination
    private let parts: PagesParts
    private let headers: ResponseHeadersView?

    /// A view, or `nil` for a call whose response is not a list in pages, or where a part of them has a type that leads
    /// to no page.
    init?(_ view: CallView, model: APIModel, names: inout CallTypeNames, collisions: inout [Diagnostic]) {
        let inner = view.inside(view.typeHome)
        guard view.call.answerForm == .json, let pagination = model.pagination(of: view.call),
            let parts = PagesParts(inner, pagination)
        else { return nil }
        self.view = view
        self.inner = inner
        self.pagination = pagination
        self.parts = parts
        headers = nil
        name = names.claim(
            Self.typeName(after: view.method) + "Pager", for: view.call.operation, in: view.versions,
            collisions: &collisions)
    }

    private init(_ other: PagesView, headers: ResponseHeadersView?) {
        view = other.view
        name = other.name
        inner = other.inner
        pagination = other.pagination
        parts = other.parts
        self.headers = headers
    }

    /// A method's name as that of a type.
    static func typeName(after method: SwiftIdentifier) -> String {
        method.name.prefix(1).uppercased() + method.name.dropFirst()
    }

    /// The property of the client, called as its type.
    private var property: SwiftIdentifier {
        SwiftIdentifier(name.alias.name.prefix(1).lowercased() + name.alias.name.dropFirst())
    }

    /// The view with what gets the header fields of the responses; `nil` where only a field leads to the next page, and
    /// is of a type that does not.
    func completed(headers: ResponseHeadersView?) -> PagesView? {
        let copy = PagesView(self, headers: headers)
        let isTold = pagination.next != nil || pagination.last != nil
        switch pagination.kind {
        case .marker, .address: return isTold || copy.nextField != nil ? copy : nil
        default: return copy
        }
    }

    /// The property of the client.
    var context: TemplateContext {
        var context = TemplateContext()
        let head: SwiftCode = "\(view.plan.options.access.modifier)var \(property): \(name.alias) {"
        let oneLine: SwiftCode = "\(head) \(name.alias)(client: self) }"
        let isShort = 4 + oneLine.source.count <= Layout.lineLength
        context.set(
            "property",
            isShort ? oneLine : "\(head)\n\(Layout.margin(8))\(name.alias)(client: self)\n\(Layout.margin(4))}")
        var doc = DocComment()
        doc.note("Reads the list of \(view.reference) to its end.")
        context.set("doc", doc, indent: 4)
        return context
    }

    /// The declaration of its type; `client` is the type of what calls.
    func declaration(client: SwiftCode) -> TemplateContext {
        var context = TemplateContext()
        context.set("name", name.declared)
        context.set("client", client)
        let types: SwiftCode = "\(inner.resultType ?? "JSONValue"), \(parts.itemType)"
        let others = inner.arguments.filter { !parts.isPosition($0) }
        let all = Layout.list(
            others.map(\.declaration), open: "\(view.plan.options.access.modifier)func all(",
            close: ") -> ItemSequence<\(types)> {", indent: 8)
        context.set("allSignature", "\(view.deprecation(indent: 8))\(all)")
        context.set(
            "allBody",
            Layout.list(others.map { "\($0.name.label): \($0.name)" }, open: "pages(", close: ").items", indent: 12))
        let pages = Layout.list(
            inner.arguments.map(parts.declaration), open: "\(view.plan.options.access.modifier)func pages(",
            close: ") -> PageSequence<\(types)> {", indent: 8)
        context.set("pagesSignature", "\(view.deprecation(indent: 8))\(pages)")
        context.set(
            "pagesBody",
            Layout.call(
                "PageSequence(", parts.arguments(isTold: nextField == nil),
                closure: wrapping == nil ? "fetch" : "fetchPage", indent: 12, statement: statement))
        return context
    }

    // MARK: Getting one page

    /// What makes a client like the one at hand.
    private var maker: SwiftCode { view.versions.count == 1 ? "Client" : "type(of: client).init" }

    private func statement(_ indent: Int) -> SwiftCode {
        let method = wrapping == nil ? view.method : headers?.method ?? view.method
        let client: SwiftCode =
            pagination.kind == .address
            ? "\(maker)(connection: client.connection.following($0))" : "client"
        let arguments = inner.arguments.map { argument -> SwiftCode in
            "\(argument.name.label): \(parts.isPosition(argument) ? parts.sentPosition : argument.name.code)"
        }
        let call: SwiftCode = "try await \(client).\(method)("
        guard let wrapping else { return Layout.list(arguments, open: call, close: ")", indent: indent) }
        let inner = Layout.list(arguments, open: call, close: ")", indent: indent + 4)
        return Layout.list([inner] + wrapping, open: "PageReply(", close: ")", indent: indent)
    }

    /// What is taken from header fields; `nil` where nothing is.
    private var wrapping: [SwiftCode]? {
        var closures: [SwiftCode] = []
        if let (name, isLink) = nextField {
            closures.append("\(isLink ? "link" : "next" as SwiftCode): { $0.\(name) }")
        }
        if pagination.kind == .page || pagination.kind == .offset, pagination.count == nil,
            let field = pagination.countHeader.flatMap({ headers?.field($0.name, as: "Int") })
        {
            closures.append("count: { $0.\(field.name) }")
        }
        return closures.isEmpty ? nil : closures
    }

    /// The field that leads to the next page, where nothing in the response does.
    private var nextField: (name: SwiftIdentifier, isLink: Bool)? {
        guard pagination.next == nil, pagination.last == nil, let header = pagination.nextHeader,
            let field = headers?.field(header.name, as: "String")
        else { return nil }
        return (field.name, header.name.lowercased() == "link")
    }
}

extension Call {
    /// The type of a successful response, where there is one.
    var resultSchema: Schema? {
        if case .body(let schema) = result { schema } else { nil }
    }
}
