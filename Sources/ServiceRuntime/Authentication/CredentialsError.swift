/// Why a key, a token or a password cannot be used.
///
/// It does not show them.
public struct CredentialsError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, without the key.
    public let description: String

    package init(description: String) { self.description = description }

    /// Checks a key; `name` is what errors call it.
    package static func check(_ key: String, _ name: String) throws {
        if key.isEmpty { throw CredentialsError(description: "the \(name) is empty") }
        guard key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw CredentialsError(
                description: "the \(name) has a blank, a line break or another character that no key has")
        }
    }
}
