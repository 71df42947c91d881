import APISpec
import Diagnostics
import Documentation

/// Reads what stands below a version heading of an operation.
struct RevisionReader {
    /// What readers of revisions share.
    struct Shared {
        /// The words of the operation's heading, for messages.
        var operation: String
        /// The versions of the table.
        var versions: VersionBook
        /// Sentences that the introduction has, too.
        var notes: Set<String>
        /// The reader of types.
        var cells: SchemaCells
        /// The log of the service.
        var log: ImportLog
    }

    let shared: Shared
    let passage: Passage
    let version: String
    var log: ImportLog { shared.log }

    private var section: GuideDialect.Section?
    private var isUnderUnknownHeading = false
    private(set) var call: (method: String, path: String)?
    /// Where the method and the path stand; the heading where they do not.
    private(set) var callLocation: SourceLocation
    private(set) var description: [String] = []
    private(set) var hasDescribedState = false
    private var opened: Set<GuideDialect.Section> = []
    /// Where the paragraphs of the description stand.
    private(set) var descriptionPlaces: [SourceLocation] = []
    /// Whether there is something below Parameters that is not a table.
    private(set) var hasUnreadParameters = false
    private(set) var state: String?
    private(set) var isDeprecated = false
    private(set) var status: APIVersion.Status?
    private(set) var window: CalendarDate??
    private(set) var parameters = ParameterTable()
    private(set) var responses: [Response]?
    /// Whether a row of the Responses table, or all of it, cannot be read.
    private(set) var hasUnreadResponses = false
    private(set) var requestPath: String?
    private(set) var headers: [ShownHeader] = []
    private(set) var requestBody = ExampleText()
    private(set) var answers: [(status: Int, location: SourceLocation, body: ExampleText)] = []
    var places: [(steps: [String], location: SourceLocation)] = []

    private init(_ part: ServiceOutline.Part, shared: Shared) {
        self.shared = shared
        passage = part.passage
        callLocation = part.passage.location
        version = plainVersion(part.title)
    }

    /// Reads a version; `nil`, with a finding, where it states no call.
    ///
    /// `added` is the version where the table of versions lacks it.
    static func read(_ part: ServiceOutline.Part, shared: Shared) -> (revision: ReadRevision?, added: APIVersion?) {
        var reader = RevisionReader(part, shared: shared)
        for block in StackedTables.assembled(part.passage) { reader.read(block) }
        return (reader.finish(), reader.checkVersion())
    }

    // MARK: Blocks

    private mutating func read(_ block: Block) {
        let location = passage.location(line: block.lines.lowerBound)
        if let found = WordLookup.shared.revisionSection(block, in: passage.format) {
            enter(found, at: location)
            return
        }
        if section == .exampleResponse || !answers.isEmpty,
            let status = WordLookup.shared.responseExample(block, in: passage.format)
        {
            section = .exampleResponse
            isUnderUnknownHeading = false
            answers.append((status, location, ExampleText()))
            return
        }
        if case .heading(let heading) = block.content, let line = StateLine(heading.text), line.before.isEmpty {
            enter(.state, at: location)
            _ = readState(line.state, at: location)
            return
        }
        if case .heading(let heading) = block.content {
            let message = "nothing is known of the heading `\(excerpt(heading.text))` here"
            log.report(ImportRules.unknownHeading, message, at: location)
            log.leaveUnread(block.lines, of: passage.file)
            isUnderUnknownHeading = true
            return
        }
        if isUnderUnknownHeading || !readContent(block, at: location) {
            log.reportUnread(block, of: passage.file)
            if section == .parameters, !parameters.isStated { hasUnreadParameters = true }
            // A second table of a section may be the rest of the first, or that of another revision whose heading is
            // gone: nothing tells, so that the section is not whole.
            if case .table(let table) = block.content {
                switch self.section(of: table) {
                case .parameters: hasUnreadParameters = true
                case .responses: hasUnreadResponses = true
                default: break
                }
            }
        }
    }

    private mutating func enter(_ found: GuideDialect.Section, at location: SourceLocation) {
        section = found
        isUnderUnknownHeading = !opened.insert(found).inserted
        guard !isUnderUnknownHeading else {
            let word = GuideDialect.scp.word(found)
            let message = "the section `\(word)` comes twice in version `\(version)` of `\(shared.operation)`"
            log.report(ImportRules.repeatedSection, message, at: location)
            return
        }
        switch found {
        case .parameters: places.append((["parameters"], location))
        case .responses: places.append((["responses"], location))
        default: break
        }
    }

