import APIModel
import Diagnostics

/// An operation in all versions that have it alike, with what is generated beside the call.
struct CallGroup {
    let view: CallView
    /// The header fields of its responses, if there are documented ones.
    let headers: ResponseHeadersView?
    /// The documented bodies of its errors, if there are any.
    let failures: FailuresView?
    /// Its pages, if it is a list in pages.
    let pages: PagesView?

    /// The versions, newest first.
    var versions: [String] { view.versions }

    /// What makes two calls one.
    fileprivate struct Key: Hashable {
        let sameIn: [String]
        let method: SwiftIdentifier
        let isSecured: Bool
        let versionedMediaType: String?
    }

    /// The groups of all operations, in the order of the documentation, those of an operation with the newest first.
    static func all(
        of model: APIModel, plan: TypePlan, selected: VersionSelections, collisions: inout [Diagnostic]
    ) -> [CallGroup] {
        let methods = methodNames(model, plan: plan, collisions: &collisions)
        var views: [[CallView]] = []
        for operation in model.operations {
            var order: [Key] = []
            var calls: [Key: [Call]] = [:]
            for call in operation.calls {
                let key = Key(
                    sameIn: call.sameIn,
                    method: methods[call.version]?[call.operation] ?? SwiftIdentifier(operation.id),
                    isSecured: call.revision.security != nil
                        && !model.service(in: call.version).security.isEmpty,
                    versionedMediaType: call.versionedMediaType)
                if calls[key] == nil { order.append(key) }
                calls[key, default: []].append(call)
            }
            views.append(
                order.map { key in
                    let versions = calls[key] ?? []
                    return CallView(
                        versions[0], versions: versions.map(\.version), method: key.method, isSecured: key.isSecured,
                        selected: selected.inClient(of: versions.map(\.version)), plan: plan, collisions: &collisions)
                })
        }
        return withTypes(views, model: model, plan: plan, methods: methods, collisions: &collisions)
    }

    /// The method of each operation of each version.
    private static func methodNames(
        _ model: APIModel, plan: TypePlan, collisions: inout [Diagnostic]
    ) -> [String: [String: SwiftIdentifier]] {
        var methods: [String: [String: SwiftIdentifier]] = [:]
        for version in model.versions {
            var scope = plan.ledger.scope(["operations"], reserved: ReservedNames.members, suffix: "Call")
            for call in model.calls(in: version.id) {
                methods[version.id, default: [:]][call.operation] = scope.claim(
                    [Names.member(call.operation)], for: call.operation, collisions: &collisions)
            }
        }
        return methods
    }

    private static func withTypes(
        _ views: [[CallView]], model: APIModel, plan: TypePlan, methods: [String: [String: SwiftIdentifier]],
        collisions: inout [Diagnostic]
    ) -> [CallGroup] {
        let methodNames = Set(methods.values.flatMap { $0.values })
        let typeNames = ReservedNames.types.union(model.versions.flatMap { plan.typeNames(in: $0.id) })
            .union(model.versions.map { plan.names.version($0.id).name })
        // A pager is called neither as a call nor as another type: `listBackupsPager`, beside `listBackups(…)`.
        var pagerNames = CallTypeNames(
            plan.ledger.scope(
                ["pages"], reserved: typeNames.union(methodNames.map(PagesView.typeName(after:))), suffix: "Pager"),
            names: plan.names)
        // Names follow the oldest shape; the list has the newest first.
        let found = views.map { group in
            Array(
                group.reversed().map {
                    PagesView($0, model: model, names: &pagerNames, collisions: &collisions)
                }.reversed())
        }
        var typeScope = CallTypeNames(
            plan.ledger.scope(["headerTypes"], reserved: typeNames.union(pagerNames.given), suffix: "Fields"),
            names: plan.names)
        var members = SharedNames(
            plan.ledger.scope(
                ["operations"], reserved: ReservedNames.members.union(methodNames.map(\.name)), suffix: "Call"))
        let headers = views.map { group in
            Array(
                group.reversed().map { view -> ResponseHeadersView? in
                    guard !view.call.answerHeaders.isEmpty else { return nil }
                    let method = members.claim(
                        view.method.name + "WithHeaders", for: "\(view.call.operation) with headers",
                        collisions: &collisions)
                    return ResponseHeadersView(view, method: method, names: &typeScope, collisions: &collisions)
                }.reversed())
        }
        var shared = FailuresView.Shared()
        var failures: [[FailuresView?]] = []
        for group in views {
            var own: [FailuresView?] = []
            for view in group.reversed() {
                own.append(FailuresView(view, names: &typeScope, shared: &shared, collisions: &collisions))
            }
            failures.append(own.reversed())
        }
        return views.indices.flatMap { operation in
            views[operation].indices.map { index in
                let fields = headers[operation][index]
                return CallGroup(
                    view: views[operation][index], headers: fields, failures: failures[operation][index],
                    // What leads from page to page may stand in a header field.
                    pages: found[operation][index]?.completed(headers: fields))
            }
        }
    }
}
