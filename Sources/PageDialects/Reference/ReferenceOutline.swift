import Diagnostics
import Documentation

/// The parts of a reference: overview, operations, definitions, security schemes, with what stands below each.
struct ReferenceOutline {
    /// The chapters of a reference.
    enum Chapter: String { case overview, paths, definitions, security, components }

    /// A piece of a page that belongs to a part.
    struct Piece {
        var block: Block
        var file: String

        var location: SourceLocation {
            SourceLocation(file: file, line: block.lines.lowerBound, column: block.column ?? 1)
        }
    }

    /// A section of a part, such as the parameters of an operation.
    struct Section {
        var meaning: DialectWords.Meaning?
        var title: String
        var location: SourceLocation
        var pieces: [Piece] = []
    }

    /// An operation, a definition or a security scheme.
    struct Part {
        var title: MarkedText
        var anchors: [String]
        var location: SourceLocation
        var level: Int
        /// Method and path of an operation.
        var method = ""
        var path = ""
        /// The tag that the operation stands under.
        var tag: String?
        /// What stands right below the heading.
        var lead: [Piece] = []
        var sections: [Section] = []
    }

    var title: String?
    var titleLocation: SourceLocation?
    /// What the overview says, and its sections.
    var overview: Part?
    var operations: [Part] = []
    var definitions: [Part] = []
    var schemes: [Part] = []
    /// The headings that only lead to pages of their own, by the anchors of these, with the words of the links.
    var index: [(anchor: String, words: String, location: SourceLocation)] = []
    /// Pieces that belong to no part.
    var strays: [Piece] = []
    var files: [String] = []
    /// The headings that operations stand under, with what stands right below each.
    var tagTexts: [(name: String, location: SourceLocation, pieces: [Piece])] = []
    /// Headings without a call that have what operations have.
    var lost: [(title: String, location: SourceLocation)] = []

    let words: DialectWords
    private(set) var chapter: Chapter?
    /// The level of the first chapter of the page, and the chapters that were opened.
    private var chapterLevel: Int?
    private var opened: Set<Chapter> = []
    /// The headings between the chapter and its operations, outer ones first.
    private var tags: [(name: String, level: Int, location: SourceLocation)] = []
    private var operationLevel: Int?
    /// Where the next block goes.
    private(set) var place = Place.nowhere

    enum Place { case nowhere, overview, operation, definition, scheme, tag }

    init(_ words: DialectWords) { self.words = words }

    /// Adds the blocks of a page.
    mutating func add(_ page: Page) {
        files.append(page.file)
        chapter = Self.chapter(ofFile: page.file)
        chapterLevel = nil
        opened = []
        tags = []
        place = .nowhere
        for (index, block) in page.blocks.enumerated() {
            let piece = Piece(block: block, file: page.file)
            let next = index + 1 < page.blocks.count ? page.blocks[index + 1] : nil
            if isFurniture(block, next) { continue }
            switch block.content {
            case .heading(let heading): add(heading, piece, next, page)
            case .paragraph where startsSection(block, next): startSection(of: piece)
            default: add(piece)
            }
        }
    }

    /// The chapter that a file of its own is, by its name: `definitions/Pet.md`.
    private static func chapter(ofFile file: String) -> Chapter? {
        let steps = file.lowercased().split(separator: "/")
        guard steps.count > 1 else { return nil }
        switch steps[steps.count - 2] {
        case "definitions": return .definitions
        case "operations", "paths": return .paths
        default: return nil
        }
    }

    /// The anchors of a block, those of a heading too.
    static func anchors(of block: Block) -> [String] {
        var anchors = block.anchors
        if case .heading(let heading) = block.content, let anchor = heading.anchor, !anchors.contains(anchor) {
            anchors.append(anchor)
        }
        return anchors
    }

    // MARK: Headings

