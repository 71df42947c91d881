import Foundations

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A value that can be read from a header of a response.
///
/// Strings, numbers, booleans, dates, UUIDs, open enumerations, and lists of these, written with commas.
public protocol HeaderValue: Sendable {
    /// The value that the text of a header says, or nil if it says none.
    init?(headerText: String)
}

extension String: HeaderValue {
    /// The text itself.
    public init?(headerText: String) { self = headerText }
}

extension Int: HeaderValue {
    /// Decimal digits with an optional sign.
    public init?(headerText: String) { self.init(headerText) }
}

extension UInt64: HeaderValue {
    /// Decimal digits.
    public init?(headerText: String) { self.init(headerText) }
}

extension Double: HeaderValue {
    /// A finite number.
    public init?(headerText: String) {
        guard let number = Double(headerText), number.isFinite else { return nil }
        self = number
    }
}

extension Bool: HeaderValue {
    /// `true` or `false` in any case of letters.
    public init?(headerText: String) { self.init(headerText.lowercased()) }
}

extension Date: HeaderValue {
    /// A date of ISO 8601, or one of HTTP (RFC 9110, section 5.6.7).
    public init?(headerText: String) {
        if let date = DateText.parse(headerText)?.date {
            self = date
        } else if let seconds = HTTPDate.seconds(headerText, now: Date().timeIntervalSince1970) {
            self.init(timeIntervalSince1970: Double(seconds))
        } else {
            return nil
        }
    }
}

extension Array: HeaderValue where Element: HeaderValue {
    /// Elements with commas between them; blanks around them do not count, nor do empty ones (RFC 9110, section 5.6.1).
    public init?(headerText: String) {
        self = []
        for part in headerText.split(separator: ",") {
            let text = part.trimmingBlanks
            if text.isEmpty { continue }
            guard let element = Element(headerText: String(text)) else { return nil }
            append(element)
        }
    }
}

extension Substring {
    /// The text without blanks and tabs at both ends.
    fileprivate var trimmingBlanks: Substring {
        var text = self.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
