import Diagnostics

/// The names of one scope, each given once.
struct NameScope {
    private var taken: [String: String] = [:]
    private let reserved: Set<String>
    private let suffix: String

    /// A scope in which `reserved` names get `suffix`.
    init(reserved: Set<String>, suffix: String) {
        self.reserved = reserved
        self.suffix = suffix
    }

    /// The name for what the documentation calls `original`: the first of `wishes` that is free. Where none is, the
    /// last one with a number, and `collisions` gets a finding.
    ///
    /// A reserved wish gets the scope's suffix, unless a later wish does without. The same wishes in the same order
    /// give the same names.
    mutating func claim(_ wishes: [String], for original: String, collisions: inout [Diagnostic]) -> SwiftIdentifier {
        let identifiers = wishes.map { SwiftIdentifier($0).name }
        if let free = identifiers.first(where: { taken[$0] == nil && !reserved.contains($0) }) {
            return take(free, for: original)
        }
        let suffixed = identifiers.filter(reserved.contains).map { $0 + suffix }
        if let free = suffixed.last(where: { taken[$0] == nil && !reserved.contains($0) }) {
            return take(free, for: original)
        }
        let base = suffixed.last ?? identifiers.last ?? suffix
        var number = 2
        while taken["\(base)\(number)"] != nil { number += 1 }
        collisions.append(
            RenderingRules.nameCollision.finding(
                "`\(original)` and `\(taken[base] ?? base)` would both be called `\(base)` in Swift; "
                    + "`\(original)` is called `\(base)\(number)`",
                at: nil))
        return take("\(base)\(number)", for: original)
    }

    private mutating func take(_ name: String, for original: String) -> SwiftIdentifier {
        taken[name] = original
        return SwiftIdentifier(name)
    }
}
