import Foundations

/// The formats of strings that are checked (JSON Schema's words); any other says nothing.
enum TextFormat: String {
    /// Date and time of RFC 3339, section 5.6, with or without a zone: the service itself leaves the zone out.
    case dateTime = "date-time"
    /// A day of RFC 3339, section 5.6.
    case date
    /// A UUID of RFC 9562, section 4.
    case uuid

    /// Whether `text` is written in this format.
    func accepts(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        switch self {
        case .dateTime: return Self.takeDay(&rest) && Self.takeTimeOfDay(&rest) && Self.takeZone(&rest) && rest.isEmpty
        case .date: return Self.takeDay(&rest) && rest.isEmpty
        case .uuid: return Self.isUUID(rest)
        }
    }

    /// What a value of this format looks like, for messages and for values that nothing documents.
    var sample: String {
        switch self {
        case .dateTime: "2024-01-02T03:04:05Z"
        case .date: "2024-01-02"
        case .uuid: "00000000-0000-4000-8000-000000000000"
        }
    }

    private static func takeDay(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let year = digits(4, &rest), take("-", &rest), let month = digits(2, &rest), take("-", &rest),
            let day = digits(2, &rest)
        else { return false }
        return CalendarDate(year: year, month: month, day: day) != nil
    }

    private static func takeTimeOfDay(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard take("T", &rest) || take("t", &rest), let hour = digits(2, &rest), hour < 24, take(":", &rest),
            let minute = digits(2, &rest), minute < 60, take(":", &rest), let second = digits(2, &rest), second <= 60
        else { return false }
        guard take(".", &rest) else { return true }
        let fraction = rest.prefix { isDigit($0) }
        rest = rest.dropFirst(fraction.count)
        return !fraction.isEmpty
    }

    private static func takeZone(_ rest: inout ArraySlice<UInt8>) -> Bool {
        if rest.isEmpty || take("Z", &rest) || take("z", &rest) { return true }
        guard take("+", &rest) || take("-", &rest), let hours = digits(2, &rest), hours < 24, take(":", &rest),
            let minutes = digits(2, &rest)
        else { return false }
        return minutes < 60
    }

    private static func isUUID(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 36
            && bytes.enumerated().allSatisfy { index, byte in
                [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : Hexadecimal.isDigit(byte)
            }
    }

    private static func digits(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= count, rest.prefix(count).allSatisfy(isDigit) else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func take(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
