public import APISpec
import Diagnostics

extension OpenAPIImporter {
    /// Recognises what selects the version in a document of one version, and takes it out of what the document says.
    ///
    /// - Parameters:
    ///   - document: a document that ``read(_:file:references:)`` gave.
    ///   - locations: where its parts stand.
    ///   - splits: whether versions that the document describes side by side become versions of the spec; where not,
    ///     they are told of.
    ///   - namedAfter: the types that are called after operations, as ``OpenAPIImport/namedAfter`` has them.
    /// - Returns: the document with its selector, and what a person should look at.
    /// - Throws: `DiagnosticError` where `splits` is asked for and the document describes one version.
    public func recognisingVersions(
        in document: SpecDocument, locations: SpecLocations, splits: Bool = false, namedAfter: [String: String] = [:]
    ) throws -> MergedVersions {
        guard document.service.versionSelector == nil, let version = document.versions.first else {
            return MergedVersions(document: document, findings: [])
        }
        let place = locations[["service"]]
        let search = LoneSelector(document)
        var findings: [Diagnostic] = []
        if let found = search.found {
            let result = taking(found, of: document, version: version, splits: splits)
            findings = [
                SelectorRules.likely.finding(
                    "\(found.selector.words) selects the version, here `\(printable(found.value))`; clients send it, and "
                        + "callers do not pass it", at: place)
            ]
            if let first = found.selector.omittedBy.first {
                let count = found.selector.omittedBy.count
                findings.append(
                    SelectorRules.missing.finding(
                        "operation `\(first)`\(count > 1 ? " and \(count - 1) more have" : " has") "
                            + "\(found.selector.missing), which selects the version elsewhere",
                        at: locations[["operations", first]]))
            }
            if !splits, found.values.count > 1 {
                findings.append(offer(found.values, at: place))
            }
            guard splits, found.values.count < 2 else { return MergedVersions(document: result, findings: findings) }
            findings = []
        } else if let possible = search.possible {
            findings = [possibly(possible, at: place)]
        }
        if let sides = SideBySide(document) {
            let ids = sides.values.map(sides.id)
            guard splits else {
                return MergedVersions(document: document, findings: findings + [offer(ids, at: place)])
            }
            let selector = VersionSelector(
                .path, pattern: sides.pattern, omittedBy: sides.common(of: document), confidence: .high,
                recovered: ["side-by-side"])
            let parts = sides.values.map { value in
                var named = namedAfter
                let part = sides.part(value, of: document, namedAfter: &named)
                return VersionedDocument(
                    id: sides.id(of: value), document: part, locations: locations, namedAfter: named)
            }
            var merge = VersionMerge(
                parts, stated: selector, values: Dictionary(uniqueKeysWithValues: zip(ids, sides.values)))
            try merge.run()
            return MergedVersions(document: merge.document, findings: findings + merge.findings)
        }
        guard !splits else {
            throw DiagnosticError(
                "this document describes one version; `--split-versions` is for documents that list several in the "
                    + "values of a parameter, or have paths such as `/v1/…` beside `/v2/…`",
                at: locations.whole)
        }
        return MergedVersions(document: document, findings: findings)
    }

    private func taking(
        _ found: LoneSelector.Found, of document: SpecDocument, version: APIVersion, splits: Bool
    ) -> SpecDocument {
        var result = document
        result.service.selector = found.selector
        result.versions[0].selected = found.value == version.id ? nil : found.value
        result = result.takingOutSelector()
        guard splits, found.values.count > 1 else { return result }
        result.service.selector?.accepted = []
        result.versions = found.values.enumerated().map { index, value in
            APIVersion(id: value, status: index == 0 ? version.status : .supported)
        }
        for operation in result.operations.indices {
            for revision in result.operations[operation].revisions.indices {
                result.operations[operation].revisions[revision].versions = found.values
            }
        }
        return result
    }

    private func possibly(_ selector: VersionSelector, at place: SourceLocation) -> Diagnostic {
        let name = printable(selector.name ?? "")
        return SelectorRules.possible.finding(
            "\(selector.words) may select the version, and nothing tells its value here; callers pass it. Where it selects "
                + "the version, the overlay says `selector: {by: \(selector.kind.rawValue), name: \(name)}` of `service`",
            at: place)
    }

    private func offer(_ ids: [String], at place: SourceLocation) -> Diagnostic {
        SelectorRules.offered.finding(
            "the document describes the versions \(ids.prefix(6).map { "`\(printable($0))`" }.joined(separator: ", "))"
                + "\(ids.count > 6 ? " and \(ids.count - 6) more" : "") side by side; `--split-versions` makes them "
                + "versions of the spec", at: place)
    }
}
