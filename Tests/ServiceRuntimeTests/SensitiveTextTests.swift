import Testing

@testable import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct SensitiveTextTests {
    @Test(arguments: [
        // Members of JSON
        (#"{"password":"hunter2","name":"kept"}"#, #"{"password":<redacted>,"name":"kept"}"#),
        (#"{"secret_key" : 12, "a":1}"#, #"{"secret_key" : <redacted>, "a":1}"#),
        (#"{"Token":{"a":["x",{"b":"}"}]},"a":1}"#, #"{"Token":<redacted>,"a":1}"#),
        (#"{"apiKeys":["x","y"]}"#, #"{"apiKeys":<redacted>}"#),
        (#"{"a password":"x\"y","b":1}"#, #"{"a password":<redacted>,"b":1}"#),
        (#"{"password":"cut off"#, #"{"password":<redacted>"#),
        (#"{"password":"cut off\"#, #"{"password":<redacted>"#),
        (#"{"password":{"a":"#, #"{"password":<redacted>"#),
        // JSON in a string of JSON
        (#"{"body":"{\"password\":\"hunter2\",\"a\":1}"}"#, #"{"body":"{\"password\":<redacted>,\"a\":1}"}"#),
        (#"{"body":"{\"password\":\"x\\\"y\",\"a\":1}"}"#, #"{"body":"{\"password\":<redacted>,\"a\":1}"}"#),
        // Queries and forms
        ("GET /x?page=1&access_key=abc&size=2", "GET /x?page=1&access_key=<redacted>&size=2"),
        ("client_secret=a%2Fb; path=/", "client_secret=<redacted>; path=/"),
        ("X-Amz-Signature=abc)", "X-Amz-Signature=<redacted>)"),
        ("password='two words' x", "password=<redacted> x"),
        ("password = \"two words\" x", "password = <redacted> x"),
        ("{password => hunter2}", "{password => <redacted>}"),
        // Headers and messages
        ("Authorization: Bearer abc.def\nHost: h", "Authorization: <redacted>\nHost: h"),
        ("Cookie: a=1; b=2\r\nHost: h", "Cookie: <redacted>\r\nHost: h"),
        ("Set-Cookie: id=1; Path=/", "Set-Cookie: <redacted>"),
        ("X-Auth-Token: t0ken, X: y", "X-Auth-Token: <redacted>, X: y"),
        ("Scp-Accesskey: AK", "Scp-Accesskey: <redacted>"),
        ("token: Bearer abc def", "token: <redacted> def"),
        ("the password: hunter2 is wrong", "the password: <redacted> is wrong"),
        ("sent Bearer abcdefghijklmnopqrst.uv to h", "sent Bearer <redacted> to h"),
        ("sent Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== to h", "sent Basic <redacted> to h"),
        // URLs
        ("at https://user:pass@h/x", "at https://<redacted>@h/x"),
        ("at https://user:p@ss@h/x?a=b@c", "at https://<redacted>@h/x?a=b@c"),
        ("at ftp://user@h", "at ftp://<redacted>@h"),
        ("at https://h:80/x@y", "at https://h:80/x@y"),
        // Nothing to hide
        ("", ""),
        ("the access key is not valid", "the access key is not valid"),
        ("SignatureDoesNotMatch", "SignatureDoesNotMatch"),
        ("Basic authentication is needed", "Basic authentication is needed"),
        (
            #"{"name":"password","pinned":1,"author":"a","passed":2}"#,
            #"{"name":"password","pinned":1,"author":"a","passed":2}"#
        ),
        ("password=", "password="),
        ("password:", "password:"),
        ("password=<redacted>", "password=<redacted>"),
        ("\"", "\""),
        ("비밀 = 가", "비밀 = 가"),
    ])
    func valuesAfterTellingNames(_ text: String, _ shown: String) {
        #expect(SensitiveText.redact(text) == shown)
    }

    @Test func nothingIsTakenTwice() {
        let text = #"{"password":"a","b":"Authorization: Bearer x","url":"https://u:p@h"}"#
        let once = SensitiveText.redact(text)
        #expect(SensitiveText.redact(once) == once)
    }

    @Test func knownSecretsInEveryForm() {
        let redactor = Redactor(secrets: ["a/b+c", "a/b", ""])
        #expect(redactor.redact("a/b+c a/b") == "<redacted> <redacted>")
        #expect(redactor.redact("?x=a/b%2Bc") == "?x=<redacted>")
        #expect(redactor.redact("/a%2Fb%2Bc/x") == "/<redacted>/x")
        #expect(redactor.redact(#"{"x":"a\/b+c"}"#) == #"{"x":"<redacted>"}"#)
        #expect("\(redactor)" == "Redactor")
    }

    @Test func aSecretAtTheCutIsNotShown() {
        let redactor = Redactor(secrets: ["0123456789"])
        // The blanks become one, so that the end of what was read is shown.
        let text = "x" + String(repeating: " ", count: 4090) + "0123456789"
        #expect(redactor.snippet(of: Data(text.utf8)) == "x")
        let long = "x" + String(repeating: " ", count: 8 * 4 + 4096 - 6) + "0123456789"
        #expect(redactor.display(long, limit: 8) == "x")
    }

    @Test func anyTextIsReadToItsEnd() {
        let parts = [
            "\"", "\\", "'", ":", "=", ">", "{", "}", "[", "]", ",", " ", "\n", "<", "@", "://", "/", "?", "&", "a",
            "가",
            "password", "cookie", "Bearer", "-->", "<!--", "<script", "</style>", "abcdefghijklmnopqrst", "\u{0}",
        ]
        var state: UInt64 = 42
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += parts[Int(state >> 33) % parts.count]
            }
            let shown = SensitiveText.redact(text + "\"'}]\npassword=hunter2 kept")
            #expect(!shown.contains("hunter2"), "\(text)")
            _ = HTMLText.text(of: Data(text.utf8))
        }
    }

    @Test func longTextsCostNothing() {
        let text = String(repeating: "\"\\\"", count: 1_000_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = Redactor(secrets: ["abc"]).display(text, limit: 500) }
        #expect(time < .seconds(2))
    }
}

@Suite struct HTMLTextTests {
    @Test(arguments: [
        ("<html>\r\n<body>Bad\tGateway</body></html>", "Bad Gateway"),
        (
            """
            <!DOCTYPE html><html><head><title>502 Bad Gateway</title><style>h1 > a {color: red}</style>
            <SCRIPT type="x">if (a < b) { alert("x") }</SCRIPT ></head>
            <body><!-- a > b --><center><h1>502</h1><hr>nginx</center></body></html>
            """, "502 Bad Gateway 502 nginx"
        ),
        ("<p>a &lt;b&gt; &amp;amp; &quot;c&quot;&nbsp;&#39;d&#39;</p>", "a <b> &amp; \"c\" 'd'"),
        ("no end <b", "no end"),
        ("no end <script>alert(1)", "no end"),
        ("no end <!-- x", "no end"),
        ("<styles>shown</styles><scripted>too</scripted>", "shown too"),
        ("<", ""),
        ("", ""),
    ])
    func textWithoutTags(_ page: String, _ text: String) {
        #expect(HTMLText.text(of: Data(page.utf8)) == text)
    }

    @Test func whatIsHTML() {
        #expect(HTMLText.isHTML(Data("x".utf8), contentType: "text/html"))
        #expect(HTMLText.isHTML(Data("\u{FEFF}\n <!DocType HTML>".utf8), contentType: nil))
        #expect(HTMLText.isHTML(Data("<HTML lang=ko>".utf8), contentType: "application/json"))
        #expect(!HTMLText.isHTML(Data("<a/>".utf8), contentType: "application/xml"))
        #expect(!HTMLText.isHTML(Data("{}".utf8), contentType: "text/plain"))
    }
}
