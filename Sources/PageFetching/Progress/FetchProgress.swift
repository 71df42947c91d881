/// How far a page has come.
public struct FetchProgress: Sendable, Hashable {
    /// The place of the page among the requests, counted from 0.
    public var page: Int
    /// The address of the page as it may be shown.
    public var url: String
    /// The bytes that have arrived in this attempt.
    public var bytes: Int
    /// The size of the page in bytes where the site has said it.
    public var total: Int?
    /// Which attempt this is, counted from 1.
    public var attempt: Int
    /// Whether the page is there, or known to be unchanged.
    public var isDone: Bool

    /// A state of a page.
    public init(page: Int, url: String, bytes: Int = 0, total: Int? = nil, attempt: Int = 1, isDone: Bool = false) {
        self.page = page
        self.url = url
        self.bytes = bytes
        self.total = total
        self.attempt = attempt
        self.isDone = isDone
    }
}
