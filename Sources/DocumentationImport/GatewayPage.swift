import Diagnostics
import Documentation

/// Pages that a gateway or a proxy sends in place of the documentation: `503 Service Temporarily Unavailable`.
enum GatewayPage {
    /// How many blocks such a page has at most.
    private static let mostBlocks = 8

    /// What gateways write as the title of such a page, besides the status.
    private static let phrases = [
        "bad request", "unauthorized", "forbidden", "not found", "request timeout", "too many requests",
        "internal server error", "bad gateway", "service unavailable", "service temporarily unavailable",
        "gateway timeout", "gateway time-out", "error",
    ]

    /// The title of the page where it is one of a gateway; `nil` where it is none.
    static func title(of page: Page) -> String? {
        guard page.blocks.count <= mostBlocks else { return nil }
        var titles = [page.title].compactMap(\.self)
        if let first = page.blocks.first {
            switch first.content {
            case .heading(let heading) where heading.number.isEmpty: titles.append(heading.text)
            case .paragraph(let text): titles.append(text)
            default: break
            }
        }
        return titles.first(where: isStatus)
    }

    /// Whether text is a status that failed with its words: `503 Service Unavailable`, `HTTP Status 404 – Not Found`.
    private static func isStatus(_ text: String) -> Bool {
        var words = normalized(text)
        for opening in ["http status ", "http error ", "error ", "http/1.1 "] where words.hasPrefix(opening) {
            words = String(words.dropFirst(opening.count))
        }
        let digits = words.prefix(3)
        guard digits.utf8.count == 3, let status = Int(digits), (400...599).contains(status) else { return false }
        let rest = words.dropFirst(3).drop { !$0.isLetter }
        return phrases.contains { rest.hasPrefix($0) }
    }
}
