/// A short name for a page, from its address.
enum PageName {
    /// The last two segments of the path, which in guides say what the page is about and which version; the host where
    /// there is no path. Printable ASCII, at most 32 characters, the end where it is longer.
    static func text(of url: String) -> String {
        let parts = AddressParts(url)
        let segments = parts.path.split(separator: "/").suffix(2).joined(separator: "/")
        let name = segments.isEmpty ? String(parts.authority ?? "") : segments
        let plain = name.unicodeScalars.map { (" "..."~").contains($0) ? Character($0) : "?" }
        return plain.count <= 32 ? String(plain) : "..." + String(plain.suffix(29))
    }
}
