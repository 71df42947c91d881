/// Media types in examples of calls.
enum MediaTypes {
    /// The value of a header field in a sample of whatever language: `-H 'Accept: application/json'`.
    static func named(_ field: String, in code: String) -> String? {
        guard let range = code.range(of: field, ignoringCase: true) else { return nil }
        let rest = code[range.upperBound...].prefix(80)
        let start = rest.drop { " :'\"=,[]{}>string()".contains($0) && $0 != "/" }
        // What was dropped may have been the beginning of the type itself.
        let skipped = rest.drop { " :'\"=,[]{}>()".contains($0) }
        let text = skipped.hasPrefix("string") ? start : skipped
        let type = text.prefix { $0.isLetter || $0.isNumber || "/+.-*".contains($0) }
        guard type.contains("/"), !type.hasPrefix("/"), !type.hasSuffix("/"), type != "*/*" else { return nil }
        return String(type)
    }

    /// The media type of examples in a language.
    static func of(_ language: String) -> String? {
        switch language.lowercased() {
        case "json": "application/json"
        case "xml": "application/xml"
        default: nil
        }
    }
}
