/// A scalar of a YAML document: its text, and what the text means.
public struct YAMLScalar: Sendable, Hashable {
    /// The text as the document means it: quotes and escapes undone, lines folded.
    public let text: String
    /// Whether the file has it as a plain scalar: no quotes, no `|` or `>`, no `!!str`.
    public let isPlain: Bool
    /// The core tag in front of it, if there is one.
    let tag: CoreTag?

    /// A scalar; quoted text (`isPlain` false) always means a string.
    public init(text: String, isPlain: Bool) {
        self.init(text: text, isPlain: isPlain, tag: nil)
    }

    init(text: String, isPlain: Bool, tag: CoreTag?) {
        self.text = text
        self.isPlain = isPlain && tag != .string
        self.tag = tag
    }

    /// What a scalar means by the core schema (YAML 1.2.2, section 10.3.2).
    public enum Resolved: Sendable, Hashable {
        /// `null`, `~` or nothing at all.
        case null
        /// `true` or `false`.
        case bool(Bool)
        /// A whole number as the file has it: `-1`, `0o17`, `0x1F`.
        case integer(String)
        /// A number as the file has it: `1.5`, `1e3`, `-.inf`, `.nan`.
        case float(String)
        /// Anything else; also whatever is quoted, and `yes`, `on` or a date, which YAML 1.1 read otherwise.
        case string(String)
    }

    /// What the scalar means by the core schema; a tag such as `!!int` overrules the quotes.
    public var resolved: Resolved {
        switch tag {
        case nil where isPlain, .integer, .boolean, .null: return CoreSchema.resolve(text)
        case .float:
            if case .integer(let number) = CoreSchema.resolve(text) { return .float(number) }
            return CoreSchema.resolve(text)
        default: return .string(text)
        }
    }
}
