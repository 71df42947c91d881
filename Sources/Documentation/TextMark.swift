/// A part of a text that the page sets apart: a link, code, words in bold.
public struct TextMark: Sendable, Hashable {
    /// What the part is.
    public var kind: Kind
    /// Where it stands in the text, in bytes of UTF-8.
    public var range: Range<Int>

    /// What a part of a text can be.
    public enum Kind: Sendable, Hashable {
        /// Code within a line.
        case code
        /// Words in italics.
        case emphasis
        /// Words in bold.
        case strong
        /// A link, and where it leads, as written.
        case link(String)
        /// Raised words (HTML: `<sup>`).
        case raised
        /// Lowered words (HTML: `<sub>`).
        case lowered
        /// Words as with a marker (HTML: `<mark>`).
        case highlight
    }

    /// The class that the page gives the part, if it does (HTML, of anything but links).
    public var role: String?

    /// A part of a text.
    public init(_ kind: Kind, range: Range<Int>, role: String? = nil) {
        self.kind = kind
        self.range = range
        self.role = role
    }
}
