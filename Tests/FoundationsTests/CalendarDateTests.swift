import Foundations
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("2026-02-23", "2026-02-23"), ("20260223", "2026-02-23"), ("2024-02-29", "2024-02-29"),
        ("00010101", "0001-01-01"), ("0000-02-29", "0000-02-29"),
    ])
    func reading(_ text: String, _ day: String) {
        #expect(CalendarDate(text)?.description == day)
        #expect(CalendarDate(startOf: text)?.description == day)
    }

    @Test(arguments: [
        "", "-", "2026-2-23", "2026-02-30", "2026-13-01", "2026/02/23", "260223", "2026-02-2x", "２0260223",
        "+2026-02-3", "2026--2-23", "2025-02-29", "202602230", "T", "1900-02-29", "2026-00-01", "2026-01-00",
    ])
    func noDay(_ text: String) {
        #expect(CalendarDate(text) == nil)
        #expect(CalendarDate(startOf: text) == nil)
    }

    @Test func aDateTimeIsNoDateUnlessItIsAskedFor() {
        for text in ["2026-02-23T10:00:00Z", "2026-02-23 10:00"] {
            #expect(CalendarDate(text) == nil)
            #expect(CalendarDate(startOf: text)?.description == "2026-02-23")
        }
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("1900-03-01", -25_508),
        ("2026-11-24", 20_781), ("0001-01-01", -719_162), ("0000-03-01", -719_468), ("0000-02-29", -719_469),
        ("0000-01-01", -719_528), ("9999-12-31", 2_932_896),
    ])
    func counting(_ text: String, _ days: Int) throws {
        let date = try #require(CalendarDate(text))
        #expect(CalendarDate(daysSince1970: days) == date)
        #expect(date.daysSince1970 == days)
        #expect(date.days(since: CalendarDate(daysSince1970: 0)) == days)
    }

    @Test func everyDayFollowsTheOneBefore() {
        // Two eras of 400 years around the year 0 and the first of them.
        var previous = CalendarDate(daysSince1970: -719_528)
        for days in -719_527 ... -425_000 {
            let date = CalendarDate(daysSince1970: days)
            let isNextDay = date.year == previous.year && date.month == previous.month && date.day == previous.day + 1
            #expect(isNextDay || date.day == 1 && previous.day >= 28)
            #expect(date.daysSince1970 == days && previous < date)
            previous = date
        }
    }

    @Test func daysOfInstants() {
        func day(_ seconds: Double) -> String { CalendarDate(secondsSince1970: seconds).description }
        #expect(day(0) == "1970-01-01")
        #expect(day(-0.5) == "1969-12-31")
        #expect(day(86_399.9) == "1970-01-01")
        #expect(day(-1e30) == "0000-01-01")
        #expect(day(.infinity) == "9999-12-31")
        #expect(day(.nan) == "1970-01-01")
        #expect(CalendarDate(daysSince1970: .max).description == "9999-12-31")
        #expect(CalendarDate(daysSince1970: .min).description == "0000-01-01")
        #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
        #expect(CalendarDate(year: -1, month: 1, day: 1) == nil)
    }
}
