import Foundations

/// A name with a value, as queries, forms and cookies have them.
struct FieldPair: Sendable {
    /// The name, decoded.
    let name: String
    /// The value, decoded.
    let value: String
    /// The value as sent: what separates the elements of a list is not encoded, what stands in them is.
    let raw: String

    /// The pairs of `application/x-www-form-urlencoded`, in order; `nil` where the encoding is broken or not UTF-8.
    static func pairs(of bytes: ArraySlice<UInt8>) -> [FieldPair]? {
        var pairs: [FieldPair] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = PercentEncoding.decodeStrictly(pair[..<equals], plusIsBlank: true),
                let value = PercentEncoding.decodeStrictly(pair[equals...].dropFirst(), plusIsBlank: true)
            else { return nil }
            pairs.append(
                FieldPair(name: name, value: value, raw: String(decoding: pair[equals...].dropFirst(), as: UTF8.self)))
        }
        return pairs
    }

    /// The pairs of a `Cookie` header (RFC 6265, section 4.2.1); values that are no percent-encoding stay as they are.
    static func cookies(_ header: String) -> [FieldPair] {
        header.split(separator: ";").compactMap { pair in
            let text = pair.trimmingBlanks
            guard let equals = text.firstIndex(of: "=") else { return nil }
            var raw = text[text.index(after: equals)...]
            if raw.count > 1, raw.hasPrefix("\""), raw.hasSuffix("\"") { raw = raw.dropFirst().dropLast() }
            let value = PercentEncoding.decodeStrictly(Array(raw.utf8)[...]) ?? String(raw)
            return FieldPair(name: String(text[..<equals]), value: value, raw: String(raw))
        }
    }
}

extension Substring {
    /// The text without blanks at both ends.
    var trimmingBlanks: Substring {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var text = drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }
}
