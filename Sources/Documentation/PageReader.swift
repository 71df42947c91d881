import Diagnostics

/// Turns the bytes of a documentation page into blocks, whichever form the page has.
public enum PageReader {
    /// The largest page that is read, in bytes: 64 MB.
    ///
    /// Real pages, navigation included, have 5 MB.
    public static let maximumSize = 64 * 1024 * 1024

    /// Reads a page of HTML, of Markdown or of extracted text; which of them is found out by what marks it has.
    ///
    /// `file` is the name that diagnostics and ``Page/file`` use.
    ///
    /// - Throws: `DiagnosticError` with one diagnostic if the page is empty, larger than ``maximumSize``, not UTF-8
    ///   text, something else than a page (an archive, a PDF, a search index), nested too deeply, HTML that is cut off,
    ///   or put together of two forms.
    public static func read(_ bytes: [UInt8], file: String) throws -> Page {
        try bytes.withUnsafeBufferPointer { page in
            if let problem = ForeignContent.problem(with: page) {
                throw DiagnosticError(problem, at: SourceLocation(file: file))
            }
            let content = try PageBytes.content(of: page, file: file)
            let page =
                switch try PageFormat.find(in: content, file: file) {
                case .extractedText: ExtractedTextReader.read(content, file: file)
                case .markdown: try MarkdownReader.read(content, file: file)
                case .html: try HTMLReader.read(content, file: file)
                }
            if page.format == .html { try PageFormat.check(page) }
            return PageText.cleaned(page)
        }
    }

    /// The form of a page, judged by the marks that it has.
    public static func detectFormat(_ bytes: [UInt8]) -> Page.Format {
        bytes.withUnsafeBufferPointer { PageFormat(PageBytes.withoutMark($0)).format }
    }
}
