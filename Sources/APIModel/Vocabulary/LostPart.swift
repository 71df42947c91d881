/// Something that a documentation said at the last import and does not say any more.
public struct LostPart: Sendable, Hashable {
    /// What a person names to take the loss: `closeBerth`, `closeBerth/1.0`, `listBerths/parameters`, `Berth`, `1.0`.
    public var name: String
    /// What it is, for sentences: ``the operation `closeBerth` ``.
    public var words: String
    /// Where it stood in the spec of the last import.
    public var path: SpecPath
    /// Whether the part itself is still there and only its table is not: then what the table said is kept.
    public var isTable: Bool

    /// Something that is missing.
    public init(name: String, words: String, path: SpecPath, isTable: Bool) {
        self.name = name
        self.words = words
        self.path = path
        self.isTable = isTable
    }

    /// Whether a person who named `accepted` takes this loss: its own name, the first part of it, or `all`.
    public func isTaken(by accepted: some Collection<String>) -> Bool {
        accepted.contains { $0 == "all" || $0 == name || name.hasPrefix($0 + "/") }
    }
}
