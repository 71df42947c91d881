import APISpec

extension Mutator {
    private func line(
        _ rule: String, _ operation: String, _ steps: String, _ versions: [String], isInferred: Bool = false
    ) -> String {
        MutationFacts.line(
            MutationFacts.judged(rule, isInferred: isInferred), "operations/\(operation)\(steps)", [operation], versions
        )
    }

    private static func arguments(_ revision: Revision) -> [(String, Bool)] {
        let names = PathTemplate(revision.path).parameterNames
        let path = names.map { name in
            revision.parameters.first { $0.location == .path && $0.name == name }.map {
                ("path \(name)", $0.isRequired)
            }
                ?? ("path \(name)", true)
        }
        let others = [Parameter.Location.query, .header].flatMap { location in
            revision.parameters.filter { $0.location == location }
                .map { ("\(location.rawValue) \($0.name)", $0.isRequired) }
        }
        return path + others + (revision.request.map { [("body", $0.isRequired)] } ?? [])
    }

    private func order(_ old: Revision, _ new: Revision, _ operation: String) -> Set<String> {
        MutationFacts.haveFlipped(Self.arguments(old), Self.arguments(new))
            ? [line("swift-method-reordered", operation, "", old.versions)] : []
    }

    /// An edit of a revision, with the lines for it and those for arguments that change places.
    private func mutation(
        _ name: String, _ place: (operation: Int, revision: Int), _ new: Revision, _ forwards: Set<String>,
        _ backwards: Set<String>
    ) -> Mutation {
        let operation = facts.document.operations[place.operation]
        let old = operation.revisions[place.revision]
        return Mutation(
            name: "\(operation.id): \(name)",
            document: edited { $0.operations[place.operation].revisions[place.revision] = new },
            forwards: forwards.union(order(old, new, operation.id)),
            backwards: backwards.union(order(new, old, operation.id)), target: operation.id)
    }

    // MARK: Parameters

    mutating func parameter() -> Mutation? {
        guard let place = pickRevision() else { return nil }
        let id = facts.document.operations[place.operation].id
        let old = facts.document.operations[place.operation].revisions[place.revision]
        guard !old.lost.contains(.parameters) else { return nil }
        var new = old
        if Int.random(in: 0..<4, using: &random) == 0, !old.parameters.contains(where: { $0.name == "zz_new" }) {
            let isRequired = Bool.random(using: &random)
            let index = Int.random(in: 0...old.parameters.count, using: &random)
            new.parameters.insert(
                Parameter(name: "zz_new", location: .query, isRequired: isRequired, schema: Schema(.boolean)), at: index
            )
            let added = isRequired ? "request-parameter-required-added" : "request-parameter-optional-added"
            return mutation(
                "parameter added", place, new, [line(added, id, "/parameters/zz_new", old.versions)],
                [line("request-parameter-removed", id, "/parameters/zz_new", old.versions)])
        }
        guard
            let index = old.parameters.indices.filter({ old.parameters[$0].location == .query })
                .randomElement(using: &random)
        else { return nil }
        let parameter = old.parameters[index]
        let isInferred = !parameter.recovered.isEmpty
        func lines(_ end: String, _ steps: String = "") -> Set<String> {
            [
                line(
                    Self.rule("request-parameter", end), id, "/parameters/\(parameter.name)\(steps)", old.versions,
                    isInferred: isInferred)
            ]
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            new.parameters[index].isRequired.toggle()
            let isRequired = new.parameters[index].isRequired
            return mutation(
                "requirement", place, new, lines(isRequired ? "became-required" : "became-optional"),
                lines(isRequired ? "became-optional" : "became-required"))
        case 1:
            new.parameters[index].location = .header
            // The argument keeps its name; what moves with it is the change itself.
            return Mutation(
                name: "\(id): location",
                document: edited { $0.operations[place.operation].revisions[place.revision] = new },
                forwards: lines("location-changed"), backwards: lines("location-changed"), target: id)
        case 2:
            let value = people(parameter.schema)
            new.parameters[index].schema = value.schema
            return mutation("words of a parameter", place, new, lines(value.forwards), lines(value.backwards))
        default:
            guard let value = value(parameter.schema) else { return nil }
            new.parameters[index].schema = value.schema
            return mutation(
                "value of a parameter: \(value.forwards)", place, new, lines(value.forwards, value.steps),
                lines(value.backwards, value.steps))
        }
    }

    // MARK: Operations

