extension Authentication {
    /// Ways to authenticate by the names of the documentation's security schemes; each call uses what it asks for.
    ///
    /// Of several ways that a call may go, it goes the first for which all schemes are here. Where it can go none, it
    /// fails with ``ServiceError/Kind/requestInvalid(_:)``, and nothing is sent. A call that asks for nothing is sent as
    /// it is. An authentication that is not made this way is used by every call that asks for something, or of which
    /// nothing is known.
    public static func schemes(_ schemes: [String: Authentication]) -> Authentication {
        let parts = schemes.sorted { $0.key < $1.key }.map(\.value)
        var result = Authentication.all(parts)
        result.schemes = schemes
        return result
    }

    /// What a request does that has to satisfy all schemes of one of these lists.
    func chosen(for security: [[String]]?) throws -> Authentication {
        guard let schemes else { return security?.isEmpty == true ? .none : self }
        guard let security, !security.isEmpty else { return .none }
        let way = security.first { names in !names.isEmpty && names.allSatisfy { schemes[$0] != nil } }
        // What one of them learns has to be hidden in errors of the whole connection.
        if let way { return .all(way.compactMap { schemes[$0] }, sharing: fresh) }
        if security.contains([]) { return .none }
        let ways = security.map { $0.joined(separator: " with ") }.joined(separator: ", or ")
        let given = schemes.isEmpty ? "none is given" : "given is \(schemes.keys.sorted().joined(separator: ", "))"
        throw RequestProblem("the call needs the security scheme \(ways); \(given)")
    }
}
