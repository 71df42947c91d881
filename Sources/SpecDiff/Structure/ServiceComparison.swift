import APIModel

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
        compareSchemes()
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
        if old.server.description != new.server.description {
            report(
                .descriptionChanged, ["server", "description"], old.server.description, new.server.description)
        }
        compareVariables()
        compareAlternatives()
    }

    private mutating func compareVariables() {
        let before = Dictionary(old.server.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.server.variables.map(\.name))
        for variable in old.server.variables where !after.contains(variable.name) {
            report(.variableRemoved, ["server", "variables", variable.name], "`\(variable.name)`", nil, swift: .all)
        }
        for variable in new.server.variables {
            let step = ["server", "variables", variable.name]
            guard let known = before[variable.name] else {
                report(
                    .variableAdded, step, nil, "`\(variable.name)`, which is `\(variable.defaultValue)` by default",
                    // An address with its first variable is a call, and was a value.
                    swift: old.server.variables.isEmpty ? .all : .none)
                continue
            }
            let added = variable.values.filter { !known.values.contains($0) }
            let removed = known.values.filter { !variable.values.contains($0) }
            func words(_ values: [String]) -> String { "\(TypeText.list(values)) of `\(variable.name)`" }
            // Where no values are listed, all are allowed.
            if known.values.isEmpty != variable.values.isEmpty {
                known.values.isEmpty
                    ? report(.variableValueRemoved, step, "any of `\(variable.name)`", words(variable.values))
                    : report(.variableValueAdded, step, words(known.values), "any of `\(variable.name)`")
            } else {
                if !added.isEmpty { report(.variableValueAdded, step, nil, words(added)) }
                if !removed.isEmpty { report(.variableValueRemoved, step, words(removed), nil) }
            }
            if known.defaultValue != variable.defaultValue {
                report(
                    .variableDefaultChanged, step, words([known.defaultValue]), words([variable.defaultValue]))
            }
            if known.description != variable.description {
                report(.descriptionChanged, step, known.description, variable.description)
            }
        }
    }

    private mutating func compareAlternatives() {
        let before = Dictionary(
            old.server.alternatives.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.server.alternatives.map(\.url))
        for server in old.server.alternatives where !after.contains(server.url) {
            // One that everybody is sent to now answers still.
            guard server.url != new.server.url else { continue }
            report(.alternativeRemoved, ["server", "alternatives"], "`\(server.url)`", nil, swift: .all)
        }
        for server in new.server.alternatives {
            guard let known = before[server.url] else {
                if server.url != old.server.url {
                    report(.alternativeAdded, ["server", "alternatives"], nil, "`\(server.url)`")
                }
                continue
            }
            if known.description != server.description {
                report(
                    .descriptionChanged, ["server", "alternatives"], known.description, server.description)
            }
        }
        if isReordered(old.server.alternatives.map(\.url), new.server.alternatives.map(\.url)) {
            report(
                .orderChanged, ["server", "alternatives"], TypeText.list(old.server.alternatives.map(\.url)),
                TypeText.list(new.server.alternatives.map(\.url)))
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

    /// Compares the ways in which a client can prove who it is, and those that it has to.
    private mutating func compareSchemes() {
        let relation = SecurityRelation(old: old, new: new)
        // Where there is any scheme, clients are made with a value for it.
        let effect: SwiftEffect = old.security.isEmpty == new.security.isEmpty ? .none : .all
        let before = Dictionary(old.security.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.security.map(\.name))
        let places = ["service", "security"]
        func words(_ scheme: SecurityScheme) -> String { "`\(scheme.name)`, \(SecurityRelation.words(scheme.kind))" }
        func note(_ change: Change, _ name: String, _ before: String?, _ after: String?, from oldName: String? = nil) {
            differences.append(
                Difference(
                    .service, change, at: SpecPath(places + [name]), subject: "the service", before: before,
                    after: after, swift: [.schemeAdded, .schemeRemoved].contains(change) ? effect : .none,
                    oldPlace: SpecPath(places + [oldName ?? name]), newPlace: SpecPath(places + [name])))
        }
        for scheme in old.security where !after.contains(scheme.name) {
            if let name = relation.renamed[scheme.name] {
                note(.schemeRenamed, name, "`\(scheme.name)`", "`\(name)`", from: scheme.name)
            } else {
                note(.schemeRemoved, scheme.name, words(scheme), nil)
            }
        }
        for scheme in new.security {
            guard let known = before[scheme.name] else {
                if !relation.renamed.values.contains(scheme.name) {
                    note(.schemeAdded, scheme.name, nil, words(scheme))
                }
                continue
            }
            if known.kind != scheme.kind {
                note(.schemeChanged, scheme.name, words(known), words(scheme))
            } else if known.description != scheme.description {
                note(.descriptionChanged, scheme.name, known.description, scheme.description)
            }
        }
        if isReordered(old.security.map(\.name), new.security.map(\.name)) {
            report(
                .orderChanged, ["security"], TypeText.list(old.security.map(\.name)),
                TypeText.list(new.security.map(\.name)))
        }
        if let change = relation.change(from: old.requirements, to: new.requirements) {
            report(
                change, ["requirements"], SecurityRelation.words(old.requirements),
                SecurityRelation.words(new.requirements))
        }
    }
}
