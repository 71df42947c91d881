/// Looks for documents in the elements of a page: attributes of viewers, and scripts that hold data.
struct ElementSearch {
    let page: PageScan
    let reader: ScriptReader

    /// What the elements say, in the order of the page.
    var groups: [CandidateGroup] {
        var groups: [CandidateGroup] = []
        for tag in page.tags {
            groups += attributeGroups(tag)
            if tag.name == "script", tag["src"] == nil || tag["id"] == "api-reference" { groups += dataGroups(tag) }
        }
        return groups
    }

    /// Whether an element is that of a viewer, by its name, its id or its classes.
    static func isViewer(_ tag: PageScan.Tag) -> Bool {
        if tag.name == "script" { return tag["id"].map { Viewer.spokenOf($0) != nil } ?? false }
        return [tag.name, tag["id"] ?? "", tag["class"] ?? ""].contains { Viewer.spokenOf($0) != nil }
    }

    private func attributeGroups(_ tag: PageScan.Tag) -> [CandidateGroup] {
        guard tag.name != "a", tag.name != "meta" else { return [] }
        let place = ScriptPlace(source: 0, offset: tag.offset)
        let isCustom = tag.name.contains("-") || tag.name == "redoc"
        let isViewer = Self.isViewer(tag)
        var groups: [CandidateGroup] = []
        for (name, value) in tag.attributes where !value.isEmpty {
            let text = ScriptValue(.text(value), at: place)
            if name == "data-configuration" {
                let candidates = ViewerSettings.scalar(text)
                if !candidates.isEmpty { groups.append(CandidateGroup(viewer: "Scalar", candidates: candidates)) }
                continue
            }
            if let (viewer, isAddress) = Viewer.keyed(name), isCustom || isViewer || name.hasPrefix("data-"),
                name != "data-url" || isViewer, name != "data-content" || isViewer
            {
                let shown = Viewer.spokenOf(tag.name)?.name ?? viewer.name
                let candidate = isAddress ? ViewerSettings.address(text) : ViewerSettings.content(text)
                if let candidate { groups.append(CandidateGroup(viewer: shown, candidates: [candidate])) }
                continue
            }
            if isCustom, isViewer, name == "url" || name == "src", let candidate = ViewerSettings.address(text) {
                groups.append(
                    CandidateGroup(viewer: Viewer.spokenOf(tag.name)?.name ?? tag.name, candidates: [candidate]))
                continue
            }
            // Data of a page as a whole: only a document in it counts.
            guard value.utf8.count > 40, value.hasPrefix("{") || value.hasPrefix("["), !isOtherData(tag),
                value.utf8.holds("openapi") || value.utf8.holds("swagger"),
                let parsed = JSONText.value(of: value, at: place), let found = NestedDocument.find(in: parsed),
                let candidate = ViewerSettings.content(found)
            else { continue }
            groups.append(CandidateGroup(viewer: "its data (attribute `\(name)`)", candidates: [candidate]))
        }
        return groups
    }

    /// Scripts that hold data: JSON or YAML.
    private func dataGroups(_ tag: PageScan.Tag) -> [CandidateGroup] {
        guard !PageSearch.isScript(tag), !isOtherData(tag) else { return [] }
        let bytes = page.bytes[tag.content]
        guard bytes.contains(where: { !$0.isSpace }) else { return [] }
        let place = ScriptPlace(source: 0, offset: tag.content.lowerBound)
        let viewer = Viewer.spokenOf(tag["id"] ?? "")
        let name = viewer?.name ?? tag["id"].map { "its data (script `\($0)`)" } ?? "its data"
        if bytes.first(where: { !$0.isSpace }) == UInt8(ascii: "{") {
            guard let value = reader.literal(page.bytes, tag.content, source: 0) else {
                guard DocumentShape.isDocument(Array(bytes)) else { return [] }
                let reason = tag.isUnclosed ? "a script that has no end" : "JSON that breaks off or is damaged"
                return [CandidateGroup(viewer: name, candidates: [Candidate(content: .unread(reason), place: place)])]
            }
            if let found = NestedDocument.find(in: value), let candidate = ViewerSettings.content(found) {
                return [CandidateGroup(viewer: name, candidates: [candidate])]
            }
            let id = (tag["id"] ?? "").lowercased()
            let isSettings = viewer != nil || Self.settingsWords.contains { id.contains($0) }
            let candidates = isSettings ? ViewerSettings.swaggerUI(value) : []
            return candidates.isEmpty ? [] : [CandidateGroup(viewer: name, candidates: candidates)]
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard DocumentShape.isDocument(Array(bytes)) else { return [] }
        return [CandidateGroup(viewer: name, candidates: [Candidate(content: .text(text), place: place)])]
    }

    /// What the ids of scripts hold that are settings of a viewer.
    private static let settingsWords = ["swagger", "openapi", "redoc", "scalar", "rapidoc", "spec"]

    /// Data that is never that of a viewer, whatever it holds: of search engines, of frameworks for applications.
    private func isOtherData(_ tag: PageScan.Tag) -> Bool {
        let type = (tag["type"] ?? "").lowercased()
        return type.contains("ld+json") || type == "importmap" || type == "speculationrules"
            || tag["id"] == "__NEXT_DATA__"
    }
}
