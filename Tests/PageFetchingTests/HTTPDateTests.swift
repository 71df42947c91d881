import HTTPTypes
import Testing

@testable import PageFetching

@Suite struct HTTPDateTests {
    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Wed, 31 Dec 1969 23:59:59 GMT", -1), ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000),
        ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400), ("Fri, 01 Jan 2100 00:00:00 GMT", 4_102_444_800),
        ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800), ("Mon, 01-Jan-69 00:00:00 GMT", 3_124_224_000),
    ])
    func dates(_ text: String, _ seconds: Int) {
        #expect(HTTPDate.seconds(text) == seconds)
    }

    @Test(arguments: [
        "", "soon", "06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 29 Feb 2100 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
        "Sun, 06 Nov 1994 08:49:37:00 GMT", "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, -6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 99999999999999999999 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT\r\nX: y", "Sun, 06 Nov 1994 +8:49:37 GMT",
    ])
    func noDates(_ text: String) {
        #expect(HTTPDate.seconds(text) == nil)
    }

    @Test(arguments: [
        ("120", 120), (" 5 ", 5), ("0", 0), ("99999999999999999999", 366 * 86_400),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10), ("Sun, 06 Nov 1994 08:49:27 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 366 * 86_400), ("-1", nil), ("1.5", nil), ("1e3", nil), ("", nil),
        ("5, 6", nil), ("٣", nil),
    ])
    func retryAfter(_ text: String, _ seconds: Int?) {
        #expect(RetryAfter.wait([.retryAfter: text], now: 784_111_777) == seconds.map { .seconds($0) })
    }

    @Test func datesAreComparedWithTheClockOfTheSite() {
        let fields: HTTPFields = [
            .retryAfter: "Sun, 06 Nov 1994 08:49:47 GMT", .date: "Sun, 06 Nov 1994 08:49:40 GMT",
        ]
        #expect(RetryAfter.wait(fields, now: 0) == .seconds(7))
        #expect(RetryAfter.wait([:], now: 0) == nil)
    }
}
