import Diagnostics

/// Turns the bytes of a documentation page into blocks, whichever form the page has.
public enum PageReader {
    /// The largest page that is read, in bytes: 64 MB.
    ///
    /// Real pages, navigation included, have 5 MB.
    public static let maximumSize = 64 * 1024 * 1024

    /// Reads a page of HTML, of Markdown, of AsciiDoc or of extracted text; which of them is found out by what marks it has.
    ///
    /// `file` is the name that diagnostics and ``Page/file`` use. Pages in another encoding than UTF-8 are read by the
    /// charset that their byte order mark, `contentType` (the header field of HTTP) or the page itself declares, as the
    /// WHATWG Encoding Standard understands its label; lines and columns are those of the text.
    ///
    /// - Throws: `DiagnosticError` with one diagnostic if the page is empty, larger than ``maximumSize``, neither UTF-8
    ///   nor in the encoding that it declares, something else than a page (an archive, a PDF, a search index), nested
    ///   too deeply, HTML that is cut off, or put together of two forms.
    public static func read(_ bytes: [UInt8], file: String, contentType: String? = nil) throws -> Page {
        let decoded = try bytes.withUnsafeBufferPointer { page in
            try PageDecoding.utf8(of: page, contentType: contentType, file: file)
        }
        guard let decoded else { return try readUTF8(bytes, file: file) }
        var page = try readUTF8(decoded, file: file)
        page.foreignCharset = nil
        return page
    }

    private static func readUTF8(_ bytes: [UInt8], file: String) throws -> Page {
        try bytes.withUnsafeBufferPointer { page in
            if let problem = ForeignContent.problem(with: page) {
                throw DiagnosticError(problem, at: SourceLocation(file: file))
            }
            let content = try PageBytes.content(of: page, file: file)
            let page =
                switch try PageFormat.find(in: content, file: file) {
                case .extractedText: ExtractedTextReader.read(content, file: file)
                case .markdown: try MarkdownReader.read(content, file: file)
                case .asciidoc: try AsciiDocReader.read(content, file: file)
                case .html: try HTMLReader.read(content, file: file)
                }
            if page.format == .html { try PageFormat.check(page, content: content) }
            return PageText.cleaned(page)
        }
    }

    /// What `bytes` are where they are an archive, a PDF, a picture or the search index of a site, and what to do
    /// instead of reading them as a page; `nil` for everything else.
    public static func foreignContent(_ bytes: [UInt8]) -> String? {
        bytes.withUnsafeBufferPointer { ForeignContent.file($0) ?? ForeignContent.searchIndex($0) }
    }

    /// The form of a page, judged by the marks that it has.
    public static func detectFormat(_ bytes: [UInt8]) -> Page.Format {
        bytes.withUnsafeBufferPointer { PageFormat(PageBytes.withoutMark($0)).format }
    }
}
