import APIModel
import Diagnostics

/// Waiting for a resource, as the template sees it.
struct WaitView {
    private let show: CallView
    private let resource: ResolvedResource
    private let state: State?
    /// The method that waits for a state, and the one that waits until the resource is gone.
    private let methods: (state: SwiftIdentifier, gone: SwiftIdentifier)

    /// Where the state stands in the response.
    private struct State {
        var type: SwiftCode
        var access: SwiftCode
        var property: NamedSchema.Property
    }

    /// A view of waiting by a call that shows the resource.
    init(
        _ resource: ResolvedResource, show: CallView, model: APIModel, names: inout SharedNames,
        collisions: inout [Diagnostic]
    ) {
        self.show = show
        self.resource = resource
        state = Self.state(resource, show, model)
        let noun = Words(resource.name).upperCamel
        methods = (
            names.claim("waitUntil\(noun)", for: "waiting for \(resource.name)", collisions: &collisions),
            names.claim("waitUntil\(noun)IsGone", for: "deletion of \(resource.name)", collisions: &collisions)
        )
    }

    /// Whether a call shows a state of the resource.
    static func hasState(_ resource: ResolvedResource, show: CallView, model: APIModel) -> Bool {
        state(resource, show, model) != nil
    }

    private static func state(_ resource: ResolvedResource, _ show: CallView, _ model: APIModel) -> State? {
        guard let name = resource.state, var schema = show.call.resultSchema.flatMap({ model.schema(of: $0) }) else {
            return nil
        }
        var access: SwiftCode = "$0"
        var isOptional = show.call.resultSchema?.isNullable ?? false
        if let envelope = resource.envelope {
            guard let property = schema.properties.first(where: { $0.name == envelope }),
                let member = MemberNames.name(of: envelope, in: schema, ledger: show.plan.ledger),
                let inner = model.schema(of: property.schema)
            else { return nil }
            access = "\(access)\(isOptional ? "?" : "").\(member)\(show.plan.unwrapping(property, of: schema))"
            isOptional = !property.isRequired || property.schema.isNullable
            schema = inner
        }
        guard let property = schema.properties.first(where: { $0.name == name }),
            let member = MemberNames.name(of: name, in: schema, ledger: show.plan.ledger)
        else { return nil }
        switch property.schema.kind {
        case .string(nil), .enumeration: break
        default: return nil
        }
        return State(
            type: show.plan.type(of: property.schema, named: name, from: show.home),
            access: "\(access)\(isOptional ? "?" : "").\(member)\(show.plan.unwrapping(property, of: schema))",
            property: property)
    }

    /// Waiting for a state; `nil` where the resource shows none.
    var untilState: TemplateContext? { state.map(waitForState) }

    private var word: String { DocComment.clean(resource.name.replacing("-", with: " ")) }

    private var call: String {
        "``\(show.method.name)(\(show.arguments.map { "\($0.name.name):" }.joined()))``"
    }

    private func waitForState(_ state: State) -> TemplateContext {
        var doc = DocComment()
        doc.note("Waits until a \(word) has one of these states.")
        let name = DocComment.quoted(state.property.name)
        doc.note("It asks \(call) again and again, less and less often, and looks at \(name).")
        if !(resource.resource.state?.inferred ?? []).isEmpty { doc.note("That this is the state is inferred.") }
        let (states, failures, policy) = (unused("states"), unused("failures"), unused("policy"))
        var parameters = show.arguments.map { ($0.name.name, "As \(call) takes it.") }
        parameters.append((states.name, "The states to wait for. \(Self.known(state.property))".trimmed))
        parameters.append((failures.name, "States that end the waiting with an error."))
        parameters.append((policy.name, Self.policyText))
        doc.parameters(parameters)
        doc.callout("Returns", "The answer with the state.")
        doc.callout("Throws", "`ServiceError`.")
        var context = TemplateContext()
        context.set("doc", doc, indent: 4)
        let own: [SwiftCode] = [
            "is \(states): Set<\(state.type)>", "unless \(failures): Set<\(state.type)> = []",
            "\(policy): WaitPolicy = WaitPolicy()",
        ]
        let signature = Layout.list(
            show.arguments.map(\.declaration) + own, open: "\(show.plan.options.access.modifier)func \(methods.state)(",
            close: ") async throws -> \(show.resultType ?? "JSONValue") {", indent: 4)
        context.set("signature", "\(show.deprecation(indent: 4))\(signature)")
        context.set(
            "body",
            Layout.call(
                "try await connection.wait(",
                [
                    policy.code, SwiftCode.string(show.call.operation), "until: \(states)", "unless: \(failures)",
                    "state: { \(state.access) }",
                ], closure: "fetch", indent: 8
            ) { fetch(indent: $0) })
        return context
    }

    /// Waiting until it is gone.
    var untilGone: TemplateContext {
        var doc = DocComment()
        doc.note("Waits until a \(word) is gone: until \(call) finds none.")
        let policy = unused("policy")
        var parameters = show.arguments.map { ($0.name.name, "As \(call) takes it.") }
        parameters.append((policy.name, Self.policyText))
        doc.parameters(parameters)
        doc.callout("Throws", "`ServiceError`.")
        var context = TemplateContext()
        context.set("doc", doc, indent: 4)
        let signature = Layout.list(
            show.arguments.map(\.declaration) + ["\(policy): WaitPolicy = WaitPolicy()"],
            open: "\(show.plan.options.access.modifier)func \(methods.gone)(", close: ") async throws {", indent: 4)
        context.set("signature", "\(show.deprecation(indent: 4))\(signature)")
        context.set(
            "body",
            Layout.call(
                "try await connection.waitUntilGone(", [policy.code, SwiftCode.string(show.call.operation)],
                closure: nil, indent: 8
            ) { fetch(indent: $0) })
        return context
    }

    private func fetch(indent: Int) -> SwiftCode {
        Layout.list(
            show.arguments.map { "\($0.name.label): \($0.name)" }, open: "try await \(show.method)(", close: ")",
            indent: indent)
    }

    private static let policyText = "How often to ask, and how long to wait."

    /// A name for a parameter that is out of the way of the call's own.
    private func unused(_ wish: String) -> SwiftIdentifier {
        SwiftIdentifier(show.arguments.contains { $0.name.name == wish } ? "\(wish)OfWaiting" : wish)
    }

    private static func known(_ property: NamedSchema.Property) -> String {
        if case .string(let text)? = property.schema.example {
            return "The documentation shows \(DocComment.quoted(text))."
        }
        return ""
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
