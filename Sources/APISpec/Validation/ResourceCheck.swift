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
                "`\(member)` is no member of `\(resource.collection)`; write it as `\(resource.collection)/{name}`",
                at: locations[place.appending("member")])
        ]
    }

    /// Whether in some version a successful answer has the property, or may have it since nothing tells its type.
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
