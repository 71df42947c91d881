import APISpec
import Diagnostics
import Documentation

/// Reads the introduction of a service: title, overview, versions, address, environments and regions.
struct FrontReader {
    /// The name that people use.
    var title: String
    /// The paragraphs of the overview.
    private(set) var description: [String] = []
    /// The versions of the table.
    let versions = VersionBook()
    /// Whether there was a table of versions.
    private(set) var hasVersionTable = false
    /// The sentences in the Version section that are not known; other sections repeat them.
    private(set) var notes: Set<String> = []
    /// The base address.
    private(set) var url: String?
    /// The combinations of environment and region.
    private(set) var pairs: [Service.Server.Pair] = []

    private var opened: Set<GuideDialect.Section> = []
    private let contents: Set<String>
    private let log: ImportLog

    /// Reads for a service with the heading `title`; `contents` are the headings that a table of contents may list.
    init(title: String, contents: Set<String>, log: ImportLog) {
        self.title = title
        self.contents = contents
        self.log = log
    }

    /// Reads a part of the introduction.
    mutating func read(_ whole: Passage) {
        var passage = whole
        passage.blocks = StackedTables.assembled(whole)
        var section: GuideDialect.Section?
        var rank: Int?
        var isUnderUnknownHeading = false
        let titleIndex = TitleFinder.block(of: passage, known: title) { [contents] text in
            isContentsEntry(text, headings: contents)
        }
        for (index, block) in passage.blocks.enumerated() {
            if let found = WordLookup.shared.serviceSection(block, in: passage.format) {
                section = found
                opened.insert(found)
                rank = block.level
                isUnderUnknownHeading = false
                continue
            }
            if index == titleIndex {
                takeTitle(block, at: passage.location(line: block.lines.lowerBound))
                isUnderUnknownHeading = false
                continue
            }
            // A history of versions is told in words, lists and headings of its own; it says what was, not what is.
            if section == .history, block.level.map({ $0 > rank ?? 0 }) ?? true {
                noteRemovals(block)
                continue
            }
            if case .heading(let heading) = block.content {
                if section != .history || !isVersion(heading.text) {
                    let message = "nothing is known of the heading `\(excerpt(heading.text))` here"
                    let location = passage.location(line: block.lines.lowerBound)
                    log.report(ImportRules.unknownHeading, message, at: location)
                    log.leaveUnread(block.lines, of: passage.file)
                    isUnderUnknownHeading = true
                    section = section == .history ? nil : section
                }
                continue
            }
            if isUnderUnknownHeading || !read(block, in: section, of: passage) {
                log.reportUnread(block, of: passage.file)
            }
        }
    }

    /// Says so where the heading of a section, which is missing, stands at the end of the title or of the description.
    func checkTitle() {
        let words = GuideDialect.scp.serviceSections.filter { !opened.contains($0.0) }.flatMap(\.1)
        for text in description where words.contains(where: { Self.ends(text, inHeading: $0) }) {
            log.report(
                ImportRules.malformedName, "the description `\(excerpt(text))` ends in the heading of a section",
                at: log.locations[["service"]])
        }
        guard words.contains(where: { title.hasSuffix($0) && title != $0 }) else { return }
        log.report(
            ImportRules.malformedName, "`\(excerpt(title))` is more than the title of a service",
            at: log.locations[["service"]])
    }

    /// Whether a sentence is followed by the words of a heading, with a blank between them or without.
    private static func ends(_ text: String, inHeading words: String) -> Bool {
        guard text.hasSuffix(words), let before = text.dropLast(words.count).last else { return false }
        return !before.isLetter && !before.isNumber
    }

    /// Reads a block that is not a heading; `false` where nothing is known of it.
    private mutating func read(_ block: Block, in section: GuideDialect.Section?, of passage: Passage) -> Bool {
        switch (section, block.content) {
        case (nil, .paragraph(let text)):
            // Before the first section stand the title and a table of contents.
            return text == title || isContentsEntry(text, headings: contents)
        case (.overview, .paragraph(let text)):
            guard !text.hasPrefix("|"), description.last != text, !WordLookup.shared.endsInBoilerplate(text) else {
                return false
            }
            if !WordLookup.shared.isBoilerplate(text) { description.append(text) }
            return true
        case (.versions, .paragraph(let text)):
            if !WordLookup.shared.isBoilerplate(text) {
                notes.insert(normalized(text))
                return false
            }
            return true
        case (.versions, .table(let table)):
            readVersions(table, lines: block.lines, in: passage)
            return true
        case (.serverURL, .paragraph(let text)), (.serverURL, .code(let text)):
            let address = trimmed(text)
            guard url == nil, isAddress(address) else { return false }
            url = address.hasSuffix("/") ? String(address.dropLast()) : address
            return true
        case (.regions, .table(let table)):
            readPairs(table, lines: block.lines, in: passage)
            return true
        case (_, .table(let table)):
            return readTable(table, lines: block.lines, in: passage)
        default:
            return false
        }
    }

