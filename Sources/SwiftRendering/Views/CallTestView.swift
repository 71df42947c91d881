import APIModel

/// The test of one call: what the documentation shows against what the client does.
struct CallTestView {
    let view: CallView
    let model: APIModel
    let plan: TypePlan
    /// What else is the same in all tests of the suite.
    let suite: TestSuite

    private var call: Call { view.call }
    private var example: CallExample? { call.revision.example }
    private var wire: WireText { WireText(model: model) }

    var context: TemplateContext {
        var context = TemplateContext()
        let arguments = testArguments()
        context.set("name", view.method)
        let attribute = suite.attribute(title(unchecked: unchecked(arguments)))
        context.set("attribute", "\(CallView.testDeprecation([view]))\(attribute)")
        context.set("documented", documented(arguments))
        context.set("invocation", invocation(arguments))
        let isUnreadable = responseFit?.unreadable != nil
        context.set("isUnreadable", isUnreadable)
        context.set("hasResult", view.resultType != nil && !isUnreadable)
        context.set("requestExceptions", exceptions(requestFit))
        context.set("comparison", comparison)
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
        let literal = ExampleLiteral(plan: plan, home: suite.home)
        return view.arguments.compactMap { argument in
            switch argument.source {
            case .parameter(let parameter):
                // An optional parameter that the documentation shows no value of is left out, unless it is written in
                // a way of its own, which is worth a test.
                let isUsual = parameter.isPlain && parameter.location != .cookie
                if argument.isOptional, isUsual, parameter.schema.example == nil { return nil }
                if !parameter.isPlain {
                    return TestArgument(
                        argument: argument, code: "try documentedValue(\(json(value(of: parameter))))",
                        isDocumented: isDocumented(parameter))
                }
                let value = literal.expression(for: parameter.schema, named: parameter.name)
                if argument.isOptional, isUsual, !value.isDocumented { return nil }
                return TestArgument(argument: argument, code: value.code, isDocumented: value.isDocumented)
            case .body:
                guard let code = bodyArgument(argument) else { return nil }
                return TestArgument(argument: argument, code: code, isDocumented: readableRequestBody != nil)
            }
        }
    }

    /// The body to send: the documented one, or one made from the schema where the documentation shows none.
    private var requestBody: JSONValue? {
        guard let request = call.request else { return readableRequestBody }
        if let body = readableRequestBody { return wire.withoutReadOnly(body, request.schema) }
        guard
            request.isRequired || example?.requestBody != nil || !request.isPlain
        else { return nil }
        return wire.withoutReadOnly(wire.example(of: request.schema), request.schema)
    }

    /// The documented body, unless its own schema cannot read it.
    private var readableRequestBody: JSONValue? {
        guard let body = example?.requestBody, requestFit?.unreadable == nil else { return nil }
        return body
    }

    private var requestFit: Readability? {
        guard let body = example?.requestBody, let request = call.request, !request.isRaw else { return nil }
        return Readability(body, as: request.schema, in: model)
    }

    private var responseFit: Readability? {
        guard let body = example?.responseBody, call.answerForm == .json, case .body(let schema) = call.result
        else { return nil }
        return Readability(body, as: schema, in: model)
    }

    /// The body to answer with: the documented one, or one made from the schema where the documentation shows none.
    private var responseBody: JSONValue? {
        if let body = example?.responseBody {
            if call.answerForm != .items { return body }
            // One that is not a list is a text whose items nobody can count.
            if case .array = body { return body }
        }
        guard view.resultType != nil, case .body(let schema) = call.result else { return nil }
        return wire.example(of: schema)
    }

    private func qualifiedType(_ argument: CallView.Argument) -> SwiftCode {
        guard case .body(let body) = argument.source else { return argument.type }
        return plan.type(of: body.schema, named: "\(call.operation)_request", from: suite.home)
    }

    private func invocation(_ arguments: [TestArgument]) -> SwiftCode {
        let items = arguments.map { item -> SwiftCode in
            return "\(item.argument.name.label): \(item.code)"
        }
        let isUnreadable = responseFit?.unreadable != nil
        let target: SwiftCode = view.resultType == nil ? "" : isUnreadable ? "_ = " : "let answer = "
        return Layout.list(
            items, open: "\(target)try await client(\(suite.leading)transport, recorder).\(view.method)(", close: ")",
            indent: isUnreadable ? 12 : 8)
    }

