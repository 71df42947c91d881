import Diagnostics
import Documentation
import YAML

/// Reads references of a dialect as OpenAPI documents.
struct ReferenceReader {
    let dialect: ReferenceDialect
    let outline: ReferenceOutline
    var findings: [Diagnostic] = []
    /// The names of definitions by their anchors, and by themselves in lower case.
    var names: [String: String] = [:]
    var namesAlone: [String: String] = [:]
    /// The anchors of definitions by their names, of which some may differ in case alone.
    var anchorsOfNames: [String: Set<String>] = [:]
    /// The names of definitions by their places; those without one are left out.
    var definitionNames: [Int: String] = [:]
    /// The names of security schemes by their anchors.
    var schemeNames: [String: String] = [:]
    /// What pages of the form HTML lost is put back.
    var restoring: Set<String> = []
    /// Whether the form made the anchors of operations of their headings, as Asciidoctor does: then they say nothing.
    var hasMadeAnchors = false
    /// Security schemes that operations name and no chapter describes, of a type that says all.
    var namedSchemes: [(String, YAMLNode)] = []
    /// The types without a description that were reported.
    var reported: Set<String> = []
    /// How many inline tables the operation or the definition may still take, and the tables that were taken.
    var inlineBudget = 0
    /// Whether some of them were left out.
    var hasLeftInline = false
    var taken: Set<SourceLocation> = []
    /// What all paths start with and the address has, too.
    var pathPrefix = ""
    /// Parts that the page names and of which it shows nothing.
    var lost = LostParts()

    var words: DialectWords { dialect.words }

    /// The services that pages describe.
    ///
    /// - Throws: `DiagnosticError` for pages that describe no operation and no type.
    static func read(_ pages: [Page], _ dialect: ReferenceDialect) throws -> [DescribedService] {
        try groups(of: pages, dialect).map { pages in
            var outline = ReferenceOutline(dialect.words)
            for page in pages { outline.add(page) }
            var reader = ReferenceReader(dialect: dialect, outline: outline)
            reader.restoring = Set(pages.filter(\.isOfAsciidoctor).map(\.file))
            return try reader.service(of: pages)
        }
    }

    private init(dialect: ReferenceDialect, outline: ReferenceOutline) {
        self.dialect = dialect
        self.outline = outline
    }

    /// Pages of one service each: those with a title of their own, each with the pages that are nearest to it.
    private static func groups(of pages: [Page], _ dialect: ReferenceDialect) -> [[Page]] {
        let titled = pages.indices.filter { hasTitle(pages[$0], dialect.words) }
        guard titled.count > 1 else { return [pages] }
        var members: [Int: [Int]] = Dictionary(uniqueKeysWithValues: titled.map { ($0, [$0]) })
        for index in pages.indices where !titled.contains(index) {
            let steps = pages[index].file.split(separator: "/")
            // Of pages as near as each other, that of the same form: a folder may hold a reference in two.
            func nearness(_ page: Page) -> (Int, Int) {
                (common(steps, page.file), page.format == pages[index].format ? 1 : 0)
            }
            let best = titled.max { nearness(pages[$0]) < nearness(pages[$1]) }
            if let best { members[best, default: []].append(index) }
        }
        return titled.map { (members[$0] ?? []).sorted().map { pages[$0] } }
    }

    private static func common(_ steps: [Substring], _ file: String) -> Int {
        zip(steps, file.split(separator: "/")).prefix { $0 == $1 }.count
    }

    /// Whether a page has a title; some converters make titles of the chapters.
    private static func hasTitle(_ page: Page, _ words: DialectWords) -> Bool {
        page.blocks.contains { block in
            guard case .heading(let heading) = block.content, heading.level == 1 else { return false }
            return words.meaning(of: heading.text, among: [.overview, .paths, .definitions, .security]) == nil
        }
    }

    // MARK: The document