    /// Reads a table that stands in another section than its own, which its columns tell without doubt.
    private mutating func readTable(_ table: Table, lines: ClosedRange<Int>, in passage: Passage) -> Bool {
        let columns = Set(table.head.compactMap(WordLookup.shared.column))
        let missing: GuideDialect.Section
        if GuideDialect.scp.head(.versions).fits(columns), !hasVersionTable {
            missing = .versions
            readVersions(table, lines: lines, in: passage)
        } else if GuideDialect.scp.head(.regions).fits(columns), pairs.isEmpty {
            missing = .regions
            readPairs(table, lines: lines, in: passage)
        } else {
            return false
        }
        let word = GuideDialect.scp.word(missing)
        let message = "the heading `\(word)` is missing above this table"
        log.report(ImportRules.missingSection, message, at: passage.location(line: lines.lowerBound))
        return true
    }

    private mutating func takeTitle(_ block: Block, at location: SourceLocation) {
        switch block.content {
        case .heading(let heading): title = heading.text
        case .paragraph(let text):
            title = text
        case .table, .code: return
        }
        log.locations.note(["service"], at: location)
    }

    private func isAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains(where: \.isBlank)
    }

    /// Notes the calls that lines of a version history list as removed.
    private func noteRemovals(_ block: Block) {
        switch block.content {
        case .paragraph(let text), .code(let text):
            log.removals.formUnion(text.split(whereSeparator: \.isNewline).compactMap(removal))
        case .heading, .table: break
        }
    }

    /// The call that a line of a version history lists as removed: `PUT /v1/x` of `[Deleted] PUT /v1/x - Title`.
    private func removal(_ line: Substring) -> String? {
        let text = trimmed(line)
        guard text.hasPrefix("["), let end = text.firstIndex(of: "]") else { return nil }
        let mark = normalized(String(text[text.index(after: text.startIndex)..<end]))
        guard GuideDialect.scp.removalMarks.contains(mark) else { return nil }
        let words = text[text.index(after: end)...].split(separator: " ", maxSplits: 2)
        guard words.count >= 2, knownMethods.contains(words[0].uppercased()), words[1].hasPrefix("/") else {
            return nil
        }
        return "\(words[0].uppercased()) \(words[1])"
    }

    private mutating func readVersions(_ table: Table, lines: ClosedRange<Int>, in passage: Passage) {
        guard
            let table = ColumnTable(table, .versions, lines: lines, in: passage, log: log)
        else { return }
        hasVersionTable = true
        let cells = VersionCells(log: log)
        for row in table.rows {
            let id = plainVersion(row.text(.version))
            guard isVersion(id) else {
                let message = "`\(excerpt(row.text(.version)))` is not a version"
                log.report(ImportRules.malformedRow, message, at: row.location)
                continue
            }
            let version = APIVersion(
                id: id, status: cells.status(row.text(.versionStatus), at: row.location),
                notBefore: cells.date(row.text(.notBefore), at: row.location))
            log.locations.note(["versions", id], at: row.location)
            if !versions.add(version) {
                log.report(ImportRules.malformedRow, "the version `\(id)` is stated twice", at: row.location)
            }
        }
    }

    private mutating func readPairs(_ table: Table, lines: ClosedRange<Int>, in passage: Passage) {
        let table = ColumnTable(
            table, .regions, lines: lines, in: passage, log: log)
        if let table, table.columns[.region] == nil, url?.contains("{region}") == true {
            let message = "the table has no column for the region that the address has a place for"
            log.report(ImportRules.missingColumn, message, at: passage.location(line: lines.lowerBound))
        }
        for row in table?.rows ?? [] {
            let pair = Service.Server.Pair(
                environment: row.text(.environment),
                region: table?.columns[.region] == nil ? nil : row.text(.region))
            if pair.environment.isEmpty || pair.region == "" {
                log.report(ImportRules.malformedRow, "the row lacks an environment or a region", at: row.location)
            } else if pairs.contains(pair) {
                let message = "environment `\(pair.environment)` with region `\(pair.region ?? "none")` is stated twice"
                log.report(ImportRules.malformedRow, message, at: row.location)
            } else {
                pairs.append(pair)
            }
        }
    }
}

extension Block {
    /// The rank of a heading as the markup gives it; `nil` for what is not a heading, or has no rank.
    fileprivate var level: Int? {
        if case .heading(let heading) = content { heading.level } else { nil }
    }
}
