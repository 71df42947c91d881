extension PageFetcher {
    /// The limits of fetching, and what is said to sites.
    public struct Options: Sendable {
        /// The largest page in bytes.
        public var sizeLimit: Int = 64 << 20
        /// The longest time for one attempt, from its first request to its last byte, redirects included.
        public var attemptTimeout: Duration = .seconds(30)
        /// The longest time for a page in all, attempts and waits; waiting for other pages does not count.
        public var totalTimeout: Duration = .seconds(120)
        /// How often a page is tried; at least once.
        public var attempts: Int = 4
        /// The longest wait before the second attempt; it doubles with each further one.
        public var firstBackoff: Duration = .milliseconds(500)
        /// The longest wait that is not asked for by the site.
        public var longestBackoff: Duration = .seconds(8)
        /// The longest wait that a site may ask for with `Retry-After`; where it asks for more, the page is given up.
        public var longestRetryAfter: Duration = .seconds(60)
        /// How many redirects are followed in an attempt.
        public var redirects: Int = 5
        /// How many pages are fetched at once; at least one.
        public var pagesAtOnce: Int = 4
        /// How many pages are fetched from one host at once; at least one.
        public var pagesAtOncePerHost: Int = 2
        /// What is fetched: it decides what is asked for and what can be a response.
        public var reads = Kind.page
        /// Whether an address may be asked, redirects included.
        public var mayAsk: @Sendable (String) -> Bool = { _ in true }
        /// The version that the User-Agent names.
        public var version: String

        /// What is fetched.
        public enum Kind: Sendable {
            /// A page for people, or a document in place of one.
            case page
            /// What a page names: a document, a script or a frame.
            case part
        }

        /// The limits of a polite reader: 64 MB, 30 seconds for an attempt, 2 minutes in all, 4 attempts, 5 redirects,
        /// 4 pages at once and 2 of one host.
        ///
        /// `version` is that of the program; sites see it in the User-Agent.
        public init(version: String = "unknown") {
            self.version = version
        }
    }
}
