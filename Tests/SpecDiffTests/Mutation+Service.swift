import APISpec

extension Mutator {
    mutating func version() -> Mutation? {
        guard let index = pick(facts.document.versions.indices) else { return nil }
        let old = facts.document.versions[index]
        func mutation(_ name: String, _ new: APIVersion, _ forwards: String, _ backwards: String) -> Mutation {
            func lines(_ rule: String) -> Set<String> {
                [MutationFacts.line(rule, "versions/\(old.id)", [], [old.id])]
            }
            return Mutation(
                name: "version \(old.id): \(name)", document: edited { $0.versions[index] = new },
                forwards: lines(forwards), backwards: lines(backwards), target: "versions")
        }
        var new = old
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            guard old.status != .deprecated else { return nil }
            new.status = .deprecated
            return mutation("deprecated", new, "version-deprecated", "version-revived")
        case 1:
            guard old.notBefore == nil else { return nil }
            new.notBefore = CalendarDate("2029-01-01")
            return mutation("end", new, "version-end-added", "version-end-removed")
        default:
            guard old.notBefore != nil else { return nil }
            new.notBefore = CalendarDate("2020-01-01")
            return mutation("earlier", new, "version-end-advanced", "version-end-postponed")
        }
    }

    mutating func service() -> Mutation? {
        func mutation(
            _ location: String, _ forwards: String, _ backwards: String, _ edit: (inout Service) -> Void
        ) -> Mutation {
            Mutation(
                name: location, document: edited { edit(&$0.service) },
                forwards: [MutationFacts.line(forwards, location)],
                backwards: [MutationFacts.line(backwards, location)], target: "service")
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            return mutation("service/title", "service-title-changed", "service-title-changed") { $0.title = "Other" }
        case 1:
            return mutation("service/server", "service-server-changed", "service-server-changed") {
                $0.server.url = "https://other.example.com"
            }
        case 2:
            return mutation("service/server/pairs", "service-region-added", "service-region-removed") {
                $0.server.pairs.append(.init(environment: "zz", region: "zz"))
            }
        case 3:
            return mutation("service/headers/Zz", "service-header-added", "service-header-removed") {
                $0.headers.append(.init("Zz", "zz"))
            }
        default:
            guard facts.document.service.authentication != nil else { return nil }
            return mutation(
                "service/authentication", "service-authentication-removed", "service-authentication-added"
            ) { $0.authentication = nil }
        }
    }

    /// Another mark of recovery on a response that says the same.
    mutating func evidence() -> Mutation? {
        guard let place = pickRevision() else { return nil }
        let operation = facts.document.operations[place.operation]
        let old = operation.revisions[place.revision]
        guard let index = pick(old.responses.indices) else { return nil }
        let lines: Set<String> = [
            MutationFacts.line(
                "reading-recovery-changed", "operations/\(operation.id)/responses/\(old.responses[index].status)",
                [operation.id], old.versions)
        ]
        return Mutation(
            name: "\(operation.id): evidence",
            document: edited { document in
                document.operations[place.operation].revisions[place.revision].responses[index].recovered = ["zz-mark"]
            }, forwards: lines, backwards: lines, target: operation.id)
    }
}
