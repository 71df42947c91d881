import Patterns
import SchemaChecks

/// Ids by chance that keep to patterns and lengths of the documentation.
struct PatternIdentifier: Sendable {
    /// The pattern that ids are made by, as the documentation writes it.
    let source: String
    private let pattern: LinearRegex
    private let others: [LinearRegex]
    private let lengths: ClosedRange<Int>

    /// `nil` where no pattern is understood, and where nothing is found that keeps to them all.
    init?(_ sources: [String], _ patterns: PatternBook, lengths: ClosedRange<Int>) {
        let known = sources.compactMap { source in patterns[source].map { (source, $0) } }
        // Ids are made by one of them; the one that says most is not always the first.
        for index in known.indices {
            var others = known
            let (source, pattern) = others.remove(at: index)
            let form = Self(source: source, pattern: pattern, others: others.map(\.1), lengths: lengths)
            guard form.make() == nil else {
                self = form
                return
            }
        }
        return nil
    }

    private init(source: String, pattern: LinearRegex, others: [LinearRegex], lengths: ClosedRange<Int>) {
        self.source = source
        self.pattern = pattern
        self.others = others
        self.lengths = lengths
    }

    /// Another id; `nil` where none is found.
    func make() -> String? {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<Self.attempts {
            guard
                let text = pattern.variation(least: lengths.lowerBound, most: lengths.upperBound, using: &random)
                    ?? pattern.sample(least: lengths.lowerBound, most: lengths.upperBound)
            else { return nil }
            if others.allSatisfy({ $0.matches(text) }) { return text }
        }
        return nil
    }

    private static let attempts = 50
}

extension PatternIdentifier: Hashable {
    static func == (left: Self, right: Self) -> Bool { left.source == right.source && left.lengths == right.lengths }

    func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
