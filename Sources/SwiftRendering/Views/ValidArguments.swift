import APIModel

/// Arguments for a call that a service accepts: documented values where they obey their type, else values made from it.
struct ValidArguments {
    let view: CallView
    let model: APIModel
    let suite: TestSuite

    /// The labelled arguments; `known` gives code for path parameters that the test has at hand, by their name.
    ///
    /// Optional parameters are left out unless they are written in a way of their own, which is worth a test.
    func code(known: [String: SwiftCode] = [:]) -> [SwiftCode] {
        view.arguments.compactMap { argument in
            switch argument.source {
            case .parameter(let parameter):
                if parameter.location == .path, let code = known[parameter.name] {
                    return "\(argument.name.label): \(code)"
                }
                if argument.isOptional, parameter.isPlain, parameter.location != .cookie { return nil }
                return "\(argument.name.label): \(value(of: parameter))"
            case .body(let body): return "\(argument.name.label): \(code(of: body))"
            }
        }
    }

    // MARK: Parameters

    private func value(of parameter: Parameter) -> SwiftCode {
        // What only the mock service knows how to make well is asked of it.
        guard parameter.schema.isLiteral, parameter.mediaType == nil else {
            let place = SwiftCode.word(SwiftIdentifier(parameter.location.rawValue))
            return "try mock.exampleParameter(\(SwiftCode.string(parameter.name)), in: .\(place), \(call))"
        }
        let literal = ExampleLiteral(plan: view.plan, home: suite.home)
        return literal.code(model.exampleValue(of: parameter.schema), for: parameter.schema, named: parameter.name)
    }

    // MARK: Bodies

    private func code(of body: RequestBody) -> SwiftCode {
        switch body.form {
        case .text: return "try mock.exampleText(\(call))"
        case .binary, .items: return "RequestStream(try mock.exampleBytes(\(call)))"
        case .json, .form: return "try mock.exampleBody(\(call))"
        case .multipart: break
        }
        let changes = fileTypes(of: body)
        guard !changes.isEmpty else { return "try mock.exampleBody(\(call))" }
        let type = view.plan.type(
            of: body.schema, named: "\(view.call.operation)_request", from: suite.home)
        return Layout.call(
            "try mock.exampleBody(", [call, "as: \(type).self"], closure: nil, indent: 16
        ) { SwiftCode.joined(changes, separator: "\n\(Layout.margin($0))") }
    }

    /// Files of which the documentation lists several types have one of these, chosen by the caller.
    private func fileTypes(of body: RequestBody) -> [SwiftCode] {
        guard let schema = model.schema(of: body.schema) else { return [] }
        return body.parts.compactMap { part in
            guard let types = part.contentType, types.contains(where: { ",*".contains($0) }),
                let property = schema.properties.first(where: { $0.name == part.name }), property.schema.isFile,
                let member = MemberNames.name(of: part.name, in: schema, ledger: view.plan.ledger)
            else { return nil }
            let type = SwiftCode.string(Self.oneOf(types))
            if !property.isRequired, property.schema.isNullable { return "$0.\(member) = nil" }
            let isOptional = !property.isRequired || property.schema.isNullable
            let access: SwiftCode = "$0.\(member)\(isOptional ? "?" : "")"
            guard case .array = property.schema.kind else { return "\(access).contentType = \(type)" }
            let all: SwiftCode = isOptional ? "($0.\(member) ?? [])" : "$0.\(member)"
            return "for index in \(all).indices { \(access)[index].contentType = \(type) }"
        }
    }

    /// The first type of a list of types and ranges.
    private static func oneOf(_ types: String) -> String {
        let first = String(types.prefix { $0 != "," && $0 != ";" && $0 != " " })
        switch first {
        case "image/*": return "image/png"
        case "text/*": return "text/plain"
        case _ where first.contains("*"): return "application/octet-stream"
        default: return first
        }
    }

    private var call: SwiftCode {
        "of: \(SwiftCode.string(view.call.operation)), in: \(suite.versionID)"
    }
}

extension Schema {
    /// Whether values are written as literals of which nothing more is asked than that they have the type.
    /// Formats of which any text will not do.
    private static let checked: Set<String> = [
        "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "byte",
    ]

    fileprivate var isLiteral: Bool {
        switch kind {
        case .map, .reference, .union: false
        case .array(let items): limits == nil && items.isLiteral
        case .string(let format): example != nil || pattern == nil && !Self.checked.contains(format ?? "")
        default: example != nil || limits == nil
        }
    }
}
