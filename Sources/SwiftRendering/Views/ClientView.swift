import APIModel

/// The client of one version: how it is made, and the calls that no other version has alike.
struct ClientView {
    let model: APIModel
    let version: APIVersion
    let plan: TypePlan
    let sets: VersionSets
    let selections: VersionSelections
    let code: ClientCode
    /// The service as the version has it.
    private var service: Service { model.service.version(version) }

    var context: TemplateContext {
        var context = TemplateContext()
        context.set("namespace", plan.names.namespace)
        context.set("version", plan.names.version(version.id))
        context.set("runtimeModules", RuntimeModules.contexts(model.service))
        var doc = DocComment()
        let words = VersionWords.title(DocComment.clean(version.id))
        doc.note("\(words) of \(DocComment.clean(model.service.title)): calls it, and holds its types.")
        doc.note(Lifecycle.sentence(version))
        context.set("doc", doc, indent: 4)
        context.set("deprecation", deprecation)
        context.set("service", SwiftCode.string(model.service.title))
        context.set("versionID", SwiftCode.string(version.id))
        context.set("headers", fixedHeaders)
        let isInAddress = model.service.selector?.kind == .server
        context.set(
            "baseURL",
            isInAddress
                ? "endpoint.url.replacing(\"{version}\", with: \(SwiftCode.string(version.selectorValue)))"
                : "endpoint.url")
        context.set("security", security)
        var authentication: TemplateContext?
        if model.service.authentication == .scpHMAC { authentication = TemplateContext() }
        context.set("authentication", authentication)
        context.set("initDoc", initDoc, indent: 8)
        var schemes: TemplateContext?
        if !service.security.isEmpty { schemes = TemplateContext() }
        context.set("schemes", schemes)
        context.set("home", plan.names.version(version.id))
        context.set("typeHome", "\(plan.names.namespace).\(plan.names.version(version.id))")
        code.set(in: &context)
        let protocols = sets.protocols(covering: [version.id])
        context.set(
            "conformances",
            protocols.isEmpty ? "ServiceClient" : SwiftCode.joined(protocols.map(\.code), separator: ", "))
        context.set("hasSiblings", !protocols.isEmpty)
        context.set("selected", selections.hasConstant ? SwiftCode.string(version.selectorValue) : "")
        context.set("hasConstant", selections.hasConstant && !protocols.isEmpty)
        return context
    }

    /// What the initialiser without request signatures says, with the documented ways to authenticate.
    private var initDoc: DocComment {
        var doc = DocComment()
        doc.note("A client for one endpoint.")
        guard !service.security.isEmpty else { return doc }
        doc.note("The documentation names these ways to authenticate:")
        for scheme in service.security {
            let name = DocComment.quoted(scheme.name)
            switch scheme.kind {
            case .bearer: doc.note("\(name), `try .bearer(token)`.")
            case .basic: doc.note("\(name), `try .basic(user, password)`.")
            case .apiKey(let key, let place):
                doc.note(
                    "\(name), `try .apiKey(…, in: .\(place.rawValue), value)` with the name \(DocComment.quoted(key)).")
            case .other(let type, _): doc.note("\(name), which is \(DocComment.quoted(type)).")
            }
        }
        if service.security.count > 1 {
            doc.note("Give several as `.schemes([name: …])`: each call uses what it asks for.")
        }
        return doc
    }

    /// What requests have to satisfy whose operation does not say.
    private var security: TemplateContext? {
        guard !service.security.isEmpty, !service.requirements.isEmpty else { return nil }
        var context = TemplateContext()
        context.set("requirements", CallView.code(service.requirements))
        return context
    }

    /// What a creation of this client is told where the version is about to end.
    private var deprecation: TemplateContext? {
        guard version.status == .deprecated else { return nil }
        var message = "\(VersionWords.name(version.id)) is deprecated"
        if let end = version.notBefore { message += ", supported until \(end)" }
        if let newest = model.versions.first(where: { $0.status == .current }) {
            message += "; move to \(plan.names.namespace.name).\(plan.names.version(newest.id).name)"
        }
        var context = TemplateContext()
        let items: [SwiftCode] = ["*", "deprecated", "message: \(SwiftCode.string(message))"]
        context.set("attribute", Layout.list(items, open: "@available(", close: ")", indent: 8))
        return context
    }

    /// The headers of every call that authentication does not fill in.
    private var fixedHeaders: SwiftCode {
        let fields = model.service.fixedHeaders(in: version).sorted { $0.name < $1.name }
        guard !fields.isEmpty else { return "headers: [:]," }
        return Layout.list(
            fields.map { "\(SwiftCode.string($0.name)): \(SwiftCode.string($0.value))" }, open: "headers: [",
            close: "],",
            indent: 16,
            hasTrailingComma: true)
    }
}

extension Service {
    /// Whether each call says the version, and not what all requests have in common.
    var isSelectedByCalls: Bool {
        guard let selector else { return false }
        switch selector.kind {
        case .query, .path, .mediaType: return true
        case .header: return !selector.omittedBy.isEmpty
        case .server, .none: return false
        }
    }

    /// The headers of every request whose values the documentation fixes, for one version.
    func fixedHeaders(in version: APIVersion) -> [Header] {
        var fixed = headers.filter { header in
            !["{access-key}", "{timestamp}", "{signature}"].contains(header.value)
        }.map { Header($0.name, VersionSelector.filled($0.value, with: version.selectorValue)) }
        if let selector, selector.kind == .header, selector.omittedBy.isEmpty, let name = selector.name {
            fixed.removeAll { $0.name.lowercased() == name.lowercased() }
            fixed.append(Header(name, selector.text(for: version.selectorValue)))
        }
        return fixed
    }
}

/// What is said of a version's life.
enum Lifecycle {
    /// One sentence: its status, and the day its support ends.
    static func sentence(_ version: APIVersion) -> String {
        let end = version.notBefore.map { ", supported until \($0)" } ?? ""
        switch version.status {
        case .planned: return "Planned: documented, not callable yet."
        case .current: return "The current version\(end)."
        case .supported:
            return "Still supported\(version.notBefore.map { ", until \($0)" } ?? ""), but not the current version."
        case .deprecated: return "Deprecated\(end)."
        }
    }
}
