import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads one date from UTF-8 bytes.
struct DateParser {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var isOddlyWritten = false

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The date, or nil if the bytes are none.
    mutating func parse() -> DateText.Parsed? {
        guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let dayOfMonth = digits(2),
            let day = CalendarDate(year: year, month: month, day: dayOfMonth)
        else { return nil }
        let midnight = day.daysSince1970 * 86_400
        if position == bytes.count {
            return DateText.Parsed(date: Date(timeIntervalSince1970: Double(midnight)), deviation: .dateFormat)
        }
        if skip(" ") { isOddlyWritten = true } else if !skip("T") && !skip("t") { return nil }
        guard let time = time(), let zone = zone(), position == bytes.count else { return nil }
        let wallClock = Double(midnight + time.seconds) + time.fraction
        switch zone {
        case .absent:
            return DateText.Parsed(date: Date(timeIntervalSince1970: wallClock), deviation: .dateWithoutZone)
        case .offset(let offset):
            let date = Date(timeIntervalSince1970: wallClock - Double(offset))
            return DateText.Parsed(date: date, deviation: isOddlyWritten ? .dateFormat : nil)
        }
    }

    private mutating func time() -> (seconds: Int, fraction: Double)? {
        guard let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60 else { return nil }
        guard skip(":") else {
            isOddlyWritten = true
            return (hour * 3600 + minute * 60, 0)
        }
        // RFC 3339 allows 60 for a leap second; it counts as the next second.
        guard let second = digits(2), second <= 60 else { return nil }
        let whole = hour * 3600 + minute * 60 + second
        if skip(",") { isOddlyWritten = true } else if !skip(".") { return (whole, 0) }
        guard let fraction = fraction() else { return nil }
        return (whole, fraction)
    }

    private mutating func fraction() -> Double? {
        var value = 0
        var divisor = 1
        let start = position
        while let digit = digit() {
            // More digits than a nanosecond has make no difference to a Double.
            if divisor < 1_000_000_000 {
                value = value * 10 + digit
                divisor *= 10
            }
        }
        return position > start ? Double(value) / Double(divisor) : nil
    }

    private enum Zone {
        case absent
        case offset(seconds: Int)
    }

    private mutating func zone() -> Zone? {
        if position == bytes.count { return .absent }
        if skip("Z") || skip("z") { return .offset(seconds: 0) }
        let sign: Int
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hours = digits(2), hours < 24 else { return nil }
        if position == bytes.count {
            isOddlyWritten = true
            return .offset(seconds: sign * hours * 3600)
        }
        if !skip(":") { isOddlyWritten = true }
        guard let minutes = digits(2), minutes < 60 else { return nil }
        return .offset(seconds: sign * (hours * 3600 + minutes * 60))
    }

    private mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func digit() -> Int? {
        guard position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 else { return nil }
        defer { position += 1 }
        return Int(bytes[position]) - 0x30
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}
