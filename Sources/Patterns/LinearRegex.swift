/// A regular expression of the documentation, as a program that reads its text once.
///
/// Patterns come from pages and texts from clients, so neither may make the other slow: every alternative is followed
/// at the same time, which takes time in proportion to text × program and never tries again. What cannot be done that
/// way (look-ahead, back-references) makes a pattern that is not understood, and such a pattern is not checked.
public struct LinearRegex: Sendable {
    /// Why a pattern cannot be checked.
    public enum Problem: Error, Hashable, Sendable {
        /// It looks ahead or behind: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`.
        case lookAround
        /// It refers to what a group has read: `\1`, `\k<name>`.
        case backReference
        /// It names a property of Unicode that is not known here, such as a script.
        case property(String)
        /// It repeats too much, or lies too deep in itself.
        case size
        /// It is not a regular expression of ECMA-262; the notation of other languages, for instance.
        case notation
    }

    /// One step of the program.
    enum Step: Sendable {
        /// Reads one scalar of a set.
        case scalar(ScalarSet)
        /// Goes on at both places.
        case fork(Int, Int)
        /// Goes on elsewhere.
        case jump(Int)
        /// Goes on at the start of the text only.
        case start
        /// Goes on at the end of the text only.
        case end
        /// Goes on where a word begins or ends; or, if false, anywhere else.
        case boundary(Bool)
        /// The text matches.
        case match
    }

    /// Programs beyond this many steps are not understood: a counted repetition writes its content as often as it says.
    static let greatestSize = 4000

    /// How many steps a check may take, as scalars × program; a longer check counts as passed.
    static let greatestEffort = 20_000_000

    /// The steps; the program starts at the first.
    let steps: [Step]

    /// Whether the flag `u`, which OpenAPI asks for, makes the pattern invalid, and it is read as it is without the
    /// flag: `\-` outside of a class, a brace that stands for itself.
    public let isLoose: Bool

    /// The program of `source`, in the notation of ECMA-262. Throws ``Problem`` where it cannot be followed.
    public init(reading source: String) throws(Problem) {
        (steps, isLoose) = try PatternParser.parse(source)
    }

    /// The program of `source`; `nil` where it is not understood.
    public init?(_ source: String) {
        guard let pattern = try? LinearRegex(reading: source) else { return nil }
        self = pattern
    }

    /// How many steps the program has: reading a text takes time in proportion to its length and to this.
    public var size: Int { steps.count }

    /// Whether the pattern occurs in `text`; JSON Schema's patterns are not anchored.
    public func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count < Self.greatestEffort / steps.count else { return true }
        var current = Threads(steps.count)
        var next = Threads(steps.count)
        for position in 0...scalars.count {
            follow(0, &current, at: position, in: scalars)
            if current.hasMatched { return true }
            guard position < scalars.count else { break }
            for place in current.places {
                guard case .scalar(let set) = steps[place], set.contains(scalars[position]) else { continue }
                follow(place + 1, &next, at: position + 1, in: scalars)
            }
            swap(&current, &next)
            next.clear()
        }
        return current.hasMatched
    }

    /// The places that the program is at.
    private struct Threads {
        private(set) var places: [Int] = []
        private var isKnown: [Bool]
        var hasMatched = false

        init(_ count: Int) { isKnown = Array(repeating: false, count: count) }

        mutating func add(_ place: Int) -> Bool {
            if isKnown[place] { return false }
            isKnown[place] = true
            places.append(place)
            return true
        }

        mutating func clear() {
            for place in places { isKnown[place] = false }
            places.removeAll(keepingCapacity: true)
            hasMatched = false
        }
    }

    /// Adds a place with all that it leads to without reading.
    private func follow(_ place: Int, _ threads: inout Threads, at position: Int, in text: [Unicode.Scalar]) {
        var pending = [place]
        while let place = pending.popLast() {
            guard threads.add(place) else { continue }
            switch steps[place] {
            case .scalar: break
            case .fork(let first, let second): pending += [second, first]
            case .jump(let target): pending.append(target)
            case .start: if position == 0 { pending.append(place + 1) }
            case .end: if position == text.count { pending.append(place + 1) }
            case .boundary(let isWanted):
                let before = position > 0 && ScalarSet.word.contains(text[position - 1])
                let after = position < text.count && ScalarSet.word.contains(text[position])
                if (before != after) == isWanted { pending.append(place + 1) }
            case .match: threads.hasMatched = true
            }
        }
    }
}

/// Some scalars: ranges, those with a property of Unicode, and other sets.
struct ScalarSet: Sendable, Hashable {
    /// The ranges, in no order.
    var ranges: [ClosedRange<UInt32>] = []
    /// Properties, one of which is enough.
    var properties: [ScalarProperty] = []
    /// Sets that belong to this one, such as `\\D` in `[\\D5]`.
    var parts: [ScalarSet] = []
    /// Whether all other scalars are meant.
    var isInverted = false

    /// Whether a scalar belongs to the set.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isStated =
            ranges.contains { $0.contains(scalar.value) } || properties.contains { $0.holds(for: scalar) }
            || parts.contains { $0.contains(scalar) }
        return isStated != isInverted
    }

    /// Letters, digits and the underscore of ASCII: `\\w`.
    static let word = ScalarSet(ranges: [48...57, 65...90, 95...95, 97...122])

    /// A scalar of the set that people can read; `nil` where none comes to mind.
    var sample: Unicode.Scalar? {
        let plain: [Unicode.Scalar] = [
            "a", "0", "A", "-", "_", ".", "/", " ", ":", ",", "(", ")", "+", "\u{E9}", "\u{3B1}", "\u{4E2D}",
            "\u{20AC}",
            "\u{301}", "\u{1F600}",
        ]
        return plain.first(where: contains)
            ?? (isInverted ? nil : ranges.first.flatMap { Unicode.Scalar($0.lowerBound) })
    }
}

extension LinearRegex.Problem: CustomStringConvertible {
    /// What stands in the way, as the end of a sentence about the pattern.
    public var description: String {
        switch self {
        case .lookAround: "it looks ahead or behind, which needs more than one pass over the text"
        case .backReference: "it refers back to a group, which needs more than one pass over the text"
        case .property(let name): "the property `\(name)` of Unicode is not known here"
        case .size: "it repeats too much"
        case .notation: "it is not a regular expression of ECMA-262"
        }
    }
}
