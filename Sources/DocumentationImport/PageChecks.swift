import APISpec
import Diagnostics
import Documentation

/// Tells pages that are whole guides from others, before anything is read.
enum PageChecks {
    /// Checks that the page does not end in the middle of something.
    static func checkEnd(of page: Page) throws {
        guard let cut = cutOff(page) else { return }
        throw DiagnosticError("the page ends in the middle of \(cut.what); get the whole page", at: cut.location)
    }

    /// Checks that the page is not one of a gateway.
    static func checkGateway(_ page: Page) throws {
        guard let title = GatewayPage.title(of: page) else { return }
        let message = """
            this is not a documentation but the word of a gateway, `\(excerpt(title))`; get the page again
            """
        throw DiagnosticError(message, at: SourceLocation(file: page.file))
    }

    /// Checks that the tables of converted pages have their cells: some extractors lose what stands around links and
    /// inside of elements, so that rows end early and others are missing altogether.
    static func checkCells(of page: Page) throws {
        if let line = tornRow(of: page) {
            let message = """
                rows of the tables end at their links, and what follows them is gone (trafilatura 2.0 writes pages so \
                with `include_links`); convert the page without links or with trafilatura 2.1, or import the HTML
                """
            throw DiagnosticError(message, at: SourceLocation(file: page.file, line: line))
        }
        if page.format == .extractedText, let line = brokenCell(of: page) {
            let message = """
                the tables of this page are lines of text, broken at every element and without empty cells \
                (BeautifulSoup's `get_text` writes them so); \(PageForm.advice)
                """
            throw DiagnosticError(message, at: SourceLocation(file: page.file, line: line))
        }
    }

    /// The first of several lines of tables that are nothing but a separator.
    private static func tornRow(of page: Page) -> Int? {
        var lines: [Int] = []
        for block in page.blocks {
            guard case .table(let table) = block.content else { continue }
            let empty = table.rows.filter {
                $0.edges != nil && $0.cells.count <= 1 && $0.cells.allSatisfy(\.text.isEmpty)
            }
            lines += empty.map(\.lines.lowerBound)
        }
        return lines.count >= 3 ? lines[0] : nil
    }

    /// The first of several lines that open the bracket of a type, where no table of the page has separators.
    private static func brokenCell(of page: Page) -> Int? {
        var lines: [Int] = []
        for block in page.blocks {
            if case .table = block.content { return nil }
            guard case .paragraph(let text) = block.content, text.hasSuffix("[") else { continue }
            let word = trimmed(text.dropLast())
            guard word == GuideDialect.scp.notation.array || GuideDialect.scp.notation.unions.contains(word) else {
                continue
            }
            lines.append(block.lines.lowerBound)
        }
        return lines.count >= 3 ? lines[0] : nil
    }

    /// Checks that no service is described twice.
    static func checkServices(_ imports: [ImportedDocumentation]) throws {
        var files: [String: String] = [:]
        for result in imports {
            let (id, file) = (result.document.service.id, result.locations.whole.file)
            guard let other = files.updateValue(file, forKey: id) else { continue }
            let message = "the service `\(id)` is described by `\(other)` already; import one page of it"
            throw DiagnosticError(message, at: SourceLocation(file: file))
        }
    }

    /// Checks that the page has services and all chapters of them.
    static func check(_ outlines: [ServiceOutline], of page: Page) throws {
        let file = SourceLocation(file: page.file)
        guard !outlines.isEmpty else {
            if let form = PageForm.problem(of: page) {
                throw DiagnosticError("\(form.message); \(PageForm.advice)", at: form.location)
            }
            let (operations, models) = (word(.operations), word(.models))
            let message = """
                this is not a guide to an API: expected chapters `1 - \(operations)` and `2 - \(models)`, found none; \
                import the printable page of a service (its address ends in `/_print/`)
                """
            throw DiagnosticError(message, at: file, rule: ImportRules.noGuide.id)
        }
        for outline in outlines {
            let last = outline.operations.last?.revisions.last?.passage ?? outline.front.last
            let end = last?.blocks.last?.lines.upperBound ?? last?.line ?? 0
            let location = SourceLocation(file: page.file, line: end)
            if outline.operations.isEmpty {
                throw DiagnosticError("the chapter `\(word(.operations))` has no operations", at: location)
            }
            if !outline.hasModels {
                let message = """
                    the page ends without the chapter `\(word(.models))` that follows the operations; \
                    it is cut off, get the whole page
                    """
                throw DiagnosticError(message, at: location)
            }
        }
    }

