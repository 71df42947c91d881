import Diagnostics

/// Reads a page of HTML as the site serves it: minified, optional end tags left out, navigation in front.
///
/// The content is what stands in `<main>`, or the whole body where there is none. Scripts, styles, navigation, page
/// headers and footers, controls and what is not printed are left out.
enum HTMLReader {
    /// How deep elements may be nested.
    ///
    /// libxml2's own tree stops at the same depth, without saying so.
    static let maximumDepth = 256

    /// Reads `bytes`, which are UTF-8 without a byte order mark; another charset that the page declares is noted.
    static func read(_ bytes: Bytes, file: String) throws -> Page {
        let source = HTMLSource(bytes)
        if let offset = source.crowdedTag {
            throw DiagnosticError(
                "a tag has more than \(HTMLSource.maximumAttributes) attributes; the page is damaged",
                at: PageBytes.location(of: offset, in: bytes, file: file))
        }
        let page =
            try read(bytes, source, file: file, isMainOnly: true) ?? read(bytes, source, file: file, isMainOnly: false)
        guard var page, !page.blocks.isEmpty else {
            throw DiagnosticError(
                "the page has no content besides navigation; is it the right page?", at: SourceLocation(file: file))
        }
        page.foreignCharset = CharsetDeclaration.foreign(in: bytes, file: file)
        return page
    }

    /// The page; `nil` if only `<main>` is wanted and there is none.
    private static func read(_ bytes: Bytes, _ source: HTMLSource, file: String, isMainOnly: Bool) throws -> Page? {
        var builder = HTMLPageBuilder(page: bytes, isMainOnly: isMainOnly)
        let end = try HTMLParser.parse(source, file: file, into: &builder)
        if let failure = builder.failure {
            throw DiagnosticError(
                failure.message, at: PageBytes.location(of: failure.offset, in: bytes, file: file))
        }
        if let (what, offset) = source.unfinished, let words = words(for: what), builder.mayBeContent(at: offset) {
            throw DiagnosticError(
                "\(words) has no end: the page is cut off or damaged; download it again",
                at: PageBytes.location(of: offset, in: bytes, file: file))
        }
        if isMainOnly, !builder.hasMain { return nil }
        if let name = builder.openAtEnd {
            throw DiagnosticError(
                "the page ends inside <\(name)>: it is cut off; download it again",
                at: PageBytes.location(of: bytes.count, in: bytes, file: file))
        }
        if let damage = builder.damage {
            throw DiagnosticError(
                "<\(damage.name)> has no end tag: the page is damaged; download it again",
                at: PageBytes.location(of: damage.offset, in: bytes, file: file))
        }
        if end < bytes.count {
            throw DiagnosticError(
                "the page cannot be read beyond this point", at: PageBytes.location(of: end, in: bytes, file: file))
        }
        if !isMainOnly, let start = source.unfinished?.offset {
            throw DiagnosticError(
                "a tag has no end: the page is cut off or damaged; download it again",
                at: PageBytes.location(of: start, in: bytes, file: file))
        }
        return builder.finish(file: file)
    }

    /// What takes the rest of the page with it; `nil` for an end tag, since the element that it would close says more.
    static func words(for what: HTMLSource.Unfinished) -> String? {
        switch what {
        case .startTag: "a tag"
        case .comment: "a comment"
        case .instruction: "a processing instruction"
        case .otherTag: nil
        }
    }
}
