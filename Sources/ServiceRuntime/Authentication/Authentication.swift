public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How requests prove who sends them.
public struct Authentication: Sendable {
    /// Texts that errors must not show.
    let secrets: [String]
    let sign: @Sendable (_ request: inout HTTPRequest, _ now: Date) throws -> Void

    /// An authentication of one's own: `sign` adds what is needed to each request right before it is sent.
    ///
    /// `secrets` are texts that errors must not show.
    public init(secrets: [String] = [], sign: @escaping @Sendable (inout HTTPRequest, Date) throws -> Void) {
        self.secrets = secrets
        self.sign = sign
    }

    /// Requests are sent as they are.
    public static let none = Authentication { _, _ in }

    /// Requests are signed with a key pair; see ``SCPSigner``.
    ///
    /// `accountID` is off by default: with it the account becomes part of the signature and is sent as
    /// `Scp-AccountId`.
    public static func scpHMAC(_ credentials: Credentials, accountID: String? = nil) -> Authentication {
        let signer = SCPSigner(credentials: credentials, accountID: accountID)
        return Authentication(secrets: [credentials.secretKey, credentials.accessKey]) { request, now in
            try signer.sign(&request, at: now)
        }
    }
}

extension Authentication: CustomStringConvertible {
    /// Says nothing about keys.
    public var description: String { "Authentication" }
}

extension Authentication: CustomReflectable {
    /// A mirror without contents.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
