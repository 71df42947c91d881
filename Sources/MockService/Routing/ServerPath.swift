import APIModel

/// The path of an address in `servers`, below which the operations stand: `/api` of `https://lamps.example/api`.
struct ServerPath: Sendable, Hashable {
    /// The steps; never empty.
    let steps: [RoutePath.Step]

    /// The path of an address; `nil` where it has none.
    init?(_ address: String) {
        var rest = address[...]
        if let start = rest.firstRange(of: "://")?.upperBound {
            rest = rest[start...]
        } else if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
        }
        guard let slash = rest.firstIndex(of: "/") else { return nil }
        let path = rest[slash...].prefix { $0 != "?" && $0 != "#" }
        var steps = RoutePath(PathTemplate(String(path))).steps
        while steps.last == .literal("") { steps.removeLast() }
        if steps.isEmpty { return nil }
        self.steps = steps
    }

    /// The paths of the addresses of one version, those with fixed text first.
    static func all(_ server: Service.Server) -> [ServerPath] {
        var paths: [ServerPath] = []
        for path in ([server.url] + server.alternatives.map(\.url)).compactMap({ ServerPath($0) })
        where !paths.contains(path) {
            paths.append(path)
        }
        return paths.filter(\.hasText) + paths.filter { !$0.hasText }
    }

    /// Whether it has fixed text, which tells it from the first steps of any other path.
    var hasText: Bool { steps.contains { $0 != .parameter } }

    /// How many steps of a request lie in this path; `nil` where the request is not below it.
    func count(in request: [String]) -> Int? {
        guard request.count > steps.count, zip(steps, request).allSatisfy({ $0.values(in: $1) != nil }) else {
            return nil
        }
        return steps.count
    }
}
