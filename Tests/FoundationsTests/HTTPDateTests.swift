import Foundations
import Testing

@Suite struct HTTPDateTests {
    // 2026-05-31T09:00:00Z
    private let now = 1_780_218_000.0

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "sun, 06 nov 1994 08:49:37 gmt", "Mon, 06 Nov 1994 08:49:37 GMT", "  Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sun Nov 06 08:49:37 1994",
    ])
    func threeForms(_ text: String) {
        #expect(HTTPDate.seconds(text, now: now) == 784_111_777)
    }

    @Test(arguments: [
        ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800), ("Thu, 29 Feb 2024 00:00:00 GMT", 1_709_164_800),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
        ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400), ("Fri, 01 Jan 2100 00:00:00 GMT", 4_102_444_800),
    ])
    func daysOfAllKinds(_ text: String, _ seconds: Int) {
        #expect(HTTPDate.seconds(text, now: now) == seconds)
    }

    // More than 50 years ahead means the most recent year of the past.
    @Test(arguments: [
        ("Sunday, 31-May-76 09:00:00 GMT", 3_358_141_200), ("Sunday, 31-May-76 09:00:01 GMT", 202_381_201),
        ("Monday, 31-May-77 09:00:00 GMT", 233_917_200), ("Friday, 31-May-99 09:00:00 GMT", 928_141_200),
        ("Saturday, 31-May-00 09:00:00 GMT", 959_763_600), ("Sunday, 31-May-26 09:00:00 GMT", 1_780_218_000),
        ("Tuesday, 29-Feb-00 00:00:00 GMT", 951_782_400), ("Monday, 01-Jan-69 00:00:00 GMT", 3_124_224_000),
        ("Thursday, 01-Jan-70 00:00:00 GMT", 3_155_760_000),
    ])
    func yearsOfTwoDigits(_ text: String, _ seconds: Int) {
        #expect(HTTPDate.seconds(text, now: now) == seconds)
    }

    @Test(arguments: [
        "", " ", "Sun", "soon", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 PST",
        "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 29 Feb 2100 08:49:37 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37:00 GMT", "06 Nov 1994 08:49:37 GMT x",
        "Sun 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 06-Nov 08:49:37 GMT",
        "Sun Nov 6 08:49:37 94", "Sun Nov 6 08:49:37 +994", "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49:3\u{0663} GMT", "Sunday, 31-Feb-94 08:49:37 GMT", "Sun, -6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, 99999999999999999999 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT\r\nX: y", "Sun, 06 Nov 1994 08:49:37 GMT\r\n", "Sun, 06 Nov 1994 +8:49:37 GMT",
    ])
    func noDate(_ text: String) {
        #expect(HTTPDate.seconds(text, now: now) == nil)
    }

    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ])
    func writing(_ seconds: Int, _ text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
        #expect(HTTPDate.seconds(text, now: now) == seconds)
    }
}

@Suite struct RetryAfterTests {
    private func delay(_ value: String, now: Double = 784_111_777) -> Duration? {
        RetryAfter.delay([value], date: nil, now: now)
    }

    @Test(arguments: [
        ("120", 120), (" 5 ", 5), ("0", 0), ("0007", 7), ("99999999999999999999999", 1 << 32),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10), ("Sun, 06 Nov 1994 08:49:27 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 1 << 32), ("-1", nil), ("1.5", nil), ("1e3", nil), ("", nil), ("5, 6", nil),
        ("7 8", nil), ("\u{0667}", nil),
    ])
    func values(_ text: String, _ seconds: Int?) {
        #expect(delay(text) == seconds.map { .seconds($0) })
    }

    @Test func neverEarlierThanAsked() {
        #expect(delay("Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_776.5) == .milliseconds(500))
        #expect(delay("Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_776.9996) == .milliseconds(1))
    }

    @Test func theFirstThatCanBeReadCounts() {
        #expect(RetryAfter.delay(["soon", "3", "4"], date: nil, now: 0) == .seconds(3))
        #expect(RetryAfter.delay([], date: nil, now: 0) == nil)
    }

    @Test func datesAreComparedWithTheClockOfTheService() {
        let value = ["Sun, 06 Nov 1994 08:49:47 GMT"]
        #expect(RetryAfter.delay(value, date: "Sun, 06 Nov 1994 08:49:40 GMT", now: 0) == .seconds(7))
        #expect(RetryAfter.delay(value, date: "yesterday", now: 784_111_777) == .seconds(10))
    }
}
