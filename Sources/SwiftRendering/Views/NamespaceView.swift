import APIModel
import Diagnostics

/// The service's namespace, and where it answers.
struct NamespaceView {
    let model: APIModel
    let names: ServiceNames
    let ledger: NameRegistry
    /// Who may use what is declared: the modifier with the space after it.
    let access: SwiftCode
    /// The ids of versions that are not generated.
    var leftOut: [String] = []

    func context(collisions: inout [Diagnostic]) -> TemplateContext {
        var context = TemplateContext()
        context.set("namespace", names.namespace)
        context.set("runtimeModules", RuntimeModules.contexts(model.service))
        var doc = DocComment()
        doc.note("\(DocComment.clean(model.service.title)), a service with an HTTP API.")
        doc.paragraph(model.service.description)
        context.set("doc", doc, indent: 0)
        context.set("leftOut", versionsLeftOut)
        context.set("hasAll", versionsLeftOut.isEmpty)
        let environments = self.environments(collisions: &collisions)
        context.set("environments", environments)
        context.set("hasEnvironments", !environments.isEmpty)
        context.set("addresses", addresses(collisions: &collisions))
        context.set(
            "lookup",
            Layout.list(
                model.service.server.pairs.map { pair in
                    let key = SwiftCode.string(pair.region.map { "\(pair.environment)/\($0)" } ?? pair.environment)
                    return "\(key): \(SwiftCode.string(address(pair)))"
                }, open: "[", close: "]", indent: 12, hasTrailingComma: true))
        return context
    }

    /// Who calls a version that is not generated is told why, by every name that such a version would have. `1` and
    /// `v1` are one name, and what is generated comes first.
    private var versionsLeftOut: [TemplateContext] {
        let given = Set(model.versions.map { names.version($0.id).name })
        var order: [String] = []
        var ids: [String: [String]] = [:]
        for id in leftOut {
            let name = ServiceNames.versionName(id).name
            guard !given.contains(name) else { continue }
            if ids[name] == nil { order.append(name) }
            ids[name, default: []].append(id)
        }
        return order.map { name in
            var context = TemplateContext()
            let words = (ids[name] ?? []).map(VersionWords.name).joined(separator: " and ")
            context.set("message", SwiftCode.string("`versions` in the configuration leaves out \(words)"))
            context.set("name", SwiftIdentifier(name))
            return context
        }
    }

    private func environments(collisions: inout [Diagnostic]) -> [TemplateContext] {
        var order: [String] = []
        var regions: [String: [Service.Server.Pair]] = [:]
        for pair in model.service.server.pairs {
            if regions[pair.environment] == nil { order.append(pair.environment) }
            regions[pair.environment, default: []].append(pair)
        }
        var scope = ledger.scope(
            ["environments"], reserved: ReservedNames.members.union(["url"]), suffix: "Environment")
        var typeScope = ledger.scope(["regionTypes"], reserved: ReservedNames.types, suffix: "Type")
        var contexts: [TemplateContext] = []
        for environment in order {
            let pairs = regions[environment] ?? []
            let name = scope.claim(
                [Names.member(environment)], for: environment, collisions: &collisions)
            if pairs.contains(where: { $0.region == nil }) {
                contexts.append(withoutRegions(environment, name: name, address: address(pairs[0])))
                continue
            }
            let typeName = typeScope.claim(
                ["RegionOf" + name.name.prefix(1).uppercased() + name.name.dropFirst()],
                for: environment, collisions: &collisions)
            var context = TemplateContext()
            context.set("name", name)
            context.set("regionType", typeName)
            context.set("quoted", SwiftCode.string(environment))
            var doc = DocComment()
            doc.note("The environment \(DocComment.quoted(environment)) in one of its regions.")
            context.set("doc", doc, indent: 8)
            var typeDoc = DocComment()
            typeDoc.note("The regions of the environment \(DocComment.quoted(environment)).")
            context.set("typeDoc", typeDoc, indent: 8)
            var regionScope = ledger.scope(
                ["regions", environment], reserved: ReservedNames.members, suffix: "Region")
            var cases: [TemplateContext] = []
            for pair in pairs {
                guard let value = pair.region else { continue }
                var entry = TemplateContext()
                let region = regionScope.claim(
                    [Names.member(value)], for: value, collisions: &collisions)
                var doc = DocComment()
                doc.note(DocComment.quoted(value))
                entry.set("doc", doc, indent: 12)
                entry.set("name", region)
                entry.set("region", SwiftCode.string(value))
                entry.set("address", SwiftCode.string(address(pair)))
                cases.append(entry)
            }
            context.set("regions", cases)
            context.set("single", nil)
            contexts.append(context)
        }
        return contexts
    }

    private func withoutRegions(_ environment: String, name: SwiftIdentifier, address: String) -> TemplateContext {
        var single = TemplateContext()
        single.set("address", SwiftCode.string(address))
        var doc = DocComment()
        doc.note("The environment \(DocComment.quoted(environment)).")
        var context = TemplateContext()
        context.set("doc", doc, indent: 8)
        context.set("name", name)
        context.set("single", single)
        return context
    }

