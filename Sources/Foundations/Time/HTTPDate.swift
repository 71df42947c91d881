import CivilCalendar

/// Dates in HTTP headers (RFC 9110, section 5.6.7): read in all three forms, written in the first.
///
///     Sun, 06 Nov 1994 08:49:37 GMT
///     Sunday, 06-Nov-94 08:49:37 GMT
///     Sun Nov  6 08:49:37 1994
///
/// Letters may have any case, and whether the weekday fits the date does not matter.
package enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    /// 1 January 1970 was the first of these.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let lowerMonths = months.map { $0.lowercased() }
    private static let lowerWeekdays = weekdays.map { $0.lowercased() }
    /// Longer texts are no dates.
    private static let longest = 64

    /// The instant in seconds since 1970, or `nil` if `text` has none of these forms.
    ///
    /// `now`, in seconds since 1970, decides on the century of a year with two digits.
    package static func seconds(_ text: some StringProtocol, now: Double) -> Int? {
        guard text.utf8.count <= longest else { return nil }
        let parts = text.lowercased().split { $0 == " " || $0 == "\t" }
        guard let weekday = parts.first, lowerWeekdays.contains(String(weekday.prefix(3))) else { return nil }
        switch parts.count {
        case 6:
            guard weekday.last == ",", parts[5] == "gmt" else { return nil }
            return seconds(day: parts[1], month: parts[2], year: number(parts[3], digits: 4...4), time: parts[4])
        case 5:
            return seconds(day: parts[2], month: parts[1], year: number(parts[4], digits: 4...4), time: parts[3])
        case 4:
            let day = parts[1].split(separator: "-", omittingEmptySubsequences: false)
            guard weekday.last == ",", parts[3] == "gmt", day.count == 3, let year = number(day[2], digits: 2...2)
            else { return nil }
            return recent(year, now) { seconds(day: day[0], month: day[1], year: $0, time: parts[2]) }
        default: return nil
        }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT` for an instant in seconds since 1970, of the years 0 to 9999.
    package static func text(secondsSince1970 seconds: Int) -> String {
        let days = (Double(seconds) / 86_400).rounded(.down)
        let date = CalendarDate(daysSince1970: Int(days))
        let rest = seconds - Int(days) * 86_400
        let weekday = weekdays[(Int(days) % 7 + 7) % 7]
        let month = months[date.month - 1]
        let time = [rest / 3_600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(weekday), \(padded(date.day, 2)) \(month) \(padded(date.year, 4)) \(time) GMT"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// The date with a year of two digits: in this century, unless that is more than 50 years ahead.
    private static func recent(_ year: Int, _ now: Double, _ date: (Int) -> Int?) -> Int? {
        let today = CalendarDate(secondsSince1970: now)
        let candidate = today.year / 100 * 100 + year
        guard let found = date(candidate) else { return date(candidate - 100) }
        guard let limit = sameTime(as: now, inYear: today.year + 50), Double(found) > limit else { return found }
        return date(candidate - 100)
    }

    /// The instant of `now` in another year; 29 February becomes 28 February where there is none.
    private static func sameTime(as now: Double, inYear year: Int) -> Double? {
        let today = CalendarDate(secondsSince1970: now)
        guard
            let day = CalendarDate(year: year, month: today.month, day: today.day)
                ?? CalendarDate(year: year, month: today.month, day: today.day - 1)
        else { return nil }
        return now + Double(day.days(since: today)) * 86_400
    }

    private static func seconds(day: Substring, month: Substring, year: Int?, time: Substring) -> Int? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard let year, let month = lowerMonths.firstIndex(of: String(month)), let day = number(day, digits: 1...2),
            let date = CalendarDate(year: year, month: month + 1, day: day), parts.count == 3,
            let hour = number(parts[0], digits: 2...2), hour < 24,
            let minute = number(parts[1], digits: 2...2), minute < 60,
            // 60 is a leap second; it counts as the next second.
            let second = number(parts[2], digits: 2...2), second <= 60
        else { return nil }
        return date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
