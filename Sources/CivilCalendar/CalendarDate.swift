/// A day of the Gregorian calendar, extended to the years 0 to 9999 (ISO 8601): a date without time and zone.
public struct CalendarDate: Sendable, Hashable {
    /// The year, such as 2026.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day, or `nil` if the calendar does not have it; years range from 0 to 9999.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-02-23` or `20260223`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let utf8 = Array(text.utf8)
        let ranges = utf8.count == 10 ? [0..<4, 5..<7, 8..<10] : [0..<4, 4..<6, 6..<8]
        guard utf8.count == 8 || utf8.count == 10 && utf8[4] == UInt8(ascii: "-") && utf8[7] == UInt8(ascii: "-")
        else { return nil }
        var numbers: [Int] = []
        for range in ranges {
            var number = 0
            for byte in utf8[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
            numbers.append(number)
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// Reads the date at the beginning of a date-time such as `2026-02-23T12:00:00Z`, or a date alone.
    public init?(startOf text: some StringProtocol) {
        self.init(text.prefix { $0 != "T" && $0 != " " })
    }

    /// The day that lies `days` after 1 January 1970; days before the year 0 and after 9999 become the nearest of
    /// those.
    @inlinable
    public init(daysSince1970 days: Int) {
        // Years count from March, in eras of 400 years with 146,097 days, so that the leap day is the last of a year.
        // One era more keeps what is divided above 0.
        let shifted = min(max(days, Self.first), Self.last) + 719_468 + 146_097
        let era = shifted / 146_097 - 1
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The day in UTC on which an instant falls, in seconds since 1970; what is not a number counts as 1970.
    public init(secondsSince1970 seconds: Double) {
        let days = (seconds / 86_400).rounded(.down)
        self.init(daysSince1970: days.isNaN ? 0 : Int(max(Double(Self.first), min(days, Double(Self.last)))))
    }

    /// The number of days from `other` to this day; negative where this day is the earlier one.
    public func days(since other: CalendarDate) -> Int { daysSince1970 - other.daysSince1970 }

    /// The number of days from 1 January 1970 to this day.
    @inlinable
    public var daysSince1970: Int {
        // One era more keeps what is divided above 0.
        let shifted = (month <= 2 ? year - 1 : year) + 400
        let era = shifted / 400 - 1
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 January of the year 0 and 31 December 9999.
    @inlinable
    static var first: Int { -719_528 }
    @inlinable
    static var last: Int { 2_932_896 }

    @inlinable
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: Comparable {
    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The day as `2026-02-23`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