    // MARK: What the documentation shows

    private func documented(_ arguments: [TestArgument]) -> SwiftCode {
        var items: [SwiftCode] = [
            "method: \(SwiftCode.string(call.revision.method))",
            "path: \(suite.selected.string(filledPath(arguments)))",
        ]
        var query: [SwiftCode] = []
        if let selector = call.selectorItem, selector.location == .query {
            query.append("(\(SwiftCode.string(selector.name)), \(suite.selected.string(selector.value)))")
        }
        query += arguments.flatMap { item -> [SwiftCode] in
            guard case .parameter(let parameter) = item.argument.source, parameter.location == .query else { return [] }
            return pairs(of: parameter).map { "(\(SwiftCode.string($0.0)), \(SwiftCode.string($0.1)))" }
        }
        if !query.isEmpty {
            items.append(Layout.list(query, open: "query: [", close: "]", indent: 12, hasTrailingComma: true))
        }
        let headers = headerFields(arguments).map {
            "\(SwiftCode.string($0.name)): \(suite.selected.string($0.value))" as SwiftCode
        }
        if !headers.isEmpty {
            items.append(Layout.list(headers, open: "headers: [", close: "]", indent: 12, hasTrailingComma: true))
        }
        items += requestItems
        items.append("status: \(status)")
        items += responseItems
        if model.service.authentication == nil { items.append("isSigned: false") }
        let margin = Layout.margin(12)
        return "DocumentedCall(\n\(margin)\(SwiftCode.joined(items, separator: ",\n\(margin)"))\n\(Layout.margin(8)))"
    }

    private var status: Int { example?.status ?? call.successes.map(\.status).first { $0 >= 100 } ?? 200 }

    /// The items that a response shows which streams them.
    private var streamedItems: [JSONValue] {
        if case .array(let items)? = responseBody { items } else { [] }
    }

    /// What a body that is not JSON looks like, as a literal.
    private func literal(ofText body: JSONValue) -> SwiftCode {
        if call.answerForm == .items, let media = call.successes.first(where: { $0.schema != nil })?.sequence {
            return SwiftCode.string(media.body(of: streamedItems.map { media.text(of: $0) }))
        }
        switch body {
        case .array, .object: return json(body)
        case .string, .number, .bool, .null: return SwiftCode.string(WireText.text(body) ?? "")
        }
    }

    /// JSON as a raw literal: on one line where that fits, else a value a line, readable as the documentation shows it.
    /// What the documentation does not show is filled into lines.
    private func json(_ value: JSONValue, isShown: Bool = true) -> SwiftCode {
        let text = JSONFormat.line.text(value)
        guard text.count > 80 else { return SwiftCode.rawString(text) ?? SwiftCode.string(text) }
        return SwiftCode.rawLines(JSONFormat.fitted(value, packed: !isShown), indent: 16) ?? SwiftCode.string(text)
    }

    private func filledPath(_ arguments: [TestArgument]) -> String {
        call.path.parts.map { part in
            switch part {
            case .literal(let text): return text
            case .parameter(let name):
                let parameter = call.pathParameters.first { $0.name == name }
                return parameter.map { parameter in
                    parameter.isPlain
                        ? ExampleLiteral.wireText(for: parameter.schema).joined()
                        : wire.text(of: parameter, value(of: parameter))
                } ?? ""
            }
        }.joined()
    }

    private func headerFields(_ arguments: [TestArgument]) -> [Service.Header] {
        var fields = suite.fixedHeaders
        if let selector = call.selectorItem, selector.location == .header {
            fields.append(Service.Header(selector.name, selector.value))
        }
        var cookies: [String] = []
        for item in arguments {
            guard case .parameter(let parameter) = item.argument.source else { continue }
            switch parameter.location {
            case .header:
                let text =
                    parameter.isPlain
                    ? ExampleLiteral.wireText(for: parameter.schema).joined(separator: ", ")
                    : wire.text(of: parameter, value(of: parameter))
                fields.append(Service.Header(parameter.name, text))
            case .cookie: cookies += pairs(of: parameter).map { "\($0)=\(Self.cookieText($1))" }
            case .path, .query: break
            }
        }
        if !cookies.isEmpty { fields.append(Service.Header("Cookie", cookies.joined(separator: "; "))) }
        if let types = call.acceptedTypes { fields.append(Service.Header("Accept", types)) }
        // The boundary of a multipart body is not known before.
        if let body = call.request, requestBody != nil, !body.isPlain, body.form != .multipart {
            fields.append(Service.Header("Content-Type", body.mediaType))
        }
        return fields.sorted { $0.name < $1.name }
    }

