import PageFetching
import Testing

@Suite struct ShownAddressTests {
    @Test(
        arguments: [
            ("https://host/page?version=1.2&lang=ko", "https://host/page?version=1.2&lang=ko"),
            ("https://host/page?token=abc&x=1", "https://host/page?token=<redacted>&x=1"),
            ("https://host/?X-Amz-Signature=ab&X-Amz-Credential=c;api_key=d", nil),
            ("https://host/?access-key=a&APIKEY=b&Key=c&sig=d&Password=e&pwd=f&client_secret=g&auth=h", nil),
            ("https://host/?to%6Ben=abc", "https://host/?to%6Ben=<redacted>"),
            ("https://host/?token=a=b?c/d", "https://host/?token=<redacted>"),
            ("https://host/?token", "https://host/?token"), ("https://host/?token=", "https://host/?token=<redacted>"),
            ("https://host/#access_token=abc", "https://host/"),
            ("https://user:hunter2@host/page", "https://host/page"), ("https://user@host", "https://host"),
            ("https://a@b:hunter2@host/", "https://host/"),
            ("https://user:hun/ter2@host/", "https://<redacted>"),
            ("https://user:hun#ter2@host/", "https://<redacted>"),
            ("https://user:hun?ter2@host/", "https://<redacted>"), ("user:hunter2@host/page", "user:host/page"),
            ("https://host/page?author=me&codec=h264&keyword=x", "https://host/page?author=me&codec=h264&keyword=x"),
            ("", ""), ("no address", "no address"), ("?token=abc", "?token=<redacted>"),
        ] as [(String, String?)])
    func secretsAreLeftOut(_ address: String, _ expected: String?) {
        let shown = RedactedURL.text(of: address)
        if let expected { #expect(shown == expected) }
        #expect(!shown.contains("hunter") && !shown.contains("ter2") && !shown.contains("abc"))
    }

    @Test func everySecretOfAQueryIsLeftOut() {
        #expect(
            RedactedURL.text(of: "https://host/?X-Amz-Signature=ab&X-Amz-Credential=c;api_key=d&page=1")
                == "https://host/?X-Amz-Signature=<redacted>&X-Amz-Credential=<redacted>;api_key=<redacted>&page=1")
        let names = [
            "access-key", "APIKEY", "Key", "sig", "Password", "pwd", "client_secret", "auth", "jwt", "SessionId",
        ]
        for name in names {
            #expect(RedactedURL.text(of: "https://host/?\(name)=x") == "https://host/?\(name)=<redacted>")
        }
    }
}
