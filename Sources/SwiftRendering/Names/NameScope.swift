import Diagnostics

/// The names of one scope, each given once.
struct NameScope {
    private var taken: [String: String] = [:]
    private let reserved: Set<String>
    private let suffix: String
    private let path: [String]
    private let ledger: NameRegistry

    /// A scope of a ledger in which `reserved` names get `suffix`.
    init(reserved: Set<String>, suffix: String, path: [String], ledger: NameRegistry) {
        self.reserved = reserved
        self.suffix = suffix
        self.path = path
        self.ledger = ledger
    }

    /// The name for what the documentation calls `original`: the one that it has already, or the first of `wishes` that
    /// is free. Where none is, the last one with a number, and `collisions` gets a finding.
    ///
    /// A reserved wish gets the scope's suffix, unless a later wish does without. The same wishes in the same order
    /// give the same names.
    mutating func claim(_ wishes: [String], for original: String, collisions: inout [Diagnostic]) -> SwiftIdentifier {
        let kept = ledger.name(of: original, in: path)
        if let kept, SwiftIdentifier(kept).name == kept, taken[kept] == nil, !reserved.contains(kept) {
            return take(kept, for: original)
        }
        let identifier = newName(wishes, for: original, collisions: &collisions)
        if let kept {
            collisions.append(
                RenderingRules.nameNotKept.finding(
                    "`\(shown(original))` was called `\(kept)`, which is reserved or taken here; it is called "
                        + "`\(identifier.name)` now", at: nil))
        }
        return identifier
    }

    private mutating func newName(
        _ wishes: [String], for original: String, collisions: inout [Diagnostic]
    ) -> SwiftIdentifier {
        let identifiers = wishes.map { SwiftIdentifier($0).name }
        if let free = identifiers.first(where: { isFree($0, for: original) }) { return take(free, for: original) }
        let suffixed = identifiers.filter(reserved.contains).map { $0 + suffix }
        if let free = suffixed.last(where: { isFree($0, for: original) }) { return take(free, for: original) }
        let base = suffixed.last ?? identifiers.last ?? suffix
        var number = 2
        while !isFree("\(base)\(number)", for: original) { number += 1 }
        collisions.append(
            RenderingRules.nameCollision.finding(
                "`\(shown(original))` and `\(shown(taken[base] ?? base))` would both be called `\(base)` in Swift; "
                    + "`\(shown(original))` is called `\(base)\(number)`",
                at: nil))
        return take("\(base)\(number)", for: original)
    }

    private func isFree(_ name: String, for original: String) -> Bool {
        taken[name] == nil && !reserved.contains(name) && !ledger.isTaken(name, by: original, in: path)
    }

    /// What the documentation calls something, with the schema or operation that it belongs to.
    private func shown(_ original: String) -> String {
        let owner = path.first == "types" ? [] : path.dropFirst()
        return (owner + [original]).joined(separator: ".")
    }

    private mutating func take(_ name: String, for original: String) -> SwiftIdentifier {
        taken[name] = original
        ledger.note(name, for: original, in: path)
        return SwiftIdentifier(name)
    }
}
