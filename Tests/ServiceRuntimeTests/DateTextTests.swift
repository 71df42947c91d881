import Testing

@testable import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct DateTextTests {
    // Expected values: date -u -d '2026-05-31T09:00:00Z' +%s
    private let morning = 1_780_218_000.0

    @Test(arguments: [
        ("2026-05-31T09:00:00Z", 0.0),
        ("2026-05-31t09:00:00z", 0),
        ("2026-05-31T09:00:00.5Z", 0.5),
        ("2026-05-31T09:00:00.123456789Z", 0.123_456_789),
        ("2026-05-31T09:00:00.000000000000001Z", 0),
        ("2026-05-31T18:00:00+09:00", 0),
        ("2026-05-31T18:00:00.25+09:00", 0.25),
        ("2026-05-31T03:30:00-05:30", 0),
        ("2026-06-01T08:59:60+23:59", 60),
    ])
    func documentedForms(_ text: String, _ offset: Double) throws {
        let parsed = try #require(DateText.parse(text))
        #expect(abs(parsed.date.timeIntervalSince1970 - morning - offset) < 1e-6)
        #expect(parsed.deviation == nil)
    }

    @Test(arguments: [
        ("2026-05-31T09:00:00", 0.0, Deviation.Kind.dateWithoutZone),
        ("2026-05-31T09:00:00.123", 0.123, .dateWithoutZone),
        ("2026-05-31 09:00:00", 0, .dateWithoutZone),
        ("2026-05-31T09:00", 0, .dateWithoutZone),
        ("2026-05-31 09:00:00Z", 0, .dateFormat),
        ("2026-05-31T09:00Z", 0, .dateFormat),
        ("2026-05-31T09:00:00,5Z", 0.5, .dateFormat),
        ("2026-05-31T18:00:00+0900", 0, .dateFormat),
        ("2026-05-31T18:00:00+09", 0, .dateFormat),
        ("2026-05-31", -32400, .dateFormat),
    ])
    func furtherForms(_ text: String, _ offset: Double, _ kind: Deviation.Kind) throws {
        let parsed = try #require(DateText.parse(text))
        #expect(abs(parsed.date.timeIntervalSince1970 - morning - offset) < 1e-6)
        #expect(parsed.deviation == kind)
    }

    @Test(arguments: [
        "", "x", "2026", "2026-05", "2026-5-31", "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00",
        "2026-05-31T", "2026-05-31T24:00:00Z", "2026-05-31T09:60:00Z", "2026-05-31T09:00:61Z", "2026-05-31T09:00:00.Z",
        "2026-05-31T09:00:00+", "2026-05-31T09:00:00+09:", "2026-05-31T09:00:00+09:0", "2026-05-31T09:00:00+24:00",
        "2026-05-31T09:00:00+09:60", "2026-05-31T09:00:00ZZ", "2026-05-31T09:00:00Z ", " 2026-05-31T09:00:00Z",
        "２026-05-31T09:00:00Z", "2026/05/31", "1780218000", "2026-05-31T09:00:00 KST", "+2026-05-31T09:00:00Z",
    ])
    func noDate(_ text: String) {
        #expect(DateText.parse(text) == nil)
    }

    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (-0.5, "1969-12-31T23:59:59.500Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
        (1_780_218_000.25, "2026-05-31T09:00:00.250Z"),
        (1_780_218_000.123_456, "2026-05-31T09:00:00.123456Z"),
        (1_780_218_000.999_999_9, "2026-05-31T09:00:01Z"),
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
    func written(_ seconds: Double, _ text: String) {
        #expect(DateText.format(instant(seconds)) == text)
    }

    @Test(arguments: [-62_167_219_201.0, 253_402_300_800, .infinity, -.infinity, .nan])
    func notWritten(_ seconds: Double) {
        #expect(DateText.format(instant(seconds)) == nil)
    }

    @Test func everyDayOfFiveCenturiesComesBack() throws {
        for day in -100_000..<100_000 {
            let seconds = Double(day) * 86_400 + 3_661
            let text = try #require(DateText.format(instant(seconds)))
            #expect(DateText.parse(text)?.date == instant(seconds))
        }
    }
}
