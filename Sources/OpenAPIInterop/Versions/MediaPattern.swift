import APISpec

/// Media types with a version in them.
enum MediaPattern {
    /// What media types are made of lies between these.
    private static let separators: Set<Character> = ["/", ".", "-", "+", ";", "=", " "]

    /// One pattern for several: with `{schema}` for what differs between them besides the version. Where the version is not
    /// in what all of them share, that of those that most media types are like.
    ///
    /// What is shared ends where a word ends in all of them: `application/vnd.berth` and `application/vnd.berths` share
    /// `application/vnd.` alone.
    static func common(_ patterns: [String]) -> String {
        let counts = Dictionary(patterns.map { ($0, 1) }, uniquingKeysWith: +)
        var seen: Set<String> = []
        let distinct = patterns.filter { seen.insert($0).inserted }
        if let pattern = joined(distinct) { return pattern }
        var best = (pattern: distinct.first ?? "", count: 0)
        for pattern in distinct.prefix(triedPatterns) {
            let alike = distinct.filter { joined([pattern, $0]) != nil }
            let count = alike.reduce(0) { $0 + (counts[$1] ?? 0) }
            if count > best.count, let pattern = joined(alike) { best = (pattern, count) }
        }
        return best.pattern
    }

    /// Where there is no pattern for all, this many are tried to begin with.
    private static let triedPatterns = 32

    /// The pattern for all of `patterns`; `nil` where the version is not in what they share.
    private static func joined(_ patterns: [String]) -> String? {
        guard let first = patterns.first, patterns.count > 1 else { return patterns.first }
        let texts = patterns.map(Array.init)
        let prefix = shared(texts)
        let suffix = shared(texts.map { Array($0.dropFirst(prefix).reversed()) })
        let pattern = first.prefix(prefix) + "{schema}" + first.suffix(suffix)
        return pattern.contains(VersionSelector.placeholder) ? String(pattern) : nil
    }

    /// How many characters texts share at their beginning, up to the end of a word in each.
    private static func shared(_ texts: [[Character]]) -> Int {
        guard let first = texts.first else { return 0 }
        var count = texts.dropFirst().reduce(first.count) { count, text in
            min(count, zip(first, text).prefix { $0 == $1 }.count)
        }
        func isWordEnd(_ text: [Character]) -> Bool {
            count == 0 || count == text.count || separators.contains(text[count - 1])
                || separators.contains(text[count])
        }
        while !texts.allSatisfy(isWordEnd) { count -= 1 }
        return count
    }

    /// The operations whose media types say the version otherwise than the pattern does, or not at all, though they have
    /// media types.
    static func without(_ selector: VersionSelector, _ value: String, in document: SpecDocument) -> [String] {
        document.operations.filter { operation in
            operation.revisions.contains { revision in
                let types = revision.mediaTypes
                let versioned = types.filter { VersionText.inMediaType($0, known: [value])?.value == value }
                return !types.isEmpty && versioned.isEmpty
                    || versioned.contains { selector.template(of: $0, value: value) == nil }
            }
        }.map(\.id)
    }
}