    private mutating func add(_ heading: Heading, _ piece: Piece, _ next: Block?, _ page: Page) {
        let level = heading.level ?? 2
        let anchors = Self.anchors(of: piece.block).map(ReferenceAnchor.plain)
        let title = MarkedText(heading.text, marks: piece.block.marks, restoring: page.isOfAsciidoctor)
        let name = Self.unnumbered(title.words)
        if let call = Self.call(of: piece.block, next) {
            let title = call.title.map { MarkedText(plain: $0) } ?? title
            return startOperation(title, anchors, piece, level, call.method, call.path)
        }
        // A heading that is a link leads to the page of its part.
        if let link = title.pieces.first?.link, title.pieces.allSatisfy({ $0.link == link }), link.contains("#"),
            !link.hasPrefix("#"), let target = ReferenceAnchor.target(of: link)
        {
            index.append((target, name, piece.location))
            return
        }
        if let found = chapterStart(name, anchors, level) { return start(found, level, piece) }
        switch place {
        case .operation:
            if let last = operations.last, level > last.level { return addSection(heading, name, level, piece) }
        case .overview:
            if level > (overview?.level ?? 2) { return addOverviewSection(name, level, piece) }
        case .definition:
            if let last = definitions.last, level > last.level { return add(piece) }
        case .scheme:
            if let last = schemes.last, level > last.level { return add(piece) }
        case .nowhere, .tag: break
        }
        switch chapter {
        case .paths:
            if place == .tag, let last = tags.last, level > last.level, isOperationSection(name) {
                loseOperation()
                return
            }
            startTag(name, level, piece)
        case .definitions: startDefinition(title, anchors, piece, level)
        case .security:
            schemes.append(Part(title: title, anchors: anchors, location: piece.location, level: level))
            place = .scheme
        case .overview:
            // An overview may have headings of its own.
            place = .overview
            addOverviewSection(name, level, piece)
        case .components: startTag(name, level, piece)
        case nil:
            if self.title == nil, level == 1 {
                self.title = name
                titleLocation = piece.location
                place = .nowhere
            } else if self.isDefinition(next) {
                startDefinition(title, anchors, piece, level)
            } else {
                strays.append(piece)
                place = .nowhere
            }
        }
    }

    /// Whether what stands below a heading outside of all chapters is a definition.
    private func isDefinition(_ next: Block?) -> Bool {
        switch next?.content {
        case .table(let table): ReferenceHead(table.head, words)?.kind == .properties
        case .paragraph(let text):
            ReferenceLabels.read(MarkedText(text, marks: next?.marks ?? []), words)?.contains {
                $0.meanings.contains(.type)
            }
                ?? false
        default: false
        }
    }

    /// The chapter that a heading opens: at the level of the others of the page, and each once. What is called like a
    /// chapter elsewhere is a definition or a tag.
    private func chapterStart(_ name: String, _ anchors: [String], _ level: Int) -> Chapter? {
        guard let found = namedChapter(name, anchors, level) else { return nil }
        if found.isPart || found.chapter == .components { return found.chapter }
        return level <= chapterLevel ?? level && !opened.contains(found.chapter) ? found.chapter : nil
    }

    private func namedChapter(_ name: String, _ anchors: [String], _ level: Int) -> (chapter: Chapter, isPart: Bool)? {
        for anchor in anchors {
            if let chapter = ReferenceAnchor.chapters[anchor], !words.meanings(of: name).isEmpty || level <= 2 {
                return (chapter, anchor.hasPrefix("components-"))
            }
        }
        if place == .operation, let last = operations.last, level > last.level { return nil }
        if DialectWords.key(name) == "components" { return (.components, false) }
        guard level <= 2 || level < (operationLevel ?? 3) && place == .nowhere else { return nil }
        let meaning = words.meaning(of: name, among: [.overview, .paths, .definitions, .security])
        return meaning.flatMap { Chapter(rawValue: $0.rawValue) }.map { ($0, false) }
    }

    private mutating func start(_ found: Chapter, _ level: Int, _ piece: Piece) {
        chapter = found
        chapterLevel = chapterLevel ?? level
        opened.insert(found)
        tags = []
        place = .nowhere
        guard found == .overview else { return }
        if overview == nil {
            overview = Part(title: MarkedText(plain: ""), anchors: [], location: piece.location, level: level)
        }
        place = .overview
    }

    private mutating func startOperation(
        _ title: MarkedText, _ anchors: [String], _ piece: Piece, _ level: Int, _ method: String, _ path: String
    ) {
        var part = Part(title: title, anchors: anchors, location: piece.location, level: level)
        part.method = method
        part.path = path
        part.tag = tags.last { $0.level < level }?.name
        operationLevel = level
        operations.append(part)
        place = .operation
        if chapter != .paths { chapter = .paths }
    }

