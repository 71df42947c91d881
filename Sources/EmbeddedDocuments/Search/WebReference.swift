/// References to parts of a page, by the marks that divide them (RFC 3986, sections 3 and 5.2).
struct WebReference {
    /// In lower case, without its colon.
    var scheme: String?
    var authority: String?
    var path: String
    /// With its question mark; empty where there is none.
    var query: String

    /// Divides `text`; the fragment is dropped. Backslashes count as slashes, as in browsers.
    init(_ text: String) {
        var rest = Substring(text.trimmedSpace)
        if let mark = rest.firstIndex(of: "#") { rest = rest[..<mark] }
        query = ""
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[mark...])
            rest = rest[..<mark]
        }
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), let first = rest.utf8.first, first.isLetter,
            rest[..<colon].utf8.allSatisfy({ $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) })
        {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if scheme != "data" { rest = Substring(rest.replacing("\\", with: "/")) }
        if rest.hasPrefix("//") {
            let end = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
            authority = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// Whether the reference leads to http or https by itself.
    var isWeb: Bool { scheme == "http" || scheme == "https" }

    /// The address that `reference` means on the page `base`; `nil` where that is not an address of http or https.
    static func resolve(_ reference: String, on base: String) -> String? {
        var result = WebReference(reference)
        let page = WebReference(base)
        guard let scheme = result.scheme ?? page.scheme else { return nil }
        if result.scheme == nil, result.authority == nil {
            result.authority = page.authority
            if result.path.isEmpty {
                result.path = page.path
                if result.query.isEmpty { result.query = page.query }
            } else if !result.path.hasPrefix("/") {
                let folder = page.path.lastIndex(of: "/").map { String(page.path[...$0]) } ?? "/"
                result.path = folder + result.path
            }
        }
        guard scheme == "http" || scheme == "https" || scheme == PageAddressParts.savedScheme,
            let authority = result.authority, !authority.isEmpty
        else { return nil }
        return "\(scheme)://\(authority)\(withoutDots(result.path))\(result.query)"
    }

    /// A path without `.` and `..` (RFC 3986, section 5.2.4); it never leads above the root.
    static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(
            path.hasPrefix("/") ? 1 : 0)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    /// Host and port of an address: the host in lower case, the port of the scheme where none is named.
    static func host(of address: String) -> (name: String, port: String)? {
        let reference = WebReference(address)
        guard reference.isWeb, let authority = reference.authority, !authority.isEmpty else { return nil }
        let server =
            authority.split(separator: "@", omittingEmptySubsequences: false).last.map(String.init) ?? authority
        let usual = reference.scheme == "https" ? "443" : "80"
        let start = server.lastIndex(of: "]") ?? server.startIndex
        guard let colon = server[start...].firstIndex(of: ":") else { return (server.lowercased(), usual) }
        let port = String(server[server.index(after: colon)...])
        return (server[..<colon].lowercased(), port.isEmpty ? usual : port)
    }
}

/// The parts of a page's address that scripts read from `location`.
struct PageAddressParts {
    /// The scheme that stands for a page whose address nobody knows: a file.
    static let savedScheme = "saved-page"
    /// The address that scripts of a file see.
    static func saved(_ name: String) -> String { "\(savedScheme)://page/\(name)" }

    private let reference: WebReference
    private let address: String

    init(_ address: String) {
        self.address = address
        reference = WebReference(address)
    }

    /// The value of a member of `location`; `nil` for one that it does not have.
    subscript(key: String) -> String? {
        let scheme = reference.scheme ?? ""
        let authority = reference.authority ?? ""
        switch key {
        case "href": return address
        case "origin": return "\(scheme)://\(authority)"
        case "protocol": return scheme + ":"
        case "host": return authority
        case "hostname": return WebReference.host(of: address)?.name ?? authority
        case "port":
            let port = authority.split(separator: ":").last.map(String.init) ?? ""
            return authority.contains(":") ? port : ""
        case "pathname": return reference.path.isEmpty ? "/" : reference.path
        case "search": return reference.query == "?" ? "" : reference.query
        case "hash": return ""
        default: return nil
        }
    }
}
