/// How much of a YAML document is read before the reader gives up; input may be hostile.
public struct YAMLLimits: Sendable, Hashable {
    /// The largest file, in bytes.
    public var bytes: Int
    /// The deepest nesting of sequences and mappings, at most 1,000; a document of one scalar has depth 0.
    public var depth: Int {
        didSet { depth = min(depth, Self.deepest) }
    }
    /// The most nodes: scalars, keys, sequences, mappings, and what aliases stand for.
    public var nodes: Int
    /// The most nodes that aliases may stand for, all together.
    public var aliases: Int

    /// What becomes of merge keys (`<<`) of YAML 1.1.
    public var mergeKeys = MergeKeys.refused

    /// What becomes of merge keys.
    public enum MergeKeys: Sendable, Hashable {
        /// They are an error.
        case refused
        /// The keys of the mappings that they name are put in their place, as far as they are not stated there.
        case merged
    }

    /// Limits; the depth is capped at 1,000, since a tree is released level by level on the stack.
    public init(bytes: Int, depth: Int, nodes: Int, aliases: Int) {
        self.bytes = bytes
        self.depth = min(depth, Self.deepest)
        self.nodes = nodes
        self.aliases = aliases
    }

    /// 32 MB, 64 levels, 2 million nodes, of which 100,000 through aliases.
    public static let standard = Self(bytes: 32 << 20, depth: 64, nodes: 2_000_000, aliases: 100_000)

    private static let deepest = 1_000
}