    /// Reads a block that is not a heading; `false` where nothing is known of it.
    private mutating func readContent(_ block: Block, at location: SourceLocation) -> Bool {
        switch (section, block.content) {
        case (nil, .paragraph(let text)), (nil, .code(let text)):
            return readCall(text, at: location) || readStateLine(text, at: location)
        case (.description, .paragraph(let text)):
            return readDescription(text, at: location)
        case (.state, .paragraph(let text)):
            return readState(text, at: location)
        case (.state, .table(let table)) where section(of: table) == nil:
            readWindow(table, lines: block.lines)
            return true
        case (.parameters, .table(let table)) where !parameters.isStated && section(of: table) != .responses:
            places += parameters.read(table, lines: block.lines, in: passage, cells: shared.cells, log: log)
            return true
        case (.responses, .table(let table)) where responses == nil && section(of: table) != .parameters:
            responses = []
            readResponses(table, lines: block.lines)
            return true
        case (.exampleRequest, .paragraph(let text)), (.requestPath, .paragraph(let text)),
            (.requestHeaders, .paragraph(let text)), (.exampleRequest, .code(let text)),
            (.requestPath, .code(let text)), (.requestHeaders, .code(let text)):
            return readRequestLines(text, from: block.lines.lowerBound)
        case (.requestBody, .paragraph), (.requestBody, .code):
            requestBody.append(block)
            return true
        case (.exampleResponse, .paragraph), (.exampleResponse, .code):
            guard !answers.isEmpty else { return false }
            answers[answers.count - 1].body.append(block)
            return true
        case (_, .table(let table)):
            return readTable(table, of: block, at: location)
        default:
            return false
        }
    }

    /// Whether a paragraph below Description can be part of it: lines of tables, states and repetitions are not, which
    /// stand there where the heading between is gone.
    private func isDescription(_ text: String) -> Bool {
        let state = text.prefix { $0 != "(" }
        let isState = text.hasSuffix(")") && GuideDialect.scp.activeStates.contains(trimmed(state).uppercased())
        return !isState && !text.hasPrefix("|") && description.last != text
    }

    /// The section of a table whose columns are those of parameters or answers.
    private func section(of table: Table) -> GuideDialect.Section? {
        let columns = Set(table.head.compactMap(WordLookup.shared.column))
        if GuideDialect.scp.head(.parameters).fits(columns) { return .parameters }
        return GuideDialect.scp.head(.responses).fits(columns) ? .responses : nil
    }

    /// Reads a table that stands in another section than its own, which its columns tell without doubt.
    private mutating func readTable(_ table: Table, of block: Block, at location: SourceLocation) -> Bool {
        guard let missing = section(of: table), !opened.contains(missing),
            missing == .parameters ? !parameters.isStated : responses == nil
        else { return false }
        let word = GuideDialect.scp.word(missing)
        let message = "the heading `\(word)` of `\(shared.operation)` is missing above this table"
        log.report(ImportRules.missingSection, message, at: location)
        section = missing
        opened.insert(missing)
        return readContent(block, at: location)
    }

    private mutating func readCall(_ text: String, at location: SourceLocation) -> Bool {
        let words = text.split(whereSeparator: \.isBlank)
        guard call == nil, words.count == 2, words[1].hasPrefix("/"), words[0].allSatisfy(\.isPlainLetterOrDigit)
        else { return false }
        var path = String(words[1])
        if let query = path.firstIndex(of: "?") {
            log.report(ImportRules.malformedPath, "the path `\(excerpt(path))` has a query", at: location)
            path = String(path[..<query])
        }
        call = (words[0].uppercased(), path)
        callLocation = location
        return true
    }

    /// Reads a state that stands where nothing else is.
    private mutating func readStateLine(_ text: String, at location: SourceLocation) -> Bool {
        guard let line = StateLine(text), line.before.isEmpty, !hasDescribedState else { return false }
        enter(.state, at: location)
        return readState(line.state, at: location)
    }

    /// Reads what an operation does, and its state where that stands in the same line.
    private mutating func readDescription(_ text: String, at location: SourceLocation) -> Bool {
        guard let line = StateLine(text), !hasDescribedState else {
            guard isDescription(text) else { return false }
            description.append(text)
            descriptionPlaces.append(location)
            return true
        }
        if !line.before.isEmpty {
            description.append(line.before)
            descriptionPlaces.append(location)
        }
        enter(.state, at: location)
        return readState(line.state, at: location)
    }