    mutating func operation() -> Mutation? {
        guard let place = pickRevision() else { return nil }
        let operation = facts.document.operations[place.operation]
        let id = operation.id
        let old = operation.revisions[place.revision]
        let all = operation.revisions.flatMap(\.versions)
        var new = old
        func both(_ name: String, _ rule: String, _ back: String? = nil) -> Mutation {
            mutation(
                name, place, new, [line(rule, id, "", old.versions)], [line(back ?? rule, id, "", old.versions)])
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            return Mutation(
                name: "\(id): removed", document: edited { $0.operations.remove(at: place.operation) },
                forwards: [line("operation-removed", id, "", all)],
                backwards: [line("operation-added", id, "", all)], target: id)
        case 1:
            return Mutation(
                name: "\(id): renamed", document: edited { $0.operations[place.operation].id = "zzRenamed" },
                forwards: [line("operation-renamed", "zzRenamed", "", all)],
                backwards: [line("operation-renamed", id, "", all)], target: id)
        case 2:
            new.path = "/zz" + old.path
            return both("path", "operation-path-changed")
        case 3:
            new.method = "OPTIONS"
            return both("method", "operation-method-changed")
        case 4:
            guard old.state == nil else { return nil }
            new.state = "DEPRECATED"
            return both("state", "operation-deprecated", "operation-revived")
        case 5:
            new.description = "Other words."
            return both("description", "documentation-description-changed")
        case 6:
            let lines: Set<String> = [line("documentation-description-changed", id, "/title", all)]
            return Mutation(
                name: "\(id): title", document: edited { $0.operations[place.operation].title = "Other Words" },
                forwards: lines, backwards: lines, target: id)
        default:
            new.example = new.example ?? CallExample()
            new.example?.responseBody = .string("zz")
            let lines: Set<String> = [
                line("documentation-example-changed", id, "/example/response", old.versions)
            ]
            return mutation("example", place, new, lines, lines)
        }
    }

    // MARK: Bodies

    mutating func body() -> Mutation? {
        guard let place = pickRevision() else { return nil }
        let id = facts.document.operations[place.operation].id
        let old = facts.document.operations[place.operation].revisions[place.revision]
        guard let request = old.request else {
            guard !old.lost.contains(.parameters) else { return nil }
            var new = old
            new.request = RequestBody(isRequired: false, schema: Schema(.boolean))
            return mutation(
                "body added", place, new, [line("request-body-optional-added", id, "/request", old.versions)],
                [line("request-body-removed", id, "/request", old.versions)])
        }
        let isInferred = !request.recovered.isEmpty || old.lost.contains(.parameters)
        func lines(_ rule: String) -> Set<String> {
            [line(rule, id, "/request", old.versions, isInferred: isInferred)]
        }
        var new = old
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            new.request?.isRequired.toggle()
            let isRequired = !request.isRequired
            return mutation(
                "body requirement", place, new,
                lines(isRequired ? "request-body-became-required" : "request-body-became-optional"),
                lines(isRequired ? "request-body-became-optional" : "request-body-became-required"))
        case 1:
            guard !request.schema.isNullable else { return nil }
            new.request?.schema.isNullable = true
            return mutation(
                "body null", place, new, lines("request-body-became-nullable"),
                lines("request-body-became-not-nullable"))
        case 2:
            guard case .reference = request.schema.kind else { return nil }
            new.request?.schema.kind = .boolean
            return mutation(
                "body type", place, new, lines("request-body-type-changed"), lines("request-body-type-changed"))
        default:
            guard request.schema.kind != .unknown else { return nil }
            new.request?.schema.kind = .unknown
            return mutation(
                "body unknown", place, new, lines("reading-evidence-lost"), lines("reading-evidence-found"))
        }
    }

    // MARK: Answers

    mutating func response() -> Mutation? {
        guard let place = pickRevision() else { return nil }
        let id = facts.document.operations[place.operation].id
        let old = facts.document.operations[place.operation].revisions[place.revision]
        let isLost = old.lost.contains(.responses)
        var new = old
        if Bool.random(using: &random) {
            let status = Bool.random(using: &random) ? 206 : 499
            guard !isLost, !old.responses.contains(where: { $0.status == status }) else { return nil }
            new.responses.append(Response(status: status, description: "More"))
            let area = status == 206 ? "success" : "error"
            return mutation(
                "answer \(status)", place, new,
                [line("response-\(area)-added", id, "/responses/\(status)", old.versions)],
                [line("response-\(area)-removed", id, "/responses/\(status)", old.versions)])
        }
        guard let index = pick(old.responses.indices) else { return nil }
        let response = old.responses[index]
        let isInferred = !response.recovered.isEmpty || isLost
        func lines(_ rule: String) -> Set<String> {
            [line(rule, id, "/responses/\(response.status)", old.versions, isInferred: isInferred)]
        }
        guard let schema = response.schema else {
            new.responses[index].schema = Schema(.boolean)
            return mutation(
                "body of an answer added", place, new, lines("response-body-added"), lines("response-body-removed"))
        }
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            guard !schema.isNullable else { return nil }
            new.responses[index].schema?.isNullable = true
            return mutation(
                "null answer", place, new, lines("response-body-became-nullable"),
                lines("response-body-became-not-nullable"))
        case 1:
            guard case .reference = schema.kind else { return nil }
            new.responses[index].schema?.kind = .boolean
            return mutation(
                "type of an answer", place, new, lines("response-body-type-changed"),
                lines("response-body-type-changed"))
        default:
            new.responses[index].description = "Other words."
            return mutation(
                "words of an answer", place, new, lines("documentation-description-changed"),
                lines("documentation-description-changed"))
        }
    }
}
