#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Removes secrets from text that errors show.
struct Redactor: Sendable {
    /// Texts that must not be shown, the longest first, so that none hides inside another.
    private let secrets: [String]

    init(secrets: [String]) {
        self.secrets = secrets.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text without known secrets.
    func redact(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: SensitiveNames.replacement) }
    }

    /// The beginning of a body as one line of at most 300 characters, without known secrets and without the values of
    /// JSON members whose name suggests one.
    ///
    /// Empty if the body is.
    func snippet(of body: Data) -> String {
        var text = redact(String(decoding: body.prefix(4096), as: UTF8.self))
        if body.count > 4096 {
            // What the cut left of a secret would not be recognised.
            text.removeLast(min(text.count, secrets.first?.count ?? 0))
        }
        return Self.redactMembers(of: text).singleLine.shortened(to: 300)
    }

    /// Replaces the values of members whose name suggests a secret.
    ///
    /// The text need not be complete JSON.
    static func redactMembers(of text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "\"") {
            let name = Self.string(in: rest[open...])
            result += rest[..<name.endIndex]
            rest = rest[name.endIndex...]
            guard SensitiveNames.matches(name), let colon = rest.firstIndex(where: { !$0.isWhitespace }),
                rest[colon] == ":"
            else { continue }
            let afterColon = rest[rest.index(after: colon)...]
            let start = afterColon.firstIndex { !$0.isWhitespace } ?? afterColon.endIndex
            result += rest[..<start] + SensitiveNames.replacement
            rest = rest[Self.valueEnd(in: rest[start...])...]
        }
        return result + rest
    }

    /// The string literal at the start of `text`, with its quotes; all of `text` if it does not end.
    private static func string(in text: Substring) -> Substring {
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            let character = text[index]
            text.formIndex(after: &index)
            if character == "\"" { return text[..<index] }
            if character == "\\", index < text.endIndex { text.formIndex(after: &index) }
        }
        return text
    }

    /// Where the JSON value at the start of `text` ends.
    ///
    /// Brackets are counted; strings inside are skipped.
    private static func valueEnd(in text: Substring) -> String.Index {
        var depth = 0
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case "\"":
                index = string(in: text[index...]).endIndex
                if depth == 0 { return index }
                continue
            case "{", "[": depth += 1
            case "}", "]":
                if depth == 0 { return index }
                depth -= 1
                if depth == 0 { return text.index(after: index) }
            case ",":
                if depth == 0 { return index }
            default: break
            }
            text.formIndex(after: &index)
        }
        return index
    }
}

extension Redactor: CustomStringConvertible, CustomReflectable {
    /// Says nothing of the secrets, nor how many there are.
    var description: String { "Redactor" }

    /// Has no children, so that dumping something that holds a redactor shows no secret.
    var customMirror: Mirror { Mirror(self, children: []) }
}
