/// Reads regular expressions in ECMA-262's notation, as far as documentation uses it, into the steps of a
/// ``LinearRegex``.
struct PatternParser {
    private var rest: Substring.UnicodeScalarView
    private var depth = 0
    private var isLoose = false
    /// Why reading has ended, where that is not the notation.
    private var problem: LinearRegex.Problem?

    /// The steps of `source`, and whether the flag `u` makes it invalid. Throws where something is not understood.
    static func parse(_ source: String) throws(LinearRegex.Problem) -> (steps: [LinearRegex.Step], isLoose: Bool) {
        var parser = PatternParser(rest: source[...].unicodeScalars)
        guard let steps = parser.alternatives(), parser.rest.isEmpty else { throw parser.problem ?? .notation }
        guard steps.count < LinearRegex.greatestSize else { throw .size }
        return (steps + [.match], parser.isLoose)
    }

    /// Remembers why reading ends.
    private mutating func fail<Value>(_ problem: LinearRegex.Problem) -> Value? {
        self.problem = self.problem ?? problem
        return nil
    }

    /// Places in steps are relative to the first one of a fragment until fragments are put together.
    private typealias Fragment = [LinearRegex.Step]

    private mutating func alternatives() -> Fragment? {
        guard let first = sequence() else { return nil }
        var branches = [first]
        var size = first.count
        while rest.first == "|" {
            rest.removeFirst()
            guard let other = sequence() else { return nil }
            branches.append(other)
            size += other.count + 2
            guard size < LinearRegex.greatestSize else { return fail(.size) }
        }
        // fork(branch, next) branch jump(end) … branch
        var result: Fragment = []
        result.reserveCapacity(size)
        for branch in branches.dropLast() {
            let start = result.count
            result.append(.fork(start + 1, start + branch.count + 2))
            result += Self.moved(branch, by: start + 1)
            result.append(.jump(size))
        }
        return result + Self.moved(branches[branches.count - 1], by: result.count)
    }

    private mutating func sequence() -> Fragment? {
        var result: Fragment = []
        while let scalar = rest.first, scalar != "|", scalar != ")" {
            guard let atom = atom(), let repeated = repetition(of: atom) else { return nil }
            result += Self.moved(repeated, by: result.count)
            guard result.count < LinearRegex.greatestSize else { return fail(.size) }
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
        case "\\":
            if let letter = rest.first, letter == "b" || letter == "B" {
                rest.removeFirst()
                return [.boundary(letter == "b")]
            }
            if rest.first == "-" { isLoose = true }
            return escape().map { [.scalar($0)] }
        case "*", "+", "?": return nil
        case let scalar:
            if ["{", "}", "]"].contains(scalar) { isLoose = true }
            return [.scalar(Self.only(scalar))]
        }
    }

