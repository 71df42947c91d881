/// Reads the dates of HTTP header fields, in all three forms that RFC 9110, section 5.6.7, asks recipients to accept.
enum HTTPDate {
    /// Seconds since 1970, or nil where `text` is none of:
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
    static func seconds(_ text: String) -> Int? {
        guard text.utf8.count <= 40 else { return nil }
        let words = text.split(separator: " ")
        guard let weekday = words.first, weekdays.contains(weekday.prefix(3)) else { return nil }
        let isDivided = weekday.hasSuffix(",")
        if isDivided, words.count == 6, words[5] == "GMT" {
            return seconds(day: words[1], month: words[2], year: words[3], time: words[4])
        }
        if isDivided, words.count == 4, words[3] == "GMT" {
            let date = words[1].split(separator: "-", omittingEmptySubsequences: false)
            guard date.count == 3 else { return nil }
            return seconds(day: date[0], month: date[1], year: date[2], time: words[2])
        }
        guard !isDivided, words.count == 5 else { return nil }
        return seconds(day: words[2], month: words[1], year: words[4], time: words[3])
    }

    private static let weekdays: Set<Substring> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func seconds(day: Substring, month: Substring, year: Substring, time: Substring) -> Int? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map(\.wholeNumber)
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            // A leap second is a second too.
            hour < 24, minute < 60, second <= 60,
            let month = months.firstIndex(of: month), let day = day.wholeNumber, let year = fullYear(year),
            (1...length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        return ((days(before: month, year: year) + day - 1) * 24 + hour) * 3_600 + minute * 60 + second
    }

    /// Years of two digits are of the 20th century from 70 on; the form that has them is older than that.
    private static func fullYear(_ text: Substring) -> Int? {
        guard let year = text.wholeNumber else { return nil }
        switch text.utf8.count {
        case 2: return year < 70 ? 2_000 + year : 1_900 + year
        case 4: return year
        default: return nil
        }
    }

    /// The days from 1 January 1970 to the first day of a month, counted from 0.
    private static func days(before month: Int, year: Int) -> Int {
        let last = year - 1
        let leapDays = last / 4 - last / 100 + last / 400
        // 719,162 days lie between 1 January of the year 1 and 1 January 1970.
        let wholeYears = last * 365 + leapDays - 719_162
        return (0..<month).reduce(wholeYears) { $0 + length(ofMonth: $1, year: year) }
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
    }
}
