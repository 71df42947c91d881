/// A page that has another address for good.
public struct PageMove: Sendable, Hashable {
    /// The place of the page among the requests, counted from 0.
    public var page: Int
    /// The address that was asked, as it may be shown.
    public var from: String
    /// The address that the site gives in its place, as it may be shown.
    public var to: String

    /// A move of the page with the number `page`.
    public init(page: Int, from: String, to: String) {
        self.page = page
        self.from = from
        self.to = to
    }
}
