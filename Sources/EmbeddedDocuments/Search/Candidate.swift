/// A document that a page may show.
struct Candidate {
    /// Where the document is.
    enum Content {
        /// In a script, as a literal.
        case value(ScriptValue)
        /// In a text, as JSON or YAML.
        case text(String)
        /// At an address.
        case address(String)
        /// In settings at an address.
        case settings(String)
        /// Nobody knows: why.
        case unread(String)
    }

    var content: Content
    /// What the page calls the document.
    var title: String?
    /// Whether this one is shown first.
    var isDefault = false
    /// Where the page says so.
    var place: ScriptPlace
    /// Where a script changes the document.
    var change: ScriptPlace?
    /// What counts where the settings name no document.
    var otherwise: [Candidate] = []

    /// Whether the document is in the page, or is said to be somewhere.
    var isRead: Bool { if case .unread = content { false } else { true } }
    /// Whether the document is in the page.
    var isInPage: Bool {
        switch content {
        case .value, .text: true
        default: false
        }
    }
}

/// The documents of one viewer in a page, of which one is shown first.
struct CandidateGroup {
    /// How documents are shown: `Swagger UI`.
    var viewer: String
    var candidates: [Candidate]
    /// Whether a plain link leads to the document, and no viewer shows it.
    var isLink = false
    /// Whether no viewer is known, only what holds the document.
    var isData: Bool { viewer.hasPrefix("its data") || viewer == "a script" }

    /// The one that is shown first.
    var shown: Candidate? { shownIndex.map { candidates[$0] } }

    /// The other ones.
    var others: [Candidate] { candidates.enumerated().filter { $0.offset != shownIndex }.map(\.element) }

    private var shownIndex: Int? { candidates.firstIndex(where: \.isDefault) ?? candidates.indices.first }
}
