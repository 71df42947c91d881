import HTTPTypes

/// The header by which a request asks for a fault: `Mock-Fault: delay=200ms; status=503; retry-after=2`.
enum FaultHeader {
    /// The name of the header.
    static let name = HTTPField.Name("Mock-Fault")

    /// The longest time that a request can ask for.
    static let longest = Duration.seconds(600)

    /// The fault that a request asks for; `nil` without the header.
    ///
    /// Throws 400 where the header cannot be read.
    static func fault(in fields: HTTPFields) throws(RequestRejection) -> Fault? {
        guard let name, let value = fields[name] else { return nil }
        var fault = Fault()
        for part in value.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
            fault = fault.and(try one(pair[0], pair.count > 1 ? pair[1] : nil))
        }
        return fault
    }

    private static func one(_ name: String, _ value: String?) throws(RequestRejection) -> Fault {
        switch name {
        case "delay": return .delay(try duration(value, of: name))
        case "slow-body": return .slowBody(try duration(value, of: name))
        case "status":
            guard let status = value.flatMap({ Int($0) }), (300...599).contains(status) else {
                throw unreadable("`status` must be a number from 300 to 599")
            }
            return .status(status)
        case "retry-after":
            guard let seconds = value.flatMap({ Int($0) }), seconds >= 0 else {
                throw unreadable("`retry-after` must be a number of seconds")
            }
            var fault = Fault()
            fault.retryAfter = seconds
            return fault
        case "cut":
            guard let place = value.map(Fault.Cut.init(rawValue:)) ?? .answer else {
                throw unreadable("`cut` must be `cut`, `cut=answer` or `cut=body`")
            }
            return .cut(place)
        case "malformed-json" where value == nil: return .malformedJSON
        default:
            throw unreadable(
                "it may hold delay=TIME, status=NUMBER, retry-after=SECONDS, cut, cut=body, slow-body=TIME and "
                    + "malformed-json, joined by `;`")
        }
    }

    /// `200ms`, `2s` or `1.5s`.
    private static func duration(_ value: String?, of name: String) throws(RequestRejection) -> Duration {
        let isMilliseconds = value?.hasSuffix("ms") == true
        let digits = value.map { isMilliseconds ? $0.dropLast(2) : $0.hasSuffix("s") ? $0.dropLast() : "" } ?? ""
        guard digits.utf8.count < 10, let number = Double(digits), number >= 0 else {
            throw unreadable("`\(name)` must be a time such as 200ms or 2s")
        }
        let duration = Duration.milliseconds(isMilliseconds ? number : number * 1000)
        guard duration <= longest else {
            throw unreadable("`\(name)` must be at most \(longest.components.seconds)s")
        }
        return duration
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func unreadable(_ reason: String) -> RequestRejection {
        RequestRejection(400, "InvalidFault", "the header Mock-Fault cannot be read: \(reason)")
    }
}
