import HTTPTypes

/// The header fields by which a browser lets a page see a response (Fetch standard, section 3.2).
struct CrossOriginResponse: Sendable {
    private let rule: MockService.CrossOrigin

    private static let allowOrigin = HTTPField.Name("Access-Control-Allow-Origin")
    private static let allowCredentials = HTTPField.Name("Access-Control-Allow-Credentials")
    private static let exposeHeaders = HTTPField.Name("Access-Control-Expose-Headers")
    private static let allowMethods = HTTPField.Name("Access-Control-Allow-Methods")
    private static let allowHeaders = HTTPField.Name("Access-Control-Allow-Headers")
    private static let maxAge = HTTPField.Name("Access-Control-Max-Age")
    private static let requestMethod = HTTPField.Name("Access-Control-Request-Method")
    private static let requestHeaders = HTTPField.Name("Access-Control-Request-Headers")
    private static let origin = HTTPField.Name("Origin")

    /// The answers by a rule.
    init(_ rule: MockService.CrossOrigin) { self.rule = rule }

    /// The answer to the question whether a request may be sent; `nil` for any other request, and for pages that may
    /// not.
    ///
    /// Nothing is asked of it: browsers send it without keys and versions. `methods` are those that the path is for.
    func preflight(_ request: IncomingRequest, methods: () -> [String]) -> MockResponse? {
        guard request.method == "OPTIONS", let asked = Self.requestMethod.flatMap({ request.fields[$0] }),
            let origin = origin(of: request)
        else { return nil }
        var allowed = methods()
        if !allowed.contains(asked) { allowed.append(asked) }
        var fields = self.fields(origin)
        Self.add(Self.allowMethods, allowed.joined(separator: ", "), to: &fields)
        Self.add(Self.allowHeaders, Self.requestHeaders.flatMap { request.fields[$0] }, to: &fields)
        Self.add(Self.maxAge, "600", to: &fields)
        return MockResponse(status: 204, fields: fields)
    }

    /// Adds to a response what the page that sent the request needs to see it.
    func complete(_ answer: inout MockResponse, _ request: IncomingRequest) {
        if answer.fields.contains(where: { $0.name == Self.allowOrigin }) { return }
        let names = answer.fields.map(\.name.rawName) + ["X-Request-Id"]
        // A cache must not give what was answered without an origin, or to another one, to a page that may see it.
        if dependsOnOrigin { answer.fields.append(HTTPField(name: .vary, value: "Origin")) }
        guard let origin = origin(of: request) else { return }
        var seen: Set<String> = []
        var fields = self.fields(origin)
        Self.add(
            Self.exposeHeaders, names.filter { seen.insert($0.lowercased()).inserted }.joined(separator: ", "),
            to: &fields)
        answer.fields += fields
    }

    private func fields(_ origin: String) -> [HTTPField] {
        var fields: [HTTPField] = []
        Self.add(Self.allowOrigin, rule == .any ? "*" : origin, to: &fields)
        if rule != .any { Self.add(Self.allowCredentials, "true", to: &fields) }
        return fields
    }

    /// Whether answers differ by the origin of their requests; with `*` they do not.
    private var dependsOnOrigin: Bool {
        switch rule {
        case .none, .any: false
        case .loopback, .origins: true
        }
    }

    private static func add(_ name: HTTPField.Name?, _ value: String?, to fields: inout [HTTPField]) {
        if let name, let value { fields.append(HTTPField(name: name, value: value)) }
    }

    // MARK: Origins

    /// The origin of a request where its page may see the response.
    private func origin(of request: IncomingRequest) -> String? {
        guard let origin = Self.origin.flatMap({ request.fields[$0] }) else { return nil }
        switch rule {
        case .none: return nil
        case .any: return origin
        case .loopback: return Self.isLoopback(origin) ? origin : nil
        case .origins(let origins):
            return origins.contains { $0.lowercased() == origin.lowercased() } || Self.isLoopback(origin) ? origin : nil
        }
    }

    /// Whether an origin is of this machine, whatever its scheme and port.
    static func isLoopback(_ origin: String) -> Bool {
        guard let start = origin.firstRange(of: "://")?.upperBound else { return false }
        let rest = origin[start...].lowercased()
        let host = rest.hasPrefix("[") ? rest.prefix { $0 != "]" }.dropFirst() : rest.prefix { $0 != ":" }[...]
        if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
        return host.hasPrefix("127.") && NetworkText.isIPv4(Array(host.utf8)[...])
    }
}
