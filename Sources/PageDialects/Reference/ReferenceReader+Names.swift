import Diagnostics
import Documentation
import YAML

/// The names of definitions and of security schemes.
extension ReferenceReader {
    /// Names definitions: by their headings, or by the words of the links to them where the heading is a title.
    mutating func nameDefinitions() {
        let links = linkWords()
        var places: [String: Int] = [:]
        for (place, part) in outline.definitions.enumerated() {
            let heading = ReferenceOutline.unnumbered(part.title.words)
            var name = heading
            for anchor in part.anchors {
                // A heading that its anchor does not fit is a title; what links call it is the name.
                guard ReferenceAnchor.normalized(heading) != anchor else { continue }
                let linked = (links[anchor] ?? []).filter {
                    ReferenceAnchor.normalized($0) == anchor || ReferenceAnchor.isDigest(anchor)
                }
                if linked.count == 1, let word = linked.first { name = word }
            }
            if let known = places[name] {
                // The same definition may stand in several files.
                let first = outline.definitions[known]
                if first.saysTheSame(as: part) { continue }
                report(
                    DialectRules.ambiguous,
                    "two definitions are called `\(name)`; the first one (line \(first.location.line)) counts",
                    part.location)
                continue
            }
            places[name] = place
            for anchor in part.anchors where names[anchor] == nil { names[anchor] = name }
            if namesAlone[DialectWords.key(name)] == nil { namesAlone[DialectWords.key(name)] = name }
            anchorsOfNames[name] = Set(part.anchors)
            definitionNames[place] = name
        }
    }

    /// The definition that a link means. Of names that differ in case alone, which share an anchor, its words tell which.
    func definition(called name: String, _ anchor: String?) -> String? {
        if let anchors = anchorsOfNames[name], anchor.map({ anchors.isEmpty || anchors.contains($0) }) ?? true {
            return name
        }
        return anchor.flatMap { names[$0] } ?? namesAlone[DialectWords.key(name)]
    }

    /// Names security schemes by their headings.
    mutating func nameSchemes() {
        for part in outline.schemes {
            let name = ReferenceOutline.unnumbered(part.title.words)
            for anchor in part.anchors where schemeNames[anchor] == nil { schemeNames[anchor] = name }
            schemeNames[ReferenceAnchor.normalized(name)] = name
        }
    }

    /// The words of all links, by the anchors that they lead to.
    private func linkWords() -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        func look(at text: MarkedText) {
            for part in text.pieces {
                guard let link = part.link, let anchor = ReferenceAnchor.target(of: link) else { continue }
                // A link without words shows its anchor.
                let word = MarkedText.collapsed(part.text)
                if !link.hasSuffix("#" + word) { found[anchor, default: []].insert(word) }
            }
        }
        func look(at pieces: [ReferenceOutline.Piece]) {
            for piece in pieces {
                if let text = marked(piece), ReferenceLabels.read(text, words) != nil { look(at: text) }
                guard case .table(let table) = piece.block.content else { continue }
                for cell in table.rows.flatMap(\.cells) where cell.link != nil {
                    look(at: marked(cell, piece.file))
                }
            }
        }
        for part in outline.operations {
            look(at: part.lead)
            for section in part.sections { look(at: section.pieces) }
        }
        for part in outline.definitions { look(at: part.lead) }
        return found
    }
}

extension ReferenceOutline.Part {
    /// Whether another part has the same words and tables, wherever it stands.
    func saysTheSame(as other: Self) -> Bool {
        title.words == other.title.words && lead.map(\.block.content.said) == other.lead.map(\.block.content.said)
    }
}

extension Block.Content {
    /// What a block says, without its place.
    var said: [String] {
        switch self {
        case .heading(let heading): [heading.text]
        case .paragraph(let text), .code(let text): [text]
        case .table(let table): table.head + table.rows.flatMap { $0.cells.map(\.text) }
        }
    }
}
