import APISpec
import Diagnostics

/// Says what was recovered and what was not, once for each place of the recovered document.
struct RecoveryFindings {
    let locations: SpecLocations
    /// What each lost body was found to be, by operation and version.
    let drafts: [DraftKey: Draft]

    /// A body by operation, version and direction.
    struct DraftKey: Hashable {
        var operation: String
        var version: String
        var direction: Words.Direction
    }

    func findings(before: SpecDocument, after: SpecDocument) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for operation in after.operations {
            for revision in operation.revisions where !revision.lost.isEmpty {
                if revision.lost.contains(.parameters) { findings += parameters(operation, revision) }
                // What a person, or a row that is left, has stated needs no word.
                let isStated = !revision.responses.isEmpty && revision.responses.allSatisfy(\.recovered.isEmpty)
                if revision.lost.contains(.responses), !isStated { findings += responses(operation, revision) }
            }
        }
        for (old, new) in zip(before.schemas, after.schemas) where old.isLost {
            findings.append(schema(new, stated: Set(old.properties.map(\.name))))
        }
        return findings
    }

    private func parameters(_ operation: Operation, _ revision: Revision) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let place = self.place(operation, revision)
        let recovered = revision.parameters.filter { !$0.recovered.isEmpty }
        if !recovered.isEmpty {
            let names = recovered.map(\.name).joined(separator: ", ")
            let evidence = Self.evidence(recovered.map(\.recovered))
            findings.append(
                RecoveryRules.recoveredParameters.finding(
                    "\(subject(operation, revision)): the parameters \(names) were recovered from \(evidence)",
                    at: locations[place.appending("parameters")]))
        }
        if let request = revision.request, !request.recovered.isEmpty {
            findings.append(
                body(
                    "the request body", request.schema, request.recovered, operation, revision, .request,
                    at: locations[place.appending("request")]))
        }
        return findings
    }

    private func responses(_ operation: Operation, _ revision: Revision) -> [Diagnostic] {
        let place = self.place(operation, revision)
        guard !revision.responses.isEmpty else {
            return [
                RecoveryRules.unresolved.finding(
                    "\(subject(operation, revision)): nothing tells which answers there are; state them in the overlay",
                    at: locations[place.appending("responses")])
            ]
        }
        let recovered = revision.responses.filter { !$0.recovered.isEmpty }
        let statuses = recovered.map { String($0.status) }.joined(separator: ", ")
        var findings = [
            RecoveryRules.recoveredResponses.finding(
                "\(subject(operation, revision)): the answers \(statuses) were recovered from "
                    + Self.evidence(revision.responses.map(\.recovered)),
                at: locations[place.appending("responses")])
        ]
        for response in recovered where HTTPStatus.isSuccess(response.status) {
            findings.append(
                body(
                    "the body of answer \(response.status)", response.schema, response.recovered, operation,
                    revision, .response, at: locations[place.appending("responses", String(response.status))]))
        }
        return findings
    }

    private func body(
        _ what: String, _ schema: Schema?, _ recovered: [String], _ operation: Operation, _ revision: Revision,
        _ direction: Words.Direction, at location: SourceLocation
    ) -> Diagnostic {
        let subject = subject(operation, revision)
        if schema?.kind == .unknown {
            return RecoveryRules.unresolved.finding(
                "\(subject): nothing tells the type of \(what); name its schema in the overlay", at: location)
        }
        let type = schema.map(Self.name) ?? "empty"
        let evidence = recovered.joined(separator: ", ")
        var others: [String] = []
        for version in revision.versions {
            let key = DraftKey(operation: operation.id, version: version, direction: direction)
            for other in drafts[key]?.alternatives ?? [] where !others.contains(other) { others.append(other) }
        }
        guard !others.isEmpty else {
            return RecoveryRules.recoveredBinding.finding(
                "\(subject): \(what) is \(type), recovered from \(evidence)", at: location)
        }
        return RecoveryRules.ambiguousRecovery.finding(
            "\(subject): \(what) is \(type) by \(evidence), but \(others.joined(separator: " or ")) would fit as "
                + "well; confirm or correct it in the overlay",
            at: location)
    }

    private func schema(_ schema: NamedSchema, stated: Set<String>) -> Diagnostic {
        let location = locations[["schemas", schema.name]]
        guard !schema.recovered.isEmpty else {
            let members = stated.isEmpty ? "its members" : "the members whose rows are lost"
            return RecoveryRules.unresolved.finding(
                "\(schema.name): nothing tells \(members); state them in the overlay", at: location)
        }
        let names = schema.properties.map(\.name).filter { !stated.contains($0) }.joined(separator: ", ")
        return RecoveryRules.recoveredSchema.finding(
            "\(schema.name): the members \(names) were recovered from \(schema.recovered.joined(separator: ", "))",
            at: location)
    }

    private func subject(_ operation: Operation, _ revision: Revision) -> String {
        "\(operation.id) \(revision.versions.joined(separator: ", "))"
    }

    private func place(_ operation: Operation, _ revision: Revision) -> SpecPath {
        ["operations", operation.id, revision.versions.first ?? ""]
    }

    private static func evidence(_ lists: [[String]]) -> String {
        Set(lists.joined().compactMap(Evidence.init(rawValue:))).words.joined(separator: ", ")
    }

    /// The type in the documentation's notation.
    static func name(_ schema: Schema) -> String {
        switch schema.kind {
        case .reference(let name): name
        case .array(let items): "array[\(name(items))]"
        case .union(let members): "any of [\(members.map(name).joined(separator: ", "))]"
        case .string: "string"
        case .enumeration, .numbers: "enum"
        case .map(let values): "map[\(name(values))]"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .object: "object"
        case .unknown: "unknown"
        }
    }
}
