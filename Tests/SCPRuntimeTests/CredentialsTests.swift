import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Testing

@Suite struct CredentialsTests {
    @Test(arguments: [
        ("", "s", "the access key is empty"),
        ("a", "", "the secret key is empty"),
        ("a b", "s", "the access key has a blank, a line break or another character that no key has"),
        ("a", "s\n", "the secret key has a blank, a line break or another character that no key has"),
        ("a", "s\r\nX: y", "the secret key has a blank, a line break or another character that no key has"),
        ("a\u{0}", "s", "the access key has a blank, a line break or another character that no key has"),
        ("a", "s\u{FEFF}", "the secret key has a blank, a line break or another character that no key has"),
    ])
    func badKeysAreRefused(_ accessKey: String, _ secretKey: String, _ reason: String) {
        let error = #expect(throws: CredentialsError.self) {
            try Credentials(accessKey: accessKey, secretKey: secretKey)
        }
        #expect(error?.description == reason)
    }

    @Test func secretKeyIsNeverShown() throws {
        let credentials = try Credentials(accessKey: "access-key", secretKey: "s3cr3t")
        let connection = connection(RecordingTransport(), authentication: .scpHMAC(credentials))
        var dumped = ""
        dump(credentials, to: &dumped)
        dump(connection, to: &dumped)
        dump([Authentication.scpHMAC(credentials)], to: &dumped)
        let texts = [
            "\(credentials)", String(reflecting: credentials), "\(Optional(credentials) as Any)", dumped,
            "\(connection)",
            String(reflecting: connection), "\(Mirror(reflecting: credentials).children.map { "\($0)" })",
        ]
        for text in texts { #expect(!text.contains("s3cr3t")) }
        #expect(credentials.description == "Credentials(accessKey: acce…, secretKey: <redacted>)")
    }
}
