import APISpec

/// Compares what is said of a service as such: names, addresses, headers, authentication.
struct ServiceComparison {
    private let old: Service
    private let new: Service
    private(set) var differences: [Difference] = []

    init(old: Service, new: Service) {
        self.old = old
        self.new = new
        compareNames()
        compareServer()
        compareHeaders()
        compareAuthentication()
    }

    private mutating func report(
        _ change: Change, _ step: [String], _ before: String?, _ after: String?, swift: SwiftEffect = .none
    ) {
        differences.append(
            Difference(
                .service, change, at: SpecPath(["service"] + step), subject: "the service", before: before,
                after: after, swift: swift, oldPlace: ["service"], newPlace: ["service"]))
    }

    private mutating func compareNames() {
        if old.title != new.title { report(.titleChanged, ["title"], old.title, new.title, swift: .all) }
        if old.provider != new.provider {
            report(.providerChanged, ["provider"], old.provider, new.provider, swift: .all)
        }
        if old.description != new.description {
            report(.descriptionChanged, ["description"], old.description, new.description)
        }
    }

    private mutating func compareServer() {
        if old.server.url != new.server.url {
            report(.serverChanged, ["server"], "`\(old.server.url)`", "`\(new.server.url)`")
        }
        let before = old.server.pairs.map(Self.words)
        let after = new.server.pairs.map(Self.words)
        for pair in after where !before.contains(pair) { report(.regionAdded, ["server", "pairs"], nil, pair) }
        for pair in before where !after.contains(pair) {
            report(.regionRemoved, ["server", "pairs"], pair, nil, swift: .all)
        }
        if isReordered(before, after) {
            report(.orderChanged, ["server", "pairs"], before.joined(separator: "; "), after.joined(separator: "; "))
        }
    }

    private static func words(_ pair: Service.Server.Pair) -> String {
        pair.region.map { "`\($0)` of `\(pair.environment)`" } ?? "`\(pair.environment)`"
    }

    private mutating func compareHeaders() {
        let before = Dictionary(old.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        func shown(_ name: String, _ value: String) -> String { "`\(name): \(value)`" }
        for header in new.headers {
            guard let known = before[header.name] else {
                report(.headerAdded, ["headers", header.name], nil, shown(header.name, header.value))
                continue
            }
            if known != header.value {
                report(
                    .headerChanged, ["headers", header.name], shown(header.name, known),
                    shown(header.name, header.value))
            }
        }
        for header in old.headers where after[header.name] == nil {
            report(.headerRemoved, ["headers", header.name], shown(header.name, header.value), nil)
        }
        if isReordered(old.headers.map(\.name), new.headers.map(\.name)) {
            report(
                .orderChanged, ["headers"], TypeText.list(old.headers.map(\.name)),
                TypeText.list(new.headers.map(\.name)))
        }
    }

    private mutating func compareAuthentication() {
        guard old.authentication != new.authentication else { return }
        let place = ["authentication"]
        if let old = old.authentication {
            report(.authenticationRemoved, place, "`\(old.rawValue)`", nil, swift: .all)
        }
        if let new = new.authentication {
            report(.authenticationAdded, place, nil, "`\(new.rawValue)`", swift: .all)
        }
    }
}
