/// Names of fields, headers and parameters that suggest a secret.
enum SensitiveNames {
    /// What stands in place of a secret.
    static let replacement = "<redacted>"

    /// What a name that suggests a secret contains.
    private static let words = [
        "password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "authorization", "cookie",
        "signature", "accesskey", "apikey", "credential", "privatekey", "signingkey", "encryptionkey", "sshkey",
        "sessionid", "bearer", "jwt",
    ].map { Array($0.utf8) }

    /// Names that suggest a secret only as a whole: in other names they mean something else.
    private static let wholeNames = Set(["auth", "pass", "pin", "sig"].map { Array($0.utf8) })

    /// Headers of the service that may be shown, though they begin as the signing ones do.
    private static let harmlessHeaders: Set<String> = ["scp-clienttype", "scp-api-version", "scp-timestamp"]

    /// Whether `name` suggests a secret; only its letters and digits matter, and not their case.
    static func matches(_ name: some StringProtocol) -> Bool { matches(utf8: name.utf8) }

    /// Whether a name in UTF-8 suggests a secret.
    static func matches(utf8 name: some Sequence<UInt8>) -> Bool {
        var letters: [UInt8] = []
        for byte in name {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte + 32)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
            default: break
            }
        }
        if wholeNames.contains(letters) { return true }
        for start in letters.indices {
            for word in words where word[0] == letters[start] {
                if letters[start...].starts(with: word) { return true }
            }
        }
        return false
    }

    /// Whether the header `name` suggests a secret: as any name, and each `Scp-` header that is not known to be
    /// harmless.
    static func matchesHeader(_ name: String) -> Bool {
        let name = name.lowercased()
        return matches(name) || (name.utf8.starts(with: "scp-".utf8) && !harmlessHeaders.contains(name))
    }

    /// Whether the name of any member on the way to `path` suggests a secret.
    static func matches(_ path: JSONPath) -> Bool {
        path.steps.contains { step in
            if case .member(let name) = step { matches(name) } else { false }
        }
    }
}
