import Diagnostics

/// One reading of a page, with the scripts and frames that it loads.
struct PageReading {
    let reader: EmbeddedDocumentReader
    let location: PageLocation
    let hosts: AllowedHosts
    /// What was loaded or tried, so that frames that name each other end.
    var visited: Set<PagePart> = []
    var loads = 0
    var depth = 0
    /// The name of the page for diagnostics.
    var file = ""
    var base: String?
    /// What could not be read, so far.
    var problems: [Diagnostic] = []
    /// A frame that leads back to what was read already: a word for a page that has nothing else.
    var circle: Diagnostic?

    init(_ reader: EmbeddedDocumentReader, _ location: PageLocation) {
        self.reader = reader
        self.location = location
        let page: String? = if case .address(let address) = location { address } else { nil }
        hosts = AllowedHosts(page: page, named: reader.allowedHosts)
    }

    /// What scripts take for the address of the page.
    private var address: String {
        switch location {
        case .address(let address): address
        case .file(let path, _): PageAddressParts.saved(path.split(separator: "/").last.map(String.init) ?? "")
        case .pipe: PageAddressParts.saved("")
        }
    }

    mutating func read(_ bytes: [UInt8], file: String) async throws -> EmbeddedDocumentReader.Reading {
        self.file = file
        let page = PageScan(bytes)
        let signs = PageSigns(page: page)
        base = signs.base
        var search = PageSearch(page, name: file, address: address)
        let hasViewer = signs.viewer != nil || signs.loadedViewer != nil || !search.groups.isEmpty
        var missing: [String] = []
        if hasViewer, !search.groups.contains(where: { $0.candidates.contains(where: \.isRead) }) {
            let scripts = try await scripts(signs, &missing)
            if !scripts.isEmpty { search = PageSearch(page, name: file, address: address, scripts: scripts) }
        }
        var result = EmbeddedDocumentReader.Reading()
        try await add(search.groups, of: search, to: &result)
        if result.documents.isEmpty || reader.readsAll {
            try await readFrames(signs, of: search, to: &result)
        }
        if result.documents.isEmpty { try await add(signs.links, of: search, to: &result) }
        if result.documents.isEmpty, let own = askedOfThePage(signs) {
            // A page that gives none there is told what it looks like.
            let known = problems
            try await add([own], of: search, to: &result)
            if result.documents.isEmpty { problems = known }
        }
        if result.documents.isEmpty, problems.isEmpty {
            if reader.followsViewers {
                try await readLinkedViewers(signs, to: &result)
            } else {
                result.hasLinkedViewers = !signs.viewerLinks.isEmpty
            }
        }
        if result.documents.isEmpty {
            let refusal = PageRejection(
                search: search, signs: signs, file: file, location: location, missing: missing, problems: problems)
            result.refusal = refusal.error ?? circle.map { DiagnosticError([$0]) }
            result.isCertain = refusal.isCertain
        } else {
            // What was named first and is not there is worth a word; a document was read all the same.
            result.documents[0].findings += problems.map {
                EmbeddedDocumentRules.skipped.finding($0.message, at: $0.location)
            }
        }
        return result
    }

    mutating func read(script bytes: [UInt8], file: String) async throws -> EmbeddedDocumentReader.Reading {
        self.file = file
        let search = PageSearch(script: bytes, name: file, address: address)
        var result = EmbeddedDocumentReader.Reading()
        try await add(search.groups, of: search, to: &result)
        if result.documents.isEmpty {
            let signs = PageSigns(page: search.page)
            let refusal = PageRejection(
                search: search, signs: signs, file: file, location: location, missing: [], problems: problems)
            result.refusal =
                refusal.error
                ?? DiagnosticError(
                    "the script holds no OpenAPI document and names none; import the page that loads it",
                    at: SourceLocation(file: file), rule: EmbeddedDocumentRules.unread.id)
            result.isCertain = true
        }
        return result
    }

    /// The scripts beside the page that could be loaded, by their tags.
    private mutating func scripts(
        _ signs: PageSigns, _ missing: inout [String]
    ) async throws -> [Int: PageSearch.Source] {
        var scripts: [Int: PageSearch.Source] = [:]
        for part in signs.scripts {
            do {
                let loaded = try await load(part.reference)
                scripts[part.tag] = PageSearch.Source(name: loaded.shown, bytes: loaded.bytes)
            } catch is LoadProblem {
                missing.append(part.reference)
            }
        }
        return scripts
    }

    private mutating func readFrames(
        _ signs: PageSigns, of search: PageSearch, to result: inout EmbeddedDocumentReader.Reading
    ) async throws {
        guard depth < EmbeddedDocumentReader.frameDepth else { return }
        var documents: [EmbeddedDocument] = []
        var first: EmbeddedDocumentReader.Reading?
        for part in signs.frames {
            let tag = signs.page.tags[part.tag]
            var inner: PageReading
            let bytes: [UInt8]
            if let text = tag["srcdoc"] {
                (inner, bytes) = (self, Array(text.utf8))
            } else {
                do {
                    let loaded = try await loadFrame(part.reference)
                    bytes = loaded.bytes
                    inner = PageReading(reader, place(of: loaded))
                    inner.file = loaded.shown
                } catch let problem as LoadProblem {
                    let message = problem.diagnostic(
                        "the frame `\(shown(part.reference))`", at: place(tag.offset, in: search))
                    if problem.isRepeated { circle = circle ?? message } else { problems.append(message) }
                    continue
                }
            }
            inner.depth = depth + 1
            inner.visited = visited
            inner.loads = loads
            inner.problems = []
            let reading = try await inner.read(bytes, file: inner.file)
            visited = inner.visited
            loads = inner.loads
            circle = circle ?? inner.circle
            first = first ?? reading
            documents += reading.documents
            if let refusal = reading.refusal, reading.isCertain { problems += refusal.diagnostics }
        }
        guard !documents.isEmpty else {
            if let first, result.documents.isEmpty { result.isCertain = result.isCertain || first.isCertain }
            return
        }
        if reader.readsAll {
            result.documents += documents
        } else {
            result.documents = [documents[0]]
            noteOthers(
                documents.dropFirst().map { $0.title ?? $0.name }, shown: documents[0].name, in: &result.documents[0],
                at: SourceLocation(file: file))
        }
    }

    func place(of part: LoadedPart) -> PageLocation {
        switch location {
        case .file(_, let root): .file(path: part.address, root: root)
        default: .address(part.address)
        }
    }

    /// The place of an offset of the page.
    func place(_ offset: Int, in search: PageSearch) -> SourceLocation {
        location(of: ScriptPlace(source: 0, offset: offset), in: search)
    }

    /// The place of something in the page or in a script.
    func location(of place: ScriptPlace, in search: PageSearch) -> SourceLocation {
        let source = search.sources[place.source]
        return LineMap(source.bytes).location(of: place.offset, file: source.name)
    }

    func noteOthers(
        _ others: [String], shown: String, in document: inout EmbeddedDocument, at place: SourceLocation
    ) {
        guard !others.isEmpty else { return }
        let names = others.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        let rest = others.count > 12 ? " and \(others.count - 12) others" : ""
        document.findings.append(
            EmbeddedDocumentRules.choice.finding(
                "the page offers \(others.count + 1) documents; \(shown) was read, and not \(names)\(rest): name a folder "
                    + "with -o to read all of them, or import the one that you want", at: place))
    }
}
