import APIModel
import Diagnostics
import Foundations

/// One operation in all versions that have it alike, as the method of a client and as a test call it.
///
/// Never changed once made, and an object all the same: what is generated beside a call holds its view, and views are
/// large.
final class CallView {
    /// The call in the newest of the versions.
    let call: Call
    /// The versions that have it alike, newest first.
    let versions: [String]
    let plan: TypePlan
    let method: SwiftIdentifier
    let arguments: [Argument]
    /// Where the code stands that names types.
    let home: TypePlan.Namespace
    /// How requests say the version.
    let selected: SelectedVersion
    /// Whether the documentation names ways to authenticate, so that calls can say which they need.
    private let isSecured: Bool

    /// An argument of the method.
    struct Argument {
        enum Source {
            case parameter(Parameter)
            case body(RequestBody)
        }

        let source: Source
        let name: SwiftIdentifier
        let type: SwiftCode
        let isOptional: Bool
        /// The only value that there is.
        var onlyValue: SwiftCode?

        var declaration: SwiftCode {
            if isOptional { return "\(name): \(type)? = nil" }
            return onlyValue.map { "\(name): \(type) = \($0)" } ?? "\(name): \(type)"
        }
    }

    init(
        _ call: Call, versions: [String], method: SwiftIdentifier, isSecured: Bool, selected: SelectedVersion,
        plan: TypePlan, collisions: inout [Diagnostic]
    ) {
        self.call = call
        self.versions = versions
        self.isSecured = isSecured
        self.method = method
        self.selected = selected
        self.plan = plan
        home = .of(versions)
        var scope = plan.ledger.scope(
            ["parameters", call.operation], reserved: ReservedNames.members, suffix: "Value")
        let parameters =
            call.pathParameters + call.queryParameters + call.headerParameters + call.cookieParameters
        var names: [SwiftIdentifier] = []
        for parameter in parameters {
            names.append(
                scope.claim(
                    [Names.member(parameter.name)], for: Self.ledgerName(parameter.name, parameter.location),
                    collisions: &collisions)
            )
        }
        let body = call.request.map { _ in
            scope.claim(["body"], for: "request body", collisions: &collisions)
        }
        arguments = CallView.arguments(of: call, parameters, names, body: body, plan: plan, home: home)
    }

    private init(_ view: CallView, home: TypePlan.Namespace, arguments: [Argument]) {
        call = view.call
        versions = view.versions
        plan = view.plan
        method = view.method
        isSecured = view.isSecured
        selected = view.selected
        self.home = home
        self.arguments = arguments
    }

    /// The same as code elsewhere writes it.
    func inside(_ home: TypePlan.Namespace) -> CallView {
        var names: [SwiftIdentifier] = []
        var parameters: [Parameter] = []
        var body: SwiftIdentifier?
        for argument in arguments {
            switch argument.source {
            case .parameter(let parameter):
                parameters.append(parameter)
                names.append(argument.name)
            case .body: body = argument.name
            }
        }
        return CallView(
            self, home: home,
            arguments: Self.arguments(of: call, parameters, names, body: body, plan: plan, home: home))
    }

    private static func arguments(
        of call: Call, _ parameters: [Parameter], _ names: [SwiftIdentifier], body bodyName: SwiftIdentifier?,
        plan: TypePlan, home: TypePlan.Namespace
    ) -> [Argument] {
        var arguments: [Argument] = []
        for (parameter, name) in zip(parameters, names) {
            let known = plan.type(of: parameter.schema, named: parameter.name, from: home)
            // A path segment is text, even where nothing tells its type.
            let isText = parameter.location == .path && parameter.schema.kind == .unknown
            arguments.append(
                Argument(
                    source: .parameter(parameter), name: name, type: isText ? "String" : known,
                    isOptional: !parameter.isRequired,
                    onlyValue: DefaultArgument(plan: plan, home: home).onlyValue(of: parameter)))
        }
        if let body = call.request, let name = bodyName {
            let type: SwiftCode
            switch body.form {
            case .binary, .items: type = "RequestStream"
            case .text: type = "String"
            case .json, .form, .multipart:
                type = plan.type(of: body.schema, named: "\(call.operation)_request", from: home)
            }
            arguments.append(
                Argument(source: .body(body), name: name, type: type, isOptional: !body.isRequired))
        }
        return arguments.filter { !$0.isOptional } + arguments.filter(\.isOptional)
    }

    /// What tells a parameter apart in the record of names.
    static func ledgerName(_ name: String, _ location: Parameter.Location) -> String {
        location == .query ? name : "\(location.rawValue) \(name)"
    }

    /// The type that the method returns; `nil` for a response without a body.
    var resultType: SwiftCode? {
        switch call.answerForm {
        case .text: return "String"
        case .binary, .form, .multipart: return "StreamedResponse"
        case .items: return call.streamedItem.map { "ItemStream<\(itemType($0))>" }
        case .json: break
        }
        switch call.result {
        case .body(let schema):
            let type = plan.type(
                of: schema, named: "\(call.operation)_response", from: home)
            return schema.isNullable ? "\(type)?" : type
        case .empty: return nil
        case .unknown, .several: return "JSONValue"
        }
    }

