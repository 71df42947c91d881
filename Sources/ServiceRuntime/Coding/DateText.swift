import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Dates in text: reads the forms of ISO 8601 that services send, writes RFC 3339 in UTC.
///
/// No formatter is involved.
enum DateText {
    /// A date and, where the text was no RFC 3339, how it departed.
    struct Parsed {
        let date: Date
        let deviation: Deviation.Kind?
    }

    /// Reads `2026-05-31T09:00:00.123+09:00` and forms near to it; nil for anything else.
    ///
    /// RFC 3339 itself: date, `T`, time, any number of digits after the point, and `Z` or an offset. Further forms,
    /// each a deviation: no zone (UTC), a blank for the `T`, no seconds, a comma for the point, an offset without
    /// colon or minutes, and a date alone (its start in UTC).
    static func parse(_ text: String) -> Parsed? {
        var text = text
        return text.withUTF8 { bytes in
            var parser = DateParser(bytes: bytes)
            return parser.parse()
        }
    }

    /// The date as RFC 3339 in UTC with no, three or six digits of a second; nil outside the years 0 to 9999.
    static func format(_ date: Date) -> String? {
        let microseconds = (date.timeIntervalSince1970 * 1_000_000).rounded()
        guard microseconds >= -62_167_219_200_000_000, microseconds < 253_402_300_800_000_000 else { return nil }
        let (seconds, fraction) = Int(microseconds).flooredDivision(by: 1_000_000)
        let (days, second) = seconds.flooredDivision(by: 86_400)
        let day = CalendarDate(daysSince1970: days)

        var bytes: [UInt8] = []
        bytes.reserveCapacity(27)
        func append(_ value: Int, digits: Int, before separator: UInt8? = nil) {
            var divisor = 1
            for _ in 1..<digits { divisor *= 10 }
            while divisor > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
                divisor /= 10
            }
            if let separator { bytes.append(separator) }
        }
        append(day.year, digits: 4, before: UInt8(ascii: "-"))
        append(day.month, digits: 2, before: UInt8(ascii: "-"))
        append(day.day, digits: 2, before: UInt8(ascii: "T"))
        append(second / 3600, digits: 2, before: UInt8(ascii: ":"))
        append(second / 60 % 60, digits: 2, before: UInt8(ascii: ":"))
        append(second % 60, digits: 2)
        if fraction != 0 {
            bytes.append(UInt8(ascii: "."))
            if fraction % 1000 == 0 {
                append(fraction / 1000, digits: 3)
            } else {
                append(fraction, digits: 6)
            }
        }
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Int {
    /// Quotient and remainder with a remainder that is never negative.
    func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
