import Foundations

/// The formats of strings that are checked (JSON Schema's words); any other says nothing.
enum TextFormat: String, CaseIterable {
    /// Date and time of RFC 3339, section 5.6, with or without a zone: the service itself leaves the zone out.
    case dateTime = "date-time"
    /// A day of RFC 3339, section 5.6.
    case date
    /// A time of RFC 3339, section 5.6, with or without a zone.
    case time
    /// A duration of RFC 3339, appendix A.
    case duration
    /// A UUID of RFC 9562, section 4.
    case uuid
    /// A mailbox of RFC 5321, section 4.1.2.
    case email
    /// A host name of RFC 1123, section 2.1.
    case hostname
    /// An IPv4 address of RFC 2673, section 3.2.
    case ipv4
    /// An IPv6 address of RFC 4291, section 2.2.
    case ipv6
    /// A URI of RFC 3986, with its scheme.
    case uri
    /// Base64 of RFC 4648, section 4.
    case byte

    /// Whether `text` is written in this format.
    func accepts(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        switch self {
        case .dateTime:
            let isDay = Self.takeDay(&rest) && (Self.take("T", &rest) || Self.take("t", &rest))
            return isDay && Self.takeTimeOfDay(&rest) && Self.takeZone(&rest) && rest.isEmpty
        case .time: return Self.takeTimeOfDay(&rest) && Self.takeZone(&rest) && rest.isEmpty
        case .duration: return Self.isDuration(rest)
        case .email: return NetworkText.isMailbox(rest)
        case .hostname: return NetworkText.isHost(rest)
        case .ipv4: return NetworkText.isIPv4(rest)
        case .ipv6: return NetworkText.isIPv6(rest)
        case .uri: return NetworkText.isURI(rest)
        case .byte: return Self.isBase64(rest)
        case .date: return Self.takeDay(&rest) && rest.isEmpty
        case .uuid: return Self.isUUID(rest)
        }
    }

    /// What a value of this format looks like, for messages and for values that nothing documents.
    var sample: String {
        switch self {
        case .dateTime: "2024-01-02T03:04:05Z"
        case .date: "2024-01-02"
        case .time: "12:34:56Z"
        case .duration: "PT1H"
        case .uuid: "00000000-0000-4000-8000-000000000000"
        case .email: "user@example.com"
        case .hostname: "host.example.com"
        case .ipv4: "192.0.2.1"
        case .ipv6: "2001:db8::1"
        case .uri: "https://example.com/"
        case .byte: "c2FtcGxl"
        }
    }

    /// Values of this format, the first of which has at least so many characters if any can.
    func samples(least: Int) -> [String] {
        let missing = least - sample.utf8.count
        guard missing > 0 else { return [sample] + short }
        let filling = String(repeating: "x", count: min(missing, 10_000))
        switch self {
        case .uri: return [sample + filling, sample]
        case .email where missing <= 60: return [filling + sample, sample]
        case .email, .hostname:
            var host = sample
            while host.utf8.count < least, host.utf8.count < 250 {
                host = String(repeating: "x", count: min(60, max(1, least - host.utf8.count - 1))) + "." + host
            }
            return [self == .email ? "user@" + host.replacing("user@", with: "") : host, sample]
        case .byte: return [sample + String(repeating: "c2Fm", count: (min(missing, 100_000) + 3) / 4), sample]
        case .duration: return ["PT" + String(repeating: "0", count: min(missing, 100)) + "1H", sample]
        case .dateTime, .time:
            let fraction = "." + String(repeating: "0", count: min(missing, 100))
            return [String(sample.dropLast()) + fraction + "Z", sample]
        default: return [sample]
        }
    }

    /// Short values, for where little room is.
    private var short: [String] {
        switch self {
        case .email: ["a@b.co", "a@b"]
        case .uri: ["http://a/", "a:b"]
        case .hostname: ["a.co", "a"]
        case .ipv4: ["1.1.1.1"]
        case .ipv6: ["2001:db8::", "::1", "::"]
        case .byte: ["YQ==", ""]
        case .duration: ["P1D"]
        default: []
        }
    }

    /// Texts that hold `part` and may be of this format.
    func samples(around part: String) -> [String] {
        switch self {
        case .email: ["user" + part, part + "@example.com", "user@" + part]
        case .uri: ["https://example.com/" + part, part + "example.com/", "https://" + part]
        case .hostname: ["host" + part, part + ".example.com"]
        default: []
        }
    }

    private static func takeDay(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let year = digits(4, &rest), take("-", &rest), let month = digits(2, &rest), take("-", &rest),
            let day = digits(2, &rest)
        else { return false }
        return CalendarDate(year: year, month: month, day: day) != nil
    }

    private static func takeTimeOfDay(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let hour = digits(2, &rest), hour < 24, take(":", &rest),
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

    /// `P`, then numbers with the letters of their units in order, those of times after a `T`; weeks stand alone.
    private static func isDuration(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        guard take("P", &rest), !rest.isEmpty else { return false }
        func units(_ letters: String, _ rest: inout ArraySlice<UInt8>) -> Int {
            var count = 0
            var letters = Array(letters.utf8)[...]
            while let first = rest.first, isDigit(first) {
                let digits = rest.prefix(while: isDigit)
                guard let letter = rest[digits.endIndex...].first, let place = letters.firstIndex(of: letter) else {
                    return -1
                }
                letters = letters[(place + 1)...]
                rest = rest[(digits.endIndex + 1)...]
                count += 1
            }
            return count
        }
        let days = units("YMWD", &rest)
        guard days >= 0 else { return false }
        if rest.isEmpty { return days > 0 }
        guard take("T", &rest) else { return false }
        return units("HMS", &rest) > 0 && rest.isEmpty
    }

    private static func isBase64(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = bytes.prefix { byte in
            isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2B
                || byte == 0x2F
        }
        let padding = bytes[digits.endIndex...]
        return bytes.count.isMultiple(of: 4) && padding.count < 3 && padding.allSatisfy { $0 == UInt8(ascii: "=") }
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
