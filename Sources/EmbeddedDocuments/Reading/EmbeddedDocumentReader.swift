public import Diagnostics

/// Reads the OpenAPI documents that pages show: from the page, from a script or a frame beside it, from the address that
/// it names, from a link.
///
/// Nothing of a page is run, and nothing is loaded but from the page's own folder or host and from hosts that are allowed.
public struct EmbeddedDocumentReader: Sendable {
    /// What came of a page.
    public struct Reading: Sendable {
        /// The documents; none where the page shows none.
        public var documents: [EmbeddedDocument] = []
        /// Why a page without documents looks like one that shows some; `nil` where it does not.
        public var refusal: DiagnosticError?
        /// Whether the page certainly shows a document, so that its text is not worth reading.
        public var isCertain = false
        /// Whether the page links to pages with viewers beside or below itself that were not looked at.
        public var hasLinkedViewers = false

        /// A page that shows no document.
        public init() {}
    }

    /// How many frames may be inside of each other.
    static let frameDepth = 3
    /// How many parts are loaded for a page at most.
    static let partLimit = 40

    let loader: any PartLoader
    let allowedHosts: [String]
    let readsAll: Bool
    let followsViewers: Bool
    /// An address without what is secret in it.
    let shown: @Sendable (String) -> String

    /// A reader.
    ///
    /// - Parameters:
    ///   - loader: loads what pages name.
    ///   - allowedHosts: hosts that parts of a page may be loaded from besides its own, each `host` or `host:port`.
    ///   - readsAll: whether all documents of a page are read, not only the one that it shows first.
    ///   - followsViewers: whether links to pages with viewers are followed, for pages that describe nothing themselves.
    ///   - shown: takes what is secret out of an address before it is shown.
    public init(
        loader: any PartLoader, allowedHosts: [String] = [], readsAll: Bool = false,
        followsViewers: Bool = true, shown: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.shown = shown
        self.loader = loader
        self.allowedHosts = allowedHosts
        self.readsAll = readsAll
        self.followsViewers = followsViewers
    }

    /// Reads the documents that a page in HTML shows.
    ///
    /// - Parameters:
    ///   - bytes: the page, in UTF-8.
    ///   - file: its name for diagnostics.
    ///   - location: where it comes from.
    /// - Returns: the documents, or why there are none.
    /// - Throws: `CancellationError` where the task was cancelled; what is wrong with the page is in the result.
    public func read(page bytes: [UInt8], file: String, location: PageLocation) async throws -> Reading {
        var run = PageReading(self, location)
        return try await run.read(bytes, file: file)
    }

    /// Reads the document that a script holds or names: one that a page would load.
    public func read(script bytes: [UInt8], file: String, location: PageLocation) async throws -> Reading {
        var run = PageReading(self, location)
        return try await run.read(script: bytes, file: file)
    }

    /// Whether a text is a script rather than a page or a document, by the name of its file.
    public static func isScript(file: String) -> Bool {
        let path = WebReference(file).path.lowercased()
        return [".js", ".mjs", ".cjs"].contains { path.hasSuffix($0) }
    }
}