    private mutating func service(of pages: [Page]) throws -> DescribedService {
        let first = SourceLocation(file: pages[0].file, line: 1, column: 1)
        guard !outline.operations.isEmpty || !outline.definitions.isEmpty else {
            throw DiagnosticError(
                "the pages are in the manner of \(dialect.title) and describe no operation; import them with the pages of "
                    + "the paths", at: first)
        }
        if outline.operations.isEmpty {
            report(
                DialectRules.undescribed,
                "the page describes types and no operation; import it with the pages of the paths", first)
        }
        hasMadeAnchors = outline.operations.allSatisfy { part in
            part.anchors.isEmpty || part.anchors.contains(ReferenceAnchor.normalized(part.title.words))
        }
        nameDefinitions()
        nameSchemes()
        let place = outline.titleLocation ?? first
        var members: [(String, YAMLNode)] = [("swagger", DocumentNode.text("2.0", at: place))]
        members += overview(at: place)
        let paths = self.paths(at: place)
        let tags = self.tags()
        if !tags.isEmpty { members.append(("tags", DocumentNode.list(tags, at: place))) }
        members.append(("paths", paths))
        if !outline.definitions.isEmpty { members.append(("definitions", definitions(at: place))) }
        let schemes = securityDefinitions() + namedSchemes
        if !schemes.isEmpty { members.append(("securityDefinitions", DocumentNode.object(schemes, at: place))) }
        reportStrays()
        for (title, location) in outline.lost {
            report(
                DialectRules.undescribed,
                "`\(Self.excerpt(title))` has tables of an operation and no call such as `GET /path`; it is left out",
                location)
        }
        let language = words.language(of: headings())
        let form = Set(pages.map(\.format.rawValue)).sorted().joined(separator: ", ")
        let message =
            "the page is read as one of \(dialect.title) (`\(dialect.name)`; \(form); \(language)); such pages never tell: "
            + dialect.neverPrinted.joined(separator: "; ")
        findings.insert(DialectRules.dialect.finding(message, at: first), at: 0)
        return DescribedService(
            document: DocumentNode.object(members, at: place), files: pages.map(\.file), findings: findings,
            dialect: dialect.name, lost: lost)
    }

    private func headings() -> [String] {
        outline.operations.flatMap(\.sections).map(\.title) + (outline.overview?.sections.map(\.title) ?? [])
    }

    private mutating func reportStrays() {
        let strays = outline.strays.filter { !isSilent($0.block) }
        for file in outline.files {
            let own = strays.filter { $0.file == file }
            guard let first = own.first else { continue }
            let words = Self.excerpt(Self.text(of: first))
            let more = own.count > 1 ? ", nor \(own.count - 1) more pieces of the page" : ""
            report(DialectRules.unread, "no part of the grammar explains `\(words)`\(more)", first.location)
        }
    }

    private func isSilent(_ block: Block) -> Bool {
        if case .paragraph(let text) = block.content { return text.trimmed.isEmpty }
        return false
    }

    static func text(of piece: ReferenceOutline.Piece) -> String {
        switch piece.block.content {
        case .heading(let heading): heading.text
        case .paragraph(let text), .code(let text): text
        case .table(let table): table.head.joined(separator: "|")
        }
    }

    static func excerpt(_ text: String) -> String {
        let text = MarkedText.collapsed(text)
        return text.count > 60 ? String(text.prefix(60)) + "..." : text
    }

    mutating func report(_ rule: Rule, _ message: String, _ location: SourceLocation) {
        findings.append(rule.finding(message, at: location))
    }

    func marked(_ cell: Table.Cell, _ file: String) -> MarkedText {
        MarkedText(cell.text, marks: cell.marks, restoring: restoring.contains(file))
    }

    func marked(_ piece: ReferenceOutline.Piece) -> MarkedText? {
        guard case .paragraph(let text) = piece.block.content else { return nil }
        return MarkedText(text, marks: piece.block.marks, restoring: restoring.contains(piece.file))
    }

