#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Dates in HTTP headers, in all three forms of RFC 9110, section 5.6.7.
///
///     Sun, 06 Nov 1994 08:49:37 GMT
///     Sunday, 06-Nov-94 08:49:37 GMT
///     Sun Nov  6 08:49:37 1994
///
/// Letters may have any case, and whether the weekday fits the date does not matter.
enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    /// The instant that `text` names, or nil if it has none of these forms.
    ///
    /// `now` decides on the century of a year with two digits.
    static func parse(_ text: String, now: Date) -> Date? {
        let parts = text.lowercased().split { $0 == " " || $0 == "\t" }
        guard let weekday = parts.first, weekdays.contains(String(weekday.prefix(3))) else { return nil }
        switch parts.count {
        case 6:
            guard weekday.last == ",", parts[5] == "gmt" else { return nil }
            return date(day: parts[1], month: parts[2], year: number(parts[3], digits: 4...4), time: parts[4])
        case 5:
            return date(day: parts[2], month: parts[1], year: number(parts[4], digits: 4...4), time: parts[3])
        case 4:
            let day = parts[1].split(separator: "-", omittingEmptySubsequences: false)
            guard weekday.last == ",", parts[3] == "gmt", day.count == 3, let year = number(day[2], digits: 2...2)
            else { return nil }
            return recent(year, now) { date(day: day[0], month: day[1], year: $0, time: parts[2]) }
        default: return nil
        }
    }

    /// The date with a year of two digits: in this century, unless that is more than 50 years ahead.
    private static func recent(_ year: Int, _ now: Date, _ date: (Int) -> Date?) -> Date? {
        let today = CivilDay(now)
        let candidate = today.year / 100 * 100 + year
        guard let found = date(candidate) else { return date(candidate - 100) }
        guard let limit = sameTime(as: now, inYear: today.year + 50), found > limit else { return found }
        return date(candidate - 100)
    }

    /// The instant of `now` in another year; 29 February becomes 28 February where there is none.
    private static func sameTime(as now: Date, inYear year: Int) -> Date? {
        let today = CivilDay(now)
        guard
            let day = CivilDay(year: year, month: today.month, day: today.day)
                ?? CivilDay(year: year, month: today.month, day: today.day - 1)
        else { return nil }
        return now.addingTimeInterval(Double(day.daysSince1970 - today.daysSince1970) * 86_400)
    }

    private static func date(day: Substring, month: Substring, year: Int?, time: Substring) -> Date? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard let year, let month = months.firstIndex(of: String(month)), let day = number(day, digits: 1...2),
            let civil = CivilDay(year: year, month: month + 1, day: day), parts.count == 3,
            let hour = number(parts[0], digits: 2...2), hour < 24,
            let minute = number(parts[1], digits: 2...2), minute < 60,
            // 60 is a leap second; it counts as the next second.
            let second = number(parts[2], digits: 2...2), second <= 60
        else { return nil }
        return Date(
            timeIntervalSince1970: Double(civil.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second))
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