    /// The addresses of a service that has no environments and regions, and those that it has besides.
    private func addresses(collisions: inout [Diagnostic]) -> [TemplateContext] {
        let server = model.service.server
        var scope = ledger.scope(
            ["addresses"], reserved: ReservedNames.members.union(["url"]), suffix: "Address")
        var contexts: [TemplateContext] = []
        let placeholders = names(in: server.url)
        let variables = server.variables.map(\.name) + (server.pairs.isEmpty ? [] : ["region", "environment"])
        for name in placeholders where !variables.contains(name) {
            collisions.append(
                RenderingRules.unknownPlaceholder.finding(
                    "nothing tells the values of `{\(name)}` in the server's address `\(server.url)`", at: nil))
        }
        if server.pairs.isEmpty, !Self.isAbsolute(server.url) {
            collisions.append(
                RenderingRules.relativeAddress.finding(
                    "the address `\(server.url)` has no host; callers pass the whole address", at: nil))
        } else if server.pairs.isEmpty, placeholders.allSatisfy(variables.contains) {
            let name = scope.claim(["standard"], for: server.url, collisions: &collisions)
            contexts.append(
                address(server.url, name, server.description ?? "The documented address.", collisions: &collisions))
        }
        let alternatives = server.alternatives + addressesOfVersions
        for (number, other) in alternatives.enumerated()
        where Self.isAbsolute(other.url)
            && names(in: other.url).allSatisfy(server.variables.map(\.name).contains)
        {
            let words = Words(other.description ?? "").words
            let wish =
                (1...3).contains(words.count) ? Names.member(other.description ?? "") : "alternative\(number + 1)"
            let name = scope.claim([wish], for: other.url, collisions: &collisions)
            contexts.append(
                address(
                    other.url, name, other.description ?? "Another documented address.", collisions: &collisions))
        }
        return contexts
    }

    /// The placeholders of an address that callers fill; the version is filled in by clients.
    private func names(in url: String) -> [String] {
        let isInAddress = model.service.selector?.kind == .server
        return PathTemplate(url).parameterNames.filter { !isInAddress || "{\($0)}" != VersionSelector.placeholder }
    }

    /// The addresses of versions that response elsewhere than the service.
    private var addressesOfVersions: [Service.Server.Alternative] {
        var known = [model.service.server.url] + model.service.server.alternatives.map(\.url)
        return model.versions.compactMap { version in
            guard let url = version.server?.url, !known.contains(url) else { return nil }
            known.append(url)
            return .init(url: url, description: VersionWords.name(version.id))
        }
    }

    private static func isAbsolute(_ url: String) -> Bool {
        ["https://", "http://"].contains { url.lowercased().hasPrefix($0) }
    }

    private func address(
        _ url: String, _ name: SwiftIdentifier, _ text: String, collisions: inout [Diagnostic]
    ) -> TemplateContext {
        let path = PathTemplate(url)
        var context = TemplateContext()
        var doc = DocComment()
        doc.paragraph(text)
        guard !names(in: url).isEmpty else {
            context.set("doc", doc, indent: 8)
            context.set("declaration", "\(access)static let \(name) = Endpoint(url: \(SwiftCode.string(url)))")
            return context
        }
        var scope = ledger.scope(["variables", url], reserved: ReservedNames.members, suffix: "Value")
        let variables = model.service.server.variables.filter { path.parameterNames.contains($0.name) }
        let identifiers = variables.map { variable in
            scope.claim([Names.member(variable.name)], for: variable.name, collisions: &collisions)
        }
        doc.parameters(
            zip(variables, identifiers).map { variable, name in
                let values = variable.values.map(DocComment.quoted)
                let choice = values.isEmpty ? "" : "One of \(values.joined(separator: ", "))."
                let text = SchemaFacts.text(of: Schema(.string(format: nil), description: variable.description))
                return (name.name, [text, choice].filter { !$0.isEmpty }.joined(separator: " "))
            })
        doc.callout("Returns", "The address with these values in it.")
        context.set("doc", doc, indent: 8)
        let signature = Layout.list(
            zip(variables, identifiers).map { variable, name in
                "\(name): String = \(SwiftCode.string(variable.defaultValue))"
            }, open: "\(access)static func \(name)(", close: ") -> Endpoint {", indent: 8)
        let parts = path.parts.map { part -> SwiftCode in
            switch part {
            case .literal(let text): return SwiftCode.stringContent(text)
            case .parameter(let name):
                let index = variables.firstIndex { $0.name == name }
                return index.map { "\\(\(identifiers[$0]))" } ?? SwiftCode.stringContent("{\(name)}")
            }
        }
        let text = SwiftCode.joined(parts, separator: "")
        context.set(
            "declaration",
            "\(signature)\n\(Layout.margin(12))Endpoint(url: \"\(text)\")\n\(Layout.margin(8))}")
        return context
    }

    private func address(_ pair: Service.Server.Pair) -> String {
        model.service.server.url.replacing("{region}", with: pair.region ?? "")
            .replacing("{environment}", with: pair.environment)
    }
}
