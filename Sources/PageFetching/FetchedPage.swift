/// What came of a request for a page.
public enum FetchedPage: Sendable, Hashable {
    /// The page is as it was when the `etag` or `lastModified` of the request was noted (status 304).
    case unchanged

    /// The page.
    ///
    /// `bytes` are as the site sent them, at most the limit; their charset is for the reader to find. `etag` and
    /// `lastModified` belong in the next request; nil where the site sent none that is well-formed. `finalURL` is the
    /// address after all redirects, with its secrets if it has any: show and store `RedactedURL.text(of:)` of it.
    /// `contentType` is the whole header field, such as `text/html; charset=utf-8`; nil where there is none.
    case content(bytes: [UInt8], etag: String?, lastModified: String?, finalURL: String, contentType: String?)
}
