/// Finds the content of a page among its elements, and what the page says about itself.
struct HTMLPageBuilder {
    /// Why reading stopped, and where.
    private(set) var failure: (message: String, offset: Int)?
    /// Whether the page has a `<main>`.
    private(set) var hasMain = false

    private let page: Bytes
    private let isMainOnly: Bool
    /// Where the page ends, white space left out.
    private let pageEnd: Int
    private var builder: HTMLBlockBuilder
    private var isContent: Bool
    private var innermostOpen: String?
    private var otherDamage: HTMLBlockBuilder.Damage?
    private var mainStart = 0
    private var mainEnd: Int?
    /// Up to where the page was read at the last event.
    private var lastOffset = 0
    private var depth = 0
    /// At which depth the element is open that nothing of is content.
    private var ignoredDepth: Int?
    private var ignoredStart = 0
    private var mainDepth = 0
    private var titleDepth: Int?
    private var title = HTMLText()
    private var about = (language: String?.none, address: String?.none, title: String?.none)
    private var isOfAsciidoctor = false

    /// A builder for the content of `<main>`, or for that of the whole body.
    init(page: Bytes, isMainOnly: Bool) {
        self.page = page
        self.isMainOnly = isMainOnly
        isContent = !isMainOnly
        pageEnd = (page.lastIndex { !$0.isWhiteSpace } ?? -1) + 1
        builder = HTMLBlockBuilder(page: page)
    }

    /// The innermost element that the page ends in although it needs an end tag.
    var openAtEnd: String? { innermostOpen ?? (isMainOnly && isContent ? "main" : nil) }

    /// The first element of the content that something else than its end tag closed.
    var damage: HTMLBlockBuilder.Damage? { builder.damage ?? otherDamage }

    /// Whether what stands at `offset` may be content, as far as is known at the end of the page.
    func mayBeContent(at offset: Int) -> Bool { mainEnd.map { offset < $0 } ?? true }

    /// The page; nothing may be added to it any more.
    mutating func finish(file: String) -> Page {
        builder.finish()
        var page = Page(
            file: file, format: .html, blocks: builder.blocks, language: about.language, address: about.address,
            title: about.title)
        page.isOfAsciidoctor = isOfAsciidoctor
        return page
    }

    /// A start tag whose attributes end at `offset`.
    mutating func start(_ name: HTMLName, _ attributes: HTMLAttributes, at offset: Int) {
        defer { lastOffset = offset }
        guard !name.isUnknownVoid else { return }
        depth += 1
        guard depth <= HTMLReader.maximumDepth else {
            failure = ("elements are nested more than \(HTMLReader.maximumDepth) deep; the page is damaged", offset)
            return
        }
        guard ignoredDepth == nil else { return }
        readAbout(name, attributes)
        guard isContent else {
            if isMainOnly, !hasMain, name == "main" {
                hasMain = true
                isContent = true
                mainDepth = depth
                mainStart = HTMLTag.start(of: name, endingAt: offset, after: 0, in: page)
                builder.start(.block, name, attributes, at: offset)
            }
            return
        }
        if !isOfAsciidoctor, name == "div" || name == "table" {
            isOfAsciidoctor = attributes.hasClass("sect1", "sect2", "tableblock", "listingblock")
        }
        var element = HTMLElement(name)
        // The heading of a box opens no section of the page.
        if case .heading = element, attributes.hasClass("alert-heading") { element = .block }
        // Slate puts what is said of an operation into boxes of this name; elsewhere they are what is beside the page.
        if name == "aside", attributes.hasClass("warning", "success", "notice") { element = .block }
        var isIgnored = Self.isDecoration(attributes)
        if case .ignored = element { isIgnored = true }
        if isIgnored {
            ignoredDepth = depth
            ignoredStart = HTMLTag.start(of: name, endingAt: offset, after: lastOffset, in: page)
        } else {
            builder.start(element, name, attributes, at: offset)
        }
    }

