import Diagnostics

/// Text that a page shows as text, whatever is in it.
enum HTMLText {
    /// Text for content and for attributes in double quotes. Line ends stay; other control characters are spelt out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if !result.isEmpty { result += "\n" }
            for scalar in printable(String(line)).unicodeScalars {
                switch scalar {
                case "&": result += "&amp;"
                case "<": result += "&lt;"
                case ">": result += "&gt;"
                case "\"": result += "&quot;"
                case "'": result += "&#39;"
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// A sentence in which back-ticks set off what comes from documents, as code.
    static func prose(_ sentence: String) -> String {
        let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return escaped(sentence) }
        return parts.enumerated().map { index, part in
            index.isMultiple(of: 2) ? escaped(String(part)) : "<code>\(escaped(String(part)))</code>"
        }.joined()
    }
}