    /// Whether the method mentions types of `ServiceRuntime`.
    var mentionsRuntime: Bool {
        for argument in arguments {
            switch argument.source {
            case .parameter(let parameter): if plan.mentionsRuntime(parameter.schema) { return true }
            case .body(let body):
                switch body.form {
                case .binary, .items: return true
                case .text: break
                case .json, .form, .multipart: if plan.mentionsRuntime(body.schema) { return true }
                }
            }
        }
        switch call.answerForm {
        case .text: return false
        case .binary, .form, .multipart, .items: return true
        case .json: break
        }
        switch call.result {
        case .body(let schema): return plan.mentionsRuntime(schema)
        case .empty: return false
        case .unknown, .several: return true
        }
    }

    private func itemType(_ item: Schema) -> SwiftCode {
        let type = plan.type(of: item, named: "\(call.operation)_item", from: home)
        return item.isNullable ? "\(type)?" : type
    }

    var context: TemplateContext {
        var context = TemplateContext()
        context.set("doc", doc, indent: 4)
        let close: SwiftCode = resultType.map { ") async throws -> \($0) {" } ?? ") async throws {"
        let signature = Layout.list(
            arguments.map(\.declaration), open: "\(plan.options.access.modifier)func \(method)(", close: close,
            indent: 4)
        context.set("signature", "\(deprecation(indent: 4))\(signature)")
        context.set("call", callCode(function, indent: 8))
        return context
    }

    // MARK: Deprecation

    /// What stands before a declaration that calls an operation which the documentation calls deprecated; else nothing.
    func deprecation(indent: Int) -> SwiftCode {
        guard call.revision.isDeprecated else { return "" }
        let message = SwiftCode.string("the documentation calls this operation deprecated")
        return "@available(*, deprecated, message: \(message))\n\(Layout.margin(indent))"
    }

    /// What stands before tests of such calls: code that is deprecated itself is not warned.
    static func testDeprecation(_ calls: [CallView]) -> SwiftCode {
        calls.contains(where: \.call.revision.isDeprecated) ? "@available(*, deprecated)\n\(Layout.margin(4))" : ""
    }

    // MARK: The call

    /// Where the types are declared that come with the call: with the version, or with the service where several
    /// versions share them.
    var typeHome: TypePlan.Namespace { versions.count == 1 ? home : .service }

    /// How documentation comments of types name the method.
    var reference: String { versions.count == 1 ? "``\(signatureName(method))``" : "`\(signatureName(method))`" }

    /// How documentation comments name a method with these arguments.
    func signatureName(_ method: SwiftIdentifier) -> String {
        "\(method.name)(\(arguments.map { "\($0.name.name):" }.joined()))"
    }

    /// The call over the connection by one of its methods, whose first argument may have a label; `prefix` is the width
    /// of what stands before it.
    func callCode(_ function: SwiftCode, label: SwiftCode = "", indent: Int, prefix: Int = 0) -> SwiftCode {
        let leading = [SwiftCode.string(call.operation), ".\(Self.methodName(call.revision.method))", pathCode]
        let first = SwiftCode.joined(leading, separator: ", ")
        var items = 17 + first.source.count <= Layout.lineLength ? [first] : leading
        for (label, location) in [("query", .query), ("headers", .header), ("cookies", .cookie)]
            as [(SwiftCode, Parameter.Location)]
        {
            var entries = arguments.compactMap { argument -> SwiftCode? in
                guard case .parameter(let parameter) = argument.source, parameter.location == location else {
                    return nil
                }
                return "\(SwiftCode.string(parameter.name)): \(parameter.entry(argument.name))"
            }
            if let selector = call.selectorItem, selector.location == location {
                entries.insert("\(SwiftCode.string(selector.name)): \(selected.string(selector.value))", at: 0)
            }
            guard !entries.isEmpty else { continue }
            items.append(Layout.list(entries, open: "\(label): [", close: "]", indent: 16, hasTrailingComma: true))
        }
        for argument in arguments {
            if case .body(let body) = argument.source {
                items.append(body.argument(argument.name, isOptional: argument.isOptional, selected: selected))
            }
        }
        if let types = call.acceptedTypes { items.append("accept: \(selected.string(types))") }
        if let security = call.revision.security, isSecured { items.append("security: \(Self.code(security))") }
        items.append("title: \(SwiftCode.string(call.title))")
        let statuses = SwiftCode.joined(call.successes.map(\.statusCode), separator: ", ")
        let success: SwiftCode = "success: [\(statuses)]"
        let oneLine: SwiftCode = "OperationRequest(\(SwiftCode.joined(items, separator: ", ")))"
        let isShort = !oneLine.source.contains("\n") && 13 + oneLine.source.count <= Layout.lineLength
        let whole: SwiftCode = "try await connection.\(function)(\(label)\(oneLine), \(success))"
        if isShort, indent + prefix + whole.source.count <= Layout.lineLength { return whole }
        let margin = Layout.margin(12)
        let inner = Layout.margin(16)
        let request: SwiftCode =
            isShort ? oneLine : "OperationRequest(\n\(inner)\(SwiftCode.joined(items, separator: ",\n\(inner)")))"
        return "try await connection.\(function)(\n\(margin)\(label)\(request),\n\(margin)\(success))"
    }

