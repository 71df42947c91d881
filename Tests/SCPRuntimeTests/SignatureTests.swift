import HTTPTypes
import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Testing

/// The vectors were made with two independent tools. With the URL in the form that JavaScript's `encodeURI` gives it:
///
///     URL=$(node -p 'encodeURI(process.argv[1])' 'https://backup.kr-west1.s.samsungsdscloud.com/v1/backups?…')
///     printf '%s' "GET${URL}16052906256822sd2ggagbdSD26svcDOpenapi" \
///         | openssl dgst -sha256 -hmac 7d1c0f5b2a9e4c8f -binary | base64
///
///     python3 -c 'import base64, hashlib, hmac, sys; print(base64.b64encode(hmac.new(
///         b"7d1c0f5b2a9e4c8f", sys.argv[1].encode(), hashlib.sha256).digest()).decode())' \
///         "GET${URL}16052906256822sd2ggagbdSD26svcDOpenapi"
///
/// For the account id, it stands between access key and `Openapi`. Where a value contains `&` or `+`, `URL` is the URL as
/// it is sent.
@Suite struct SignatureTests {
    private let base = "https://backup.kr-west1.s.samsungsdscloud.com/v1/backups"
    private let timestamp: Int64 = 1_605_290_625_682

    private func credentials() throws -> Credentials {
        try Credentials(accessKey: "2sd2ggagbdSD26svcD", secretKey: "7d1c0f5b2a9e4c8f")
    }

    @Test(arguments: [
        ("", "ynCHifOIn+SPJYQYQL/nSz2oZuliIlWKMLVpRqEyImA="),
        ("?server_name=web 1&page=0", "XhlzTuQjl6omwwbsT0ZZvMi8L9WCctyJjNb2D/5gT/Q="),
        ("?server_name=백업 서버", "FKLE0rZQq2zcPN04D4IyIbrRMGPJWxN4NLF9j8MD9ks="),
        ("?server_name=a%26b%2Bc", "6KDKMlArpIKCzvG81NSVD8IxvDDLr3U2FaTsBenUq8Q="),
        ("?filesystem_path=/aaa&rate=50%25", "O5AfCWyRr/bOF2Bxs7rp2pNnZQYq60wHi/Vo5quvtRY="),
    ])
    func vectorsOfReadableURLs(_ query: String, _ expected: String) throws {
        let signer = SCPSigner(credentials: try credentials())
        #expect(
            signer.signature(method: "GET", url: base + query, timestamp: timestamp, clientType: "Openapi") == expected)
    }

    @Test(
        arguments: [
            ([:], "ynCHifOIn+SPJYQYQL/nSz2oZuliIlWKMLVpRqEyImA="),
            (["server_name": "web 1", "page": "0"], "XhlzTuQjl6omwwbsT0ZZvMi8L9WCctyJjNb2D/5gT/Q="),
            (["server_name": "백업 서버"], "FKLE0rZQq2zcPN04D4IyIbrRMGPJWxN4NLF9j8MD9ks="),
            (["server_name": "a&b+c"], "6KDKMlArpIKCzvG81NSVD8IxvDDLr3U2FaTsBenUq8Q="),
            (["filesystem_path": "/aaa", "rate": "50%"], "O5AfCWyRr/bOF2Bxs7rp2pNnZQYq60wHi/Vo5quvtRY="),
        ] as [(KeyValuePairs<String, String>, String)])
    func vectorsOfSentRequests(_ query: KeyValuePairs<String, String>, _ expected: String) async throws {
        var parameters: QueryParameters = [:]
        for (name, value) in query { parameters.append(name, value) }
        let sent = try await send(parameters)
        #expect(sent.header("Scp-Signature") == expected)
        #expect(sent.header("Scp-Accesskey") == "2sd2ggagbdSD26svcD")
        #expect(sent.header("Scp-Timestamp") == "1605290625682")
        #expect(sent.header("Scp-AccountId") == nil)
    }

    @Test func accountBecomesPartOfTheSignature() async throws {
        let sent = try await send([:], method: .post, accountID: "acct-42")
        #expect(sent.header("Scp-Signature") == "RTixVfx8eTQ88Y3cPaP/wnF9d8jyD59PVohvUZorBJI=")
        #expect(sent.header("Scp-AccountId") == "acct-42")
    }

    @Test func whatIsSignedIsWhatIsSent() async throws {
        let all = String(String.UnicodeScalarView((0..<0x180).compactMap(Unicode.Scalar.init)))
        let sent = try await send(["q": all])
        #expect(SCPSigner.signedForm(of: sent.url) == sent.url)
    }

    // node -p 'encodeURI(process.argv[1])' 'https://h/a b?q=%zz;/?:@&=+$,-_.!~*'\''()#[]"<>\^`{|}가😀'
    @Test func signedFormOfAReadableURL() {
        #expect(
            SCPSigner.signedForm(of: "https://h/a b?q=%zz;/?:@&=+$,-_.!~*'()#[]\"<>\\^`{|}가😀")
                == "https://h/a%20b?q=%25zz;/?:@&=+$,-_.!~*'()#%5B%5D%22%3C%3E%5C%5E%60%7B%7C%7D%EA%B0%80%F0%9F%98%80")
        #expect(SCPSigner.signedForm(of: "%2F%2f%2") == "%2F%2f%252")
        #expect(SCPSigner.signedForm(of: "%") == "%25")
    }

    @Test func requestWithoutClientTypeIsNotSent() async throws {
        let transport = RecordingTransport()
        let error = await failure {
            try await connection(transport, headers: [:], authentication: .scpHMAC(try credentials())).call(
                OperationRequest("op", .get, "/v1"), success: [])
        }
        #expect(
            (error as? ServiceError)?.description
                == "Backup 1.2 op: not sent: the header Scp-ClientType is missing: it is a part of the signature")
        #expect(transport.requests.isEmpty)
    }

    @Test func badAccountIsNotSent() async throws {
        let error = await failure { _ = try await send([:], accountID: "a\r\nX: y") }
        #expect(
            (error as? ServiceError)?.description
                == "Backup 1.2 listBackups: not sent: "
                + "the value of header 'Scp-AccountId' has a line break or another control character")
    }

    private func send(
        _ query: QueryParameters, method: OperationRequest.Method = .get, accountID: String? = nil
    ) async throws -> RecordedRequest {
        let transport = RecordingTransport()
        let connection = connection(
            transport, authentication: .scpHMAC(try credentials(), accountID: accountID),
            configuration: ClientConfiguration(now: { instant(1_605_290_625.682) }))
        try await connection.call(OperationRequest("listBackups", method, "/v1/backups", query: query), success: [])
        return try #require(transport.requests.first)
    }
}
