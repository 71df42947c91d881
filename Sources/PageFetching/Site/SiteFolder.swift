extension PageAddress {
    /// Whether both are asked of one server.
    func isSameSite(as other: PageAddress) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }
}

/// The folder that the pages of a service stand in.
struct SiteFolder {
    let site: PageAddress
    let path: String

    /// The folder of a page: its path up to the last slash.
    init(of page: PageAddress) {
        site = page
        path = page.path.lastIndex(of: "/").map { String(page.path[...$0]) } ?? "/"
    }

    /// What tells the folder from others.
    var name: String { name(of: path) }

    /// The names of the folder and of all that it lies in.
    var namesAbove: [String] {
        path.indices.filter { path[$0] == "/" }.map { name(of: String(path[...$0])) }
    }

    private func name(of path: String) -> String {
        "\(site.scheme)://\(site.host):\(site.port.map(String.init) ?? "")\(path)"
    }

    /// Whether a page is what the address of its folder shows.
    static func isIndex(_ page: PageAddress) -> Bool {
        ["/", "/index.html", "/index.htm"].contains(where: page.path.hasSuffix)
    }

    /// Whether an address is that of a page in the folder.
    ///
    /// The printable page says the same as all others, and files that are no pages are left alone.
    func holds(_ address: PageAddress) -> Bool {
        guard address.isSameSite(as: site), address.query == nil, let rest = path(of: address) else { return false }
        let steps = rest.split(separator: "/")
        guard steps.count <= 8, !steps.contains("_print") else { return false }
        guard !rest.hasSuffix("/"), let last = steps.last, let dot = last.lastIndex(of: ".") else { return true }
        let ending = last[last.index(after: dot)...].lowercased()
        // `apis/createtree/1.0` is a version, not a file.
        return ["html", "htm"].contains(ending) || ending.allSatisfy { ("0"..."9").contains($0) }
    }

    /// What an address has below the folder.
    func path(of address: PageAddress) -> String? {
        address.path.hasPrefix(path) ? String(address.path.dropFirst(path.count)) : nil
    }

    /// One key for all spellings of a page's address: with and without `index.html` and the last slash.
    func key(of address: PageAddress) -> String {
        var key = address.path
        for ending in ["/index.html", "/index.htm", "/"] where key.hasSuffix(ending) {
            key = String(key.dropLast(ending.count))
            break
        }
        return key
    }

    /// What is to be asked for of the pages of an earlier time, by their keys. Pages that others stand below are read for
    /// their links, and asked for as a whole.
    func requests(_ known: [PageRequest]) -> [String: PageRequest] {
        let pages = known.compactMap { request in
            (try? PageAddress(request.url)).flatMap { holds($0) ? (key: key(of: $0), request: request) : nil }
        }
        var parents: Set<Substring> = []
        for (key, _) in pages {
            var rest = key[...]
            while let slash = rest.lastIndex(of: "/") {
                rest = rest[..<slash]
                guard parents.insert(rest).inserted else { break }
            }
        }
        return Dictionary(
            pages.map { ($0.key, parents.contains($0.key[...]) ? PageRequest(url: $0.request.url) : $0.request) },
            uniquingKeysWith: { first, _ in first })
    }
}
