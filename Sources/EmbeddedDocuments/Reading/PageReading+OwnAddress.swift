extension PageReading {
    /// The document that a page serves at its own address, where its settings say that the page is asked for it.
    ///
    /// The scripts of drf-yasg put `format=openapi` to the query of the page; no address stands in the page or beside it.
    func askedOfThePage(_ signs: PageSigns) -> CandidateGroup? {
        guard case .address(let address) = location, let viewer = signs.viewer ?? signs.loadedViewer else { return nil }
        guard let script = signs.page.tags.first(where: { isAsking($0, in: signs.page) }) else { return nil }
        let query = WebReference(address).query.drop { $0 == "?" }.split(separator: "&")
        let kept = query.filter { !$0.hasPrefix("format=") } + ["format=openapi"]
        let candidate = Candidate(
            content: .address("?" + kept.joined(separator: "&")), place: ScriptPlace(source: 0, offset: script.offset))
        return CandidateGroup(viewer: viewer.name, candidates: [candidate])
    }

    private func isAsking(_ tag: PageScan.Tag, in page: PageScan) -> Bool {
        tag.name == "script" && page.bytes[tag.content].holds("fetchschemawithquery")
    }

    /// Reads the document of the first viewer that a page without any links to beside or below itself: lists of viewers.
    mutating func readLinkedViewers(
        _ signs: PageSigns, to result: inout EmbeddedDocumentReader.Reading
    ) async throws {
        guard depth == 0 else { return }
        for reference in signs.viewerLinks {
            // A link that leads nowhere, or to a page about something else, says nothing against this page.
            guard let target = try? PartTarget.resolve(reference, at: location, base: base) else { continue }
            if case .data = target { continue }
            let loaded: LoadedPart
            do { loaded = try await loadFrame(reference) } catch is LoadProblem { continue }
            var inner = PageReading(reader, place(of: loaded))
            inner.depth = depth + 1
            inner.visited = visited
            inner.loads = loads
            let reading = try await inner.read(loaded.bytes, file: loaded.shown)
            (visited, loads) = (inner.visited, inner.loads)
            guard !reading.documents.isEmpty else { continue }
            result.documents = reading.documents
            return
        }
    }
}
