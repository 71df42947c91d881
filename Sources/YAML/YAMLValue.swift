/// A value to be written as YAML.
public enum YAMLValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it shall stand in the file; a text that is not a number of the core schema is written as a string.
    case number(String)
    /// A text; quoted where it would not be read as the same text.
    case string(String)
    /// Items in their order.
    case sequence([YAMLValue], YAMLStyle)
    /// Keys with values in their order. Keys must differ, or the result cannot be read back.
    case mapping([YAMLMember], YAMLStyle)
}

/// A key with its value, to be written as YAML.
public struct YAMLMember: Sendable, Hashable {
    /// The key, without quotes.
    public var key: String
    /// The value.
    public var value: YAMLValue

    /// A key with its value.
    public init(_ key: String, _ value: YAMLValue) {
        self.key = key
        self.value = value
    }
}

/// How a sequence or mapping is laid out; an empty one is always `[]` or `{}`.
public enum YAMLStyle: Sendable, Hashable {
    /// A line for each item or key.
    case block
    /// One line with brackets, however long, and so for all that it holds.
    case flow
    /// One line with brackets if it fits into the width and holds no text of several lines, else `block`.
    case automatic
}
