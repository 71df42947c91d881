/// Tells headers that prove who sends a request, or that each caller fills in, from those that are always the same.
enum CredentialHeader {
    /// Words of names, of which one is enough: `X-Auth-Token`, `apikey`, `X-Cmp-Signature`.
    private static let words: Set<String> = [
        "auth", "authorization", "authentication", "token", "apikey", "accesskey", "secretkey", "secret", "signature",
        "password", "credential", "credentials", "session", "sessionid", "appkey", "apitoken", "accesstoken",
    ]
    /// Words of which `key` makes a secret.
    private static let keys: Set<String> = ["api", "access", "secret", "app", "auth", "service", "subscription"]

    /// Whether the value of a header is a secret, by its name.
    static func isSecret(_ name: String) -> Bool {
        let parts = parts(name)
        if parts.contains(where: words.contains) { return true }
        return zip(parts, parts.dropFirst()).contains { keys.contains($0) && $1 == "key" }
    }

    /// Whether a header carries the time of a request, which signatures cover, by its name.
    static func isTime(_ name: String) -> Bool { parts(name).last == "timestamp" }

    /// Whether a value only stands for one: `{accessKey}`, `<token>`, `${TOKEN}`, `xxxxx`, `****`, `YOUR_KEY`, `...`.
    static func isPlaceholder(_ value: String) -> Bool {
        var text = value[...]
        // `Bearer {token}` names its scheme before the placeholder.
        if let blank = text.lastIndex(of: " ") { text = text[text.index(after: blank)...] }
        guard let first = text.first, let last = text.last else { return false }
        if first == "{", last == "}" { return true }
        if first == "<", last == ">" { return true }
        if first == "[", last == "]" { return true }
        if text.hasPrefix("$") { return true }
        let lower = text.lowercased()
        if lower.count > 2, Set(lower).count == 1, "x*.-_".contains(lower.first ?? "a") { return true }
        return ["your_", "your-", "my_", "my-", "insert_"].contains { lower.hasPrefix($0) }
    }

    /// The words of a name: `X-Cmp-AccessKey` has `x`, `cmp`, `access` and `key`.
    private static func parts(_ name: String) -> [String] {
        var parts: [String] = []
        var wasLower = false
        for character in name {
            let isLetter = character.isLetter || character.isNumber
            if isLetter, !parts.isEmpty, !(character.isUppercase && wasLower), parts[parts.count - 1] != "" {
                parts[parts.count - 1].append(contentsOf: character.lowercased())
            } else if isLetter {
                if parts.last == "" { parts.removeLast() }
                parts.append(character.lowercased())
            } else if parts.last != "" {
                parts.append("")
            }
            wasLower = character.isLowercase || character.isNumber
        }
        return parts.filter { !$0.isEmpty }
    }
}