    // MARK: What is not JSON

    /// The value of a parameter that is written in a way of its own.
    private func value(of parameter: Parameter) -> JSONValue {
        guard let example = parameter.schema.example, isDocumented(parameter) else {
            return wire.example(of: parameter.schema)
        }
        return example
    }

    private func isDocumented(_ parameter: Parameter) -> Bool {
        parameter.schema.example.map { Readability($0, as: parameter.schema, in: model).unreadable == nil } ?? false
    }

    private func pairs(of parameter: Parameter) -> [(String, String)] {
        parameter.isPlain
            ? ExampleLiteral.wireText(for: parameter.schema).map { (parameter.name, $0) }
            : wire.pairs(of: parameter, value(of: parameter))
    }

    /// What a cookie cannot hold is escaped (RFC 6265, section 4.1.1).
    private static func cookieText(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x21...0x7E).contains(byte) && !"\",;\\%".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }

    private func bodyArgument(_ argument: CallView.Argument) -> SwiftCode? {
        guard let body = requestBody, let request = call.request else { return nil }
        switch request.form {
        case .text: return SwiftCode.string(WireText.text(body) ?? "")
        case .binary, .items: return "RequestStream(Data(\(SwiftCode.string(WireText.text(body) ?? "")).utf8))"
        case .json, .form, .multipart: return "try documented.request(as: \(qualifiedType(argument)).self)"
        }
    }

    private var isRequestShown: Bool { readableRequestBody != nil }

    private var requestItems: [SwiftCode] {
        guard let body = requestBody, let request = call.request else { return [] }
        let lists: [SwiftCode]
        switch request.form {
        case .json: return ["requestBody: \(json(body, isShown: isRequestShown))"]
        case .text, .binary, .items:
            return ["requestContent: .text(\(SwiftCode.string(WireText.text(body) ?? "")))"]
        case .form:
            lists = wire.fields(body, request).map { "(\(SwiftCode.string($0)), \(SwiftCode.string($1)))" }
        case .multipart:
            lists = wire.parts(body, request).map { part in
                let type: SwiftCode = part.contentType.map { ", contentType: \(SwiftCode.string($0))" } ?? ""
                return "DocumentedPart(\(SwiftCode.string(part.name)), \(SwiftCode.string(part.text))\(type))"
            }
        }
        let name: SwiftCode = request.form == .form ? "form" : "multipart"
        return [
            "requestBody: \(json(request.form == .form ? body : wire.encodingFiles(body, request), isShown: isRequestShown))",
            Layout.list(
                lists, open: "requestContent: .\(name)([", close: "])", indent: 12, hasTrailingComma: true),
        ]
    }

    private var responseItems: [SwiftCode] {
        guard let body = responseBody else { return [] }
        guard call.answerForm != .json else {
            return ["responseBody: \(json(body, isShown: example?.responseBody != nil))"]
        }
        let type = call.successes.first { $0.schema != nil }?.mediaType ?? MediaType.json
        return [
            "responseBody: \(literal(ofText: body))", "responseType: \(suite.selected.string(type))",
        ]
    }

    private var comparison: SwiftCode {
        switch call.answerForm {
        case .json:
            "documented.answerDifferences(answer, deviations: recorder.deviations\(exceptions(responseFit)))"
        case .text: "documented.answerDifferences(text: answer)"
        case .items: "try await documented.answerDifferences(items: answer, count: \(streamedItems.count))"
        case .form, .multipart, .binary: "try await documented.answerDifferences(stream: answer)"
        }
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
        let title = "\(call.title), \(suite.words)"
        return unchecked.isEmpty ? title : "\(title) (not checked: \(unchecked.joined(separator: "; ")))"
    }
}

extension String {
    /// What follows the first `?`.
    fileprivate var query: String { firstIndex(of: "?").map { String(self[index(after: $0)...]) } ?? "" }
}

extension RequestBody {
    /// Whether the body is text or bytes, which no type of values reads.
    fileprivate var isRaw: Bool { form == .text || form == .binary }
}