    /// Checks that the page does not end among the models, between two rows or two tables.
    ///
    /// Extracted text and Markdown have no end mark. But guides list models by name: where several types are missing
    /// and all of them would stand behind the last model that there is, the rest of the page is gone.
    static func checkModels(of service: ImportedDocumentation, on page: Page) throws {
        guard page.format != .html, let last = service.document.schemas.last?.name else { return }
        let missing = service.coverage.unknownTypes
        guard missing.count >= 3, missing.allSatisfy({ $0 > last }) else { return }
        let end = page.blocks.last?.lines.upperBound ?? 0
        let message = """
            the page ends after the model `\(last)`, and the models of \(missing.count) types that it uses would follow \
            (`\(missing[0])` is the first); it is cut off, get the whole page
            """
        throw DiagnosticError(message, at: SourceLocation(file: page.file, line: end))
    }

    /// Checks that at least one table of the pages could be read: without any, a spec would hold next to nothing.
    static func checkTables(of service: ImportedDocumentation, on pages: [Page]) throws {
        guard service.coverage.tables == 0, let first = pages.first else { return }
        if let form = pages.lazy.compactMap(PageForm.problem).first {
            throw DiagnosticError("\(form.message); \(PageForm.advice)", at: form.location)
        }
        let reason =
            first.format == .html
            ? "if a script draws them, save the page from a browser once it is shown" : PageForm.advice
        throw DiagnosticError("no table of the page can be read; \(reason)", at: SourceLocation(file: first.file))
    }

    /// Checks that the page does not end in a row that cannot be read.
    static func checkLastRow(of service: ImportedDocumentation, on page: Page) throws {
        guard page.format == .extractedText, case .table(let table)? = page.blocks.last?.content,
            let row = table.rows.last
        else { return }
        let isUnread = service.findings.contains { finding in
            finding.rule == ImportRules.malformedRow.id && finding.location?.file == page.file
                && row.lines.contains(finding.location?.line ?? 0)
        }
        guard isUnread, row.cells.count < table.head.count || row.edges?.trailing == false else { return }
        throw DiagnosticError(
            "the page ends in the middle of a table; get the whole page",
            at: SourceLocation(file: page.file, line: row.lines.upperBound))
    }

    /// How a table of contents may list the headings of the page: `1.1: Create Backup`.
    static func contents(of page: Page) -> Set<String> {
        var lines: Set<String> = []
        for block in page.blocks {
            guard case .heading(let heading) = block.content, !heading.number.isEmpty else { continue }
            lines.insert("\(heading.number.map(String.init).joined(separator: ".")): \(heading.text)")
        }
        return lines
    }

    private static func cutOff(_ page: Page) -> (what: String, location: SourceLocation)? {
        guard let block = page.blocks.last else { return nil }
        let location = SourceLocation(file: page.file, line: block.lines.upperBound)
        switch block.content {
        case .table(let table): return table.isCutOff ? ("a table", location) : nil
        case .code: return block.isUnbalanced ? ("an example", location) : nil
        case .heading, .paragraph: return nil
        }
    }

    private static func word(_ chapter: GuideDialect.Chapter) -> String {
        GuideDialect.scp.chapters.first { $0.0 == chapter }?.1.first ?? ""
    }
}
