public import Diagnostics

/// Checks what has to hold between the parts of a document.
public struct SpecValidator: Sendable {
    /// A validator.
    public init() {}

    /// Everything that breaks a rule of ``SpecRules``, in the order of the document.
    public func validate(_ document: SpecDocument, locations: SpecLocations) -> [Diagnostic] {
        var run = Run(document: document, locations: locations)
        run.checkOperations()
        run.checkSchemas()
        return run.findings + ResourceCheck(document: document, locations: locations).findings()
    }

    private struct Run {
        let document: SpecDocument
        let locations: SpecLocations
        let schemaNames: Set<String>
        let versionIDs: Set<String>
        var findings: [Diagnostic] = []

        init(document: SpecDocument, locations: SpecLocations) {
            self.document = document
            self.locations = locations
            schemaNames = Set(document.schemas.map(\.name))
            versionIDs = Set(document.versions.map(\.id))
        }

        mutating func report(_ rule: Rule, _ message: String, _ path: SpecPath) {
            findings.append(rule.finding(message, at: locations[path]))
        }

        mutating func checkSchemas() {
            for schema in document.schemas {
                for property in schema.properties {
                    checkReferences(property.schema, ["schemas", schema.name, property.name])
                }
                if case .schema(let values)? = schema.additionalProperties {
                    checkReferences(values, ["schemas", schema.name])
                }
                if let definition = schema.definition { checkReferences(definition, ["schemas", schema.name]) }
            }
            for name in AliasCycles(document.schemas).names {
                report(
                    SpecRules.circularSchema, "schema `\(name)` is nothing but a reference to itself",
                    ["schemas", name])
            }
        }

        mutating func checkOperations() {
            checkSecurity(document.service.requirements, ["service"], in: document.service.security)
            for version in document.versions {
                checkSecurity(
                    version.requirements ?? [], ["versions", version.id], in: document.service(in: version.id).security)
            }
            var calls: [String: String] = [:]
            for operation in document.operations {
                var seen: Set<String> = []
                for revision in operation.revisions {
                    let place = SpecPath(["operations", operation.id, revision.versions.first ?? ""])
                    for version in revision.versions {
                        let here = SpecPath(["operations", operation.id, version])
                        if !versionIDs.contains(version) {
                            report(SpecRules.missingVersion, "`versions` does not list version `\(version)`", here)
                        }
                        if !seen.insert(version).inserted {
                            report(
                                SpecRules.duplicateRevision,
                                "operation `\(operation.id)` has a second revision for version `\(version)`", here)
                        }
                        let call = "\(revision.method) \(revision.path) in version \(version)"
                        let query = revision.fixedQuery.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                        let key = "\(call)?\(query.joined(separator: "&"))"
                        if let other = calls[key], other != operation.id {
                            report(
                                SpecRules.duplicateCall, "`\(call)` is operation `\(other)` and `\(operation.id)`", here
                            )
                        }
                        calls[key] = operation.id
                    }
                    for version in revision.versions {
                        checkSecurity(revision.security ?? [], place, in: document.service(in: version).security)
                    }
                    checkPath(revision, place)
                    checkParameters(revision, place)
                    if let request = revision.request { checkReferences(request.schema, place.appending("request")) }
                    for response in revision.responses {
                        if let schema = response.schema {
                            checkReferences(schema, place.appending("responses", response.statusText))
                        }
                        for header in response.headers {
                            checkReferences(
                                header.schema, place.appending("responses", response.statusText))
                        }
                    }
                }
            }
        }

        mutating func checkSecurity(
            _ requirements: [[SecurityRequirement]], _ place: SpecPath, in schemes: [SecurityScheme]
        ) {
            for requirement in requirements.joined()
            where !schemes.contains(where: { $0.name == requirement.name }) {
                let near = NearestWord.suggestion(for: requirement.name, among: schemes.map(\.name))
                report(
                    SpecRules.missingSecurityScheme,
                    "there is no security scheme `\(requirement.name)`; \(near)", place)
            }
        }

        mutating func checkPath(_ revision: Revision, _ place: SpecPath) {
            let path = revision.path
            guard path.hasPrefix("/"), !path.contains("?"), !path.contains("#"), PathTemplate.isWhole(path) else {
                report(SpecRules.malformedPath, "`\(path)` is not a path such as `/v1/things/{thing_id}`", place)
                return
            }
            let stated = revision.parameters.filter { $0.location == .path }.map(\.name)
            for name in stated where !path.contains("{\(name)}") {
                report(
                    SpecRules.parameterNotInPath, "the path `\(path)` has no `{\(name)}`",
                    place.appending("parameters", name))
            }
            guard !revision.lost.contains(.parameters) else { return }
            for name in PathTemplate(path).parameterNames where !stated.contains(name) {
                report(SpecRules.undescribedPathParameter, "nothing describes `{\(name)}` of `\(path)`", place)
            }
        }

        mutating func checkParameters(_ revision: Revision, _ place: SpecPath) {
            var seen: Set<String> = []
            for parameter in revision.parameters {
                let here = place.appending("parameters", parameter.name)
                if !seen.insert("\(parameter.location.rawValue) \(parameter.name)").inserted {
                    report(
                        SpecRules.duplicateParameter,
                        "there is a second parameter `\(parameter.name)` in \(parameter.location.rawValue)", here)
                }
                checkReferences(parameter.schema, here)
            }
        }

        mutating func checkReferences(_ schema: Schema, _ path: SpecPath) {
            for name in schema.referencedNames where !schemaNames.contains(name) {
                let near = NearestWord.suggestion(for: name, among: document.schemas.map(\.name))
                report(SpecRules.missingSchema, "there is no schema `\(name)`; \(near)", path)
            }
        }
    }
}
