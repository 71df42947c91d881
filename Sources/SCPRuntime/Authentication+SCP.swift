public import ServiceRuntime

extension Authentication {
    /// Requests are signed with a key pair; see ``SCPSigner``.
    ///
    /// `accountID` is off by default: with it the account becomes part of the signature and is sent as
    /// `Scp-AccountId`.
    public static func scpHMAC(_ credentials: Credentials, accountID: String? = nil) -> Authentication {
        let signer = SCPSigner(credentials: credentials, accountID: accountID)
        // What the platform may add to its headers one day is not shown either.
        let headers = SecretHeaders(prefix: "scp-", except: ["scp-clienttype", "scp-api-version", "scp-timestamp"])
        return Authentication(secrets: [credentials.secretKey, credentials.accessKey], secretHeaders: headers) {
            try signer.sign(&$0, at: $1)
        }
    }
}