    private mutating func startTag(_ name: String, _ level: Int, _ piece: Piece) {
        tags.removeAll { $0.level >= level }
        tags.append((name, level, piece.location))
        if chapter == .paths { tagTexts.append((name, piece.location, [])) }
        place = .tag
    }

    /// Notes that the heading that looked like a tag is an operation whose call is missing.
    private mutating func loseOperation() {
        guard chapter == .paths, let tag = tags.last, lost.last?.location != tag.location else { return }
        lost.append((tag.name, tag.location))
    }

    private func isOperationSection(_ name: String) -> Bool {
        words.meaning(of: name, among: [.parameters, .bodyParameter, .responses, .consumes, .produces]) != nil
    }

    private mutating func startDefinition(_ title: MarkedText, _ anchors: [String], _ piece: Piece, _ level: Int) {
        definitions.append(Part(title: title, anchors: anchors, location: piece.location, level: level))
        place = .definition
    }

    private static let operationSections: [DialectWords.Meaning] = [
        .description, .parameters, .bodyParameter, .responses, .consumes, .produces, .tags, .security, .exampleRequest,
        .exampleResponse, .externalDocs,
    ]

    private mutating func addSection(_ heading: Heading, _ name: String, _ level: Int, _ piece: Piece) {
        let place = operations.count - 1
        let meaning = words.meaning(of: name, among: Self.operationSections)
        let isDirect = level == operations[place].level + 1
        if let last = operations[place].sections.last, !isDirect || meaning == nil {
            // What stands deeper belongs to the section: the parts of examples, headings of a description.
            if last.meaning == .exampleRequest || last.meaning == .exampleResponse || last.meaning == .description {
                operations[place].sections[operations[place].sections.count - 1].pieces.append(piece)
                return
            }
        }
        operations[place].sections.append(Section(meaning: meaning, title: name, location: piece.location))
    }

    private mutating func addOverviewSection(_ name: String, _ level: Int, _ piece: Piece) {
        let meaning = words.meaning(
            of: name,
            among: [
                .versionInformation, .contactInformation, .licenseInformation, .address, .tags, .consumes, .produces,
                .externalDocs,
            ])
        if meaning == nil, let count = overview?.sections.count {
            if count == 0 {
                overview?.lead.append(piece)
            } else {
                overview?.sections[count - 1].pieces.append(piece)
            }
            return
        }
        overview?.sections.append(Section(meaning: meaning, title: name, location: piece.location))
    }

    // MARK: Other blocks

    /// Whether a paragraph is the caption of a section: words in bold above a table.
    private func startsSection(_ block: Block, _ next: Block?) -> Bool {
        guard place == .operation, block.anchors.isEmpty, case .paragraph(let text) = block.content,
            case .table(let table)? = next?.content, ReferenceHead(table.head, words) != nil,
            block.marks.contains(where: { $0.kind == .strong && $0.range == 0..<text.utf8.count })
        else { return false }
        return words.meaning(of: text, among: [.parameters, .responses]) != nil
    }

    private mutating func startSection(of piece: Piece) {
        guard case .paragraph(let text) = piece.block.content else { return }
        let meaning = words.meaning(of: text, among: [.parameters, .responses])
        operations[operations.count - 1].sections.append(
            Section(meaning: meaning, title: text, location: piece.location))
    }

    private mutating func add(_ piece: Piece) {
        switch place {
        case .operation:
            let last = operations.count - 1
            let section = operations[last].sections.count - 1
            if section >= 0 {
                operations[last].sections[section].pieces.append(piece)
            } else {
                operations[last].lead.append(piece)
            }
        case .overview:
            let section = (overview?.sections.count ?? 0) - 1
            if section >= 0 { overview?.sections[section].pieces.append(piece) } else { overview?.lead.append(piece) }
        case .definition: definitions[definitions.count - 1].lead.append(piece)
        case .scheme: schemes[schemes.count - 1].lead.append(piece)
        case .tag:
            if case .table(let table) = piece.block.content, ReferenceHead(table.head, words) != nil {
                loseOperation()
            } else if chapter == .paths, !tagTexts.isEmpty {
                tagTexts[tagTexts.count - 1].pieces.append(piece)
            } else {
                strays.append(piece)
            }
        case .nowhere: strays.append(piece)
        }
    }
}