    private mutating func group() -> Fragment? {
        if rest.first == "?" {
            if ["?=", "?!", "?<=", "?<!"].contains(where: { rest.starts(with: $0.unicodeScalars) }) {
                return fail(.lookAround)
            }
            if rest.starts(with: "?:".unicodeScalars) {
                rest.removeFirst(2)
            } else {
                // A name changes nothing about what the group reads.
                guard rest.starts(with: "?<".unicodeScalars), let end = rest.firstIndex(of: ">"),
                    rest[rest.index(rest.startIndex, offsetBy: 2)..<end].allSatisfy({
                        $0.properties.isIDContinue || $0 == "$"
                    })
                else { return nil }
                rest = rest[rest.index(after: end)...]
            }
        }
        depth += 1
        guard depth <= 32 else { return fail(.size) }
        guard let content = alternatives(), rest.first == ")" else { return nil }
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
        case .unusable: return fail(.size)
        case .counted(let first, let last): (least, most) = (first, last)
        }
        if rest.first == "?" { rest.removeFirst() }
        guard (most ?? least) >= least else { return nil }
        guard atom.count * max(least, most ?? 0, 1) < LinearRegex.greatestSize else { return fail(.size) }
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
                max(least, most) < LinearRegex.greatestSize
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
                guard let escaped = classEscape() else { return nil }
                lower = escaped
            }
            guard rest.first == "-", let after = rest.dropFirst().first, after != "]", let first = lower.single else {
                // After a set such as `\\w` a hyphen stands for itself.
                if scalar == "\\", lower.single == nil, rest.first == "-", rest.dropFirst().first != "]" {
                    isLoose = true
                }
                if lower.isInverted {
                    set.parts.append(lower)
                } else {
                    set.ranges += lower.ranges
                    set.properties += lower.properties
                }
                continue
            }
            rest.removeFirst(2)
            var upper = Self.only(after)
            if after == "\\" {
                guard let escaped = classEscape() else { return nil }
                upper = escaped
            }
            guard let last = upper.single else {
                // `[a-\\d]` is not a range: the hyphen stands for itself.
                isLoose = true
                set.ranges += [first...first, 45...45]
                if upper.isInverted { set.parts.append(upper) } else { set.ranges += upper.ranges }
                continue
            }
            guard first <= last else { return nil }
            set.ranges.append(first...last)
        }
        return nil
    }

    /// An escape inside a class, where `\b` is a backspace.
    private mutating func classEscape() -> ScalarSet? {
        guard rest.first == "b" else { return escape() }
        rest.removeFirst()
        return ScalarSet(ranges: [8...8])
    }

    private mutating func escape() -> ScalarSet? {
        let digits = [UInt32(48)...57]
        // White space and line ends of ECMA-262, sections 12.2 and 12.3.
        let blanks: [ClosedRange<UInt32>] = [
            9...13, 32...32, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
            0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
        ]
        guard let scalar = rest.popFirst() else { return nil }
        switch scalar {
        case "d": return ScalarSet(ranges: digits)
        case "D": return ScalarSet(ranges: digits, isInverted: true)
        case "w": return .word
        case "W": return ScalarSet(ranges: ScalarSet.word.ranges, isInverted: true)
        case "s": return ScalarSet(ranges: blanks)
        case "S": return ScalarSet(ranges: blanks, isInverted: true)
        case "t": return Self.only("\t")
        case "n": return Self.only("\n")
        case "r": return Self.only("\r")
        case "f": return ScalarSet(ranges: [12...12])
        case "v": return ScalarSet(ranges: [11...11])
        case "0":
            // More digits would be a number in octal, which the flag `u` does not have.
            return rest.first.map { ("0"..."9").contains($0) } == true ? nil : ScalarSet(ranges: [0...0])
        case "x": return hexadecimal(2).map { ScalarSet(ranges: [$0...$0]) }
        case "u": return codePoint().map { ScalarSet(ranges: [$0...$0]) }
        case "c":
            guard let letter = rest.popFirst(), letter.isASCII, letter.properties.isAlphabetic else { return nil }
            return ScalarSet(ranges: [(letter.value % 32)...(letter.value % 32)])
        case "p", "P":
            guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
            let name = String(rest[rest.index(after: rest.startIndex)..<close])
            rest = rest[rest.index(after: close)...]
            guard let property = ScalarProperty(name) else { return fail(.property(name)) }
            return ScalarSet(properties: [property], isInverted: scalar == "P")
        case "1"..."9", "k": return fail(.backReference)
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/", "-": return Self.only(scalar)
        default:
            isLoose = true
            // Other letters and digits have meanings that are not understood here; anything else stands for itself.
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? nil : Self.only(scalar)
        }
    }

    /// The scalar after `\u`: four digits, a pair of surrogates, or digits in braces.
    private mutating func codePoint() -> UInt32? {
        if rest.first == "{" {
            guard let close = rest.firstIndex(of: "}") else { return nil }
            let digits = String(rest[rest.index(after: rest.startIndex)..<close])
            rest = rest[rest.index(after: close)...]
            return Self.number(digits).flatMap { $0 <= 0x10FFFF ? $0 : nil }
        }
        guard let first = hexadecimal(4) else { return nil }
        guard (0xD800...0xDBFF).contains(first), rest.starts(with: "\\u".unicodeScalars) else { return first }
        let before = rest
        rest.removeFirst(2)
        guard let second = hexadecimal(4), (0xDC00...0xDFFF).contains(second) else {
            rest = before
            return first
        }
        return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
    }

    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        let digits = String(rest.prefix(count))
        guard digits.unicodeScalars.count == count, let value = Self.number(digits) else { return nil }
        rest.removeFirst(count)
        return value
    }

    /// The number that hexadecimal digits write; a sign is none of them.
    private static func number(_ digits: String) -> UInt32? {
        digits.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit) ? UInt32(digits, radix: 16) : nil
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

extension ScalarSet {
    /// The only scalar of the set; `nil` where it has several, or where nobody counts them.
    fileprivate var single: UInt32? {
        guard !isInverted, properties.isEmpty, parts.isEmpty, ranges.count == 1, ranges[0].count == 1 else {
            return nil
        }
        return ranges[0].lowerBound
    }
}
