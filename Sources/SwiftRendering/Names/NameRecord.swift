public import Diagnostics

/// The Swift names of a service as an earlier rendering gave them.
///
/// A name that was given once is kept: a new operation or schema never renames an old one. A person may change a name
/// here to choose another.
public struct NameRecord: Sendable, Hashable {
    /// The names of one scope, in the order in which they were given.
    public struct Scope: Sendable, Hashable {
        /// What the scope is, such as `["members", "BackupResponse"]`.
        public var path: [String]
        /// The names in it.
        public var names: [Entry]
    }

    /// A name of the documentation with its name in Swift.
    public struct Entry: Sendable, Hashable {
        /// What the documentation calls it.
        public var original: String
        /// What Swift calls it.
        public var name: String
    }

    /// The scopes, in the order in which they were first used.
    public private(set) var scopes: [Scope] = []
    private var positions: [[String]: Int] = [:]
    private var names: [[String]: [String: String]] = [:]
    private var owners: [[String]: [String: String]] = [:]

    /// A record without names.
    public init() {}

    /// Whether nothing was given yet.
    public var isEmpty: Bool { scopes.isEmpty }

    /// The name that was given to `original`.
    public func name(of original: String, in path: [String]) -> String? { names[path]?[original] }

    /// What the documentation calls the owner of a name.
    func owner(of name: String, in path: [String]) -> String? { owners[path]?[name] }

    /// Adds a name; does nothing where `original` has one.
    public mutating func add(_ name: String, for original: String, in path: [String]) {
        guard names[path]?[original] == nil else { return }
        let position: Int
        if let known = positions[path] {
            position = known
        } else {
            position = scopes.count
            positions[path] = position
            scopes.append(Scope(path: path, names: []))
        }
        scopes[position].names.append(Entry(original: original, name: name))
        names[path, default: [:]][original] = name
        owners[path, default: [:]][name] = original
    }

    /// The names of this record, and those of `other` for what has none here.
    public func adding(_ other: NameRecord) -> NameRecord {
        guard !isEmpty else { return other }
        var copy = self
        for scope in other.scopes {
            for entry in scope.names where copy.owner(of: entry.name, in: scope.path) == nil {
                copy.add(entry.name, for: entry.original, in: scope.path)
            }
        }
        return copy
    }

    /// This record brought up to what a rendering gave: what is known keeps its place, new names follow, and names of
    /// what is not there any more stay for the day on which it returns.
    public func updated(with given: NameRecord) -> NameRecord {
        var result = NameRecord()
        for scope in scopes {
            for entry in scope.names {
                if let name = given.name(of: entry.original, in: scope.path) {
                    result.add(name, for: entry.original, in: scope.path)
                } else if given.owner(of: entry.name, in: scope.path) == nil {
                    result.add(entry.name, for: entry.original, in: scope.path)
                }
            }
        }
        for scope in given.scopes {
            for entry in scope.names { result.add(entry.name, for: entry.original, in: scope.path) }
        }
        return result
    }

    /// A warning for everything that `newer` calls by another name.
    public func changes(to newer: NameRecord) -> [Diagnostic] {
        scopes.flatMap { scope in
            scope.names.compactMap { entry in
                guard let name = newer.name(of: entry.original, in: scope.path), name != entry.name else { return nil }
                return RenderingRules.nameChanged.finding(
                    "`\(entry.original)` of \(scope.path.joined(separator: "/")) was called `\(entry.name)` in Swift and is "
                        + "called `\(name)` now", at: nil)
            }
        }
    }

    /// Records are equal that give the same names.
    public static func == (left: Self, right: Self) -> Bool { left.scopes == right.scopes }

    /// Hashes the scopes.
    public func hash(into hasher: inout Hasher) { hasher.combine(scopes) }
}
