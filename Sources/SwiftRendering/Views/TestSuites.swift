import APIModel

/// The tests of a service: each contract once, for all versions that have it.
struct TestSuites {
    /// A suite with the files that it has.
    struct Files {
        let name: String
        /// What the template `Tests` names; `nil` where there is no call.
        let calls: TemplateContext?
        /// What the template `ServiceTests` names; `nil` where there is no call.
        let overHTTP: TemplateContext?
    }

    private let clients: ClientsView

    init(_ clients: ClientsView) { self.clients = clients }

    /// All suites, the widest first, then the versions from the newest on. Each is made when it is asked for: the tests of
    /// all together are most of what is generated.
    var all: some Sequence<Files> {
        let overHTTP = self.overHTTP
        let calls = Dictionary(grouping: clients.groups, by: \.versions)
        let versions = Set(overHTTP.keys).union(calls.keys)
        return versions.sorted { left, right in
            left.count != right.count ? left.count > right.count : place(left).lexicographicallyPrecedes(place(right))
        }.lazy.map { versions in
            let suite = TestSuite(versions, of: clients)
            return Files(
                name: suite.name,
                calls: calls[versions].map { TestsView(suite: suite, views: $0.map(\.view), clients: clients).context },
                overHTTP: overHTTP[versions].map { part in
                    ServiceTestsView(
                        suite: suite, tested: part.tested, untested: part.untested,
                        lives: part.lives.compactMap {
                            ResourceLife($0.resource, calls: $0.calls, model: clients.model, suite: suite)
                        }, clients: clients
                    ).context
                })
        }
    }

    private func place(_ versions: [String]) -> [Int] {
        versions.map { id in clients.versions.firstIndex { $0.id == id } ?? 0 }
    }

    // MARK: Over HTTP

    /// What is tested over HTTP in the same versions.
    private struct Part {
        var tested: [CallView] = []
        var untested: [TemplateContext] = []
        var lives: [(resource: ResolvedResource, calls: [CallView])] = []
    }

    /// Tests prove themselves in the same way in all versions of a suite.
    private var overHTTP: [[String]: Part] {
        var parts: [[String]: Part] = [:]
        var testedIn: [String: [String: CallView]] = [:]
        for group in clients.groups {
            let view = group.view
            for versions in alike(group.versions) {
                let reason = UntestedCall(call: view.call, model: clients.model).reasonOverHTTP(
                    in: versions[0])
                guard let reason else {
                    parts[versions, default: Part()].tested.append(view)
                    for id in versions { testedIn[id, default: [:]][view.call.operation] = view }
                    continue
                }
                parts[versions, default: Part()].untested.append(UntestedCall.comment(view, reason))
            }
        }
        for resource in clients.model.resources {
            for (versions, calls) in lives(of: resource, testedIn) {
                parts[versions, default: Part()].lives.append((resource, calls))
            }
        }
        return parts
    }

    /// The versions in groups that authenticate alike.
    private func alike(_ versions: [String]) -> [[String]] {
        var order: [Service.Proof] = []
        var groups: [Service.Proof: [String]] = [:]
        for id in versions {
            let proof = Service.Proof(clients.model.service(in: id))
            if groups[proof] == nil { order.append(proof) }
            groups[proof, default: []].append(id)
        }
        return order.compactMap { groups[$0] }
    }

    /// The versions in which a resource lives by the same calls, with these.
    private func lives(
        of resource: ResolvedResource, _ testedIn: [String: [String: CallView]]
    ) -> [(versions: [String], calls: [CallView])] {
        let operations =
            [resource.create, resource.list, resource.show, resource.delete].compactMap(\.self) + resource.updates
        // A view is that of an operation in all versions that have it alike.
        var order: [[ObjectIdentifier]] = []
        var found: [[ObjectIdentifier]: (versions: [String], calls: [CallView])] = [:]
        for version in clients.versions.map(\.id) {
            let calls = operations.compactMap { testedIn[version]?[$0] }
            guard !calls.isEmpty else { continue }
            let key = calls.map(ObjectIdentifier.init)
            if found[key] == nil { order.append(key) }
            found[key, default: ([], calls)].versions.append(version)
        }
        return order.compactMap { found[$0] }.flatMap { entry in
            alike(entry.versions).map { ($0, entry.calls) }
        }
    }
}

extension Service {
    /// What tests prove themselves with.
    fileprivate struct Proof: Hashable {
        let security: [SecurityScheme]
        let requirements: [[SecurityRequirement]]

        init(_ service: Service) {
            security = service.security
            requirements = service.requirements
        }
    }
}
