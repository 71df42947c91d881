import Foundations

/// The key pair of an account.
///
/// The secret key never appears in a description, a dump or an error.
public struct Credentials: Sendable {
    /// The access key, sent with every request.
    public let accessKey: String
    /// The secret key; it signs and is never sent.
    let secretKey: String

    /// A key pair.
    ///
    /// Throws ``CredentialsError`` where a key is empty or has blanks, line breaks, control characters or characters
    /// beyond ASCII: usually a key that was copied with something else.
    public init(accessKey: String, secretKey: String) throws {
        try Self.check(accessKey, "access key")
        try Self.check(secretKey, "secret key")
        self.accessKey = accessKey
        self.secretKey = secretKey
    }

    /// Checks a key; `name` is what errors call it.
    static func check(_ key: String, _ name: String) throws {
        if key.isEmpty { throw CredentialsError(description: "the \(name) is empty") }
        guard key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw CredentialsError(
                description: "the \(name) has a blank, a line break or another character that no key has")
        }
    }
}

/// Why a key, a token or a password cannot be used.
///
/// It does not show them.
public struct CredentialsError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, without the key.
    public let description: String
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The beginning of the access key; nothing of the secret key.
    public var description: String {
        "Credentials(accessKey: \(accessKey.prefix(4))…, secretKey: \(SecretNames.replacement))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without the secret key.
    public var customMirror: Mirror {
        Mirror(
            self, children: ["accessKey": "\(accessKey.prefix(4))…", "secretKey": SecretNames.replacement],
            displayStyle: .struct)
    }
}
