#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A value that can stand in a path, a query or a header.
///
/// A value gives its texts, not yet escaped. One text is the rule. A list gives one text for each element: the name is
/// then repeated in a query, and the texts are joined with commas in a path or a header. No text at all means that the
/// parameter is left out.
public protocol ParameterValue: Sendable {
    /// The texts of this value, not escaped.
    ///
    /// Throws where the value has no text that a service could read, such as a number that is not finite.
    var parameterTexts: [String] { get throws }
}

extension String: ParameterValue {
    /// The string itself.
    public var parameterTexts: [String] { [self] }
}

extension Bool: ParameterValue {
    /// `true` or `false`.
    public var parameterTexts: [String] { [self ? "true" : "false"] }
}

extension Int: ParameterValue {
    /// The number in decimal digits.
    public var parameterTexts: [String] { [String(self)] }
}

extension UInt64: ParameterValue {
    /// The number in decimal digits.
    public var parameterTexts: [String] { [String(self)] }
}

extension Double: ParameterValue {
    /// The number as JSON writes it; whole numbers without a fraction.
    ///
    /// Throws for infinity and NaN.
    public var parameterTexts: [String] {
        get throws {
            guard isFinite else { throw RequestProblem("the number \(self) cannot be sent as a parameter") }
            if let whole = Int(exactly: self), abs(whole) < 1 << 53 { return [String(whole)] }
            return [String(self)]
        }
    }
}

extension Date: ParameterValue {
    /// The date as ISO 8601 in UTC, such as `2026-05-31T09:00:00Z`.
    ///
    /// Throws outside the years 0 to 9999.
    public var parameterTexts: [String] {
        get throws {
            guard let text = DateText.format(self) else {
                throw RequestProblem("a date outside the years 0 to 9999 cannot be sent as a parameter")
            }
            return [text]
        }
    }
}

extension Array: ParameterValue where Element: ParameterValue {
    /// The texts of all elements in order.
    public var parameterTexts: [String] {
        get throws { try flatMap { try $0.parameterTexts } }
    }
}

extension JSONValue: ParameterValue {
    /// The text of a scalar, the texts of an array's elements, nothing for null, and compact JSON for an object.
    public var parameterTexts: [String] {
        get throws {
            switch self {
            case .null: []
            case .bool(let value): value.parameterTexts
            case .integer(let value): value.parameterTexts
            case .number(let value): try value.parameterTexts
            case .string(let value): [value]
            case .array(let values): try values.flatMap { try $0.parameterTexts }
            case .object: [String(decoding: try JSONCoding().encode(self), as: UTF8.self)]
            }
        }
    }
}
