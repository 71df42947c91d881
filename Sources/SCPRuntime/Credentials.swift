import Foundations
import ServiceRuntime

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
    /// Throws `CredentialsError` where a key is empty or has blanks, line breaks, control characters or characters
    /// beyond ASCII: usually a key that was copied with something else.
    public init(accessKey: String, secretKey: String) throws {
        try CredentialsError.check(accessKey, "access key")
        try CredentialsError.check(secretKey, "secret key")
        self.accessKey = accessKey
        self.secretKey = secretKey
    }
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
