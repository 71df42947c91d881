import APIModel
import Diagnostics

/// The clients of all versions: what is the same in several is written once.
struct ClientsView {
    let model: APIModel
    let plan: TypePlan
    let groups: [CallGroup]
    let sets: VersionSets
    let selections: VersionSelections
    /// The versions as the documentation has them, newest first.
    let versions: [APIVersion]
    private var codes: [[String]: ClientCode] = [:]

    /// `model` has what selects a version replaced by `mark`, if there is one; `versions` are those of the service.
    init(
        model: APIModel, versions: [APIVersion], mark: String?, plan: TypePlan, collisions: inout [Diagnostic]
    ) {
        self.model = model
        self.versions = versions
        self.plan = plan
        selections = VersionSelections(versions, mark: mark)
        groups = CallGroup.all(of: model, plan: plan, selected: selections, collisions: &collisions)
        let waits = Self.waits(model, groups: groups, plan: plan, collisions: &collisions)
        sets = VersionSets(
            groups.map { Set($0.versions) } + waits.map { Set($0.versions) } + plan.sharedAliases.map(\.versions),
            order: versions.map(\.id), names: plan.names,
            taken: Set(versions.flatMap { plan.typeNames(in: $0.id) + [plan.names.version($0.id).name] }))
        for group in groups {
            let isAlone = group.versions.count == 1
            codes[group.versions, default: ClientCode(group.versions)].add(
                group, client: isAlone ? "Client" : "any \(sets.name(of: group.versions))",
                namespace: plan.names.namespace)
        }
        for wait in waits { codes[wait.versions, default: ClientCode(wait.versions)].add(wait: wait.context) }
    }

    // MARK: Waiting

    private struct Wait {
        let versions: [String]
        let context: TemplateContext
    }

    private static func waits(
        _ model: APIModel, groups: [CallGroup], plan: TypePlan, collisions: inout [Diagnostic]
    ) -> [Wait] {
        let methods = Set(groups.flatMap { [$0.view.method.name] + [$0.headers?.method.name].compactMap(\.self) })
        var names = SharedNames(
            plan.ledger.scope(["operations"], reserved: ReservedNames.members.union(methods), suffix: "Call"))
        let callable = Dictionary(
            grouping: groups.filter { $0.view.call.answerForm == .json }, by: \.view.call.operation)
        var waits: [Wait] = []
        for resource in model.resources {
            let deletable = Set((resource.delete.flatMap { callable[$0] } ?? []).flatMap(\.versions))
            for group in resource.show.flatMap({ callable[$0] }) ?? [] {
                let gone = group.versions.filter(deletable.contains)
                guard !gone.isEmpty || WaitView.hasState(resource, show: group.view, model: model) else { continue }
                let view = WaitView(
                    resource, show: group.view, model: model, names: &names, collisions: &collisions)
                if let context = view.untilState { waits.append(Wait(versions: group.versions, context: context)) }
                if !gone.isEmpty { waits.append(Wait(versions: gone, context: view.untilGone)) }
            }
        }
        return waits
    }

    // MARK: Contexts

    /// Lets go of the code of the clients, which is most of what there is beside the calls.
    mutating func forgetCode() { codes = [:] }

    /// The client of a version.
    func client(of version: APIVersion) -> ClientView {
        ClientView(
            model: model, version: version, plan: plan, sets: sets, selections: selections,
            code: codes[[version.id]] ?? ClientCode([version.id]))
    }

    /// The protocols of several versions, the widest first: the name of each and what the template `SharedClient` names.
    var shared: [(name: SwiftIdentifier, context: TemplateContext)] {
        sets.shared.map { versions in
            let name = sets.name(of: versions)
            let isWhole = versions.count == self.versions.count
            var context = TemplateContext()
            context.set("namespace", plan.names.namespace)
            context.set("home", name)
            context.set("typeHome", plan.names.namespace.code)
            context.set("mentionsRuntime", isWhole || codes[versions]?.mentionsRuntime ?? false)
            var doc = DocComment()
            let words = Phrases.versions(versions, of: plan.versionIDs)
            let title = DocComment.clean(model.service.title)
            doc.note(
                isWhole
                    ? "A version of \(title), whichever: what all of them have in common."
                    : "What \(words) of \(title) have in common.")
            context.set("doc", doc, indent: 4)
            let refined = sets.protocols(covering: versions, isStrict: true)
            context.set("refined", SwiftCode.joined(refined.map(\.code), separator: ", "))
            context.set("isWhole", isWhole)
            context.set("hasConstant", selections.hasConstant)
            (codes[versions] ?? ClientCode(versions)).set(in: &context)
            return (name, context)
        }
    }

    /// The names that versions have for shared types: each set of versions with what the template `Aliases` names.
    var aliases: [(name: SwiftIdentifier, context: TemplateContext)] {
        let all = plan.sharedAliases
        return (sets.shared + versions.map { [$0.id] }).compactMap { versions in
            let own = all.filter { $0.versions == Set(versions) }
            guard !own.isEmpty else { return nil }
            let name = sets.name(of: versions)
            var context = TemplateContext()
            context.set("namespace", plan.names.namespace)
            context.set("version", name)
            context.set(
                "aliases",
                own.sorted { $0.name.name < $1.name.name }.map { alias in
                    var entry = TemplateContext()
                    entry.set("name", alias.name)
                    entry.set("target", "\(plan.names.namespace).\(alias.target.name)")
                    return entry
                })
            return (name, context)
        }
    }
}
