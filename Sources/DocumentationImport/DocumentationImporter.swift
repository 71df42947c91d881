public import APISpec
import Diagnostics
public import Documentation

/// Reads guides: the blocks of documentation pages become spec documents and findings.
public struct DocumentationImporter {
    /// An importer; it keeps nothing between pages.
    public init() {}

    /// Reads pages and answers one import for each service, in the order of the pages.
    ///
    /// Every line is either in the document, or known to say nothing, or the subject of a finding. `sources` are the
    /// pages' digests in the order of `pages`; where the counts differ, every document gets all of them.
    ///
    /// - Throws: `DiagnosticError` with a diagnostic for every page that is not a guide, or is cut off, and for a
    ///   service that two pages describe.
    public func importPages(_ pages: [Page], sources: [Source]) throws -> [ImportedDocumentation] {
        guard !pages.isEmpty else { throw DiagnosticError("there is no page to import", at: nil) }
        var errors: [Diagnostic] = []
        var imports: [ImportedDocumentation] = []
        var singles: [SinglePage] = []
        for (index, whole) in pages.enumerated() {
            do {
                try PageChecks.checkGateway(whole)
                try PageChecks.checkCells(of: whole)
                try PageChecks.checkEnd(of: whole)
                let (page, remarks) = PageNavigation.removed(from: Furniture.shared.removed(from: whole))
                let outlines = OutlineReader.read(page)
                if outlines.isEmpty, let single = SinglePage(page) {
                    singles.append(single)
                    continue
                }
                try PageChecks.check(outlines, of: page)
                let contents = PageChecks.contents(of: page)
                let own = sources.count == pages.count ? [sources[index]] : sources
                var read = outlines.map { ServiceReader.read($0, contents: contents, sources: own) }
                if let charset = page.foreignCharset, !read.isEmpty {
                    let place = SourceLocation(file: page.file, line: charset.line, column: charset.column)
                    let message = "the page declares the charset `\(charset.name)`; it is read as UTF-8, which it is"
                    read[0].findings.insert(ImportRules.charsetDiffers.finding(message, at: place), at: 0)
                }
                if !read.isEmpty {
                    read[0].findings.insert(contentsOf: remarks + PageNavigation.lostTables(of: page), at: 0)
                }
                for service in read { try PageChecks.checkTables(of: service, on: [page]) }
                if let last = read.last {
                    try PageChecks.checkLastRow(of: last, on: page)
                    try PageChecks.checkModels(of: last, on: page)
                }
                imports += read
            } catch let error as DiagnosticError {
                errors += error.diagnostics
            }
        }
        if !errors.isEmpty { throw DiagnosticError(errors) }
        imports += try importSingles(singles, pages: pages, sources: sources)
        try PageChecks.checkServices(imports)
        return imports
    }

    private func importSingles(_ singles: [SinglePage], pages: [Page], sources: [Source]) throws
        -> [ImportedDocumentation]
    {
        let titles = Set(singles.map(\.title))
        return try SinglePages(singles).outlines().map { outline, files in
            let files = Set(files)
            let own = zip(pages, sources).filter { files.contains($0.0.file) }
            let isKnown = sources.count == pages.count
            var result = ServiceReader.read(outline, contents: titles, sources: isKnown ? own.map(\.1) : sources)
            if isKnown, own.count > 1 {
                result.nameSources(
                    Dictionary(own.map { ($0.0.file, $0.1.page) }, uniquingKeysWith: { first, _ in first }))
            }
            try PageChecks.checkTables(of: result, on: pages.filter { files.contains($0.file) })
            return result
        }
    }
}
