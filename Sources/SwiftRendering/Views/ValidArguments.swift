import APIModel
import APISpec

/// Arguments for a call that a service accepts: documented values where they obey their type, else values made from it.
struct ValidArguments {
    let view: CallView
    let model: APIModel

    /// The labelled arguments; `known` gives code for path parameters that the test has at hand, by their name.
    func code(known: [String: SwiftCode] = [:]) -> [SwiftCode] {
        let literal = ExampleLiteral(plan: view.plan, home: .outside(view.call.version))
        return view.arguments.compactMap { argument in
            switch argument.source {
            case .parameter(let parameter):
                if parameter.location == .path, let code = known[parameter.name] {
                    return "\(argument.name.label): \(code)"
                }
                if argument.isOptional { return nil }
                let value = model.exampleValue(of: parameter.schema)
                let code = literal.code(value, for: parameter.schema, named: parameter.name)
                return "\(argument.name.label): \(code)"
            case .body:
                return "\(argument.name.label): try mock.exampleBody(of: \(operation), in: \(version))"
            }
        }
    }

    private var operation: SwiftCode { SwiftCode.string(view.call.operation) }
    private var version: SwiftCode { SwiftCode.string(view.call.version) }
}
