import Diagnostics
public import Documentation

/// Tells in which dialects pages are written.
public struct DialectRecognition {
    /// Pages of a dialect.
    public struct Group: Sendable {
        /// The dialect.
        public let dialect: PageDialect
        /// Its pages, in the order of the input.
        public let pages: [Page]
        /// Pages beside them that are about something else and are not read.
        var others: [Page] = []
    }

    /// The pages of dialects, and those that are left for the reader of guides.
    ///
    /// `forced` names the dialect of all pages.
    ///
    /// - Throws: `DiagnosticError` where `forced` is not a dialect, and where a page fits two dialects.
    public static func groups(of pages: [Page], forced: String? = nil) throws -> (groups: [Group], rest: [Page]) {
        if let forced {
            if forced == PageDialect.guideName { return ([], pages) }
            guard let dialect = PageDialect.named(forced) else {
                throw DiagnosticError(
                    "`\(forced)` is not a dialect; there are \(PageDialect.names.joined(separator: ", "))", at: nil)
            }
            return (pages.isEmpty ? [] : [Group(dialect: dialect, pages: pages)], [])
        }
        var found: [(dialect: Int, evidence: DialectEvidence)?] = []
        var errors: [Diagnostic] = []
        for page in pages {
            do { found.append(try recognise(page)) } catch let error as DiagnosticError { errors += error.diagnostics }
        }
        if !errors.isEmpty { throw DiagnosticError(errors) }
        // A part alone says nothing for sure; beside pages that are certain it belongs to them.
        let certain = Set(found.compactMap { $0.flatMap { $0.evidence.isPart ? nil : $0.dialect } })
        // The site of a guide has overviews and models as references have; its operations no dialect knows.
        let hasOthers = found.contains { $0 == nil }
        if hasOthers, !found.contains(where: { $0?.evidence.hasOperations == true }) { return ([], pages) }
        // A page with a title of its own beside a whole reference is about something else: how to build it, say.
        let hasWhole = found.contains { $0.map { !$0.evidence.isPart && $0.evidence.isTitled } ?? false }
        var members: [Int: [Page]] = [:]
        var others: [Page] = []
        var rest: [Page] = []
        for (page, entry) in zip(pages, found) {
            guard var entry else {
                rest.append(page)
                continue
            }
            if certain.isEmpty, entry.evidence.isWeak {
                rest.append(page)
                continue
            }
            if hasWhole, entry.evidence.isWeak, entry.evidence.isTitled {
                others.append(page)
                continue
            }
            if entry.evidence.isPart, !certain.contains(entry.dialect), let only = certain.first, certain.count == 1 {
                entry.dialect = only
            }
            members[entry.dialect, default: []].append(page)
        }
        var groups = members.keys.sorted().map { Group(dialect: PageDialect.all[$0], pages: members[$0] ?? []) }
        if !groups.isEmpty { groups[0].others = others }
        return (groups, rest)
    }

    /// The dialect that most speaks for. Throws where as much speaks for another one.
    private static func recognise(_ page: Page) throws -> (dialect: Int, evidence: DialectEvidence)? {
        let all = PageDialect.all.enumerated().compactMap { index, dialect in
            dialect.recognise(page).map { evidence in
                let member = PageDialect.all.firstIndex { $0.name == evidence.member }
                return (dialect: member ?? index, evidence: evidence)
            }
        }
        func weight(_ evidence: DialectEvidence) -> (Int, Int) { (evidence.hasOperations ? 1 : 0, evidence.marks) }
        guard let best = all.max(by: { weight($0.evidence) < weight($1.evidence) }) else { return nil }
        // Who describes operations, too, would lose them.
        let rivals = all.filter { other in
            other.dialect != best.dialect
                && (other.evidence.marks == best.evidence.marks
                    || other.evidence.hasOperations && best.evidence.hasOperations)
        }
        guard let rival = rivals.first else { return best }
        let (one, other) = (PageDialect.all[best.dialect], PageDialect.all[rival.dialect])
        throw DiagnosticError(
            "the page fits two dialects: `\(one.name)` (\(best.evidence.reason), line \(best.evidence.line)) and "
                + "`\(other.name)` (\(rival.evidence.reason), line \(rival.evidence.line)); name one with --dialect",
            at: SourceLocation(file: page.file, line: best.evidence.line, column: 1))
    }
}

extension DialectRecognition.Group {
    /// The services that the pages describe, each with a finding that names the dialect.
    ///
    /// - Throws: `DiagnosticError` for pages that break their grammar.
    public func services() throws -> [DescribedService] {
        var services = try read()
        guard !services.isEmpty else { return services }
        services[0].findings += others.map { page in
            DialectRules.unread.finding(
                "the page is not written in the dialect of the others (`\(dialect.name)`); it is left out",
                at: SourceLocation(file: page.file, line: 1, column: 1))
        }
        return services
    }

    /// The group with further pages that are about something else.
    public func leavingOut(_ pages: [Page]) -> Self {
        var copy = self
        copy.others += pages
        return copy
    }

    private func read() throws -> [DescribedService] {
        let cut = pages.compactMap { page -> Diagnostic? in
            guard let block = page.cutOffBlock else { return nil }
            return .error(
                "the page ends in the middle of the table that starts here: it is cut off; download it again",
                at: SourceLocation(file: page.file, line: block.lines.lowerBound, column: 1))
        }
        if !cut.isEmpty { throw DiagnosticError(cut) }
        return try dialect.read(pages)
    }
}
