import Diagnostics
import Documentation
import YAML

/// The dialect of widdershins: Markdown of its templates and of one's own, as Apifox exports it, and the HTML that Slate
/// makes of it.
enum Widdershins {
    /// The dialect.
    static let dialect = PageDialect(
        name: "widdershins", title: "widdershins 3 or 4, or a descendant of it", neverPrinted: unprinted,
        recognise: evidence(on:), read: read)

    /// What the templates leave out.
    private static let unprinted = [
        "default values but in columns of their own", "limits, lengths and patterns", "formats of the items of lists",
        "callbacks and links",
        "more than one media type of a body", "how the alternatives of a body are joined",
    ]

    /// What speaks for the dialect: tables with the heads that its templates alone have.
    static func evidence(on page: Page) -> DialectEvidence? {
        let (marks, line) = WiddershinsParts.marks(on: page)
        guard marks > 1 else { return nil }
        let parts = WiddershinsParts(page)
        guard !parts.operations.isEmpty || !parts.chapters.isEmpty else { return nil }
        return DialectEvidence(
            reason: "tables with the heads of widdershins", line: line, isPart: parts.operations.isEmpty,
            hasOperations: !parts.operations.isEmpty, marks: marks * 5)
    }

    /// The services that pages describe: one where at most one page says what service it is one of, otherwise one each.
    static func read(_ pages: [Page]) throws -> [DescribedService] {
        let main = pages.count { WiddershinsParts($0).isMain }
        return try (main <= 1 ? [pages] : pages.map { [$0] }).map(service)
    }

    private static func service(_ pages: [Page]) throws -> DescribedService {
        let parts = pages.map(WiddershinsParts.init)
        guard let first = pages.first, parts.contains(where: { !$0.operations.isEmpty }) else {
            throw DiagnosticError(
                "the page describes schemas and no operation; import the pages of the operations together with it",
                at: pages.first.map { SourceLocation(file: $0.file) })
        }
        var document = WiddershinsDocument(parts)
        let root = document.document()
        let message =
            "the page is read as one of \(dialect.title) (`\(dialect.name)`; \(first.format.rawValue)); such pages never "
            + "tell: " + unprinted.joined(separator: "; ")
        let finding = DialectRules.dialect.finding(message, at: SourceLocation(file: first.file))
        return DescribedService(
            document: root, files: pages.map(\.file), findings: [finding] + document.findings, dialect: dialect.name,
            lost: document.lost)
    }
}
