import Diagnostics
import Documentation

/// A page that describes one thing: one version of an operation, one model, or a service without its chapters.
///
/// The site has such pages beside the printable one: `…/backup/apis/createbackup/1.2/`, `…/backup/models/tag/`.
struct SinglePage {
    /// What the page describes.
    enum Kind: Hashable {
        /// A version of an operation.
        case revision
        /// A named schema.
        case model
        /// The introduction of a service.
        case service
        /// A list of links; only its title says something.
        case index
    }

    /// What the page describes.
    var kind: Kind
    /// The words of its heading.
    var title: String
    /// What stands below the heading.
    var passage: Passage
    /// The steps of its address or file name, without `index.html` and without an ending.
    var path: [String]
    /// The name of the service as the page states it; `nil` where it does not.
    var service: String?
    /// The version that the page is about; `nil` where it states none.
    var version: String?

    /// Looks at a page without chapters; `nil` where it is not a part of a guide.
    init?(_ page: Page) {
        guard !page.blocks.contains(where: Self.isNumbered), let place = Self.titlePlace(in: page) else { return nil }
        let first = page.blocks[place]
        var rest = page.blocks
        rest.remove(at: place)
        switch first.content {
        case .heading(let heading) where heading.number.isEmpty: title = heading.text
        case .paragraph(let text) where page.format == .extractedText: title = text
        default: return nil
        }
        passage = Passage(file: page.file, format: page.format, line: first.lines.lowerBound, blocks: rest)
        path = Self.path(of: page.file)
        let words = WordLookup.shared
        if rest.contains(where: { words.revisionSection($0, in: page.format) == .responses }) {
            kind = .revision
            let header = Self.versionHeader(in: rest)
            service = header?.service
            version = isVersion(title) ? plainVersion(title) : header?.version
        } else if let url = Self.address(in: rest) {
            kind = .service
            service = hostLabel(url)
        } else if rest.contains(where: Self.isModelTable) || path.dropLast().last == "models" {
            kind = .model
        } else if words.chapter(Heading(number: [], text: title)) != nil || path.dropLast().last == "apis" {
            kind = .index
        } else {
            return nil
        }
    }

    /// Where the title stands: the first heading of the highest rank; in extracted text the first line.
    private static func titlePlace(in page: Page) -> Int? {
        let ranks = page.blocks.map { block -> Int? in
            if case .heading(let heading) = block.content { heading.level } else { nil }
        }
        guard let highest = ranks.compactMap(\.self).min() else { return page.blocks.isEmpty ? nil : 0 }
        return ranks.firstIndex(of: highest)
    }

    private static func isNumbered(_ block: Block) -> Bool {
        if case .heading(let heading) = block.content { !heading.number.isEmpty } else { false }
    }

    private static func path(of file: String) -> [String] {
        var steps = file.split(separator: "/").map(String.init)
        guard let last = steps.popLast() else { return [] }
        var name = last[...]
        for ending in [".html", ".htm", ".txt", ".md"] where name.hasSuffix(ending) {
            name = name.dropLast(ending.count)
            break
        }
        return name == "index" ? steps : steps + [String(name)]
    }

    /// What the header of the version says in an example: service and version.
    static func versionHeader(in blocks: [Block]) -> (service: String, version: String)? {
        let ending = "-\(GuideDialect.scp.headers.version.lowercased())"
        for block in blocks {
            let text: String
            switch block.content {
            case .paragraph(let content), .code(let content): text = content
            case .heading, .table: continue
            }
            for line in text.split(whereSeparator: \.isNewline) {
                guard let header = ShownHeader(trimmed(line), at: .init(file: "")),
                    header.name.lowercased().hasSuffix(ending)
                else { continue }
                let words = header.value.split(separator: " ").map(String.init)
                if words.count == 2 { return (words[0], words[1]) }
            }
        }
        return nil
    }

    private static func address(in blocks: [Block]) -> String? {
        blocks.lazy.compactMap { block -> String? in
            switch block.content {
            case .paragraph(let text), .code(let text): text.hasPrefix("http") && text.contains("://") ? text : nil
            case .heading, .table: nil
            }
        }.first
    }

    /// Whether a block is the table of a model: names and types, without the place that parameters travel in.
    static func isModelTable(_ block: Block) -> Bool {
        guard case .table(let table) = block.content else { return false }
        let columns = Set(table.head.compactMap(WordLookup.shared.column))
        return GuideDialect.scp.head(.members).fits(columns)
    }
}
