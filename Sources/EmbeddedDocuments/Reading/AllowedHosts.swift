/// The hosts that parts of a page may be loaded from: its own, and those that the user names.
public struct AllowedHosts: Sendable, Hashable {
    /// The address of the page; `nil` for a file.
    private let page: String?
    /// `host`, or `host:port`, in lower case.
    private let named: Set<String>

    /// The host of `page`, which is an address or `nil`, and `named` ones, each `host` or `host:port`.
    public init(page: String?, named: [String]) {
        self.page = page
        self.named = Set(named.map { $0.lowercased() })
    }

    /// Whether an address may be loaded: it is on the same host and port as the page, or on that host at the port of its
    /// scheme, and not on http where the page is on https; or its host is named.
    public func allow(_ address: String) -> Bool {
        guard let target = WebReference.host(of: address) else { return false }
        if named.contains(target.name) || named.contains("\(target.name):\(target.port)") { return true }
        guard let page, let own = WebReference.host(of: page), own.name == target.name else { return false }
        let isSecure = WebReference(page).scheme == "https"
        let scheme = WebReference(address).scheme
        if isSecure, scheme != "https" { return false }
        return own.port == target.port || target.port == (scheme == "https" ? "443" : "80")
    }
}
