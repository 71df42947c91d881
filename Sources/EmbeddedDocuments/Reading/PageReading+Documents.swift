import Diagnostics

extension PageReading {
    /// Reads the documents of `groups`, in their order, until there is one; all of them where all are wanted.
    mutating func add(
        _ groups: [CandidateGroup], of search: PageSearch, to result: inout EmbeddedDocumentReader.Reading
    ) async throws {
        var names: [String] = []
        var isFirst = true
        for group in groups {
            guard let shown = group.shown, shown.isRead else { continue }
            let candidates = reader.readsAll && !group.isLink ? group.candidates : [shown]
            var read: [EmbeddedDocument] = []
            if result.documents.isEmpty || reader.readsAll {
                for candidate in candidates { read += try await documents(candidate, of: group, in: search) }
                result.documents += read
            } else if !group.isLink {
                names.append(name(of: shown))
                continue
            }
            guard isFirst, !reader.readsAll, !read.isEmpty else { continue }
            isFirst = false
            if group.isLink { return }
            names += group.others.map(name(of:))
        }
        guard !names.isEmpty, !result.documents.isEmpty, !reader.readsAll else { return }
        let document = result.documents[0]
        let place = document.findings.first?.location ?? SourceLocation(file: file)
        noteOthers(
            names, shown: document.title.map { "`\($0)`" } ?? "the one it shows first",
            in: &result.documents[0], at: place)
    }

    private func name(of candidate: Candidate) -> String {
        switch candidate.content {
        case .address(let address), .settings(let address):
            candidate.title.map { "\($0) (\(shown(address)))" } ?? shown(address)
        default: candidate.title ?? "another one in the page"
        }
    }

    /// The documents of one candidate; what cannot be read is a problem.
    private mutating func documents(
        _ candidate: Candidate, of group: CandidateGroup, in search: PageSearch
    ) async throws -> [EmbeddedDocument] {
        let place = location(of: candidate.place, in: search)
        let lines = LineMap(search.sources[candidate.place.source].bytes)
        var document: EmbeddedDocument
        switch candidate.content {
        case .unread: return []
        case .value(let value):
            do throws(ScriptJSON.Unread) {
                let bytes = try ScriptJSON.text(of: value) { part in
                    part.source == candidate.place.source ? lines.place(of: part.offset) : nil
                }
                document = EmbeddedDocument(bytes: bytes, name: place.file, findings: [])
            } catch {
                problems.append(computed("a part of the document", error.place, in: search))
                return []
            }
        case .text(let text):
            guard DocumentShape.isDocument(Array(text.utf8)) else {
                problems.append(
                    .error(
                        "\(group.viewer) is given a text here that is not an OpenAPI document; import the document itself",
                        at: place, rule: EmbeddedDocumentRules.unread.id))
                return []
            }
            let bytes = Array(repeating: UInt8(0x0A), count: place.line - 1) + Array(text.utf8)
            document = EmbeddedDocument(bytes: bytes, name: place.file, findings: [])
        case .address(let address):
            guard let read = try await self.document(at: address, of: group, place) else { return [] }
            document = read
        case .settings(let address):
            return try await documents(settings: address, of: group, candidate, in: search)
        }
        document.title = candidate.title
        let what =
            group.isLink
            ? "this page links to an OpenAPI document"
            : "this page shows an OpenAPI document \(group.isData ? "in" : "with") \(group.viewer)"
        let origin =
            document.origin.map { "read from \($0.address), which is named here" } ?? "read from what stands here"
        document.findings.insert(EmbeddedDocumentRules.found.finding("\(what); it was \(origin)", at: place), at: 0)
        if let change = candidate.change {
            document.findings.append(
                EmbeddedDocumentRules.changed.finding(
                    "a script changes the document here before it is shown; it was read as it is served",
                    at: location(of: change, in: search)))
        }
        return [document]
    }

