import APISpec
import Foundations

/// A value as Python prints it, or as a converter that mends punctuation has left it.
enum LiteralText {
    /// The value of `text`: JSON, a literal of Python, or one of these between typographic quotes; `nil` where it is none,
    /// or where an object has a name twice.
    static func value(_ text: String) -> JSONValue? {
        plain(text) ?? (text.unicodeScalars.contains { quotes[$0] != nil } ? plain(straightened(text)) : nil)
    }

    private static func plain(_ text: String) -> JSONValue? {
        let result = try? JSONReader.read(Array(text.utf8), as: .literal, duplicates: .noted)
        return result?.duplicates.isEmpty == true ? result?.value : nil
    }

    private static func straightened(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(quotes[scalar] ?? scalar) }
        return String(result)
    }

    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{201B}": "'", "\u{201C}": "\"", "\u{201D}": "\"",
        "\u{201E}": "\"", "\u{201F}": "\"",
    ]
}
