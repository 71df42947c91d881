/// Reads regular expressions in ECMA-262's notation, as far as documentation uses it, into the steps of a ``Pattern``.
struct PatternParser {
    private var rest: Substring.UnicodeScalarView
    private var depth = 0

    /// The steps of `source`; `nil` where it holds something that is not understood.
    static func parse(_ source: String) -> [Pattern.Step]? {
        var parser = PatternParser(rest: source[...].unicodeScalars)
        guard let steps = parser.alternatives(), parser.rest.isEmpty else { return nil }
        return steps.count < Pattern.greatestSize ? steps + [.match] : nil
    }

    /// Places in steps are relative to the first one of a fragment until fragments are put together.
    private typealias Fragment = [Pattern.Step]

    private mutating func alternatives() -> Fragment? {
        guard var result = sequence() else { return nil }
        while rest.first == "|" {
            rest.removeFirst()
            guard let other = sequence() else { return nil }
            // fork(first, other) first jump(end) other
            let first: Fragment = [.fork(1, result.count + 2)] + Self.moved(result, by: 1)
            let end = first.count + 1 + other.count
            result = first + [.jump(end)] + Self.moved(other, by: first.count + 1)
        }
        return result
    }

    private mutating func sequence() -> Fragment? {
        var result: Fragment = []
        while let scalar = rest.first, scalar != "|", scalar != ")" {
            guard let atom = atom(), let repeated = repetition(of: atom) else { return nil }
            result += Self.moved(repeated, by: result.count)
            guard result.count < Pattern.greatestSize else { return nil }
        }
        return result
    }

    private mutating func atom() -> Fragment? {
        switch rest.removeFirst() {
        case "^": return [.start]
        case "$": return [.end]
        case ".": return [.scalar(ScalarSet(ranges: [10...10, 13...13, 0x2028...0x2029], isInverted: true))]
        case "[": return scalarClass().map { [.scalar($0)] }
        case "(": return group()
        case "\\": return escape().map { [.scalar($0)] }
        case "*", "+", "?": return nil
        case let scalar: return [.scalar(Self.only(scalar))]
        }
    }

    private mutating func group() -> Fragment? {
        if rest.first == "?" {
            guard rest.starts(with: "?:".unicodeScalars) else { return nil }
            rest.removeFirst(2)
        }
        depth += 1
        guard depth <= 32, let content = alternatives(), rest.first == ")" else { return nil }
        depth -= 1
        rest.removeFirst()
        return content
    }

    // MARK: Repetition

    private enum Bounds {
        /// No count follows.
        case none
        /// What precedes is repeated at least and at most so often.
        case counted(least: Int, most: Int?)
        /// A count that cannot be followed.
        case unusable
    }

    private mutating func repetition(of atom: Fragment) -> Fragment? {
        let least: Int
        let most: Int?
        switch bounds() {
        case .none: return atom
        case .unusable: return nil
        case .counted(let first, let last): (least, most) = (first, last)
        }
        if rest.first == "?" { rest.removeFirst() }
        guard (most ?? least) >= least, atom.count * max(least, most ?? 0, 1) < Pattern.greatestSize else { return nil }
        var result: Fragment = []
        for _ in 0..<least { result += Self.moved(atom, by: result.count) }
        if let most {
            for _ in least..<most {
                // fork(content, after) content
                let start = result.count
                result.append(.fork(start + 1, start + 1 + atom.count))
                result += Self.moved(atom, by: start + 1)
            }
        } else {
            // fork(content, after) content jump(fork)
            let start = result.count
            result.append(.fork(start + 1, start + 2 + atom.count))
            result += Self.moved(atom, by: start + 1)
            result.append(.jump(start))
        }
        return result
    }

    private mutating func bounds() -> Bounds {
        switch rest.first {
        case "*": rest.removeFirst(); return .counted(least: 0, most: nil)
        case "+": rest.removeFirst(); return .counted(least: 1, most: nil)
        case "?": rest.removeFirst(); return .counted(least: 0, most: 1)
        case "{":
            // `{` that opens no count stands for itself.
            guard let close = rest.firstIndex(of: "}") else { return .none }
            let parts = rest[rest.index(after: rest.startIndex)..<close].split(
                separator: ",", omittingEmptySubsequences: false)
            let isCount = parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } } && parts[0].first != nil
            guard isCount, parts.count <= 2 else { return .none }
            let numbers = parts.map { Int(String($0)) }
            rest = rest[rest.index(after: close)...]
            let isOpen = parts.count == 2 && parts[1].isEmpty
            guard let least = numbers[0], let most = isOpen ? least : numbers[numbers.count - 1],
                max(least, most) < Pattern.greatestSize
            else { return .unusable }
            return .counted(least: least, most: isOpen ? nil : most)
        default: return .none
        }
    }

    // MARK: Sets

    private mutating func scalarClass() -> ScalarSet? {
        var set = ScalarSet()
        if rest.first == "^" {
            rest.removeFirst()
            set.isInverted = true
        }
        while let scalar = rest.popFirst() {
            if scalar == "]" { return set }
            var lower = Self.only(scalar)
            if scalar == "\\" {
                guard let escaped = escape(), !escaped.isInverted else { return nil }
                lower = escaped
            }
            guard rest.first == "-", let after = rest.dropFirst().first, after != "]",
                let first = lower.ranges.first, lower.ranges.count == 1, first.count == 1
            else {
                set.ranges += lower.ranges
                continue
            }
            rest.removeFirst(2)
            var upper = Self.only(after)
            if after == "\\" {
                guard let escaped = escape() else { return nil }
                upper = escaped
            }
            guard let last = upper.ranges.first, upper.ranges.count == 1, last.count == 1,
                first.lowerBound <= last.lowerBound
            else { return nil }
            set.ranges.append(first.lowerBound...last.lowerBound)
        }
        return nil
    }

    private mutating func escape() -> ScalarSet? {
        let digits = [UInt32(48)...57]
        let word = digits + [65...90, 95...95, 97...122]
        let blanks: [ClosedRange<UInt32>] = [9...13, 32...32, 0xA0...0xA0, 0x2028...0x2029]
        guard let scalar = rest.popFirst() else { return nil }
        switch scalar {
        case "d": return ScalarSet(ranges: digits)
        case "D": return ScalarSet(ranges: digits, isInverted: true)
        case "w": return ScalarSet(ranges: word)
        case "W": return ScalarSet(ranges: word, isInverted: true)
        case "s": return ScalarSet(ranges: blanks)
        case "S": return ScalarSet(ranges: blanks, isInverted: true)
        case "t": return Self.only("\t")
        case "n": return Self.only("\n")
        case "r": return Self.only("\r")
        default:
            // Letters and digits have meanings that are not understood here; anything else stands for itself.
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? nil : Self.only(scalar)
        }
    }

    private static func only(_ scalar: Unicode.Scalar) -> ScalarSet { ScalarSet(ranges: [scalar.value...scalar.value]) }

    private static func moved(_ fragment: Fragment, by distance: Int) -> Fragment {
        fragment.map { step in
            switch step {
            case .fork(let first, let second): .fork(first + distance, second + distance)
            case .jump(let target): .jump(target + distance)
            default: step
            }
        }
    }
}
