import APIModel

/// Compares what was inferred of the things that a service keeps.
struct ResourceComparison {
    private(set) var differences: [Difference] = []

    init(old: [Resource], new: [Resource]) {
        let before = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.name))
        for resource in new {
            guard var known = before[resource.name] else {
                report(.added, resource.name, nil, resource.collection)
                continue
            }
            // A spec from before paging was read says nothing of it; that it does now is not a change of the API.
            if known.paging.isEmpty { known.paging = resource.paging }
            guard known != resource else { continue }
            let changed = zip(Self.lines(known), Self.lines(resource)).filter { $0.0 != $0.1 }
            report(
                .changed, resource.name, changed.map(\.0).joined(separator: "; "),
                changed.map(\.1).joined(separator: "; "))
        }
        for resource in old where !after.contains(resource.name) {
            report(.removed, resource.name, resource.collection, nil)
        }
        if isReordered(old.map(\.name), new.map(\.name)) {
            differences.append(
                Difference(
                    .documentation, .orderChanged, at: ["resources"], subject: "the list of resources",
                    before: TypeText.list(old.map(\.name)), after: TypeText.list(new.map(\.name)),
                    oldPlace: ["resources"], newPlace: ["resources"]))
        }
    }

    private mutating func report(_ change: Change, _ name: String, _ before: String?, _ after: String?) {
        let subject = change == .changed ? "what is inferred of resource `\(name)`" : "resource `\(name)`"
        differences.append(
            Difference(
                .resource, change, at: ["resources", name], subject: subject, before: before,
                after: after, swift: change == .added ? .none : .all, oldPlace: ["resources", name],
                newPlace: ["resources", name]))
    }

    /// One line for each key, in the same order for all resources.
    private static func lines(_ resource: Resource) -> [String] {
        func mark(_ mark: Resource.Mark?) -> String {
            mark.map { "\($0.property)" + evidence($0.inferred) } ?? "none"
        }
        func evidence(_ marks: [String]) -> String {
            marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
        }
        func way(_ paging: Paging) -> String {
            let parts = [
                ("by", paging.kind.rawValue), ("position", paging.position), ("size", paging.size),
                ("first", paging.first.map(String.init)), ("next", paging.next), ("next header", paging.nextHeader),
                ("last", paging.last), ("more", paging.more), ("count", paging.count),
                ("count header", paging.countHeader),
            ]
            return parts.compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: " ")
                + evidence(paging.inferred)
        }
        return [
            "collection: \(resource.collection)", "member: \(resource.member ?? "none")",
            "create: \(resource.create ?? "none")", "list: \(resource.list ?? "none")",
            "show: \(resource.show ?? "none")", "updates: \(resource.updates.joined(separator: ", "))",
            "delete: \(resource.delete ?? "none")", "items: \(resource.items ?? "none")",
            "paging: \(resource.paging.isEmpty ? "none" : resource.paging.map(way).joined(separator: ", "))",
            "envelope: \(resource.envelope ?? "none")", "identifier: \(mark(resource.identifier))",
            "state: \(mark(resource.state))", "roles\(evidence(resource.inferred))",
        ]
    }
}