    /// An end tag, written or implied, that was read up to `offset`.
    mutating func end(_ name: HTMLName, at offset: Int) {
        guard !name.isUnknownVoid else { return }
        defer {
            depth -= 1
            lastOffset = offset
        }
        if offset >= pageEnd { noteEnd(of: name) }
        if titleDepth == depth {
            let text = title.take()
            about.title = text.isEmpty ? nil : text
            titleDepth = nil
        }
        if let ignored = ignoredDepth {
            if depth <= ignored { endIgnored(name, at: offset) }
            return
        }
        guard isContent else { return }
        if isMainOnly, depth == mainDepth {
            endMain(at: offset)
            return
        }
        // Other ones are not content and do not come here.
        builder.end(name == "aside" ? .block : HTMLElement(name), name, at: offset)
        if builder.spans.filled > HTMLSpans.maximumFilled {
            failure = (
                "cells span too much: more than \(HTMLSpans.maximumFilled) fields of tables would be filled in", offset
            )
        }
    }

    /// Ends an element that nothing of is content.
    ///
    /// Without its end tag it took content with it.
    private mutating func endIgnored(_ name: HTMLName, at offset: Int) {
        ignoredDepth = nil
        guard otherDamage == nil, !HTMLElement.mayStayOpen(name.text) else { return }
        guard !HTMLTag.isEnd(of: name, endingAt: offset, in: page), !HTMLTag.isEmpty(endingAt: offset, in: page) else {
            return
        }
        otherDamage = HTMLBlockBuilder.Damage(name: name.text, offset: ignoredStart)
    }

    /// Ends the content.
    ///
    /// libxml2 passes over `</main>` while a `<div>` is open inside; browsers close both.
    private mutating func endMain(at offset: Int) {
        isContent = false
        mainEnd = offset
        builder.finish()
        let main = HTMLName(constant: "main")
        if HTMLTag.hasEnd(of: main, in: page.part(mainStart, min(offset, page.count))) { return }
        if offset >= pageEnd, !HTMLTag.endsDocument(page, at: pageEnd) {
            innermostOpen = innermostOpen ?? main.text
        } else {
            otherDamage = otherDamage ?? HTMLBlockBuilder.Damage(name: main.text, offset: mainStart)
        }
    }

    /// A piece of text that was read up to `offset`.
    mutating func text(_ piece: Bytes, at offset: Int) {
        lastOffset = offset
        if titleDepth != nil { title.append(piece) }
        guard isContent, ignoredDepth == nil else { return }
        builder.append(piece, at: offset)
    }

    /// Reads what the page says about itself.
    private mutating func readAbout(_ name: HTMLName, _ attributes: HTMLAttributes) {
        if name == "html" {
            about.language = about.language ?? attributes["lang"]
        } else if name == "title" {
            if about.title == nil { titleDepth = depth }
        } else if name == "link", about.address == nil, attributes["rel"]?.lowercased() == "canonical" {
            about.address = attributes["href"]
        }
    }

    /// The classes of elements that are for the screen only, whatever the language.
    private static let decorations: [StaticString] = [
        // Bootstrap: what is not printed, the way to the page, the labels of tabs
        "d-print-none", "breadcrumb", "nav-tabs", "nav-pills", "visually-hidden", "sr-only",
        // Docsy: the links that headings carry to themselves, what is said of the page, lists of pages below it
        "td-heading-self-link", "td-breadcrumbs", "td-page-meta", "td-page-meta__lastmod", "td-toc", "td-sidebar",
        "td-sidebar-toc", "section-index", "article-meta", "reading-time", "taxonomy", "feedback--question",
        "feedback--title",
        // Other sites made with Hugo or Sphinx
        "headerlink", "header-anchor", "copy-button", "highlight-copy",
    ]
    /// What an element is there for, where that is to find one's way.
    private static let roles: Set<String> = ["tablist", "navigation", "search", "banner", "contentinfo"]

    private static func isDecoration(_ attributes: HTMLAttributes) -> Bool {
        attributes.hasClass(decorations) || attributes["role"].map { roles.contains($0.lowercased()) } ?? false
    }

    /// Notes an element that only the end of the page closes.
    ///
    /// A page that ends with `</main>`, `</body>` or `</html>` is whole.
    private mutating func noteEnd(of name: HTMLName) {
        guard innermostOpen == nil, isContent || ignoredDepth != nil else { return }
        guard !HTMLElement.mayStayOpen(name.text) else { return }
        guard !HTMLTag.isEnd(of: name, endingAt: pageEnd, in: page) else { return }
        guard !HTMLTag.endsDocument(page, at: pageEnd) else { return }
        innermostOpen = name.text
    }
}
