import Documentation

/// A page of the shape, divided into what it says of the service, its operations and its schemas.
struct WiddershinsParts {
    /// The blocks of an operation, with its heading.
    struct Operation {
        var heading: Heading?
        var method: String
        var path: String
        /// The line of the call.
        var line: Int
        var anchors: [String]
        var blocks: ArraySlice<Block>
        /// The section of level 1 that the operation stands in.
        var tag: String?
    }

    /// The blocks of a schema.
    struct Chapter {
        var name: String
        var line: Int
        var blocks: ArraySlice<Block>
    }

    let page: Page
    /// What stands before the first operation and the first schema.
    private(set) var front: ArraySlice<Block> = []
    private(set) var operations: [Operation] = []
    private(set) var chapters: [Chapter] = []

    init(_ page: Page) {
        self.page = page
        divide()
    }

    /// How much the tables of a page speak for the dialect, and where the first one is; looks at nothing else.
    static func marks(on page: Page) -> (marks: Int, line: Int) {
        var marks = 0
        var line = 1
        for block in page.blocks {
            guard case .table(let table) = block.content else { continue }
            let headed = HeadedTable(table)
            let weight =
                switch headed.kind {
                case .responses where headed.columns.contains(.meaning) && headed.columns.contains(.schema): 2
                case .parameters where headed.columns.count == 5 && headed.columns.contains(.required): 1
                case .properties where headed.columns.contains(.restrictions): 2
                default: 0
                }
            if marks == 0, weight > 0 { line = block.lines.lowerBound }
            marks += weight
        }
        return (marks, line)
    }

    /// Whether the page says what service it is one of.
    var isMain: Bool {
        let facts = FrontFacts(front, of: page)
        return facts.version != nil || !facts.servers.isEmpty
    }

    private mutating func divide() {
        let blocks = page.blocks
        var starts: [(index: Int, isOperation: Bool)] = []
        var schemasLevel: Int?
        var tag: String?
        var tagAt: [Int: String?] = [:]
        var hasTitle = false
        var lastHeading: Int?
        // Where the chapters of schemas have anchors, headings without them belong to descriptions.
        let areMarked = blocks.indices.contains { index in
            if case .heading(let heading) = blocks[index].content {
                isSchema(heading, blocks[index], at: index)
            } else {
                false
            }
        }
        for (index, block) in blocks.enumerated() {
            switch block.content {
            case .heading(let heading):
                let section = WiddershinsWords.section(heading.text)
                let level = heading.level ?? 1
                if section == .none { lastHeading = index }
                if section == .schemas, level <= 2 {
                    schemasLevel = level
                    continue
                }
                if let schemas = schemasLevel, level <= schemas, !isSchema(heading, block, at: index) {
                    schemasLevel = nil
                }
                if let (_, _) = Self.call(heading.text) {
                    starts.append((index, true))
                    tagAt[index] = tag
                } else if section == .none,
                    areMarked
                        ? isSchema(heading, block, at: index)
                        : schemasLevel.map({ level == $0 + 1 }) == true || isChapter(at: index)
                {
                    starts.append((index, false))
                } else if level == 1 {
                    // The first one is the title.
                    tag = section == .none && hasTitle ? heading.text : nil
                }
                hasTitle = true
            case .paragraph(let text):
                let isInSchemas = areMarked && schemasLevel != nil && starts.last?.isOperation == false
                guard Self.call(text) != nil, !isInSchemas else { continue }
                let floor = starts.last(where: \.isOperation)?.index ?? -1
                // The heading that the call stands below; headings of samples are not it.
                let above = lastHeading.flatMap { $0 > max(floor, (starts.last?.index ?? 0) - 1) ? $0 : nil }
                let start = above ?? index
                // A second call below one heading is one in its text.
                if start == index, let last = starts.last, last.isOperation, Self.isHeading(blocks[last.index]) {
                    continue
                }
                if starts.last?.index == start {
                    starts[starts.count - 1].isOperation = true
                } else {
                    starts.append((start, true))
                }
                tagAt[start] = tag
            default: break
            }
        }
        front = blocks[..<(starts.first?.index ?? blocks.endIndex)]
        for (position, start) in starts.enumerated() {
            var end = position + 1 < starts.count ? starts[position + 1].index : blocks.endIndex
            // Descriptions have headings of any height; only that of all schemas is certainly something else.
            let next = blocks[(start.index + 1)..<end].firstIndex { block in
                guard case .heading(let other) = block.content else { return false }
                return WiddershinsWords.section(other.text) == .schemas && (other.level ?? 1) <= 2
            }
            end = next ?? end
            add(blocks[start.index..<end], isOperation: start.isOperation, tag: tagAt[start.index] ?? nil)
        }
    }

    private mutating func add(_ blocks: ArraySlice<Block>, isOperation: Bool, tag: String?) {
        guard let first = blocks.first else { return }
        var heading: Heading?
        if case .heading(let own) = first.content { heading = own }
        guard isOperation else {
            guard let heading else { return }
            chapters.append(Chapter(name: heading.text, line: first.lines.lowerBound, blocks: blocks.dropFirst()))
            return
        }
        var call = heading.flatMap { Self.call($0.text) }.map { ($0.method, $0.path, first.lines.lowerBound) }
        for block in blocks where call == nil {
            guard case .paragraph(let text) = block.content, let found = Self.call(text) else { continue }
            call = (found.method, found.path, block.lines.lowerBound)
        }
        guard let (method, path, line) = call else { return }
        let anchors = blocks.flatMap(\.anchors) + (heading?.anchor.map { [$0] } ?? [])
        operations.append(
            Operation(
                heading: heading, method: method, path: path, line: line, anchors: anchors,
                blocks: heading == nil ? blocks : blocks.dropFirst(), tag: tag))
    }

    /// Whether a heading is that of a schema, by its anchors.
    private func isSchema(_ heading: Heading, _ block: Block, at index: Int) -> Bool {
        if heading.anchor?.lowercased().hasPrefix("tocs_") == true || heading.anchor?.hasPrefix("tocS") == true {
            return true
        }
        let next = index + 1 < page.blocks.count ? page.blocks[index + 1].anchors : []
        return (block.anchors + next).contains { $0.hasPrefix("tocS") || $0.hasPrefix("schema_") }
    }

    /// Whether what follows a heading is a table of members, where a page has nothing but schemas.
    private func isChapter(at index: Int) -> Bool {
        for block in page.blocks[(index + 1)...].prefix(6) {
            switch block.content {
            case .heading(let heading): if WiddershinsWords.section(heading.text) != .properties { return false }
            case .table(let table):
                let headed = HeadedTable(table)
                return headed.kind == .properties && headed.columns.contains(.restrictions)
            case .paragraph(let text):
                if Self.call(text) != nil || WiddershinsWords.Choice(line: text) != nil { return false }
            case .code: continue
            }
        }
        return false
    }

    private static func isHeading(_ block: Block) -> Bool { if case .heading = block.content { true } else { false } }

    private static let methods: Set<String> = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"]

    /// The call that a line is: `GET /tickets`, in code marks or not.
    static func call(_ text: String) -> (method: String, path: String)? {
        guard text.utf8.count < 2000 else { return nil }
        let words = text.filter { $0 != "`" && $0 != "*" }.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, methods.contains(String(words[0])), words[1].hasPrefix("/") else { return nil }
        return (String(words[0]), String(words[1]))
    }
}
