import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The `Date` header (RFC 9110 §5.6.7), made once in a second.
final class HTTPDate: Sendable {
    private let latest = Mutex<(second: Int, text: String)>((.min, ""))

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The text for a time.
    func text(_ date: Date) -> String {
        let second = Int(date.timeIntervalSince1970.rounded(.down))
        return latest.withLock { latest in
            if latest.second != second { latest = (second, Self.format(second)) }
            return latest.text
        }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`
    private static func format(_ second: Int) -> String {
        // 1994-11-06T08:49:37Z
        let iso = Date(timeIntervalSince1970: Double(second)).ISO8601Format()
        let day = Int((Double(second) / 86_400).rounded(.down))
        let weekday = weekdays[(day % 7 + 7) % 7]
        let parts = iso.split { "-T:Z".contains($0) }
        guard parts.count == 6, let month = Int(parts[1]), months.indices.contains(month - 1) else { return iso }
        return "\(weekday), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
    }
}
