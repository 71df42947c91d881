extension OpenAPIImporter {
    /// Whether an input is an OpenAPI document, of whatever version, rather than a page for people.
    ///
    /// JSON objects are; so is YAML with the key `openapi` or `swagger` at the left margin among its first lines.
    public static func isDescription(_ bytes: [UInt8]) -> Bool {
        let beginning = bytes.prefix(1 << 16).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let first = beginning.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if first == UInt8(ascii: "{") { return true }
        if first == UInt8(ascii: "<") { return false }
        return beginning.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains { line in
            ["openapi:", "swagger:", "\"openapi\":", "'openapi':"].contains { line.starts(with: $0.utf8) }
        }
    }

    /// Whether an input is a whole OpenAPI document rather than a file that one refers to: whether its version of OpenAPI
    /// stands among its first lines.
    public static func isWholeDescription(_ bytes: [UInt8]) -> Bool {
        guard isDescription(bytes) else { return false }
        let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        return ["openapi", "swagger"].contains { word in
            text.contains("\"\(word)\"") || text.contains("\(word):") || text.contains("'\(word)'")
        }
    }
}