    private mutating func readState(_ text: String, at location: SourceLocation) -> Bool {
        if WordLookup.shared.isBoilerplate(text) || shared.notes.contains(normalized(text)) { return true }
        guard !hasDescribedState else { return false }
        hasDescribedState = true
        // Where no blank line separates them, the sentence about old versions follows in the same paragraph.
        if let end = text.firstIndex(of: ")"), case let rest = trimmed(text[text.index(after: end)...]), !rest.isEmpty,
            WordLookup.shared.isBoilerplate(rest) || shared.notes.contains(normalized(rest))
        {
            hasDescribedState = false
            return readState(String(text[...end]), at: location)
        }
        let open = text.firstIndex(of: "(")
        let name = trimmed(text[..<(open ?? text.endIndex)])
        var isReadable = true
        if let open {
            isReadable = text.hasSuffix(")")
            let word = trimmed(text[text.index(after: open)...].dropLast(isReadable ? 1 : 0))
            status = VersionCells(log: log).status(word, at: location)
        }
        if isReadable, GuideDialect.scp.deprecatedStates.contains(name.uppercased()) {
            isDeprecated = true
        } else if !GuideDialect.scp.activeStates.contains(name.uppercased()) || !isReadable {
            state = text
            let known = GuideDialect.scp.activeStates.joined(separator: ", ")
            let message = "the state `\(excerpt(text))` of `\(shared.operation)` is not \(known)"
            log.report(ImportRules.unknownState, message, at: location)
        }
        return true
    }

    private mutating func readWindow(_ table: Table, lines: ClosedRange<Int>) {
        guard let table = ColumnTable(table, .window, lines: lines, in: passage, log: log)
        else { return }
        for row in table.rows {
            let date = VersionCells(log: log).date(row.text(.notBefore), at: row.location)
            let id = plainVersion(row.text(.version))
            guard id == version else {
                let message = "the table speaks of version `\(excerpt(id))` below the heading of version `\(version)`"
                log.report(ImportRules.versionMismatch, message, at: row.location)
                continue
            }
            window = .some(date)
            if let known = shared.versions[version], known.notBefore != date {
                let (here, there) = (date?.description ?? "-", known.notBefore?.description ?? "-")
                let message = "version `\(version)` ends on \(here) here and on \(there) in the table of versions"
                log.report(ImportRules.versionMismatch, message, at: row.location)
            }
        }
    }

    private mutating func readResponses(_ table: Table, lines: ClosedRange<Int>) {
        let table = ColumnTable(
            table, .responses, lines: lines, in: passage, log: log,
            type: shared.cells.stated)
        hasUnreadResponses = table.map { $0.unreadRows > 0 } ?? true
        var statuses: Set<Int> = []
        for row in table?.rows ?? [] {
            let code = row.text(.status)
            guard let status = CellGrammar.status(code) else {
                let message = "`\(excerpt(code))` is not a status code from 100 to 599"
                log.report(ImportRules.malformedRow, message, at: row.location)
                hasUnreadResponses = true
                continue
            }
            guard statuses.insert(status).inserted else {
                log.report(ImportRules.duplicateResponse, "the answer `\(code)` is stated twice", at: row.location)
                continue
            }
            var response = Response(status: status)
            let words = row.text(.description)
            response.description = GuideDialect.scp.noDescription.contains(words) ? nil : words
            if let cell = row[.schema], !GuideDialect.scp.noSchema.contains(cell.text) {
                let subject = "answer \(code) of \(shared.operation)"
                response.schema = shared.cells.type(cell, of: subject, at: row.location)
            }
            places.append((["responses", code], row.location))
            responses?.append(response)
        }
        responses?.sort { $0.status < $1.status }
    }

    /// Reads the path and the headers of an example, which extracted text has under one heading.
    private mutating func readRequestLines(_ text: String, from line: Int) -> Bool {
        var isRead = true
        for (offset, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let location = passage.location(line: line + offset)
            let content = trimmed(part)
            if content.isEmpty { continue }
            if content.hasPrefix("/"), requestPath == nil, !content.contains(where: \.isBlank) {
                requestPath = content
            } else if let header = ShownHeader(content, at: location),
                !headers.contains(where: { $0.name.lowercased() == header.name.lowercased() })
            {
                headers.append(header)
            } else {
                isRead = false
            }
        }
        return isRead
    }
}
