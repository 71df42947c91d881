import APIModel

/// What versions have in common, or one has alone: the calls of a client, and the types that come with them.
struct ClientCode {
    /// The versions, newest first.
    let versions: [String]
    private var calls: [TemplateContext] = []
    private var pages: [TemplateContext] = []
    private var waits: [TemplateContext] = []
    private var aliases: [TemplateContext] = []
    private var types: [TemplateContext] = []
    /// Whether what it makes public mentions types of `ServiceRuntime`.
    private(set) var mentionsRuntime = false

    init(_ versions: [String]) { self.versions = versions }

    private var isShared: Bool { versions.count > 1 }

    /// Adds a call with what belongs to it; `client` is the type that pages call with, `namespace` that of the service.
    mutating func add(_ group: CallGroup, client: SwiftCode, namespace: SwiftIdentifier) {
        calls.append(Self.member("call", group.view.context))
        mentionsRuntime =
            mentionsRuntime || group.view.mentionsRuntime || group.headers != nil || group.failures != nil
            || group.pages != nil
        if let headers = group.headers {
            calls.append(Self.member("headersCall", headers.context))
            add("headers", headers.declaration, headers.name, declared: headers.name.declared, namespace)
        }
        if let failures = group.failures {
            add("failures", failures.declaration, failures.name, declared: failures.declared, namespace)
        }
        if let pages = group.pages {
            self.pages.append(Self.member("page", pages.context))
            add("pager", pages.declaration(client: client), pages.name, declared: pages.name.declared, namespace)
        }
    }

    /// Adds waiting for a resource.
    mutating func add(wait: TemplateContext) {
        waits.append(Self.member("wait", wait))
        mentionsRuntime = true
    }

    /// Adds a type that comes with a call: its declaration where it has one of its own, and the name that calls have for
    /// it where that is another one or stands elsewhere.
    private mutating func add(
        _ kind: String, _ declaration: TemplateContext?, _ name: CallTypeNames.Name, declared: SwiftIdentifier,
        _ namespace: SwiftIdentifier
    ) {
        if let declaration { types.append(Self.part(kind, declaration, of: Self.typeKinds)) }
        guard isShared || declared != name.alias else { return }
        var alias = TemplateContext()
        alias.set("name", name.alias)
        alias.set("target", isShared ? "\(namespace).\(declared)" : declared.code)
        aliases.append(Self.member("alias", alias))
    }

    /// Sets what the template `Calls` names.
    func set(in context: inout TemplateContext) {
        let members = calls + pages + waits + aliases
        context.set("members", members)
        context.set("hasMembers", !members.isEmpty)
        var declared: TemplateContext?
        if !types.isEmpty {
            var content = TemplateContext()
            content.set("types", types)
            declared = content
        }
        context.set("declared", declared)
    }

    private static let memberKinds = ["call", "headersCall", "page", "wait", "alias"]
    private static let typeKinds = ["headers", "failures", "pager"]

    private static func member(_ kind: String, _ content: TemplateContext) -> TemplateContext {
        part(kind, content, of: memberKinds)
    }

    private static func part(_ kind: String, _ content: TemplateContext, of kinds: [String]) -> TemplateContext {
        var context = TemplateContext()
        for other in kinds { context.set(other, other == kind ? content : nil) }
        return context
    }
}
