/// Names of fields, headers and parameters that suggest a secret; only their letters and digits matter, and not case.
package enum SecretNames {
    /// What is shown in place of a secret.
    package static let replacement = "<redacted>"

    /// What a name that suggests a secret contains.
    private static let words = [
        "password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "authorization", "cookie",
        "signature", "accesskey", "apikey", "credential", "privatekey", "signingkey", "encryptionkey", "sshkey",
        "sessionid", "bearer", "jwt",
    ].map { Array($0.utf8) }

    /// Names that suggest a secret only as a whole: in other names they mean something else.
    private static let wholeNames = Set(["auth", "hmac", "pass", "pin", "sig"].map { Array($0.utf8) })

    /// Names that suggest a secret in the query of an address, though elsewhere they mean something else: the `code` of
    /// an error is none, the one of an authorization (RFC 6749, section 4.1.2) is.
    private static let queryNames = Set(["code", "sid", "sign"].map { Array($0.utf8) })

    /// What the name of a query parameter that suggests a secret contains, beyond the words of any name.
    private static let queryWord = Array("session".utf8)
    /// How the name of such a parameter ends.
    private static let queryEnding = Array("key".utf8)

    /// Whether `name` suggests a secret.
    package static func matches(_ name: some StringProtocol) -> Bool { matches(utf8: name.utf8) }

    /// Whether a name in UTF-8 suggests a secret.
    package static func matches(utf8 name: some Sequence<UInt8>) -> Bool { matches(letters: letters(of: name)) }

    /// Whether the name of a parameter in the query of an address, as it is written there, suggests a secret.
    package static func matches(query name: some StringProtocol) -> Bool {
        let letters = letters(of: PercentEncoding.decode(name).utf8)
        return matches(letters: letters) || queryNames.contains(letters) || contains(letters, queryWord)
            || letters.suffix(queryEnding.count).elementsEqual(queryEnding)
    }

    private static func letters(of name: some Sequence<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        for byte in name {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte + 32)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
            default: break
            }
        }
        return letters
    }

    private static func matches(letters: [UInt8]) -> Bool {
        if wholeNames.contains(letters) { return true }
        for start in letters.indices {
            for word in words where word[0] == letters[start] {
                if letters[start...].starts(with: word) { return true }
            }
        }
        return false
    }

    private static func contains(_ letters: [UInt8], _ word: [UInt8]) -> Bool {
        letters.indices.contains { letters[$0] == word[0] && letters[$0...].starts(with: word) }
    }
}
