import APIModel
import APISpec

/// The test of one call: what the documentation shows against what the client does.
struct CallTestView {
    let view: CallView
    let model: APIModel
    let plan: TypePlan

    private var call: Call { view.call }
    private var example: CallExample? { call.revision.example }

    var context: TemplateContext {
        var context = TemplateContext()
        let arguments = testArguments()
        context.set("name", view.method)
        let title = SwiftCode.string(self.title(unchecked: unchecked(arguments)))
        context.set("attribute", Layout.list([title], open: "@Test(", close: ")", indent: 4))
        context.set("documented", documented(arguments))
        context.set("invocation", invocation(arguments))
        let isUnreadable = responseFit?.unreadable != nil
        context.set("isUnreadable", isUnreadable)
        context.set("hasResult", view.resultType != nil && !isUnreadable)
        context.set("requestExceptions", exceptions(requestFit))
        context.set("answerExceptions", exceptions(responseFit))
        return context
    }

    // MARK: Arguments

    private struct TestArgument {
        var argument: CallView.Argument
        var code: SwiftCode
        var isDocumented: Bool

        /// Whether the documented value is a date without a zone, which is sent with one.
        var lacksZone: Bool {
            guard case .parameter(let parameter) = argument.source,
                case .string("date-time") = parameter.schema.kind, case .string(let text)? = parameter.schema.example
            else { return false }
            return !text.hasSuffix("Z") && !text.dropFirst(11).contains(where: { "+-".contains($0) })
        }
    }

    private func exceptions(_ fit: Readability?) -> SwiftCode {
        guard let dropped = fit?.dropped, !dropped.isEmpty else { return "" }
        return ", except: [\(SwiftCode.joined(dropped.map(SwiftCode.string), separator: ", "))]"
    }

    private func testArguments() -> [TestArgument] {
        let literal = ExampleLiteral(plan: plan, home: .outside(call.version))
        return view.arguments.compactMap { argument in
            switch argument.source {
            case .parameter(let parameter):
                // An optional parameter that the documentation shows no value of is left out.
                if argument.isOptional, parameter.schema.example == nil { return nil }
                let value = literal.expression(for: parameter.schema, named: parameter.name)
                if argument.isOptional, !value.isDocumented { return nil }
                return TestArgument(argument: argument, code: value.code, isDocumented: value.isDocumented)
            case .body:
                guard requestBody != nil else { return nil }
                return TestArgument(
                    argument: argument, code: "documented.request(as: \(qualifiedType(argument)).self)",
                    isDocumented: readableRequestBody != nil)
            }
        }
    }

    /// The body to send: the documented one, or one made from the schema where the documentation shows none.
    private var requestBody: JSONValue? {
        if let body = readableRequestBody { return body }
        guard let request = call.request, request.isRequired || example?.requestBody != nil else { return nil }
        return model.exampleValue(of: request.schema)
    }

    /// The documented body, unless its own schema cannot read it.
    private var readableRequestBody: JSONValue? {
        guard let body = example?.requestBody, requestFit?.unreadable == nil else { return nil }
        return body
    }

    private var requestFit: Readability? {
        guard let body = example?.requestBody, let request = call.request else { return nil }
        return Readability(body, as: request.schema, in: model)
    }

    private var responseFit: Readability? {
        guard let body = example?.responseBody, case .body(let schema) = call.result else { return nil }
        return Readability(body, as: schema, in: model)
    }

    /// The body to answer with: the documented one, or one made from the schema where the documentation shows none.
    private var responseBody: JSONValue? {
        if let body = example?.responseBody { return body }
        guard view.resultType != nil, case .body(let schema) = call.result else { return nil }
        return model.exampleValue(of: schema)
    }

    private func qualifiedType(_ argument: CallView.Argument) -> SwiftCode {
        guard case .body(let body) = argument.source else { return argument.type }
        return plan.type(of: body.schema, named: "\(call.operation)_request", from: .outside(call.version))
    }

    private func invocation(_ arguments: [TestArgument]) -> SwiftCode {
        let items = arguments.map { item -> SwiftCode in
            if case .body = item.argument.source { return "\(item.argument.name.label): try \(item.code)" }
            return "\(item.argument.name.label): \(item.code)"
        }
        let isUnreadable = responseFit?.unreadable != nil
        let target: SwiftCode = view.resultType == nil ? "" : isUnreadable ? "_ = " : "let answer = "
        return Layout.list(
            items, open: "\(target)try await client(transport, recorder).\(view.method)(", close: ")",
            indent: isUnreadable ? 12 : 8)
    }

    // MARK: What the documentation shows

