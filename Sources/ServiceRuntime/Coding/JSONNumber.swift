#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A number as it is written, for exact conversions: digits, and a power of ten.
///
/// The text follows the grammar of JSON.
struct JSONNumber {
    private var isNegative = false
    /// The digits without zeros before and after.
    private var digits: [UInt8] = []
    private var exponent = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var isFraction = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                // Beyond any number of digits that a document can have, more makes no difference.
                exponent += Self.exponent(text[index...])
                index = text.count
            default:
                if isFraction { exponent -= 1 }
                if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
            }
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
    }

    private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let limit = 1 << 40
        var value = 0
        for byte in text where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
            value = min(limit, value * 10 + Int(byte - UInt8(ascii: "0")))
        }
        return text.first == UInt8(ascii: "-") ? -value : value
    }

    /// The number, or nil where it is not whole or does not fit.
    func integer<Value: FixedWidthInteger>() -> Value? {
        if digits.isEmpty { return 0 }
        // Larger ones do not fit any type.
        guard exponent >= 0, exponent < 80 else { return nil }
        var value: Value = 0
        for place in 0..<(digits.count + exponent) {
            let digit = place < digits.count ? digits[place] : 0
            guard let next = Self.append(digit, to: value, isNegative) else { return nil }
            value = next
        }
        return value
    }

    /// A number without fraction and exponent, or nil where it does not fit.
    static func integer<Value: FixedWidthInteger>(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
        let isNegative = text[0] == UInt8(ascii: "-")
        var value: Value = 0
        for index in (isNegative ? 1 : 0)..<text.count {
            guard let next = append(text[index] - UInt8(ascii: "0"), to: value, isNegative) else { return nil }
            value = next
        }
        return value
    }

    @inline(__always)
    private static func append<Value: FixedWidthInteger>(
        _ digit: UInt8, to value: Value, _ isNegative: Bool
    ) -> Value? {
        let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        let (sum, isOver) =
            isNegative
            ? shifted.subtractingReportingOverflow(Value(digit)) : shifted.addingReportingOverflow(Value(digit))
        return isOver ? nil : sum
    }

    /// The number with up to 38 digits, or nil where it is too large or too small.
    var decimal: Decimal? {
        if digits.isEmpty { return 0 }
        let kept = digits.prefix(38)
        let exponent = exponent + digits.count - kept.count
        guard (-128...127).contains(exponent) else { return nil }
        let (high, low) = (kept.dropLast(19), kept.suffix(19))
        func value(_ digits: ArraySlice<UInt8>) -> Decimal {
            Decimal(digits.reduce(into: UInt64(0)) { $0 = $0 * 10 + UInt64($1) })
        }
        let scale = Decimal(10_000_000_000_000_000_000 as UInt64)
        let significand = value(high) * scale + value(low)
        return Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
    }
}
