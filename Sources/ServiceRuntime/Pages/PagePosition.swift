/// Where a page of a list stands, so that reading can go on there later.
///
/// As text, for files and databases: `start`, `number:3`, `marker:abc`, `address:https://…`.
public enum PagePosition: Hashable, Sendable {
    /// At the beginning of the list.
    case start
    /// At the page with this number, or after so many items.
    case number(Int)
    /// After the page that told this marker.
    case marker(String)
    /// At this address.
    case address(String)
}

extension PagePosition: RawRepresentable, Codable {
    /// Reads the text of a position; nil for any other text.
    public init?(rawValue: String) {
        if rawValue == "start" {
            self = .start
            return
        }
        guard let colon = rawValue.firstIndex(of: ":") else { return nil }
        let text = String(rawValue[rawValue.index(after: colon)...])
        switch (rawValue[..<colon], Int(text)) {
        case ("number", let number?): self = .number(number)
        case ("marker", _): self = .marker(text)
        case ("address", _): self = .address(text)
        default: return nil
        }
    }

    /// The position as text.
    public var rawValue: String {
        switch self {
        case .start: "start"
        case .number(let number): "number:\(number)"
        case .marker(let marker): "marker:\(marker)"
        case .address(let address): "address:\(address)"
        }
    }
}

/// A service leads from page to page in a circle: the next page is one that was read before.
///
/// It is thrown in place of that page, so that nothing is read twice and reading does not go on for ever.
public struct RepeatedPage: Error, Hashable, Sendable, CustomStringConvertible {
    /// The page that comes again.
    public let position: PagePosition

    /// A page that comes again.
    public init(position: PagePosition) {
        self.position = position
    }

    /// What went wrong, in words, without the marker or the address: they may hold secrets.
    public var description: String { "the pages of the list lead in a circle: the next page has been read before" }
}
