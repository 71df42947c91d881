/// A number as JSON spells it, compared exactly: `1.0` and `1` are one number, and no digit is lost.
public struct DecimalText: Comparable, Sendable {
    private let isNegative: Bool
    /// The digits without zeros at either end; none for zero.
    private let digits: [UInt8]
    /// How many digits stand before the point.
    private let magnitude: Int

    /// An exponent that is further from zero counts as this one, since no number of use has it.
    private static let greatestExponent = 1_000_000

    /// Reads a number; `nil` where the text is none.
    public init?(_ text: String) {
        var rest = text[...]
        isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        let parts = rest.split(whereSeparator: { $0 == "e" || $0 == "E" })
        guard let mantissa = parts.first, parts.count <= 2 else { return nil }
        var exponent = 0
        if parts.count == 2 {
            guard let number = Self.exponent(parts[1]) else { return nil }
            exponent = number
        }
        let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first, !whole.isEmpty else { return nil }
        let all = halves.joined().utf8.map { $0 &- 48 }
        guard all.allSatisfy({ $0 < 10 }) else { return nil }
        let leading = all.prefix { $0 == 0 }.count
        var digits = Array(all[leading...])
        while digits.last == 0 { digits.removeLast() }
        self.digits = digits
        magnitude = digits.isEmpty ? 0 : whole.count + exponent - leading
    }

    private static func exponent(_ text: Substring) -> Int? {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        // More digits than an `Int` has are more than is told apart.
        let number = min(Int(digits) ?? .max, greatestExponent)
        return text.first == "-" ? -number : number
    }

    /// Whether two texts spell one number.
    public static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

    /// Whether a number is smaller than another.
    public static func < (left: Self, right: Self) -> Bool {
        if left.sign != right.sign { return left.sign < right.sign }
        return left.sign < 0 ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    private func isSmaller(than other: Self) -> Bool {
        if magnitude != other.magnitude { return magnitude < other.magnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }

    /// Whether nothing but zeros stands behind the point.
    public var isWhole: Bool { digits.count <= magnitude || digits.isEmpty }

    /// The number where it is a whole one that fits.
    public var whole: Int? {
        guard isWhole, magnitude <= 18 else { return nil }
        var value = 0
        for index in 0..<magnitude { value = value * 10 + (index < digits.count ? Int(digits[index]) : 0) }
        return isNegative ? -value : value
    }

    /// Whether the number is `step` taken a whole number of times; `nil` where the step has more than 17 digits, or the
    /// number too many zeros.
    public func isMultiple(of step: DecimalText) -> Bool? {
        if digits.isEmpty { return true }
        guard !step.digits.isEmpty, step.digits.count <= 17 else { return nil }
        // How many decimal places the last digits of both are apart.
        let zeros = (magnitude - digits.count) - (step.magnitude - step.digits.count)
        guard zeros >= 0 else {
            // The step may end in zeros that a number without them cannot have.
            return false
        }
        guard zeros < 5000 else { return nil }
        let divisor = step.digits.reduce(0) { $0 * 10 + Int($1) }
        let remainder = (digits + Array(repeating: 0, count: zeros)).reduce(0) { ($0 * 10 + Int($1)) % divisor }
        return remainder == 0
    }
}
