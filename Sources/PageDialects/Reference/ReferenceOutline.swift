import Diagnostics
import Documentation

/// The parts of a reference: overview, operations, definitions, security schemes, with what stands below each.
struct ReferenceOutline {
    /// The chapters of a reference.
    enum Chapter: Hashable { case overview, paths, definitions, security, components }

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

    private let words: DialectWords
    private var chapter: Chapter?
    private var chapterLevel = 2
    private var tag: (name: String, level: Int)?
    private var operationLevel: Int?
    /// Where the next block goes.
    private var place = Place.nowhere

    private enum Place { case nowhere, overview, operation, definition, scheme, tag }

    init(_ words: DialectWords) { self.words = words }

    /// Adds the blocks of a page.
    mutating func add(_ page: Page) {
        files.append(page.file)
        chapter = Self.chapter(ofFile: page.file)
        chapterLevel = 2
        tag = nil
        place = .nowhere
        for (index, block) in page.blocks.enumerated() {
            let piece = Piece(block: block, file: page.file)
            if isFurniture(block) { continue }
            let next = index + 1 < page.blocks.count ? page.blocks[index + 1] : nil
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
        let title = MarkedText(heading.text, marks: piece.block.marks, restoring: page.format == .html)
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
            tag = (name, level)
            place = .tag
        case .definitions: startDefinition(title, anchors, piece, level)
        case .security:
            schemes.append(Part(title: title, anchors: anchors, location: piece.location, level: level))
            place = .scheme
        case .overview:
            // An overview may have headings of its own.
            place = .overview
            addOverviewSection(name, level, piece)
        case .components: place = .tag
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

    private func chapterStart(_ name: String, _ anchors: [String], _ level: Int) -> Chapter? {
        for anchor in anchors {
            if let chapter = ReferenceAnchor.chapters[anchor], !words.meanings(of: name).isEmpty || level <= 2 {
                return chapter
            }
        }
        if place == .operation, let last = operations.last, level > last.level { return nil }
        if DialectWords.key(name) == "components" { return .components }
        guard level <= 2 || level < (operationLevel ?? 3) && place == .nowhere else { return nil }
        let meaning = words.meaning(of: name, among: [.overview, .paths, .definitions, .security])
        switch meaning {
        case .overview: return .overview
        case .paths: return .paths
        case .definitions: return .definitions
        case .security: return .security
        default: return nil
        }
    }

    private mutating func start(_ found: Chapter, _ level: Int, _ piece: Piece) {
        chapter = found
        chapterLevel = level
        tag = nil
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
        if let tag, tag.level < level { part.tag = tag.name }
        operationLevel = level
        operations.append(part)
        place = .operation
        if chapter != .paths { chapter = .paths }
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
        case .tag: break
        case .nowhere: strays.append(piece)
        }
    }

    // MARK: Calls

    private static let methods: Set<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"]

    /// The call of an operation: in the block below its heading, the heading itself, or in marks before its words, which
    /// are the title then.
    static func call(of block: Block, _ next: Block?) -> (method: String, path: String, title: String?)? {
        guard case .heading(let heading) = block.content else { return nil }
        if let next, case .code(let code) = next.content, let (method, path) = call(code) { return (method, path, nil) }
        let text = unnumbered(heading.text)
        if let (method, path) = call(text) { return (method, path, nil) }
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, block.marks.contains(where: { $0.kind == .emphasis }),
            block.marks.contains(where: { $0.kind == .code }), let (method, path) = call("\(parts[0]) \(parts[1])")
        else { return nil }
        return (method, path, parts[2])
    }

    /// Whether a block says nothing of the API: the contents and the footer of the page, attributes of a table.
    private func isFurniture(_ block: Block) -> Bool {
        if block.anchors.contains(where: { ReferenceAnchor.furniture.contains(ReferenceAnchor.plain($0)) }) {
            return true
        }
        guard case .paragraph(let text) = block.content else { return false }
        if text.hasPrefix("{:"), text.hasSuffix("}") { return true }
        // Items of contents are links to the page itself and nothing else.
        guard place == .nowhere, block.listDepth > 0 else { return false }
        return block.marks.contains { mark in
            if case .link(let link) = mark.kind {
                link.hasPrefix("#") && mark.range == 0..<text.utf8.count
            } else {
                false
            }
        }
    }

    /// The method and path of `GET /pets`; `nil` for other text.
    static func call(_ text: String) -> (method: String, path: String)? {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, methods.contains(String(parts[0])) else { return nil }
        var path = parts[1]
        if let scheme = path.ranges(of: "://").first {
            let rest = path[scheme.upperBound...]
            path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        } else if !path.hasPrefix("/"), let slash = path.firstIndex(of: "/"),
            path[..<slash].contains(where: { $0 == "." || $0 == ":" }) || path.hasPrefix("localhost/")
        {
            // An option prints the host before the path.
            path = path[slash...]
        }
        // A base path of `/` before the path.
        while path.hasPrefix("//") { path = path.dropFirst() }
        return path.hasPrefix("/") ? (String(parts[0]), String(path)) : nil
    }

    /// A heading without the number that the processor put before it: `2.1. Pets`.
    static func unnumbered(_ text: String) -> String {
        let rest = text.drop { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard rest.startIndex != text.startIndex, rest.first == " ", text.first?.isNumber == true,
            text[..<rest.startIndex].contains(".")
        else { return text }
        return String(rest.drop { $0 == " " })
    }
}
