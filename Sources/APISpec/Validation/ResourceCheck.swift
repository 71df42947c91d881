import Diagnostics

/// Checks that resources name what the document has.
struct ResourceCheck {
    let document: SpecDocument
    let locations: SpecLocations

    func findings() -> [Diagnostic] {
        let operations = Dictionary(document.operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return document.resources.flatMap { resource -> [Diagnostic] in
            let place = SpecPath(["resources", resource.name])
            var findings: [Diagnostic] = []
            for (role, id) in resource.roles where operations[id] == nil {
                let near = NearestWord.suggestion(for: id, among: document.operations.map(\.id))
                findings.append(
                    SpecRules.missingOperation.finding(
                        "there is no operation `\(id)`; \(near)", at: locations[place.appending(role)]))
            }
            findings += paths(of: resource, place)
            findings += paging(of: resource, resource.list.flatMap { operations[$0] }, place)
            guard let show = resource.show.flatMap({ operations[$0] }) else { return findings }
            for (key, mark) in [("identifier", resource.identifier), ("state", resource.state)] {
                guard let mark, !answers(show, have: mark.property, within: resource.envelope) else { continue }
                findings.append(
                    SpecRules.missingResourceProperty.finding(
                        "no answer of `\(show.id)` has a property `\(mark.property)`"
                            + (resource.envelope.map { " within `\($0)`" } ?? ""),
                        at: locations[place.appending(key)]))
            }
            return findings
        }
    }

    private func paths(of resource: Resource, _ place: SpecPath) -> [Diagnostic] {
        guard let member = resource.member, !member.hasPrefix(resource.collection + "/{") || !member.hasSuffix("}")
        else { return [] }
        return [
            SpecRules.malformedPath.finding(
                "`\(member)` is not a member of `\(resource.collection)`; write it as `\(resource.collection)/{name}`",
                at: locations[place.appending("member")])
        ]
    }

    /// Parts of paging that no version of the list has.
    private func paging(of resource: Resource, _ list: Operation?, _ place: SpecPath) -> [Diagnostic] {
        let location = locations[place.appending("paging")]
        guard let list else {
            return resource.paging.isEmpty
                ? [] : [SpecRules.missingPagingPart.finding("`paging` has no operation under `list`", at: location)]
        }
        let query = list.revisions.flatMap(\.parameters).filter { $0.location == .query }.map(\.name)
        let headers = list.revisions.flatMap(\.responses).filter(\.isSuccess).flatMap(\.headers)
            .map { $0.name.lowercased() }
        // Where a table is lost, what it would name cannot be known.
        let isLost = list.revisions.contains { !$0.lost.isEmpty }
        return resource.paging.flatMap { paging -> [Diagnostic] in
            let parameters = [paging.position, paging.size].compactMap { $0 }.filter { !query.contains($0) && !isLost }
            let fields = [paging.nextHeader, paging.countHeader].compactMap { $0 }
                .filter { !headers.contains($0.lowercased()) && !isLost }
            let places = [paging.next, paging.more, paging.count].compactMap { $0 }
                .filter { !answers(list, leadTo: Paging.steps(to: $0)) }
            let problems =
                parameters.map { "`\(list.id)` has no query parameter `\($0)`" }
                + fields.map { "no answer of `\(list.id)` has a header field `\($0)`" }
                + places.map { "no answer of `\(list.id)` has a property `\($0)`" }
            return problems.map { SpecRules.missingPagingPart.finding($0, at: location) }
        }
    }

    /// Whether in some version a successful response has what these names lead to, or may have it.
    private func answers(_ operation: Operation, leadTo steps: [String]) -> Bool {
        let types = operation.revisions.flatMap(\.responses).filter(\.isSuccess).compactMap(\.schema)
        return types.isEmpty
            || types.contains { type in
                var type = type
                for step in steps {
                    guard let known = properties(type) else { return true }
                    guard let property = known.first(where: { $0.name == step }) else { return false }
                    type = property.schema
                }
                return true
            }
    }

    /// Whether in some version a successful response has the property, or may have it since nothing tells its type.
    private func answers(_ operation: Operation, have property: String, within envelope: String?) -> Bool {
        let types = operation.revisions.flatMap(\.responses).filter(\.isSuccess)
            .compactMap(\.schema)
        return types.isEmpty
            || types.contains { type in
                guard let envelope else { return has(type, property) }
                guard let inner = properties(type)?.first(where: { $0.name == envelope }) else {
                    return properties(type) == nil
                }
                return has(inner.schema, property)
            }
    }

    private func has(_ type: Schema, _ property: String) -> Bool {
        properties(type)?.contains { $0.name == property } ?? true
    }

    /// The properties of a named schema; `nil` for anything else and for schemas whose table is lost.
    private func properties(_ type: Schema) -> [NamedSchema.Property]? {
        guard case .reference(let name) = type.kind,
            let schema = document.schemas.first(where: { $0.name == name }),
            !schema.isLost || !schema.properties.isEmpty, schema.definition == nil
        else { return nil }
        return schema.properties
    }
}
