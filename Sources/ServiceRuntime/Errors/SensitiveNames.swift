import HTTPTypes

/// Names of fields, headers and parameters that suggest a secret.
enum SensitiveNames {
    /// What stands in place of a secret.
    static let replacement = "<redacted>"

    private static let words = [
        "password", "passwd", "secret", "token", "authorization", "cookie", "signature", "accesskey", "apikey",
        "credential", "privatekey",
    ].map { Array($0.utf8) }

    /// Whether `name` suggests a secret; case, `-` and `_` do not matter.
    static func matches(_ name: some StringProtocol) -> Bool {
        var letters: [UInt8] = []
        letters.reserveCapacity(name.utf8.count)
        for byte in name.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") {
            letters.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte)
        }
        for start in letters.indices {
            for word in words where word[0] == letters[start] {
                if letters[start...].starts(with: word) { return true }
            }
        }
        return false
    }

    /// Whether the name of any member on the way to `path` suggests a secret.
    static func matches(_ path: JSONPath) -> Bool {
        path.steps.contains { step in
            if case .member(let name) = step { matches(name) } else { false }
        }
    }

    /// The URL of `request` without the values of query parameters that suggest a secret.
    static func redactedURL(of request: HTTPRequest) -> String {
        let target = request.path ?? ""
        let origin = "\(request.scheme ?? "")://\(request.authority ?? "")"
        guard let mark = target.firstIndex(of: "?") else { return origin + target }
        let pairs = target[target.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let shown = pairs.map { pair in
            guard let equals = pair.firstIndex(of: "="), matches(pair[..<equals]) else { return String(pair) }
            return "\(pair[..<equals])=\(replacement)"
        }
        return origin + target[...mark] + shown.joined(separator: "&")
    }
}
