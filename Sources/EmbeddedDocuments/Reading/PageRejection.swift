import Diagnostics

/// What is said of a page that shows an OpenAPI document which cannot be read, and what a person can do.
struct PageRejection {
    let search: PageSearch
    let signs: PageSigns
    let file: String
    let location: PageLocation
    /// The scripts that could not be loaded.
    let missing: [String]
    /// What could not be read.
    let problems: [Diagnostic]

    /// Whether the page certainly shows a document: it has the element of a viewer, or calls one.
    var isCertain: Bool {
        !problems.isEmpty || signs.viewer != nil || !search.groups.isEmpty || packed != nil
    }

    /// What is wrong; `nil` where the page shows none.
    var error: DiagnosticError? {
        if let packed { return refusal(packed.message, at: packed.offset) }
        if search.isExhausted, isCertain { return tooLong }
        if let cut = search.cutOff, isCertain || signs.loadedViewer != nil {
            let source = search.sources[cut.source].bytes
            return DiagnosticError(
                "the script breaks off inside of what begins here (`\(ScriptSnippet.text(source, at: cut.offset))`): the "
                    + "page is cut off, or its document holds `</script>` as it stands, which ends the script; import the "
                    + "document itself", at: place(cut), rule: EmbeddedDocumentRules.unread.id)
        }
        if !problems.isEmpty { return DiagnosticError(problems) }
        if let group = search.groups.first(where: { $0.candidates.contains { !$0.isRead } }),
            let candidate = group.candidates.first(where: { !$0.isRead }), case .unread(let what) = candidate.content
        {
            return unread(group, candidate, what)
        }
        if search.isExhausted { return tooLong }
        guard let viewer = signs.viewer ?? signs.loadedViewer else { return nil }
        let version = viewer.version.map { " \($0)" } ?? ""
        var message = "this page shows an OpenAPI document with \(viewer.name)\(version)"
        if let generator = signs.generator { message += " (page made by \(generator))" }
        message += ", but does not say where the document is"
        if !missing.isEmpty {
            let names = missing.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
            message += "; scripts that may say it could not be read: \(names)"
        }
        return refusal(message + "; " + usualPlaces, at: signs.page.tags[viewer.tag].offset)
    }

    private var usualPlaces: String {
        let hasQuery = search.page.bytes.holds("fetchschemawithquery")
        let format: String =
            if case .address(let address) = location {
                "\(address.prefix { $0 != "?" && $0 != "#" })?format=openapi"
            } else {
                "the page's address with `?format=openapi`"
            }
        let yasg = "with drf-yasg it is \(format)"
        let beside = "it is often `/openapi.json`, `/swagger.json`, `/v3/api-docs` or `openapi.yaml` beside the page"
        return hasQuery ? "\(yasg); import that" : "\(beside); \(yasg). Import that address"
    }

    private func unread(_ group: CandidateGroup, _ candidate: Candidate, _ what: String) -> DiagnosticError {
        let source = search.sources[candidate.place.source].bytes
        let snippet = ScriptSnippet.text(source, at: candidate.place.offset)
        let message =
            what.hasPrefix("a script that has no end") || what.hasPrefix("JSON that")
            ? "\(group.viewer) is given \(what)"
            : "\(group.viewer) is given \(what) by a script that would have to be run: `\(snippet)`"
        return DiagnosticError(
            "\(message); look in the browser's developer tools which document the page loads, and import that address; "
                + usualPlaces, at: place(candidate.place), rule: EmbeddedDocumentRules.unread.id)
    }

    private var tooLong: DiagnosticError {
        DiagnosticError(
            "the scripts of the page hold more than \(ScriptReader.tokenLimit) words; import the document itself",
            at: SourceLocation(file: file), rule: EmbeddedDocumentRules.unread.id)
    }

    private func refusal(_ message: String, at offset: Int) -> DiagnosticError {
        DiagnosticError(
            message, at: place(ScriptPlace(source: 0, offset: offset)), rule: EmbeddedDocumentRules.unread.id)
    }

    private func place(_ place: ScriptPlace) -> SourceLocation {
        let source = search.sources[place.source]
        return LineMap(source.bytes).location(of: place.offset, file: source.name)
    }

    /// Pages that hold parts of a document, in a form from which it cannot be put together.
    private var packed: (message: String, offset: Int)? {
        for tag in signs.page.tags where tag.name == "script" {
            if let id = tag["id"], id.hasSuffix("-operation-bodies") {
                return (
                    "this page holds its operations as packed HTML (script `\(id)`), and no OpenAPI document; that is often "
                        + "`openapi.yaml` beside the page: import it", tag.offset
                )
            }
            guard tag["src"] == nil else { continue }
            let script = search.page.bytes[tag.content]
            if script.holds("defs[\""), script.holds("var defs"), search.page.bytes.holds("schemawrapper") {
                return (
                    "this page is one of openapi-generator (html2): it holds schemas and answers, and the rest of the "
                        + "OpenAPI document as text alone, without which nothing is read; import the document that the page "
                        + "was generated from", tag.offset
                )
            }
        }
        return nil
    }
}
