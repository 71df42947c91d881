/// Looks through a page, and through scripts beside it that were loaded, for OpenAPI documents.
struct PageSearch {
    /// A text that places belong to.
    struct Source {
        /// What diagnostics call it.
        var name: String
        var bytes: [UInt8]
    }

    let page: PageScan
    /// The page, then the scripts that were loaded.
    private(set) var sources: [Source]
    /// What viewers show, and what links lead to; what is in the page first, then what is at an address.
    private(set) var groups: [CandidateGroup] = []
    /// Where a script of the page ends inside a text or an object.
    private(set) var cutOff: ScriptPlace?
    /// Whether the scripts hold more than is read.
    private(set) var isExhausted = false

    /// Searches `page`, which has the address `address`; `scripts` are those that were loaded, by the index of their
    /// tag.
    init(_ page: PageScan, name: String, address: String, scripts: [Int: Source] = [:]) {
        self.page = page
        sources = [Source(name: name, bytes: page.bytes)]
        let reader = ScriptReader(page: page, address: address)
        if PageSigns.mayShow(page) || !scripts.isEmpty {
            for (index, tag) in page.tags.enumerated() where tag.name == "script" {
                if let script = scripts[index] {
                    sources.append(script)
                    reader.read(script.bytes, 0..<script.bytes.count, source: sources.count - 1)
                } else if tag["src"] == nil, Self.isScript(tag) {
                    reader.read(page.bytes, tag.content, source: 0)
                }
            }
            reader.finish()
        }
        collect(reader)
    }

    /// A search in a script that stands alone.
    init(script: [UInt8], name: String, address: String) {
        page = PageScan([])
        sources = [Source(name: name, bytes: script)]
        let reader = ScriptReader(page: page, address: address)
        reader.read(script, 0..<script.count, source: 0)
        reader.finish()
        collect(reader)
    }

    private static let scriptTypes: Set<String> = [
        "", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript",
        "application/x-javascript", "text/babel", "text/jsx",
    ]

    static func isScript(_ tag: PageScan.Tag) -> Bool {
        let type = (tag["type"] ?? "").lowercased().split(separator: ";").first.map(String.init)?.trimmedSpace ?? ""
        return scriptTypes.contains(type) && tag["id"] != "api-reference"
    }

    private mutating func collect(_ reader: ScriptReader) {
        var found: [CandidateGroup] = []
        for statement in reader.statements {
            if let group = group(of: statement) { found.append(group) }
        }
        found += ElementSearch(page: page, reader: reader).groups
        for document in reader.documents {
            if let candidate = ViewerSettings.content(document) {
                found.append(CandidateGroup(viewer: "a script", candidates: [candidate]))
            }
        }
        groups = sorted(found.map(withOptions))
        cutOff = reader.cutOff
        isExhausted = reader.isExhausted
    }

    private func group(of statement: ScriptReader.Statement) -> CandidateGroup? {
        if statement.isProperty {
            guard let value = statement.arguments.first else { return nil }
            // An element that was looked up and that is not a viewer's has such properties too.
            var key = statement.name
            var name: String?
            if statement.arguments.count > 1, case .element(let index) = statement.arguments[1].kind {
                guard ElementSearch.isViewer(page.tags[index]) else { return nil }
                name = Viewer.spokenOf(page.tags[index].name)?.name
                if key == "configuration" {
                    let candidates = ViewerSettings.scalar(value)
                    return candidates.isEmpty ? nil : CandidateGroup(viewer: "Scalar", candidates: candidates)
                }
                if key == "url" || key == "data-url" { key = "dataUrl" }
            }
            guard let (viewer, isAddress) = Viewer.keyed(key), key != "spec" else { return nil }
            let candidate = isAddress ? ViewerSettings.address(value) : ViewerSettings.content(value)
            return candidate.map { CandidateGroup(viewer: name ?? viewer.name, candidates: [$0]) }
        }
        guard let viewer = Viewer.called(statement.name) else { return nil }
        var candidates: [Candidate] = []
        for argument in statement.arguments where candidates.isEmpty {
            // Where a document is wanted, the first argument is it; elements and selectors come before settings.
            if viewer.name == "Scalar", case .text(let text) = argument.kind, !text.hasPrefix("{") { continue }
            candidates = ViewerSettings.candidates(argument, viewer.settings)
            if case .content = viewer.settings { break }
        }
        return candidates.isEmpty ? nil : CandidateGroup(viewer: viewer.name, candidates: candidates)
    }

    /// Where an address is that of an option, the others can be chosen too.
    private func withOptions(_ group: CandidateGroup) -> CandidateGroup {
        guard group.candidates.count == 1, case .address = group.candidates[0].content,
            group.candidates[0].place.source == 0,
            let option = page.tags.firstIndex(where: { $0.offset == group.candidates[0].place.offset }),
            page.tags[option].name == "option",
            let select = page.tags[..<option].lastIndex(where: { $0.name == "select" })
        else { return group }
        var result = group
        result.candidates = SelectedOption.options(of: select, in: page).map { option in
            Candidate(
                content: .address(option.value), title: option.title,
                isDefault: option.offset == group.candidates[0].place.offset,
                place: ScriptPlace(source: 0, offset: option.offset))
        }
        return result
    }

    /// What is in the page first, then addresses, then what is not known; each document once.
    private func sorted(_ found: [CandidateGroup]) -> [CandidateGroup] {
        func rank(_ group: CandidateGroup) -> Int {
            guard let shown = group.shown else { return 3 }
            return shown.isInPage ? 0 : shown.isRead ? 1 : 2
        }
        var seen: Set<String> = []
        var result: [CandidateGroup] = []
        for wanted in 0...2 {
            for group in found where rank(group) == wanted {
                let isNew = group.candidates.contains { !seen.contains(identity($0)) }
                group.candidates.forEach { seen.insert(identity($0)) }
                if isNew { result.append(group) }
            }
        }
        return result
    }

    private func identity(_ candidate: Candidate) -> String {
        switch candidate.content {
        case .address(let address), .settings(let address): "address \(address)"
        case .value, .text, .unread: "place \(candidate.place.source) \(candidate.place.offset)"
        }
    }
}
