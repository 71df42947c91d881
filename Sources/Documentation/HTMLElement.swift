/// The name of an element or an attribute, in lower case, as libxml2 holds it.
struct HTMLName {
    private let pointer: UnsafePointer<UInt8>

    /// Wraps a name that ends in NUL; valid only inside the parser's event.
    init(_ pointer: UnsafePointer<UInt8>) { self.pointer = pointer }

    /// A name of ours.
    ///
    /// The label matters: without it a literal becomes a string whose bytes are gone after the call.
    init(constant name: StaticString) { pointer = name.utf8Start }

    /// The name as text.
    var text: String { String(cString: pointer) }

    /// Whether the name is `name`.
    static func == (left: HTMLName, name: StaticString) -> Bool {
        for index in 0..<name.utf8CodeUnitCount where left.pointer[index] != name.utf8Start[index] { return false }
        return left.pointer[name.utf8CodeUnitCount] == 0
    }

    /// Whether this is an element without an end tag that libxml2 does not know as such, so it seems to stay open.
    var isUnknownVoid: Bool {
        switch pointer[0] {
        case UInt8(ascii: "s"): self == "source"
        case UInt8(ascii: "t"): self == "track"
        case UInt8(ascii: "w"): self == "wbr"
        default: false
        }
    }
}

/// What an element means for the blocks of a page.
enum HTMLElement {
    /// Nothing in it is content.
    case ignored
    /// A heading of level 1 to 6.
    case heading(Int)
    /// Its text stands apart from what is around it.
    case block
    /// A forced line break.
    case lineBreak
    /// Its white space stands as it is.
    case preformatted
    /// A table.
    case table
    /// A group of rows; the head's where `isHead`.
    case rowGroup(isHead: Bool)
    /// A row of a table.
    case row
    /// A field of a row.
    case cell
    /// A link.
    case link
    /// Its text flows on and is set apart.
    case mark(TextMark.Kind)
    /// A list.
    case list
    /// Its text flows on with what is around it.
    case inline

    /// The meaning of the element called `name`.
    init(_ name: HTMLName) { self = Self.known[name.text] ?? .inline }

    /// Whether the end tag of `name` may be left out, or there is none (HTML Living Standard, 13.1.2.4 and 13.1.2).
    static func mayStayOpen(_ name: String) -> Bool { withoutEndTag.contains(name) }

    private static let known: [String: HTMLElement] = {
        var known: [String: HTMLElement] = [
            "h1": .heading(1), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4), "h5": .heading(5),
            "h6": .heading(6), "br": .lineBreak, "pre": .preformatted, "xmp": .preformatted, "plaintext": .preformatted,
            "table": .table, "tr": .row, "td": .cell,
            "th": .cell, "thead": .rowGroup(isHead: true), "tbody": .rowGroup(isHead: false),
            "tfoot": .rowGroup(isHead: false), "a": .link,
            "code": .mark(.code), "strong": .mark(.strong), "b": .mark(.strong), "em": .mark(.emphasis),
            "i": .mark(.emphasis), "sup": .mark(.raised), "sub": .mark(.lowered), "mark": .mark(.highlight),
            "ul": .list, "ol": .list,
        ]
        let blocks = [
            "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
            "fieldset", "figcaption", "figure", "form", "hgroup", "hr", "html", "legend", "li", "main", "menu",
            "p", "search", "section", "summary",
        ]
        let ignored = [
            "aside", "audio", "button", "canvas", "datalist", "footer", "header", "iframe", "input", "math",
            "nav", "noembed", "noframes", "noscript", "object", "script", "select", "style", "svg", "template",
            "textarea", "title", "video",
        ]
        for name in blocks { known[name] = .block }
        for name in ignored { known[name] = .ignored }
        return known
    }()

    private static let withoutEndTag: Set<String> = [
        "area", "base", "body", "br", "caption", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img",
        "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot",
        "th", "thead", "tr", "track", "wbr",
    ]
}
