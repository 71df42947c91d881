import Documentation

/// Tells whether a page is a reference, and of which dialect.
enum ReferenceRecognition {
    /// What speaks for a dialect of a family, all of which have the same words; `nil` where nothing does.
    static func evidence(on page: Page, among family: [ReferenceDialect]) -> DialectEvidence? {
        guard let first = family.first, !isGuide(page) else { return nil }
        let found = Features(page, first.words)
        guard found.isReference || found.isPart || found.isChapter else { return nil }
        return DialectEvidence(
            member: found.age(among: family).name, reason: found.reason, line: found.line, isPart: !found.isReference,
            isWeak: !found.isReference && !found.isPart, isTitled: found.isTitled,
            // Any page may have calls for headings; with tables of another grammar they are none of this one.
            hasOperations: found.operations > 0 && (found.foreignTables == 0 || found.ownTables > 0),
            marks: found.isReference ? found.marks : 1)
    }

    /// Whether the headings have the outline numbers of a guide, `1.5 - Create`; a quick look, since guides are large.
    private static func isGuide(_ page: Page) -> Bool {
        var numbered = 0
        var others = 0
        for block in page.blocks {
            guard case .heading(let heading) = block.content else { continue }
            if heading.number.count > 1 { numbered += 1 } else { others += 1 }
            if numbered + others == 40 { break }
        }
        return numbered > 3 && numbered > others
    }

    /// The marks of the grammar on a page.
    private struct Features {
        var marks = 0
        var line = 1
        var reason = ""
        var operations = 0
        var tables = 0
        /// Tables with heads that this grammar has, and those that have other words besides.
        var ownTables = 0
        var foreignTables = 0
        var definitions = 0
        var chapters = 0
        var flagged = 0
        var requiredColumns = 0
        var spaced = 0
        var spaceless = 0
        var guideHeadings = 0
        var labels = 0
        var links = 0
        var headingCalls = 0
        var chapterWords = 0
        var isTitled = false

        init(_ page: Page, _ words: DialectWords) {
            var last: Block?
            for (place, block) in page.blocks.enumerated() {
                switch block.content {
                case .heading(let heading):
                    if heading.number.count > 1 { guideHeadings += 1 }
                    let next = place + 1 < page.blocks.count ? page.blocks[place + 1] : nil
                    if let call = ReferenceOutline.call(of: block, next) {
                        operations += 1
                        if call.title != nil { headingCalls += 1 }
                        note(block, "a heading with `\(call.method) \(call.path)`")
                    }
                    if (heading.level ?? 9) <= 2, heading.number.isEmpty,
                        words.meaning(of: heading.text, among: [.overview, .paths, .definitions, .security]) != nil
                    {
                        chapterWords += 1
                    } else if heading.level == 1 {
                        isTitled = true
                    }
                    let names = ReferenceOutline.anchors(of: block).map(ReferenceAnchor.plain)
                    if names.contains(where: { ReferenceAnchor.chapters[$0] != nil }),
                        !words.meanings(of: heading.text).isEmpty
                    {
                        chapters += 1
                        note(block, "the chapter `\(heading.text)`")
                    }
                    if case .heading? = last?.content, names.contains(where: { $0.hasPrefix("ref-") }) { links += 1 }
                case .table(let table): look(at: table, block, words)
                case .paragraph(let text):
                    guard let mark = block.marks.first, mark.range.lowerBound == 0, mark.kind != .code else { break }
                    let marked = MarkedText(text, marks: block.marks)
                    if ReferenceLabels.read(marked, words) != nil { labels += 1 }
                case .code: break
                }
                last = block
            }
            marks = operations * 2 + tables + definitions + chapters + labels
        }

        private mutating func note(_ block: Block, _ reason: String) {
            guard self.reason.isEmpty else { return }
            self.reason = reason
            line = block.lines.lowerBound
        }

        private mutating func look(at table: Table, _ block: Block, _ words: DialectWords) {
            guard let head = ReferenceHead(table.head, words) else {
                // `Status|Meaning|Description|Schema`: about the same things, in the words of another grammar.
                if table.head.count(where: { !words.meanings(of: $0).isEmpty }) > 1 { foreignTables += 1 }
                return
            }
            switch head.kind {
            case .parameters, .responses: tables += 1
            case .properties: definitions += 1
            case .security, .scopes: return
            }
            if Self.isForeign(table.head, words) { foreignTables += 1 } else { ownTables += 1 }
            if head.has(.required) { requiredColumns += 1 }
            for row in table.rows.prefix(40) {
                if let name = head.place(of: .name), name < row.cells.count, row.cells[name].text.contains("\n") {
                    flagged += 1
                }
                if let schema = head.place(of: .schema), schema < row.cells.count {
                    let text = row.cells[schema].text
                    if ReferenceTypes.hasFormat(text, spaced: true) { spaced += 1 }
                    if ReferenceTypes.hasFormat(text, spaced: false) { spaceless += 1 }
                }
            }
            note(block, "a table with the head `\(table.head.joined(separator: "|"))`")
        }

        /// Whether a head has a word that this grammar does not know, or two words for the place of a parameter, of which
        /// one then is its type: `Name|In|Type`.
        private static func isForeign(_ head: [String], _ words: DialectWords) -> Bool {
            if head.contains(where: { words.meanings(of: $0).isEmpty }) { return true }
            return Set(head.filter { words.means($0, .type) }.map(DialectWords.key)).count > 1
        }

        /// Operations with tables, or definitions with flags below their names.
        var isReference: Bool {
            guard guideHeadings <= operations else { return false }
            return operations > 0 && (tables > 0 || chapters > 0) || definitions > 0 && flagged > 0
        }

        /// A chapter alone, such as the overview in a file of its own, or a definition that is not a table.
        var isPart: Bool { guideHeadings == 0 && (chapters > 0 || labels > 0 || links > 0) }

        /// A chapter by its word alone.
        var isChapter: Bool { guideHeadings == 0 && chapterWords > 0 }

        func age(among family: [ReferenceDialect]) -> ReferenceDialect {
            if headingCalls > 0, headingCalls * 2 > operations, let other = family.first(where: { $0.callsInHeadings })
            {
                return other
            }
            if requiredColumns > 0, flagged == 0, let plain = family.first(where: { $0.flags == .column }) {
                return plain
            }
            if spaceless > spaced, let old = family.first(where: { !$0.spacesFormats }) { return old }
            return family[0]
        }
    }
}
