/// The `Retry-After` header (RFC 9110, section 10.2.3): how long a service asks to wait.
package enum RetryAfter {
    /// The longest time that is told apart from longer ones: about 136 years.
    private static let longest = 1 << 32

    /// The time that the header names, or `nil` if it names none that can be read.
    ///
    /// Where the header occurs more than once, the first that can be read counts. A date is compared with `date`, the
    /// `Date` of the same response, so that a clock that is wrong here or there does not matter; with `now`, in seconds
    /// since 1970, where the response has none.
    package static func delay(_ values: [String], date: String?, now: Double) -> Duration? {
        let start = date.flatMap { HTTPDate.seconds($0, now: now) }.map(Double.init) ?? now
        return values.lazy.compactMap { delay($0, since: start, now: now) }.first
    }

    /// The time that a value names: seconds in decimal digits, or a date; a date in the past is no time at all.
    private static func delay(_ value: String, since start: Double, now: Double) -> Duration? {
        let text = value.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        let trimmed = text.prefix { $0 != 0x20 && $0 != 0x09 }
        let isOneWord = text.dropFirst(trimmed.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if isOneWord, !trimmed.isEmpty, trimmed.allSatisfy({ (0x30...0x39).contains($0) }) {
            // So many digits that they are no number of this machine are a long time all the same.
            let seconds = Int(Substring(trimmed)) ?? longest
            return .seconds(min(seconds, longest))
        }
        guard let date = HTTPDate.seconds(value, now: now) else { return nil }
        let seconds = Double(date) - start
        guard seconds > 0 else { return .zero }
        return .milliseconds(Int((min(seconds, Double(longest)) * 1000).rounded(.up)))
    }
}
