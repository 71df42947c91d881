import APIModel
import Diagnostics

/// The first page of a module's documentation.
struct DocumentationView {
    let model: APIModel
    let names: ServiceNames
    /// Whether there is an article of what was recovered.
    let hasRecovered: Bool

    var context: TemplateContext {
        var context = TemplateContext()
        context.set("module", names.module)
        context.set("namespace", names.namespace)
        var summary = DocComment()
        summary.note("Calls \(DocComment.clean(model.service.title)) over HTTP.")
        context.set("summary", markdown: summary)
        var overview = DocComment()
        overview.paragraph(model.service.description)
        overview.note("The documentation describes these versions; each has a namespace of its own.")
        context.set("overview", markdown: overview)
        context.set("recovered", hasRecovered ? TemplateContext() : nil)
        context.set("versions", model.versions.map(version))
        let newest = model.versions.first { $0.status == .current } ?? model.versions.first
        let version = newest.map { names.version($0.id).name } ?? "Version"
        let isSigned = model.service.authentication != nil
        var items: [SwiftCode] = ["endpoint: \(endpoint)"]
        if isSigned {
            items.append("credentials: try Credentials(accessKey: accessKey, secretKey: secretKey)")
        } else if let scheme = model.service.security.first {
            items.append("authentication: \(Self.authentication(scheme))")
        }
        items.append("transport: AsyncHTTPClientTransport()")
        context.set(
            "client",
            Layout.list(
                items, open: "\(names.namespace).\(SwiftIdentifier(version)).Client(", close: ")", indent: 0))
        return context
    }

    /// How a caller authenticates by a scheme, with names for what only the caller has.
    private static func authentication(_ scheme: SecurityScheme) -> SwiftCode {
        switch scheme.kind {
        case .bearer: "try .bearer(token)"
        case .basic: "try .basic(user, password)"
        case .apiKey(let key, let place):
            "try .apiKey(\(SwiftCode.string(key)), in: .\(SwiftIdentifier(place.rawValue)), key)"
        case .other: ".none"
        }
    }

    /// The first documented endpoint.
    private var endpoint: SwiftCode {
        let server = model.service.server
        guard let pair = server.pairs.first else {
            return PathTemplate(server.url).parameterNames.isEmpty ? ".standard" : ".init(url: address)"
        }
        let environment = SwiftIdentifier(Names.member(pair.environment))
        guard let region = pair.region else { return ".\(environment)" }
        return ".\(environment)(.\(SwiftIdentifier(Names.member(region))))"
    }

    private func version(_ version: APIVersion) -> TemplateContext {
        var context = TemplateContext()
        var line = DocComment()
        line.note("\(VersionWords.title(DocComment.clean(version.id))). \(Lifecycle.sentence(version))")
        context.set("line", markdown: line)
        context.set("name", names.version(version.id))
        return context
    }
}
