import APIModel
import Diagnostics

/// The header fields of a call's answers, and the call that gives them beside the body.
struct ResponseHeadersView {
    private let view: CallView
    let name: CallTypeNames.Name
    /// The method that gives them.
    let method: SwiftIdentifier
    private let fields: [Field]

    private struct Field {
        let header: ResponseHeader
        let name: SwiftIdentifier
        let type: SwiftCode
    }

    /// A view, or `nil` for a call whose responses have no documented header fields.
    init?(
        _ view: CallView, method: SwiftIdentifier, names typeNames: inout CallTypeNames,
        collisions: inout [Diagnostic]
    ) {
        let headers = view.call.answerHeaders
        guard !headers.isEmpty else { return nil }
        self.view = view
        let operation = view.call.operation
        let base = view.method.name
        self.method = method
        name = typeNames.claim(
            base.prefix(1).uppercased() + base.dropFirst() + "Headers", for: operation, in: view.versions,
            collisions: &collisions)
        var names = view.plan.ledger.scope(
            ["headers", operation], reserved: ReservedNames.members.union(["answer"]), suffix: "Value")
        fields = headers.map { header in
            Field(
                header: header,
                name: names.claim([Names.member(header.name)], for: header.name, collisions: &collisions),
                type: Self.type(of: header, in: view))
        }
    }

    /// The declaration of the type that holds the fields.
    var declaration: TemplateContext {
        var context = TemplateContext()
        var doc = DocComment()
        doc.note("The header fields of what \(view.reference) gets.")
        context.set("doc", doc, indent: 4)
        context.set("name", name.declared)
        context.set("fields", fields.map(context(of:)))
        return context
    }

    /// The method that gives the fields.
    var context: TemplateContext {
        var context = TemplateContext()
        var doc = DocComment()
        doc.note("As ``\(view.signatureName(view.method))``, with the header fields of the answer.")
        context.set("headersDoc", doc, indent: 4)
        context.set("headersSignature", "\(view.deprecation(indent: 4))\(signature)")
        // Nothing but the constant tells the type of the items.
        let isTyped = view.call.answerForm == .items
        let start: SwiftCode = isTyped ? view.resultType.map { "let answer: \($0) = " } ?? "" : "let answer = "
        let call =
            view.call.answerForm.isStreamed
            ? view.callCode(isTyped ? "items" : "stream", indent: 8, prefix: start.source.count)
            : view.callCode("answer", label: "to: ", indent: 8, prefix: start.source.count)
        context.set("headersCall", "\(start)\(call)")
        let headers: SwiftCode = "try \(name.alias)(answer)"
        let isEmpty = view.resultType == nil
        context.set("headersResult", isEmpty ? headers : "(\(body), \(headers))")
        return context
    }

    /// How a field is read that is of a type: its name, and whether it may be missing; `nil` where there is no such
    /// field.
    func field(_ name: String, as type: String) -> (name: SwiftIdentifier, isOptional: Bool)? {
        let name = name.lowercased()
        return fields.first { $0.header.name.lowercased() == name && $0.type.source == type }
            .map { ($0.name, !$0.header.isRequired) }
    }

    private var signature: SwiftCode {
        let open: SwiftCode = "\(view.plan.options.access.modifier)func \(method)("
        func list(_ result: SwiftCode) -> SwiftCode {
            Layout.list(
                view.arguments.map(\.declaration), open: open, close: ") async throws -> \(result) {", indent: 4)
        }
        guard let body = view.resultType else { return list("\(name.alias)") }
        let parts: SwiftCode = "body: \(body), headers: \(name.alias)"
        let plain = list("(\(parts))")
        let last = plain.source.split(separator: "\n").last?.count ?? 0
        // Where nothing else can be broken, the result is.
        let isTooLong = last + (view.arguments.isEmpty ? 4 : 0) > Layout.lineLength
        return isTooLong ? list("(\n\(Layout.margin(8))\(parts)\n\(Layout.margin(4)))") : plain
    }

    private var body: SwiftCode {
        switch view.call.answerForm {
        case .json: "try answer.json()"
        case .text: "try answer.text()"
        case .items, .binary, .form, .multipart: "answer"
        }
    }

    private func context(of field: Field) -> TemplateContext {
        var context = TemplateContext()
        var doc = DocComment()
        doc.note(SchemaFacts.text(of: field.header.schema))
        context.set("doc", doc, indent: 8)
        context.set("name", field.name)
        context.set("type", field.header.isRequired ? field.type : "\(field.type)?")
        context.set("reader", field.header.isRequired ? "requiredHeader" : "header" as SwiftCode)
        context.set("key", SwiftCode.string(field.header.name))
        return context
    }

    /// The type of what the runtime reads from a field; what it cannot read stays text.
    private static func type(of header: ResponseHeader, in view: CallView) -> SwiftCode {
        header.schema.isHeaderValue
            ? view.plan.type(of: header.schema, named: header.name, from: view.typeHome) : "String"
    }
}

extension Schema {
    fileprivate var isHeaderValue: Bool {
        switch kind {
        case .string, .integer, .number, .boolean, .enumeration, .numbers: true
        case .array(let items): !items.isNullable && items.isHeaderValue
        case .unknown, .object, .map, .reference, .union: false
        }
    }
}

extension Call {
    /// The documented header fields of successful responses; required are those that each of these responses must have.
    var answerHeaders: [ResponseHeader] {
        var found: [ResponseHeader] = []
        for header in successes.flatMap(\.headers) {
            let name = header.name.lowercased()
            guard !found.contains(where: { $0.name.lowercased() == name }) else { continue }
            let same = successes.compactMap { answer in answer.headers.first { $0.name.lowercased() == name } }
            var header = header
            header.isRequired = same.count == successes.count && same.allSatisfy(\.isRequired)
            if same.contains(where: { $0.schema.kind != header.schema.kind }) {
                header.schema = Schema(.string(format: nil), description: header.description)
            }
            found.append(header)
        }
        if onlyRedirects, !found.contains(where: { $0.name.lowercased() == "location" }) {
            // What redirects says where to (RFC 9110, section 10.2.2), whether the documentation names the field or
            // not.
            found.append(ResponseHeader(name: "Location", schema: Schema(.string(format: nil))))
        }
        return found
    }
}

extension ContentForm {
    /// Whether a response is read as it arrives.
    var isStreamed: Bool {
        switch self {
        case .json, .text: false
        case .binary, .form, .multipart, .items: true
        }
    }
}
