import Diagnostics

/// Gives names during one rendering, and keeps to those that were given before.
///
/// The versions of a service share its scopes: what one version calls `createBackup`, all do.
final class NameRegistry {
    private let known: NameRecord
    private(set) var given = NameRecord()

    /// A ledger that keeps to `known`.
    init(known: NameRecord = NameRecord()) { self.known = known }

    /// A scope in which `reserved` names get `suffix`.
    func scope(_ path: [String], reserved: Set<String>, suffix: String) -> NameScope {
        NameScope(reserved: reserved, suffix: suffix, path: path, ledger: self)
    }

    /// The name that `original` has already.
    func name(of original: String, in path: [String]) -> String? {
        given.name(of: original, in: path) ?? known.name(of: original, in: path)
    }

    /// Whether `name` belongs to something else than `original`, in whatever version.
    func isTaken(_ name: String, by original: String, in path: [String]) -> Bool {
        for record in [given, known] {
            if let owner = record.owner(of: name, in: path), owner != original { return true }
        }
        return false
    }

    func note(_ name: String, for original: String, in path: [String]) { given.add(name, for: original, in: path) }
}
