extension OpenAPIImporter {
    /// Whether an input is an OpenAPI document, of whatever version, rather than a page for people.
    ///
    /// JSON objects are; so is YAML with the key `openapi` or `swagger` at its margin among its first lines.
    public static func isDescription(_ bytes: [UInt8]) -> Bool {
        // A document in UTF-16 is one too, though it cannot be read.
        if let text = Self.utf16(bytes.prefix(1 << 12)) { return isDescription(Array(text.utf8)) }
        let beginning = bytes.prefix(1 << 16).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let first = beginning.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if first == UInt8(ascii: "{") { return true }
        if first == UInt8(ascii: "<") { return false }
        // The keys of the document may stand further to the right, all of them.
        var margin: Int?
        for line in beginning.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = line.drop { $0 == 0x20 }
            guard let first = text.first, first != UInt8(ascii: "#"), !text.starts(with: "---".utf8),
                first != UInt8(ascii: "%")
            else { continue }
            let indent = text.startIndex - line.startIndex
            margin = margin ?? indent
            if indent == margin,
                ["openapi:", "swagger:", "\"openapi\":", "'openapi':", "\"swagger\":", "'swagger':"].contains(where: {
                    text.starts(with: $0.utf8)
                })
            {
                return true
            }
        }
        return false
    }

    /// The text of bytes in UTF-16, by the mark in front of them or by the zero byte of the first character.
    private static func utf16(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let first = bytes.first, let second = bytes.dropFirst().first else { return nil }
        let isLittle: Bool
        switch (first, second) {
        case (0xFF, 0xFE), (0x01..., 0): isLittle = true
        case (0xFE, 0xFF), (0, 0x01...): isLittle = false
        default: return nil
        }
        let all = Array(bytes)
        let units = stride(from: 0, to: all.count - 1, by: 2).map { index in
            let (low, high) = isLittle ? (all[index], all[index + 1]) : (all[index + 1], all[index])
            return UInt16(high) << 8 | UInt16(low)
        }
        return String(decoding: units.drop { $0 == 0xFEFF }, as: UTF16.self)
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
