import Testing

@testable import MockService

/// What is written in a format and what is not.
@Suite struct TextFormatTests {
    @Test(arguments: TextFormat.allCases)
    func samplesAreOfTheirFormat(_ format: TextFormat) {
        #expect(format.accepts(format.sample))
        #expect(!format.accepts("x y"))
        #expect(format == .byte || !format.accepts(""))
    }

    @Test(arguments: [
        (
            TextFormat.email, ["a@b", "a.b+c@x.example", "\"a b\"@x.example", "a@[192.0.2.1]"],
            ["a", "@b", "a@", "a b@c", "a@b_c", ".a@b"]
        ),
        (.hostname, ["a", "a-b.example", "1.example"], ["-a", "a-", "a..b", "a_b", "a."]),
        (.ipv4, ["0.0.0.0", "255.255.255.255"], ["1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4.5", "a.b.c.d"]),
        (
            .ipv6, ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "fe80::1:2"],
            ["1", ":1", "1:", "1:2:3:4:5:6:7", "1::2::3", "1:2:3:4:5:6:7:8:9", "12345::", "::g", "1:2:3:4:5:6:7::8:9"]
        ),
        (
            .uri, ["https://x.example/a?b#c", "urn:a:b", "mailto:a@b"],
            ["/a", "a", "1a:b", "http:", "http://a b", "http://<a>"]
        ),
        (.time, ["12:34:56Z", "12:34:56", "23:59:60.5+09:00"], ["12:34", "24:00:00Z", "T12:34:56Z", "12:34:56Zx"]),
        (.duration, ["P1D", "PT1H", "P1Y2M3DT4H5M6S", "P2W"], ["P", "PT", "1D", "P1H", "PT1D", "P1M2Y", "P1"]),
        (.byte, ["", "Zg==", "Zm8=", "Zm9v"], ["Zg", "Zg=", "Z===", "Zm9v!", "Zm_v"]),
    ])
    func formats(_ format: TextFormat, _ good: [String], _ bad: [String]) {
        for text in good { #expect(format.accepts(text), "\(text)") }
        for text in bad { #expect(!format.accepts(text), "\(text)") }
    }
}
