/// Draws how far several pages have come, as one line of text; it touches no terminal.
///
///     [#########-----------] 2/5 pages, 4.1 MB: createbackup/1.2 40%, backup/_print 1.2 MB (attempt 2)
public struct ProgressBar: Sendable {
    /// The characters that the bar is made of.
    public enum Style: Sendable, Hashable {
        /// `#` and `-`.
        case ascii
        /// Braille patterns, which have eight steps in a column and are one column wide in every language.
        case unicode
    }

    private let pageCount: Int
    private let style: Style
    private var pages: [Int: FetchProgress] = [:]

    /// A bar for `pageCount` pages.
    public init(pageCount: Int, style: Style) {
        self.pageCount = max(pageCount, 0)
        self.style = style
    }

    /// Takes in how far a page has come; a page that is done stays so.
    public mutating func update(_ progress: FetchProgress) {
        guard (0..<pageCount).contains(progress.page), pages[progress.page]?.isDone != true else { return }
        pages[progress.page] = progress
    }

    /// The line, exactly `width` columns: shortened at its end or filled with spaces, so that it covers the last one.
    public func line(width: Int) -> String {
        guard width > 0 else { return "" }
        let done = pages.values.count(where: \.isDone)
        let bytes = pages.values.reduce(0) { $0 + $1.bytes }
        var text = "\(done)/\(pageCount) page\(pageCount == 1 ? "" : "s"), \(ByteCount.text(bytes))"
        let active = pages.values.filter { !$0.isDone }.sorted { $0.page < $1.page }
        if !active.isEmpty { text += ": " + active.map(Self.word(for:)).joined(separator: ", ") }
        // Where there is little room, numbers say more than a bar.
        let cells = width < 40 ? 0 : min(width / 4, 30)
        let bar = cells == 0 ? "" : "[\(bar(cells))] "
        let room = width - (cells == 0 ? 0 : cells + 3)
        if text.utf8.count > room { text = String(text.prefix(max(room - 3, 0))) + "...".prefix(room) }
        return bar + text + String(repeating: " ", count: room - text.utf8.count)
    }

    /// How much of all pages is there, in steps of which a column has `steps`.
    private func bar(_ cells: Int) -> String {
        let steps = style == .ascii ? 1 : 8
        let done = pages.values.reduce(0.0) { $0 + Self.fraction(of: $1) }
        let filled = pageCount == 0 ? cells * steps : Int(done / Double(pageCount) * Double(cells * steps))
        switch style {
        case .ascii: return String(repeating: "#", count: filled) + String(repeating: "-", count: cells - filled)
        case .unicode:
            let full = String(repeating: "⣿", count: filled / 8)
            guard filled < cells * 8 else { return full }
            let empty = String(repeating: " ", count: cells - filled / 8 - 1)
            return full + String(Array(" ⡀⡄⡆⡇⣇⣧⣷")[filled % 8]) + empty
        }
    }

    private static func fraction(of page: FetchProgress) -> Double {
        if page.isDone { return 1 }
        guard let total = page.total, total > 0 else { return 0 }
        return min(Double(page.bytes) / Double(total), 1)
    }

    /// A page that is on its way: its name, how much of it is there, and which attempt it is if not the first.
    private static func word(for page: FetchProgress) -> String {
        var amount = ByteCount.text(page.bytes)
        if let total = page.total, total > 0 { amount = "\(min(Int(fraction(of: page) * 100), 100))%" }
        return "\(PageName.text(of: page.url)) \(amount)" + (page.attempt > 1 ? " (attempt \(page.attempt))" : "")
    }
}