    private mutating func document(
        at address: String, of group: CandidateGroup, _ place: SourceLocation
    ) async throws -> EmbeddedDocument? {
        let loaded: LoadedPart
        do {
            loaded = try await load(address)
        } catch let problem as LoadProblem {
            problems.append(problem.diagnostic("the document that \(group.viewer) names", at: place))
            return nil
        }
        guard DocumentShape.isDocument(loaded.bytes) else {
            problems.append(
                .error(
                    "\(group.viewer) names `\(shown(address))`, and what is there is no OpenAPI document; correct the "
                        + "address, or import the document itself", at: place, rule: EmbeddedDocumentRules.unread.id))
            return nil
        }
        guard !loaded.address.isEmpty else {
            return EmbeddedDocument(bytes: loaded.bytes, name: place.file, findings: [])
        }
        var document = EmbeddedDocument(
            bytes: loaded.bytes, name: loaded.shown,
            origin: EmbeddedDocument.Origin(
                address: loaded.shown, bytes: loaded.bytes, etag: loaded.etag, lastModified: loaded.lastModified),
            findings: [])
        if case .file(_, _, true)? = try? PartTarget.resolve(address, at: location, base: base) {
            document.findings.append(
                EmbeddedDocumentRules.savedRoot.finding(
                    "`\(shown(address))` begins at the root of a site, which a saved page does not know; the file "
                        + "\(loaded.shown) was read", at: place))
        }
        return document
    }

    /// The documents of settings that a page loads first.
    private mutating func documents(
        settings address: String, of group: CandidateGroup, _ named: Candidate, in page: PageSearch
    ) async throws -> [EmbeddedDocument] {
        let place = location(of: named.place, in: page)
        let loaded: LoadedPart
        do {
            loaded = try await load(address)
        } catch let problem as LoadProblem {
            problems.append(problem.diagnostic("the settings of \(group.viewer)", at: place))
            return []
        }
        // Settings are JSON; a document is one that needs no settings.
        if DocumentShape.isDocument(loaded.bytes) {
            return try await document(at: address, of: group, place).map { [$0] } ?? []
        }
        let search = PageSearch(script: loaded.bytes, name: loaded.shown, address: "")
        guard
            let value = JSONText.value(
                of: String(decoding: loaded.bytes, as: UTF8.self), at: ScriptPlace(source: 0, offset: 0))
        else {
            problems.append(
                .error(
                    "the settings of \(group.viewer) in `\(shown(address))` are no JSON; import the document itself",
                    at: place, rule: EmbeddedDocumentRules.unread.id))
            return []
        }
        // Settings that name settings, themselves most often, would go on for ever.
        let candidates = ViewerSettings.swaggerUI(value).flatMap { candidate in
            if case .settings = candidate.content { candidate.otherwise } else { [candidate] }
        }
        if candidates.isEmpty, !named.otherwise.isEmpty {
            let own = CandidateGroup(viewer: group.viewer, candidates: named.otherwise)
            return try await documents(of: own, in: page, at: place)
        }
        let several = CandidateGroup(viewer: group.viewer, candidates: candidates)
        guard several.shown != nil else {
            problems.append(
                .error(
                    "the settings of \(group.viewer) in `\(self.shown(address))` name no document; import the document "
                        + "itself", at: place, rule: EmbeddedDocumentRules.unread.id))
            return []
        }
        return try await documents(of: several, in: search, at: place)
    }

    /// The documents that settings name: the one that is shown first, or all.
    private mutating func documents(
        of group: CandidateGroup, in search: PageSearch, at place: SourceLocation
    ) async throws -> [EmbeddedDocument] {
        guard let shown = group.shown else { return [] }
        var result: [EmbeddedDocument] = []
        for candidate in reader.readsAll ? group.candidates : [shown] {
            result += try await documents(candidate, of: group, in: search)
        }
        if !reader.readsAll, !result.isEmpty {
            noteOthers(
                group.others.map(name(of:)),
                shown: result[0].title.map { "`\($0)`" } ?? "the first", in: &result[0], at: place)
        }
        return result
    }

    func computed(_ what: String, _ place: ScriptPlace, in search: PageSearch) -> Diagnostic {
        let source = search.sources[place.source].bytes
        let snippet = ScriptSnippet.text(source, at: place.offset)
        return .error(
            "\(what) would have to be computed by the script: `\(snippet)`; nothing of a page is run. Save the document that "
                + "the page shows, and import that", at: location(of: place, in: search),
            rule: EmbeddedDocumentRules.unread.id)
    }
}

/// A few characters of a script, to quote.
enum ScriptSnippet {
    static func text(_ bytes: [UInt8], at offset: Int) -> String {
        let line = bytes[min(offset, bytes.count)...].prefix { $0 != 0x0A && $0 != 0x0D }
        let whole = String(decoding: line.prefix(240), as: UTF8.self)
        let text = whole.split(separator: "</", maxSplits: 1, omittingEmptySubsequences: false)[0].trimmedSpace
        return text.count > 60 ? text.prefix(60) + "…" : text
    }
}
