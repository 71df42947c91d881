import APIModel
import APISpec
import Diagnostics

/// A list that can be read page by page, as the template sees it.
struct PagesView {
    let view: CallView
    let pagination: Pagination
    let typeName: SwiftIdentifier

    /// A view, or `nil` for a call whose answer is no list in pages.
    init?(_ view: CallView, model: APIModel, scope: inout NameScope, collisions: inout [Diagnostic]) {
        guard view.call.answerForm == .json, let pagination = model.pagination(of: view.call) else { return nil }
        self.view = view
        self.pagination = pagination
        let method = view.method.name
        typeName = scope.claim(
            [method.prefix(1).uppercased() + method.dropFirst()], for: view.call.operation,
            collisions: &collisions)
    }

    func context(model: APIModel) -> TemplateContext {
        var context = TemplateContext()
        let property: SwiftCode =
            "\(view.plan.options.access.modifier)var \(view.method): \(typeName) { \(typeName)(client: self) }"
        let isShort = 8 + property.source.count <= Layout.lineLength
        context.set(
            "property",
            isShort
                ? property
                : "\(view.plan.options.access.modifier)var \(view.method): \(typeName) {\n\(Layout.margin(12))\(typeName)(client: self)\n\(Layout.margin(8))}"
        )
        context.set("typeName", typeName)
        let call = "``\(view.method.name)(\(view.arguments.map { "\($0.name.name):" }.joined()))``"
        var doc = DocComment()
        doc.note("Reads the list of \(call) to its end.")
        context.set("doc", doc, indent: 8)

        let answer = view.resultType ?? "JSONValue"
        let item = view.plan.type(
            of: pagination.item, named: InlineType.singular(pagination.items.name), from: .version(view.call.version))
        context.set(
            "allSignature",
            Layout.list(
                arguments.filter { !isPage($0) }.map(\.declaration),
                open: "\(view.plan.options.access.modifier)func all(",
                close: ") -> ItemSequence<\(answer), \(item)> {", indent: 12))
        context.set(
            "allBody",
            Layout.list(
                arguments.filter { !isPage($0) }.map { "\($0.name.label): \($0.name)" }, open: "pages(",
                close: ").items",
                indent: 16))
        context.set(
            "pagesSignature",
            Layout.list(
                arguments.map(\.declaration), open: "\(view.plan.options.access.modifier)func pages(",
                close: ") -> PageSequence<\(answer), \(item)> {", indent: 12))
        context.set(
            "pagesBody",
            Layout.call("PageSequence(", pageArguments(model), closure: "fetch", indent: 16) { indent in
                Layout.list(
                    arguments.map { isPage($0) ? "\($0.name.label): $0" : "\($0.name.label): \($0.name)" },
                    open: "try await client.\(view.method)(", close: ")", indent: indent)
            })
        return context
    }

    private var arguments: [CallView.Argument] { view.arguments }

    private func isPage(_ argument: CallView.Argument) -> Bool { isParameter(argument, pagination.page) }

    private func isParameter(_ argument: CallView.Argument, _ parameter: Parameter) -> Bool {
        guard case .parameter(let own) = argument.source else { return false }
        return own.location == .query && own.name == parameter.name
    }

    /// What a sequence of pages needs to know beside how to fetch one.
    private func pageArguments(_ model: APIModel) -> [SwiftCode] {
        let answer = view.call.resultSchema.flatMap { model.schema(of: $0) }
        func member(_ property: NamedSchema.Property) -> SwiftCode {
            answer.flatMap { MemberNames.name(of: property.name, in: $0, ledger: view.plan.ledger) }?.code ?? "none"
        }
        func isOptional(_ property: NamedSchema.Property) -> Bool {
            !property.isRequired || property.schema.isNullable
        }
        let page = arguments.first(where: isPage)
        let first: SwiftCode =
            page.map { $0.isOptional ? "\($0.name) ?? \(pagination.firstPage)" : $0.name.code } ?? "0"
        var items: [SwiftCode] = ["first: \(first)"]
        if let size = arguments.first(where: { isParameter($0, pagination.size) }) {
            let fallback: SwiftCode = pagination.defaultSize.map { " ?? \($0)" } ?? ""
            items.append("size: \(size.name)\(size.isOptional ? fallback : "")")
        }
        var contents: SwiftCode = "$0.\(member(pagination.items))"
        if pagination.item.isNullable {
            contents = "\(contents)\(isOptional(pagination.items) ? "?" : "").compactMap(\\.self)"
        }
        items.append("items: { \(contents) }")
        if let count = pagination.count { items.append("count: { $0.\(member(count)) }") }
        return items
    }
}

extension Call {
    /// The type of a successful answer, where there is one.
    var resultSchema: Schema? {
        if case .body(let schema) = result { schema } else { nil }
    }
}
