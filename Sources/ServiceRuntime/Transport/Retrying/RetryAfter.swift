import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The `Retry-After` header (RFC 9110, section 10.2.3): how long a service asks to wait.
enum RetryAfter {
    /// The longest time that is told apart from longer ones: about 136 years.
    private static let longest = 1 << 32

    /// The time that the head of an answer names, or nil if it names none that can be read.
    ///
    /// Where the header occurs more than once, the first that can be read counts.
    static func delay(in head: HTTPResponse, now: Date) -> Duration? {
        for value in head.headerFields[values: .retryAfter] {
            if let delay = delay(value, now: now) { return delay }
        }
        return nil
    }

    /// The time that a value names: seconds in decimal digits, or a date; a date in the past is no time at all.
    static func delay(_ value: String, now: Date) -> Duration? {
        let text = value.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        let trimmed = text.prefix { $0 != 0x20 && $0 != 0x09 }
        let isOneWord = text.dropFirst(trimmed.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if isOneWord, !trimmed.isEmpty, trimmed.allSatisfy({ (0x30...0x39).contains($0) }) {
            // So many digits that they are no number of this machine are a long time all the same.
            let seconds = Int(Substring(trimmed)) ?? longest
            return .seconds(min(seconds, longest))
        }
        guard let date = HTTPDate.parse(value, now: now) else { return nil }
        let seconds = date.timeIntervalSince(now)
        guard seconds > 0 else { return .zero }
        return .milliseconds(Int((min(seconds, Double(longest)) * 1000).rounded(.up)))
    }
}
