#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A day of the Gregorian calendar, extended to all years: a date without a time.
///
/// The arithmetic counts years from March, so that the leap day is the last day of a year, in eras of 400 years, which
/// all have 146,097 days.
public struct CivilDay: Hashable, Sendable {
    /// The year, such as 2026.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day, or nil if the calendar does not have it; years range from 0 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-02-23`, which may also begin a date-time, or `20260223`; nil for anything else.
    public init?(_ text: String) {
        let date = text.prefix { $0 != "T" && $0 != " " }
        let parts =
            date.utf8.count == 10
            ? date.split(separator: "-", omittingEmptySubsequences: false)
            : [date.prefix(4), date.dropFirst(4).prefix(2), date.dropFirst(6)]
        let areDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard parts.map(\.utf8.count) == [4, 2, 2], areDigits, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day in UTC on which an instant falls; instants outside the years 0 to 9999 count as their first or last day.
    public init(_ date: Date) {
        let days = (date.timeIntervalSince1970 / 86_400).rounded(.down)
        // The first and the last day of these years; also for what is no number.
        self.init(daysSince1970: days.isNaN ? 0 : Int(max(-719_528, min(days, 2_932_896))))
    }

    /// The day that lies `days` after 1 January 1970.
    init(daysSince1970 days: Int) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDay: Comparable {
    /// Whether one day is before another.
    public static func < (one: CivilDay, other: CivilDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension CivilDay: CustomStringConvertible {
    /// The day as `2026-02-23`.
    public var description: String {
        func digits(_ value: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - "\(value)".utf8.count)) + "\(value)"
        }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }
}