    /// The text of pieces, a line each; items of lists keep their mark.
    func description(of pieces: [ReferenceOutline.Piece]) -> String {
        pieces.compactMap { piece in
            switch piece.block.content {
            case .paragraph:
                let words = marked(piece)?.words ?? ""
                return words.isEmpty ? nil : piece.block.listDepth > 0 ? "* \(words)" : words
            case .heading(let heading): return heading.text
            case .code(let code): return code
            case .table(let table):
                let rows = table.rows.map { $0.cells.map { MarkedText.collapsed($0.text) }.joined(separator: " | ") }
                return ([table.head.joined(separator: " | ")] + rows).joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    // MARK: Tags

    /// What the page says of the tags that operations stand under.
    private func tags() -> [YAMLNode] {
        var order: [String] = []
        var texts: [String: (text: String, location: SourceLocation)] = [:]
        for tag in outline.tagTexts {
            let text = description(of: tag.pieces)
            guard !text.isEmpty else { continue }
            let location = tag.pieces.first?.location ?? tag.location
            if let known = texts[tag.name] {
                texts[tag.name]?.text = known.text + "\n" + text
            } else {
                order.append(tag.name)
                texts[tag.name] = (text, location)
            }
        }
        return order.compactMap { name in
            texts[name].map { text, location in
                let members = [
                    ("name", DocumentNode.text(name, at: location)),
                    ("description", DocumentNode.text(text, at: location)),
                ]
                return DocumentNode.object(members, at: location)
            }
        }
    }

    // MARK: Overview

    private mutating func overview(at place: SourceLocation) -> [(String, YAMLNode)] {
        var info: [(String, YAMLNode)] = []
        if let title = outline.title { info.append(("title", DocumentNode.text(title, at: place))) }
        guard let overview = outline.overview else {
            return [("info", DocumentNode.object(info, at: place))]
        }
        let text = description(of: overview.lead)
        if !text.isEmpty { info.append(("description", DocumentNode.text(text, at: overview.location))) }
        var members: [(String, YAMLNode)] = []
        for section in overview.sections {
            switch section.meaning {
            case .versionInformation:
                let line = labels(of: section, [.version]).first { $0.meanings.contains(.version) }
                if let version = line?.value.words, !version.isEmpty {
                    info.append(("version", DocumentNode.text(version, at: section.location)))
                } else {
                    report(
                        DialectRules.undescribed, "the section `\(section.title)` shows no version", section.location)
                }
            case .address:
                for line in labels(of: section, [.host, .basePath, .schemes]) {
                    let value = line.value.words
                    guard !value.isEmpty else { continue }
                    if line.meanings.contains(.schemes) {
                        let schemes = value.split(separator: ",").map { $0.trimmed.lowercased() }
                        members.append(("schemes", texts(schemes, at: section.location)))
                    } else {
                        let key = line.meanings.contains(.host) ? "host" : "basePath"
                        members.append((key, DocumentNode.text(value, at: section.location)))
                    }
                }
            case .consumes: members.append(("consumes", texts(mediaTypes(of: section), at: section.location)))
            case .produces: members.append(("produces", texts(mediaTypes(of: section), at: section.location)))
            default: break
            }
        }
        if info.isEmpty { info.append(("title", DocumentNode.text("", at: place))) }
        return [("info", DocumentNode.object(info, at: place))] + members
    }

    private func labels(of section: ReferenceOutline.Section, _ wanted: [DialectWords.Meaning]) -> [ReferenceLabels
        .Line]
    {
        section.pieces.flatMap { piece -> [ReferenceLabels.Line] in
            guard let text = marked(piece) else { return [] }
            if let lines = ReferenceLabels.read(text, words) { return lines }
            let all = wanted + [.contactName, .contactEmail, .license, .licenseURL, .terms]
            return ReferenceLabels.readPlain(text.text, words, all)
        }
    }

    func texts(_ texts: [String], at place: SourceLocation) -> YAMLNode {
        DocumentNode.list(texts.map { DocumentNode.text($0, at: place) }, at: place)
    }

    /// The media types that a section lists; some versions write a backslash before a star.
    func mediaTypes(of section: ReferenceOutline.Section) -> [String] {
        items(of: section).map { $0.replacing("\\", with: "") }.filter { !$0.isEmpty }
    }

    /// The items of a list; forms that have lost the list have them between commas or in lines.
    func items(of section: ReferenceOutline.Section) -> [String] {
        section.pieces.flatMap { piece -> [String] in
            guard let text = marked(piece) else { return [] }
            if piece.block.listDepth > 0 { return [text.words] }
            return text.lines.map(\.words).filter { !$0.isEmpty }.map { line in
                line.hasPrefix("* ") ? String(line.dropFirst(2)) : line
            }
        }
    }
}
