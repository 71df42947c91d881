import HTTPTypes

/// Reads how long a site asks to wait before the next request (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// The longest wait that is told apart from a longer one.
    private static let longest = 366 * 86_400

    /// The wait that the field `Retry-After` asks for, in seconds or as a date; nil where there is none that can be
    /// read, zero where the date has passed.
    ///
    /// A date is compared with the `Date` of the answer, so that a clock that is wrong here or there does not matter;
    /// with `now`, in seconds since 1970, where the answer has none.
    static func wait(_ fields: HTTPFields, now: Int) -> Duration? {
        guard let text = fields[.retryAfter]?.trimmed else { return nil }
        if let seconds = text.wholeNumber { return .seconds(min(seconds, longest)) }
        guard let date = HTTPDate.seconds(text) else { return nil }
        let start = fields[.date].flatMap { HTTPDate.seconds($0.trimmed) } ?? now
        return .seconds(min(max(date - start, 0), longest))
    }
}
