public import Diagnostics
public import Documentation
public import YAML

/// Reads pages in the shape that widdershins gives OpenAPI documents: as Markdown, with templates of one's own, as
/// Apifox exports them, and as HTML that Slate makes of it.
///
/// What comes out is an OpenAPI document whose parts have the lines that say so. What the shape does not print (defaults,
/// limits, formats of items) stays unknown.
public struct WiddershinsReader {
    /// What the pages say.
    public struct Result {
        /// The document, of OpenAPI 3.0.
        public var root: YAMLNode
        /// The page that diagnostics about the whole name.
        public var file: String
        /// What a person should look at.
        public var findings: [Diagnostic]
    }

    /// A reader; it keeps nothing between pages.
    public init() {}

    /// Whether a page has this shape.
    public static func recognises(_ page: Page) -> Bool {
        guard PageParts.hasTables(page) else { return false }
        let parts = PageParts(page)
        return !parts.operations.isEmpty || !parts.chapters.isEmpty
    }

    /// The pages, all of this shape, by the services that they describe: one where at most one page says what service it
    /// is one of, otherwise one each.
    public static func services(_ pages: [Page]) -> [[Page]] {
        pages.count { PageParts($0).isMain } <= 1 ? (pages.isEmpty ? [] : [pages]) : pages.map { [$0] }
    }

    /// Reads the pages of one service: one, or several of which each has some operations or schemas.
    ///
    /// - Throws: `DiagnosticError` where no page has an operation.
    public func read(_ pages: [Page]) throws -> Result {
        let parts = pages.map(PageParts.init)
        guard let first = pages.first else { throw DiagnosticError("there is no page to read", at: nil) }
        guard parts.contains(where: { !$0.operations.isEmpty }) else {
            throw DiagnosticError(
                "the page describes schemas and no operation; import the pages of the operations together with it",
                at: SourceLocation(file: first.file))
        }
        var assembly = DocumentAssembly(parts)
        return Result(root: assembly.document(), file: first.file, findings: assembly.findings)
    }
}
