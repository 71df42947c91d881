import Foundations
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension HTTPResponse {
    /// How long the service asks to wait (RFC 9110, section 10.2.3), or nil if it does not say so in a way that can be
    /// read.
    func retryAfter(now: Date) -> Duration? {
        RetryAfter.delay(
            headerFields[values: .retryAfter], date: headerFields[.date], now: now.timeIntervalSince1970)
    }
}
