import Foundations
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The `Date` header (RFC 9110 §5.6.7), made once in a second.
final class DateHeader: Sendable {
    private let latest = Mutex<(second: Int, text: String)>((.min, ""))

    /// The text for a time.
    func text(_ date: Date) -> String {
        let second = Int(date.timeIntervalSince1970.rounded(.down))
        return latest.withLock { latest in
            if latest.second != second { latest = (second, HTTPDate.text(secondsSince1970: second)) }
            return latest.text
        }
    }
}