    /// Requirements as the runtime takes them: the names of schemes.
    static func code(_ security: [[SecurityRequirement]]) -> SwiftCode {
        let ways = security.map { way -> SwiftCode in
            "[\(SwiftCode.joined(way.map { SwiftCode.string($0.name) }, separator: ", "))]"
        }
        return "[\(SwiftCode.joined(ways, separator: ", "))]"
    }

    /// The method of the connection that reads such a response.
    private var function: SwiftCode {
        switch call.answerForm {
        case .json: "call"
        case .text: "text"
        case .items: "items"
        case .binary, .form, .multipart: "stream"
        }
    }

    private var pathCode: SwiftCode {
        let parts = call.path.parts.map { part -> SwiftCode in
            switch part {
            case .literal(let text): return selected.content(text)
            case .parameter(let name):
                let argument = arguments.first { argument in
                    guard case .parameter(let parameter) = argument.source else { return false }
                    return parameter.location == .path && parameter.name == name
                }
                guard let argument, case .parameter(let parameter) = argument.source else { return "" }
                return parameter.interpolation(argument.name, matching: call.path.patterns[name])
            }
        }
        return "\"\(SwiftCode.joined(parts, separator: ""))\""
    }

    /// The static member of `OperationRequest.Method`, or the one that makes the method from its text.
    static func methodName(_ method: String) -> SwiftCode {
        switch method {
        case "GET": "get"
        case "PUT": "put"
        case "POST": "post"
        case "DELETE": "delete"
        case "PATCH": "patch"
        case "HEAD": "head"
        case "TRACE": "trace"
        case "QUERY": "query"
        case "OPTIONS": "options"
        default: "named(\(SwiftCode.string(method)))"
        }
    }

    // MARK: Documentation

    private var doc: DocComment {
        var doc = DocComment()
        doc.note("\(DocComment.clean(call.title)).")
        if let text = call.revision.description, Self.says(text, moreThan: call.title) { doc.paragraph(text) }
        doc.note(
            "\(DocComment.quoted("\(call.revision.method) \(selected.words(call.revision.path))")) of "
                + "\(Phrases.versions(versions, of: plan.versionIDs)).")
        if call.revision.isDeprecated { doc.note("Deprecated: new code should do without it.") }
        if let state = call.revision.state { doc.note("State: \(DocComment.clean(state)).") }
        if let recovered = RecoveryPhrases.summary(call.revision) { doc.note(recovered) }
        doc.parameters(arguments.map { ($0.name.name, text(for: $0)) })
        if let returns { doc.callout("Returns", returns) }
        doc.callout("Throws", throwsText)
        return doc
    }

    private static func says(_ text: String, moreThan title: String) -> Bool {
        Words(text).words != Words(title).words
    }

    private func text(for argument: Argument) -> String {
        switch argument.source {
        case .parameter(let parameter):
            var schema = parameter.schema
            // What shows the form of a path is no example of the documentation.
            if let pattern = call.path.patterns[parameter.name], parameter.location == .path,
                schema.example == .string(pattern.sample)
            {
                schema.example =
                    call.revision.parameters.first { $0.name == parameter.name && $0.location == .path }?
                    .schema.example
            }
            let text = SchemaFacts.text(of: schema)
            let encoding = parameter.encoding == nil ? "" : "It is given as it is, and sent in Base64."
            return [text, encoding].filter { !$0.isEmpty }.joined(separator: " ")
        case .body(let body): return SchemaFacts.text(of: body.schema)
        }
    }

    private var returns: String? {
        if call.streamedItem != nil { return "The items of the answer as they arrive." }
        switch call.result {
        case .body, .empty: return nil
        case .unknown: return "The documentation does not tell the type."
        case .several: return "The type depends on the status."
        }
    }

    private var throwsText: String {
        let failures = call.failures.map { failure in
            let status = failure.isDefault ? "any other status" : failure.statusText
            // That 404 is Not Found, everybody knows.
            let phrase = ReasonPhrase.standard(for: failure.status)?.lowercased()
            guard let text = failure.description, text.lowercased() != phrase else { return status }
            return "\(status) (\(DocComment.inline(text)))"
        }
        guard !failures.isEmpty else { return "`ServiceError`." }
        return "`ServiceError`, also for the documented responses \(Phrases.enumeration(failures))."
    }
}
