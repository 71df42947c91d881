/// How a list is read page by page: which parameters of the request choose a page, and what the response tells of the
/// next.
///
/// Documentation names the parts and seldom says how they belong together; so this is inferred, with its evidence, and
/// is corrected in the overlay. A part that a version of the operation lacks does not count there.
public struct Paging: Sendable, Hashable {
    /// What chooses a page.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Its number: `page=3`.
        case page
        /// The number of items before it: `offset=40`.
        case offset
        /// A text that the page before it tells: a marker, a cursor, a token.
        case marker
        /// An address that the page before it tells, in its body or in a header field (RFC 8288).
        case address
        /// Nothing: the list comes as a whole. A person states it where the parts mislead.
        case none
    }

    /// What chooses a page.
    public var kind: Kind
    /// The query parameter that has the number, the offset or the marker; `nil` for addresses.
    public var position: String?
    /// The query parameter with the greatest number of items on a page.
    public var size: String?
    /// The number of the first page; 0 where nothing is stated. Of no meaning for other kinds.
    public var first: Int?
    /// What the response tells of the next page: its marker, its address or its number, and nothing on the last page.
    ///
    /// Here and in ``more`` and ``count``: the name of a property, or where it stands deeper a JSON pointer (RFC 6901),
    /// such as `/meta/next_cursor`. Where it leads to a list of links, objects with `rel` and `href`, the `href` of the
    /// one whose `rel` is `next` is the address.
    public var next: String?
    /// The header field of the response that tells it; `Link` is read as RFC 8288 says.
    public var nextHeader: String?
    /// The property of an item whose value in the last item of a page is the marker of the next.
    public var last: String?
    /// What the response says of whether a page follows: `true` or `false`.
    public var more: String?
    /// What the response says of the number of all items.
    public var count: String?
    /// The header field of the answer with the number of all items.
    public var countHeader: String?
    /// The evidence; empty where a person stated it.
    public var inferred: [String]

    /// A way to read pages of which only the kind is known.
    public init(_ kind: Kind, inferred: [String] = []) {
        self.kind = kind
        self.inferred = inferred
    }

    /// What this kind cannot do without and is not stated, in words.
    public var lacks: [String] {
        switch kind {
        case .none: []
        case .page, .offset: position == nil ? ["`position`, the parameter that has the number"] : []
        case .marker:
            (position == nil ? ["`position`, the parameter that has the marker"] : [])
                + (next == nil && nextHeader == nil && last == nil ? ["one of `next`, `nextHeader` and `last`"] : [])
        case .address: next == nil && nextHeader == nil ? ["one of `next` and `nextHeader`"] : []
        }
    }

    /// The names that lead from a response to a place in it, the outermost first.
    public static func steps(to place: String) -> [String] {
        guard place.hasPrefix("/") else { return [place] }
        return place.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    /// The place that these names lead to.
    public static func place(_ steps: [String]) -> String {
        if let only = steps.first, steps.count == 1, !only.hasPrefix("/") { return only }
        return steps.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}
