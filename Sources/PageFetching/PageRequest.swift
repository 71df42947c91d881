/// A page to fetch, and what is known of it from the last time.
public struct PageRequest: Sendable, Hashable {
    /// The address as the user named it: http or https.
    public var url: String
    /// The `ETag` of the last response, with its quotes; nil where there is none.
    public var etag: String?
    /// The `Last-Modified` of the last response, as it came; nil where there is none.
    public var lastModified: String?

    /// A page at `url`.
    ///
    /// With `etag` or `lastModified` the site may answer that the page is unchanged. Those that are not well-formed
    /// (RFC 9110, sections 8.8.2 and 8.8.3) are not sent.
    public init(url: String, etag: String? = nil, lastModified: String? = nil) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
    }
}
