import APIModel
import Foundations

/// Whole numbers that ids may be: multiples of a step within bounds.
struct NumberRange: Sendable, Hashable {
    /// The least one.
    let first: Int
    /// The greatest one.
    let last: Int
    /// How far one is from the next; all are its multiples.
    let step: Int

    /// The multiples of `step` within bounds; `nil` where there is none.
    init?(_ bounds: ClosedRange<Int>, step: Int) {
        let above = Self.remainder(bounds.lowerBound, step)
        let (first, isTooGreat) = bounds.lowerBound.addingReportingOverflow(above == 0 ? 0 : step - above)
        let (last, isTooSmall) = bounds.upperBound.subtractingReportingOverflow(Self.remainder(bounds.upperBound, step))
        guard !isTooGreat, !isTooSmall, first <= last else { return nil }
        self.first = first
        self.last = last
        self.step = step
    }

    /// The numbers that limits allow, from 1 where they say no other beginning; `nil` where there is none.
    init?(_ limits: Schema.Limits?, format: String?) {
        let above = Self.whole(limits?.exclusiveMinimum, .down).map { $0.addingReportingOverflow(1) }
        let below = Self.whole(limits?.exclusiveMaximum, .up).map { $0.subtractingReportingOverflow(1) }
        guard above?.overflow != true, below?.overflow != true else { return nil }
        let starts = [Self.whole(limits?.minimum, .up), above?.partialValue].compactMap(\.self)
        let ends = [Self.whole(limits?.maximum, .down), below?.partialValue].compactMap(\.self)
        // Multiples of half a number are whole ones too.
        let step = limits?.multipleOf.map { Self.step($0) } ?? 1
        let greatest = ends.min() ?? (format == "int32" ? Int(Int32.max) : .max)
        let least = starts.max() ?? min(1, greatest)
        guard least <= greatest, let step else { return nil }
        self.init(least...greatest, step: step)
    }

    /// The numbers that are in both; `nil` where there is none.
    func common(with other: NumberRange) -> NumberRange? {
        let least = max(first, other.first)
        let greatest = min(last, other.last)
        guard least <= greatest, let step = Self.commonMultiple(step, other.step) else { return nil }
        return NumberRange(least...greatest, step: step)
    }

    /// The first one after a number; `nil` where there is none.
    func next(after number: Int) -> Int? {
        if number < first { return first }
        guard number < last else { return nil }
        // No overflow, since the greatest one is not reached.
        return number - Self.remainder(number, step) + step
    }

    private static func remainder(_ number: Int, _ step: Int) -> Int {
        let rest = number % step
        return rest < 0 ? rest + step : rest
    }

    private static func whole(_ text: String?, _ rule: FloatingPointRoundingRule) -> Int? {
        guard let text else { return nil }
        return Int(text) ?? DecimalText(text)?.whole ?? Double(text).flatMap { Int(exactly: $0.rounded(rule)) }
    }

    /// The least whole number that is a multiple of `text`; `nil` where none is small enough to be found.
    private static func step(_ text: String) -> Int? {
        if let whole = DecimalText(text)?.whole, whole > 0 { return whole }
        guard let step = DecimalText(text) else { return nil }
        return (1...10_000).first { DecimalText(String($0))?.isMultiple(of: step) ?? false }
    }

    private static func commonMultiple(_ first: Int, _ second: Int) -> Int? {
        var (divisor, rest) = (first, second)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        let (multiple, isTooGreat) = (first / divisor).multipliedReportingOverflow(by: second)
        return isTooGreat ? nil : multiple
    }
}
