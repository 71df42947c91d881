import APIModel
import APISpec
import Diagnostics

/// The service's namespace: its versions and where it answers.
struct NamespaceView {
    let model: APIModel
    let names: ServiceNames
    let ledger: NameLedger

    func context(collisions: inout [Diagnostic]) -> TemplateContext {
        var context = TemplateContext()
        context.set("namespace", names.namespace)
        var doc = DocComment()
        doc.note("\(DocComment.clean(model.service.title)), a service with an HTTP API.")
        doc.paragraph(model.service.description)
        context.set("doc", doc, indent: 0)
        context.set("versions", model.versions.map(version))
        let environments = self.environments(collisions: &collisions)
        context.set("environments", environments)
        context.set("hasEnvironments", !environments.isEmpty)
        context.set("standard", standard(collisions: &collisions))
        context.set(
            "lookup",
            Layout.list(
                model.service.server.pairs.map { pair in
                    let key = SwiftCode.string(pair.region.map { "\(pair.environment)/\($0)" } ?? pair.environment)
                    return "\(key): \(SwiftCode.string(address(pair)))"
                }, open: "[", close: "]", indent: 12, hasTrailingComma: true))
        return context
    }

    private func version(_ version: APIVersion) -> TemplateContext {
        var context = TemplateContext()
        var doc = DocComment()
        doc.note("Version \(DocComment.clean(version.id)). \(Lifecycle.sentence(version))")
        context.set("doc", doc, indent: 4)
        context.set("name", names.version(version.id))
        return context
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

    /// The one address of a service that has no environments and regions.
    private func standard(collisions: inout [Diagnostic]) -> TemplateContext? {
        let url = model.service.server.url
        let placeholders = PathTemplate(url).parameterNames
        let known = model.service.server.pairs.isEmpty ? [] : ["region", "environment"]
        for name in placeholders where !known.contains(name) {
            collisions.append(
                RenderingRules.unknownPlaceholder.finding(
                    "nothing tells the values of `{\(name)}` in the server's address `\(url)`", at: nil))
        }
        guard placeholders.isEmpty, model.service.server.pairs.isEmpty else { return nil }
        var context = TemplateContext()
        context.set("address", SwiftCode.string(url))
        return context
    }

    private func address(_ pair: Service.Server.Pair) -> String {
        model.service.server.url.replacing("{region}", with: pair.region ?? "")
            .replacing("{environment}", with: pair.environment)
    }
}
