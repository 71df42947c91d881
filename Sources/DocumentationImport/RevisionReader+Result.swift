import APISpec
import Diagnostics
import Documentation

/// What the blocks of a revision come to, and the checks of it.
extension RevisionReader {
    /// The revision; `nil`, with a finding, where the page states no call that can be made.
    mutating func finish() -> ReadRevision? {
        guard let call else {
            let message = "version `\(version)` of `\(shared.operation)` states no method and path and is left out"
            log.report(ImportRules.missingCall, message, at: passage.location)
            return nil
        }
        guard knownMethods.contains(call.method) else {
            let message = "`\(call.method)` of `\(shared.operation)` is not a method of HTTP; this version is left out"
            log.report(ImportRules.unknownMethod, message, at: callLocation)
            return nil
        }
        var revision = Revision(versions: [version], method: call.method, path: call.path)
        let words = description.joined(separator: "\n")
        revision.description = GuideDialect.scp.noDescription.contains(words) ? nil : words
        revision.state = state
        revision.isDeprecated = isDeprecated
        revision.parameters = parameters.parameters
        revision.request = parameters.request
        revision.responses = responses ?? []
        revision.example = example()
        checkPath(call.path)
        checkLosses(&revision)
        return ReadRevision(
            version: version, location: passage.location, revision: revision, headers: headers, places: places,
            hasState: hasDescribedState, descriptionPlaces: descriptionPlaces)
    }

    private mutating func example() -> CallExample? {
        var example = CallExample(path: requestPath)
        if let body = requestBody.value(in: passage, log: log) {
            example.requestBody = body
            places.append((["example", "request"], requestBody.location(in: passage)))
        }
        let chosen = answers.firstIndex { (200...299).contains($0.status) } ?? answers.indices.first
        for (index, answer) in answers.enumerated() {
            guard index == chosen else {
                let message = "the spec has no place for a second answer, `\(answer.status)`"
                log.report(ImportRules.extraExample, message, at: answer.location)
                continue
            }
            example.status = answer.status
            example.responseBody = answer.body.value(in: passage, log: log)
            places.append((["example", "response"], answer.location))
        }
        return example == CallExample() && headers.isEmpty ? nil : example
    }

    private func checkPath(_ path: String) {
        let location = callLocation
        if let shown = requestPath, shown.prefix(while: { $0 != "?" }) != path[...] {
            let message =
                "the example of `\(shared.operation)` shows `\(excerpt(shown))`, its path is `\(excerpt(path))`"
            log.report(ImportRules.pathDiffers, message, at: location)
        }
        if !NameGrammar.isPath(path) {
            log.report(
                ImportRules.malformedPath, "`\(excerpt(path))` has characters that no path has", at: location)
        }
        guard let names = pathParameters(of: path) else {
            log.report(ImportRules.malformedPath, "the braces of the path `\(excerpt(path))` do not pair", at: location)
            return
        }
        if Set(names).count < names.count {
            log.report(ImportRules.malformedPath, "the path `\(excerpt(path))` has a parameter twice", at: location)
        }
        guard parameters.isStated else { return }
        let stated = parameters.parameters.filter { $0.location == .path }.map(\.name)
        let known = (path: Set(names), table: Set(stated))
        for name in names where !known.table.contains(name) {
            let message = "the path of `\(shared.operation)` has `{\(name)}`, which the table lacks"
            log.report(ImportRules.pathParameterMissing, message, at: location)
        }
        for name in stated where !known.path.contains(name) {
            let message = "the table has the path parameter `\(name)`, which the path of `\(shared.operation)` lacks"
            log.report(ImportRules.pathParameterUnused, message, at: location)
        }
    }

    /// Tells tables that are lost from those that never were.
    ///
    /// Guides print nothing below Parameters where an operation has none. The table is lost where the page shows that
    /// there are some: in the path, in the query of the example, or in a body. Every operation has answers.
    private func checkLosses(_ revision: inout Revision) {
        let hasPathParameter = revision.path.contains("{")
        let hasQuery = requestPath?.contains("?") == true
        let isMissing = !parameters.isStated && (hasPathParameter || hasQuery || !requestBody.isEmpty)
        if isMissing || parameters.isIncomplete || hasUnreadParameters {
            revision.lost.insert(.parameters)
            let stated: [Any] = revision.parameters + [revision.request].compactMap(\.self)
            let message = "the Parameters table of `\(shared.operation)` \(version) is \(share(of: stated))"
            log.report(ImportRules.lostParameters, message, at: place(["parameters"]))
        }
        if responses == nil || hasUnreadResponses {
            revision.lost.insert(.responses)
            let message = "the Responses table of `\(shared.operation)` \(version) is \(share(of: revision.responses))"
            log.report(ImportRules.lostResponses, message, at: place(["responses"]))
        }
    }

    private func share(of stated: [Any]) -> String {
        stated.isEmpty ? "lost" : "partly lost: rows of it cannot be read"
    }

    private func place(_ steps: [String]) -> SourceLocation {
        places.first { $0.steps == steps }?.location ?? passage.location
    }

    /// The version where the table of versions lacks it; otherwise compares the two.
    func checkVersion() -> APIVersion? {
        guard let known = shared.versions[version] else {
            return APIVersion(id: version, status: status ?? .supported, notBefore: window ?? nil)
        }
        if let status, status != known.status {
            let (here, there) = (status.rawValue.uppercased(), known.status.rawValue.uppercased())
            let message = """
                `\(shared.operation)` calls version `\(version)` \(here), the table of versions calls it \(there)
                """
            log.report(ImportRules.versionMismatch, message, at: passage.location)
        }
        return nil
    }
}

/// The names in braces, in the order of the path; `nil` where braces do not pair.
func pathParameters(of path: String) -> [String]? {
    var names: [String] = []
    var rest = path[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
        let inner = rest[rest.index(after: open)...]
        guard rest[open] == "{", let close = inner.firstIndex(where: { $0 == "{" || $0 == "}" }),
            inner[close] == "}", close > inner.startIndex
        else { return nil }
        names.append(String(inner[..<close]))
        rest = inner[inner.index(after: close)...]
    }
    return names
}
