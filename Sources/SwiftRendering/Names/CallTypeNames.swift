import Diagnostics

/// Names that several versions have in common: who asks again for the same thing gets the same name.
struct SharedNames {
    private var scope: NameScope
    private(set) var given: [String: SwiftIdentifier] = [:]

    init(_ scope: NameScope) { self.scope = scope }

    /// The name for what the record of names calls `original`.
    mutating func claim(_ wish: String, for original: String, collisions: inout [Diagnostic]) -> SwiftIdentifier {
        if let name = given[original] { return name }
        let name = scope.claim([wish], for: original, collisions: &collisions)
        given[original] = name
        return name
    }
}

/// The names of types that come with calls: header fields, errors, pagers.
///
/// All versions call such a type alike. Where its shapes differ, the oldest that several versions share keeps the name in
/// the service's namespace, and each later one has its oldest version in the name.
struct CallTypeNames {
    private let names: ServiceNames
    private var scope: SharedNames
    private var shared: Set<String> = []

    init(_ scope: NameScope, names: ServiceNames) {
        self.scope = SharedNames(scope)
        self.names = names
    }

    /// A type of a call: what the versions call it, and what its declaration is called.
    struct Name {
        let alias: SwiftIdentifier
        let declared: SwiftIdentifier
    }

    /// The name for what the record of names calls `original`. Shapes of one original are claimed with the oldest first.
    mutating func claim(
        _ wish: String, for original: String, in versions: [String], collisions: inout [Diagnostic]
    ) -> Name {
        let alias = scope.claim(wish, for: original, collisions: &collisions)
        guard versions.count > 1, let oldest = versions.last, !shared.insert(original).inserted else {
            return Name(alias: alias, declared: alias)
        }
        let declared = scope.claim(
            "\(alias.name)_\(names.version(oldest).name)", for: "\(original) \(oldest)", collisions: &collisions)
        return Name(alias: alias, declared: declared)
    }

    /// What the types are called, for scopes that come later.
    var given: Set<String> { Set(scope.given.values.map(\.name)) }
}
