import Diagnostics
import YAML

/// One application of an overlay.
struct OverlayRun {
    private(set) var findings: [Diagnostic] = []
    private var document: SpecDocument

    init(document: SpecDocument) {
        self.document = document
        // Each version gets an entry of its own, so that an action can mean one of them.
        for index in self.document.operations.indices {
            self.document.operations[index].revisions = self.document.operations[index].revisions.flatMap { revision in
                revision.versions.map { version in
                    var single = revision
                    single.versions = [version]
                    return single
                }
            }
        }
    }

    /// The document, with versions that say the same in one entry again.
    func finished() -> SpecDocument {
        var result = document
        let order = Dictionary(
            document.versions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in result.operations.indices {
            var merged: [Revision] = []
            let sorted = result.operations[index].revisions.sorted {
                (order[$0.versions.first ?? ""] ?? .max) < (order[$1.versions.first ?? ""] ?? .max)
            }
            for revision in sorted {
                if let same = merged.firstIndex(where: { $0.saysTheSame(as: revision) }) {
                    merged[same].versions += revision.versions
                } else {
                    merged.append(revision)
                }
            }
            result.operations[index].revisions = merged
        }
        // An operation that no version has any more is none.
        result.operations.removeAll { $0.revisions.isEmpty }
        return result
    }

    mutating func perform(_ action: Overlay.Action) throws {
        let before = document
        var outcome = Outcome()
        switch action.target.steps.first {
        case "service": try onService(action, &outcome)
        case "versions": try onVersion(action, &outcome)
        case "schemas": try onSchema(action, &outcome)
        case "resources": try onResource(action, &outcome)
        default: try onOperation(action, &outcome)
        }
        for (expected, found) in outcome.conflicts {
            findings.append(
                OverlayRules.conflict.finding(
                    "`\(action.target)` confirms `\(expected)` and \(found) was recovered", at: action.location))
        }
        if !outcome.hasMatched {
            findings.append(
                OverlayRules.noMatch.finding(
                    "nothing matches `\(action.target)`\(document.hint(for: action.target))", at: action.location))
        } else if document == before, outcome.conflicts.isEmpty {
            let isConfirmation = if case .confirm = action.verb { true } else { false }
            findings.append(
                OverlayRules.redundant.finding(
                    isConfirmation
                        ? "nothing at `\(action.target)` is recovered: the page says it by itself"
                        : "`\(action.target)` is so already", at: action.location))
        }
    }

    private struct Outcome {
        var hasMatched = false
        var conflicts: [(String, String)] = []
    }

    // MARK: Parts outside operations

    private mutating func onService(_ action: Overlay.Action, _ outcome: inout Outcome) throws {
        outcome.hasMatched = true
        guard case .update(let members) = action.verb else { return }
        let before = document
        let service = try OverlayMerge(action).part(SpecWriter().service(document.service), members) {
            $0.service($1)
        }
        document.service = service
        guard service.selector != before.service.selector else { return }
        // What selects the version stands nowhere else: it goes back to where it was taken from, and the new one comes out.
        document = before.selecting(by: service.selector)
        let server = service.server == before.service.server ? document.service.server : service.server
        document.service = service
        document.service.server = server
    }

    private mutating func onVersion(_ action: Overlay.Action, _ outcome: inout Outcome) throws {
        guard let index = document.versions.firstIndex(where: { $0.id == action.target.steps[1] }) else { return }
        outcome.hasMatched = true
        switch action.verb {
        case .confirm: return
        case .remove: document.versions.remove(at: index)
        case .update(let members):
            let version = document.versions[index]
            document.versions[index] = try OverlayMerge(action).entry(
                version.id, SpecWriter().version(version), members
            ) {
                $0.version($1)
            }
        }
    }

    private mutating func onSchema(_ action: Overlay.Action, _ outcome: inout Outcome) throws {
        let steps = action.target.steps
        guard let index = document.schemas.firstIndex(where: { $0.name == steps[1] }) else { return }
        if steps.count == 3 {
            try onProperty(action, name: steps[2], schema: index, &outcome)
            return
        }
        outcome.hasMatched = true
        switch action.verb {
        case .remove: document.schemas.remove(at: index)
        case .confirm:
            document.schemas[index].confirm(action.reason)
        case .update(let members):
            let schema = document.schemas[index]
            document.schemas[index] = try OverlayMerge(action).entry(
                schema.name, SpecWriter().namedSchema(schema), members
            ) {
                $0.namedSchema($1)
            }
            if members.contains(where: { $0.key == "properties" && $0.value != .null }) {
                document.schemas[index].isLost = false
                document.schemas[index].confirm(action.reason)
            }
        }
    }

    private mutating func onProperty(
        _ action: Overlay.Action, name: String, schema: Int, _ outcome: inout Outcome
    ) throws {
        let index = document.schemas[schema].properties.firstIndex { $0.name == name }
        switch (action.verb, index) {
        case (.confirm, _): return
        case (.remove, let index?):
            outcome.hasMatched = true
            document.schemas[schema].properties.remove(at: index)
        case (.remove, nil): return
        case (.update(let members), let index?):
            outcome.hasMatched = true
            let property = document.schemas[schema].properties[index]
            document.schemas[schema].properties[index] = try OverlayMerge(action).entry(
                name, SpecWriter().property(property), members
            ) { $0.property($1) }
        case (.update(let members), nil):
            // Without a type this corrects a property that the page no longer has.
            guard members.tellType else { return }
            outcome.hasMatched = true
            document.schemas[schema].properties.append(
                try OverlayMerge(action).entry(name, .mapping([], .block), members) { $0.property($1) })
            document.schemas[schema].isLost = false
        }
    }

    private mutating func onResource(_ action: Overlay.Action, _ outcome: inout Outcome) throws {
        let name = action.target.steps[1]
        let index = document.resources.firstIndex { $0.name == name }
        switch (action.verb, index) {
        case (.confirm, let index?):
            outcome.hasMatched = true
            document.resources[index].inferred = []
            document.resources[index].identifier?.inferred = []
            document.resources[index].state?.inferred = []
            for way in document.resources[index].paging.indices { document.resources[index].paging[way].inferred = [] }
        case (.remove, let index?):
            outcome.hasMatched = true
            document.resources.remove(at: index)
        case (.confirm, nil), (.remove, nil): return
        case (.update(let members), let index):
            guard index != nil || members.contains(where: { $0.key == "collection" }) else { return }
            outcome.hasMatched = true
            let base = index.map { SpecWriter().resource(document.resources[$0]) } ?? .mapping([], .block)
            let resource = try OverlayMerge(action).entry(name, base, members) { $0.resource($1) }
            if let index { document.resources[index] = resource } else { document.resources.append(resource) }
        }
    }

    // MARK: Operations

    private mutating func onOperation(_ action: Overlay.Action, _ outcome: inout Outcome) throws {
        let steps = action.target.steps
        guard let index = document.operations.firstIndex(where: { $0.id == steps[1] }) else { return }
        if steps.count == 2 {
            outcome.hasMatched = true
            switch action.verb {
            case .remove: document.operations.remove(at: index)
            case .confirm:
                for revision in document.operations[index].revisions.indices {
                    document.operations[index].revisions[revision].confirmAll(action.reason)
                }
            case .update(let members):
                try updateTitle(members, of: index, action)
            }
            return
        }
        // For every version, an update corrects what is there; only what no version has is added to all of them.
        let holders = document.operations[index].revisions.indices.filter { revision in
            document.operations[index].revisions[revision].has(steps.dropFirst(3))
        }
        for revision in document.operations[index].revisions.indices.reversed() {
            let version = document.operations[index].revisions[revision].versions[0]
            guard steps[2] == "*" || steps[2] == version else { continue }
            if steps[2] == "*", case .update = action.verb, !holders.isEmpty, !holders.contains(revision) { continue }
            if steps.count == 3, case .remove = action.verb {
                outcome.hasMatched = true
                document.operations[index].revisions.remove(at: revision)
                continue
            }
            try onRevision(action, &document.operations[index].revisions[revision], &outcome)
        }
    }

    private mutating func updateTitle(_ members: [YAMLMember], of index: Int, _ action: Overlay.Action) throws {
        guard members.count == 1, members[0].key == "title", case .string(let title) = members[0].value, !title.isEmpty
        else {
            throw DiagnosticError(
                "of an operation only `title` can be updated; name a version, or `*`, for the rest", at: action.location
            )
        }
        document.operations[index].title = title
    }

    private func onRevision(_ action: Overlay.Action, _ revision: inout Revision, _ outcome: inout Outcome) throws {
        let steps = action.target.steps
        guard steps.count > 3 else {
            outcome.hasMatched = true
            if case .confirm = action.verb { revision.confirmAll(action.reason) }
            if case .update(let members) = action.verb {
                let id = revision.versions[0]
                revision = try OverlayMerge(action).part(SpecWriter().revision(revision), members) { reading, node in
                    reading.revision(node, operation: steps[1], method: nil, path: nil, description: nil)
                }
                revision.versions = [id]
            }
            return
        }
        switch steps[3] {
        case "request": try onRequest(action, &revision, &outcome)
        case "responses": try onResponse(action, &revision, &outcome)
        default: try onParameter(action, &revision, &outcome)
        }
    }

    private func onRequest(_ action: Overlay.Action, _ revision: inout Revision, _ outcome: inout Outcome) throws {
        switch action.verb {
        case .remove:
            outcome.hasMatched = outcome.hasMatched || revision.request != nil
            revision.request = nil
        case .confirm(let expected):
            guard var request = revision.request else { return }
            outcome.hasMatched = true
            guard agrees(expected, request.schema, &outcome) else { return }
            request.confirm(action.reason)
            revision.request = request
        case .update(let members):
            guard revision.request != nil || members.tellType else { return }
            outcome.hasMatched = true
            let base = revision.request.map { SpecWriter().request($0) } ?? .mapping([], .block)
            var request = try OverlayMerge(action).part(base, members) { $0.request($1, in: []) }
            if members.tellType { request.confirm(action.reason) }
            revision.request = request
        }
    }

    private func onResponse(_ action: Overlay.Action, _ revision: inout Revision, _ outcome: inout Outcome) throws {
        let status = action.target.steps[4]
        let index = revision.responses.firstIndex { $0.statusText == status }
        switch (action.verb, index) {
        case (.remove, let index?):
            outcome.hasMatched = true
            revision.responses.remove(at: index)
        case (.confirm(let expected), let index?):
            outcome.hasMatched = true
            guard agrees(expected, revision.responses[index].schema, &outcome) else { return }
            revision.responses[index].confirm(action.reason)
        case (.remove, nil), (.confirm, nil): return
        case (.update(let members), let index):
            outcome.hasMatched = true
            let base = index.map { SpecWriter().response(revision.responses[$0]) } ?? .mapping([], .block)
            var response = try OverlayMerge(action).entry(status, base, members) { $0.response($1, in: []) }
            if members.tellType { response.confirm(action.reason) }
            if let index { revision.responses[index] = response } else { revision.responses.append(response) }
            revision.responses.sortByStatus()
        }
    }

    private func onParameter(_ action: Overlay.Action, _ revision: inout Revision, _ outcome: inout Outcome) throws {
        let name = action.target.steps[4...].joined(separator: "/")
        let index = revision.parameters.firstIndex { $0.name == name }
        switch (action.verb, index) {
        case (.remove, let index?):
            outcome.hasMatched = true
            revision.parameters.remove(at: index)
        case (.confirm, let index?):
            outcome.hasMatched = true
            revision.parameters[index].confirm(action.reason)
        case (.remove, nil), (.confirm, nil): return
        case (.update(let members), let index):
            guard index != nil || (members.tellType && members.contains { $0.key == "in" }) else { return }
            outcome.hasMatched = true
            let named = YAMLValue.mapping([YAMLMember("name", .string(name))], .block)
            let base = index.map { SpecWriter().parameter(revision.parameters[$0]) } ?? named
            var parameter = try OverlayMerge(action).part(base, members) { $0.parameter($1, in: []) }
            if members.tellType { parameter.confirm(action.reason) }
            if let index { revision.parameters[index] = parameter } else { revision.parameters.append(parameter) }
        }
    }

    private func agrees(_ expected: String?, _ schema: Schema?, _ outcome: inout Outcome) -> Bool {
        guard let expected else { return true }
        if case .reference(expected)? = schema?.kind { return true }
        let found = if case .reference(let name)? = schema?.kind { "`\(name)`" } else { "no schema of the document" }
        if !outcome.conflicts.contains(where: { $0.1 == found }) { outcome.conflicts.append((expected, found)) }
        return false
    }
}

extension [YAMLMember] {
    /// Whether the keys say what the type is.
    fileprivate var tellType: Bool {
        contains { SpecReading.typeKeys.contains($0.key) && $0.value != .null }
    }
}

extension Revision {
    /// Whether the revision has the part that the steps below it name; the revision itself for no steps.
    fileprivate func has(_ steps: ArraySlice<String>) -> Bool {
        switch steps.first {
        case "request": request != nil
        case "responses": responses.contains { $0.statusText == steps.dropFirst().first }
        case "parameters": parameters.contains { $0.name == steps.dropFirst().joined(separator: "/") }
        default: true
        }
    }

    /// Whether two entries differ in nothing but their versions.
    func saysTheSame(as other: Revision) -> Bool {
        var copy = other
        copy.versions = versions
        return self == copy
    }
}
