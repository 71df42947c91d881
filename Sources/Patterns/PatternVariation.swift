extension LinearRegex {
    /// A text by chance that the pattern matches as a whole, of at least `least` and at most `most` scalars, made of
    /// letters, digits and the signs that stand in paths as they are where the pattern leaves a choice; `nil` where none
    /// is found soon.
    public func variation(least: Int = 0, most: Int, using random: inout some RandomNumberGenerator) -> String? {
        guard most >= least, steps.count < Self.greatestVariation else { return nil }
        for attempt in 0..<Self.attempts {
            // Long texts first, so that two of them are hardly ever alike.
            let patience = attempt < Self.attempts / 2 ? 9 : 5
            guard let text = walk(most: most, patience: patience, using: &random) else { continue }
            if text.unicodeScalars.count >= least, matches(text) { return text }
        }
        return nil
    }

    /// One way through the program; `nil` where it leads nowhere or on and on.
    private func walk(most: Int, patience: Int, using random: inout some RandomNumberGenerator) -> String? {
        var text = String.UnicodeScalarView()
        var place = 0
        for _ in 0..<Self.greatestWay {
            switch steps[place] {
            case .match: return text.isEmpty ? nil : String(text)
            case .fork(let first, let second):
                place = Int.random(in: 0..<10, using: &random) < patience ? first : second
            case .jump(let target): place = target
            case .start, .end, .boundary: place += 1
            case .scalar(let set):
                guard text.count < most, let scalar = set.variation(using: &random) else { return nil }
                text.append(scalar)
                place += 1
            }
        }
        return nil
    }

    /// So often a way is looked for.
    private static let attempts = 200
    /// A way has at most so many steps.
    private static let greatestWay = 2000
    /// Longer programs are not walked through.
    private static let greatestVariation = 2000
}

extension ScalarSet {
    private static let plain: [Unicode.Scalar] =
        [UInt8](97...122).map { Unicode.Scalar($0) } + [UInt8](48...57).map { Unicode.Scalar($0) }
        + [UInt8](65...90).map { Unicode.Scalar($0) }

    /// A letter or digit of the set by chance, lower case before upper case; any other scalar where it has none.
    fileprivate func variation(using random: inout some RandomNumberGenerator) -> Unicode.Scalar? {
        let lower = Self.plain.prefix(36).filter(contains)
        if let scalar = lower.randomElement(using: &random) { return scalar }
        return Self.plain.filter(contains).randomElement(using: &random) ?? sample
    }
}
