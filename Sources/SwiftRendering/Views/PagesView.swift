import APIModel
import Diagnostics

/// A list that can be read page by page, as the template sees it.
struct PagesView {
    let view: CallView
    let typeName: SwiftIdentifier
    private let pagination: Pagination
    private let parts: PagesParts
    private var headers: ResponseHeadersView?

    /// A view, or `nil` for a call whose response is not a list in pages, or where a part of them has a type that leads
    /// to no page.
    init?(_ view: CallView, model: APIModel, scope: inout NameScope, collisions: inout [Diagnostic]) {
        guard view.call.answerForm == .json, let pagination = model.pagination(of: view.call),
            let parts = PagesParts(view, pagination)
        else { return nil }
        self.view = view
        self.pagination = pagination
        self.parts = parts
        typeName = scope.claim(
            [Self.typeName(after: view.method) + "Pager"], for: view.call.operation, collisions: &collisions)
    }

    /// A method's name as that of a type.
    static func typeName(after method: SwiftIdentifier) -> String {
        method.name.prefix(1).uppercased() + method.name.dropFirst()
    }

    /// The property of the client, called as its type.
    private var property: SwiftIdentifier {
        SwiftIdentifier(typeName.name.prefix(1).lowercased() + typeName.name.dropFirst())
    }

    /// The view with what gets the header fields of the responses; `nil` where only a field leads to the next page, and
    /// is of a type that does not.
    func completed(headers: ResponseHeadersView?) -> PagesView? {
        var copy = self
        copy.headers = headers
        let isTold = pagination.next != nil || pagination.last != nil
        switch pagination.kind {
        case .marker, .address: return isTold || copy.nextField != nil ? copy : nil
        default: return copy
        }
    }

    var context: TemplateContext {
        var context = TemplateContext()
        let head: SwiftCode = "\(view.plan.options.access.modifier)var \(property): \(typeName) {"
        let oneLine: SwiftCode = "\(head) \(typeName)(client: self) }"
        let isShort = 8 + oneLine.source.count <= Layout.lineLength
        context.set(
            "property",
            isShort ? oneLine : "\(head)\n\(Layout.margin(12))\(typeName)(client: self)\n\(Layout.margin(8))}")
        context.set("typeName", typeName)
        let call = "``\(view.method.name)(\(view.arguments.map { "\($0.name.name):" }.joined()))``"
        var doc = DocComment()
        doc.note("Reads the list of \(call) to its end.")
        context.set("doc", doc, indent: 8)

        let types: SwiftCode = "\(view.resultType ?? "JSONValue"), \(parts.itemType)"
        let others = view.arguments.filter { !parts.isPosition($0) }
        let all = Layout.list(
            others.map(\.declaration), open: "\(view.plan.options.access.modifier)func all(",
            close: ") -> ItemSequence<\(types)> {", indent: 12)
        context.set("allSignature", "\(view.deprecation(indent: 12))\(all)")
        context.set(
            "allBody",
            Layout.list(others.map { "\($0.name.label): \($0.name)" }, open: "pages(", close: ").items", indent: 16))
        let pages = Layout.list(
            view.arguments.map(\.declaration), open: "\(view.plan.options.access.modifier)func pages(",
            close: ") -> PageSequence<\(types)> {", indent: 12)
        context.set("pagesSignature", "\(view.deprecation(indent: 12))\(pages)")
        context.set(
            "pagesBody",
            Layout.call(
                "PageSequence(", parts.arguments(isTold: nextField == nil),
                closure: wrapping == nil ? "fetch" : "fetchPage", indent: 16, statement: statement))
        return context
    }

    // MARK: Getting one page

    private func statement(_ indent: Int) -> SwiftCode {
        let method = wrapping == nil ? view.method : headers?.method ?? view.method
        let client: SwiftCode =
            pagination.kind == .address ? "Client(connection: client.connection.following($0))" : "client"
        let arguments = view.arguments.map { argument -> SwiftCode in
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
