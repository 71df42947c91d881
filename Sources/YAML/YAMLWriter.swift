import Diagnostics

/// Writes values as YAML, the same bytes for the same value.
///
/// Strings are plain where readers of YAML 1.1 and 1.2 agree that they are that string, otherwise in single quotes, and
/// in double quotes only if they need escapes. A text of several lines becomes a literal block (`|`). Long texts are
/// never folded. The layout indents by two columns, also sequences inside mappings.
///
/// libyaml's emitter is not used: it folds or not by width, but does not decide between flow and block by what fits,
/// does not indent sequences inside mappings, and knows only the YAML 1.1 rules for what may be plain.
public struct YAMLWriter: Sendable {
    /// The columns of a line that `automatic` collections must fit into, counted in characters.
    public var width: Int

    /// A writer for lines of `width` characters.
    public init(width: Int = 120) {
        self.width = width
    }

    /// Writes the value as a YAML document.
    ///
    /// - Parameters:
    ///   - value: The root. The writer recurses once for each level.
    ///   - comment: Lines to stand first, without or with their `#`, such as
    ///     `yaml-language-server: $schema=service.schema.json`.
    /// - Returns: The document; it ends with a line feed.
    public func write(_ value: YAMLValue, comment: [String] = []) -> String {
        var output = BlockWriter(width: width)
        for line in comment.flatMap({ $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }) {
            output.comment(printable(String(line)))
        }
        output.document(value)
        return String(decoding: output.bytes, as: UTF8.self)
    }
}
