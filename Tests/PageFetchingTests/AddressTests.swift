import PageServing
import Testing

@testable import PageFetching

@Suite struct AddressTests {
    private func problem(_ text: String) -> AddressProblem? {
        do throws(AddressProblem) {
            _ = try PageAddress(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("https://docs.example.com", "https://docs.example.com/"),
        ("HTTPS://Docs.Example.COM:443/A", "https://docs.example.com/A"),
        ("http://host:80/", "http://host/"), ("http://host:8080/", "http://host:8080/"),
        ("http://host:/", "http://host/"),
        ("https://host:80/", "https://host:80/"),
        ("https://host/page#part", "https://host/page"), ("https://host?a=1#b", "https://host/?a=1"),
        ("https://host/a/./b/../c", "https://host/a/c"), ("https://host/../../c", "https://host/c"),
        ("https://host/a/..", "https://host/"), ("https://host/a/.", "https://host/a/"),
        ("https://host/문서", "https://host/%EB%AC%B8%EC%84%9C"), ("https://host/a b", "https://host/a%20b"),
        ("https://host/%7e%zz%", "https://host/%7e%25zz%25"), ("https://host/a\\b?[x]", "https://host/a%5Cb?%5Bx%5D"),
        ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443/"), ("https://host.:1/", "https://host.:1/"),
        ("https://host/a?x=/../y?z", "https://host/a?x=/../y?z"), ("https://host//a//", "https://host//a//"),
    ])
    func spelling(_ text: String, _ expected: String) throws {
        #expect(try PageAddress(text).text == expected)
    }

    @Test(
        arguments: [
            ("", .empty), ("docs.example.com/page", .noScheme), ("//host/page", .noScheme), ("page.html", .noScheme),
            ("file:///etc/passwd", .scheme("file")), ("javascript:alert(1)", .scheme("javascript")),
            ("https:", .noHost), ("https:page", .noHost), ("https:///page", .noHost), ("https://:443/", .noHost),
            ("https://me:secret@host/", .userInfo), ("https://me@host/", .userInfo), ("https://@host/", .userInfo),
            ("https://ho st/", .host), ("https://höst/", .host), ("https://host\\@evil/", .userInfo),
            ("https://host\\evil/", .host), ("https://a..b/", .host), ("https://./", .host), ("https://[::1/", .host),
            ("https://[fe80::1%25eth0]/", .host), ("https://[12]/", .host), ("https://%68ost/", .host),
            ("https://host:0/", .port), ("https://host:65536/", .port), ("https://host:+1/", .port),
            ("https://host:99999999999999999999/", .port), ("https://host/a\nb", .control),
            ("https://host/\u{7F}", .control),
            ("https://host/\u{0}", .control), ("https://host/?\r\nX: y", .control),
        ] as [(String, AddressProblem)])
    func refused(_ text: String, _ expected: AddressProblem) {
        #expect(problem(text) == expected)
    }

    @Test func longAddressIsRefused() throws {
        let most = "https://host/" + String(repeating: "a", count: PageAddress.longest - 13)
        #expect(problem(most) == nil)
        #expect(problem(most + "a") == .tooLong)
        #expect(problem("https://host/" + String(repeating: "ä", count: 2_000)) == .tooLong)
    }

    /// The examples of RFC 3986, section 5.4, as far as they lead to http; fragments are dropped.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"),
        ("g#s", "http://a/b/c/g"), ("g?y#s", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
        ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"), ("http://x/y", "http://x/y"),
    ])
    func resolution(_ reference: String, _ expected: String) throws {
        #expect(try PageAddress("http://a/b/c/d;p?q").resolve(reference).text == expected)
    }

    @Test func problemsAreReportedTogetherBeforeAnythingIsSent() async throws {
        let server = try PageServer { _, connection in connection.answer() }
        defer { server.stop() }
        let failure = await Fetching().failure(
            server.url("/a"), "ftp://host/page", "https://me:hunter2@host/page?token=abc", "page.html",
            "https://bücher.example/", "https://host:x/", "https://host/a\u{1B}[2J", "")
        #expect(
            failure == """
                ftp://host/page:1:1: error: the address is of ftp, not of https or http; save the page to a file and name that
                https://host/page?token=<redacted>:1:1: error: the address holds a user name or a password; take them out; \
                where the page needs a login, save it to a file and name that
                page.html:1:1: error: the address does not begin with https:// or http://; write it as https://host/page
                https://bücher.example/:1:1: error: the address has a host name with characters that host names do not have; \
                write it as https://host/page, and a name in other letters as its xn-- form
                https://host:x/:1:1: error: the address has a port that is not a number from 1 to 65535; \
                write it as https://host/page
                https://host/a\\u{1B}[2J:1:1: error: the address holds a line break or another control character; take it out
                :1:1: error: the address is empty; write it as https://host/page
                """)
        #expect(server.requests.isEmpty)
    }
}