    private func documented(_ arguments: [TestArgument]) -> SwiftCode {
        var items: [SwiftCode] = [
            "method: \(SwiftCode.string(call.revision.method))", "path: \(SwiftCode.string(filledPath(arguments)))",
        ]
        let query = arguments.flatMap { item -> [SwiftCode] in
            guard case .parameter(let parameter) = item.argument.source, parameter.location == .query else { return [] }
            return ExampleLiteral.wireText(for: parameter.schema).map {
                "(\(SwiftCode.string(parameter.name)), \(SwiftCode.string($0)))"
            }
        }
        if !query.isEmpty {
            items.append(Layout.list(query, open: "query: [", close: "]", indent: 12, hasTrailingComma: true))
        }
        let headers = headerFields(arguments).map {
            "\(SwiftCode.string($0.name)): \(SwiftCode.string($0.value))" as SwiftCode
        }
        if !headers.isEmpty {
            items.append(Layout.list(headers, open: "headers: [", close: "]", indent: 12, hasTrailingComma: true))
        }
        if let body = requestBody { items.append("requestBody: \(json(body))") }
        items.append("status: \(status)")
        if let body = responseBody { items.append("responseBody: \(json(body))") }
        if model.service.authentication == nil { items.append("isSigned: false") }
        let margin = Layout.margin(12)
        return "DocumentedCall(\n\(margin)\(SwiftCode.joined(items, separator: ",\n\(margin)"))\n\(Layout.margin(8)))"
    }

    private var status: Int { example?.status ?? call.successes.map(\.status).first { $0 >= 100 } ?? 200 }

    /// JSON as a raw literal: on one line where that fits, else a value a line, readable as the documentation shows it.
    private func json(_ value: JSONValue) -> SwiftCode {
        let text = JSONText.compact(value)
        guard text.count > 80 else { return SwiftCode.rawString(text) ?? SwiftCode.string(text) }
        return SwiftCode.rawLines(JSONText.lines(value), indent: 16) ?? SwiftCode.string(text)
    }

    private func filledPath(_ arguments: [TestArgument]) -> String {
        call.path.parts.map { part in
            switch part {
            case .literal(let text): return text
            case .parameter(let name):
                let parameter = call.pathParameters.first { $0.name == name }
                return parameter.map { ExampleLiteral.wireText(for: $0.schema).joined() } ?? ""
            }
        }.joined()
    }

    private func headerFields(_ arguments: [TestArgument]) -> [Service.Header] {
        var fields = model.service.fixedHeaders(version: call.version)
        for item in arguments {
            guard case .parameter(let parameter) = item.argument.source, parameter.location == .header else { continue }
            fields.append(
                Service.Header(parameter.name, ExampleLiteral.wireText(for: parameter.schema).joined(separator: ", ")))
        }
        return fields.sorted { $0.name < $1.name }
    }

    // MARK: What could not be checked

    private func unchecked(_ arguments: [TestArgument]) -> [String] {
        var parts: [String] = []
        let invented = arguments.filter { !$0.isDocumented }.map(\.argument.name.name)
        if !invented.isEmpty { parts.append("no example of \(invented.joined(separator: ", "))") }
        let sent = arguments.map(\.argument.name)
        let left = view.arguments.filter { argument in
            if case .parameter = argument.source { return !sent.contains(argument.name) }
            return false
        }
        if !left.isEmpty { parts.append("no example of the optional \(left.map(\.name.name).joined(separator: ", "))") }
        if call.revision.lost.contains(.parameters), call.request == nil {
            parts.append("the table of parameters is lost")
        }
        let undocumented = example?.path.map { PathTemplate($0.query).parameterNames } ?? []
        let known = call.queryParameters.map(\.name)
        let missing = undocumented.filter { !known.contains($0) }
        if !missing.isEmpty { parts.append("nothing describes \(missing.joined(separator: ", "))") }
        if let place = requestFit?.unreadable { parts.append("the documented body contradicts its schema at \(place)") }
        if let place = responseFit?.unreadable {
            parts.append("the documented answer contradicts its schema at \(place)")
        }
        if view.resultType != nil, example?.responseBody == nil { parts.append("no example of the answer") }
        let zoneless = arguments.filter { $0.isDocumented && $0.lacksZone }.map(\.argument.name.name)
        if !zoneless.isEmpty { parts.append("the example of \(zoneless.joined(separator: ", ")) lacks a zone") }
        return parts
    }

    private func title(unchecked: [String]) -> String {
        let title = "\(call.title), version \(call.version)"
        return unchecked.isEmpty ? title : "\(title) (not checked: \(unchecked.joined(separator: "; ")))"
    }
}

extension String {
    /// What follows the first `?`.
    fileprivate var query: String { firstIndex(of: "?").map { String(self[index(after: $0)...]) } ?? "" }
}
