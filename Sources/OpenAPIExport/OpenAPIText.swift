public import APIModel

/// The text of OpenAPI documents.
///
/// The same value always gives the same text.
public enum OpenAPIText {
    /// JSON (RFC 8259), indented by two spaces, with a line end at the end.
    ///
    /// Characters that are not seen, or that change how others are seen, are escaped.
    public static func json(_ value: JSONValue) -> String { JSONFormat.lines.text(value) + "\n" }
}
