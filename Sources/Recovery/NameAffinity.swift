/// How much the name of a schema says of what the title and the path of an operation say.
///
/// A word counts the more the fewer names of the service have it: in a backup service, `Backup` tells nothing.
struct NameAffinity {
    private var frequency: [String: Int] = [:]
    private var count = 0

    init(names: [Words]) {
        for name in names {
            count += 1
            for word in Set(name.content) { frequency[word, default: 0] += 1 }
        }
    }

    /// How much each word that says what a name is about counts.
    func weights(of name: Words) -> [Double] {
        name.content.map { word in
            0.3 + logarithm(Double(max(count, 1)) / Double(max(frequency[word] ?? 1, 1)))
        }
    }

    /// From 0, nothing in common, to 1, the same words.
    ///
    /// Two thirds ask whether the operation says all the words of the schema, one third whether the schema says all
    /// the words of the title.
    func similarity(_ schema: Weighed, title: Weighed, path: Words) -> Double {
        guard !schema.words.content.isEmpty else { return 0 }
        let inTitle = matches(schema.words, title.words)
        let inPath = matches(schema.words, path)
        let told = zip(inTitle.left, inPath.left).map { $0 || $1 }
        let precision = share(schema.weights, where: told)
        guard !title.words.content.isEmpty else { return precision * 0.8 }
        return (2 * precision + share(title.weights, where: inTitle.right)) / 3
    }

    private func share(_ weights: [Double], where isTold: [Bool]) -> Double {
        var all = 0.0
        var told = 0.0
        for (weight, flag) in zip(weights, isTold) {
            all += weight
            if flag { told += weight }
        }
        return all > 0 ? told / all : 0
    }

    /// Which words of each side the other side has too, alone or as a part of a compound.
    private func matches(_ left: Words, _ right: Words) -> (left: [Bool], right: [Bool]) {
        var leftFlags = left.content.map { right.content.contains($0) }
        var rightFlags = right.content.map { left.content.contains($0) }
        for (position, word) in left.content.enumerated() where !leftFlags[position] {
            guard let range = right.compounds[word] else { continue }
            leftFlags[position] = true
            for place in range { rightFlags[place] = true }
        }
        for (position, word) in right.content.enumerated() where !rightFlags[position] {
            guard let range = left.compounds[word] else { continue }
            rightFlags[position] = true
            for place in range { leftFlags[place] = true }
        }
        return (leftFlags, rightFlags)
    }
}

/// A name whose words have been weighed.
struct Weighed {
    let words: Words
    let weights: [Double]

    init(_ words: Words, by affinity: NameAffinity) {
        self.words = words
        weights = affinity.weights(of: words)
    }
}

/// The logarithm to base 2, near enough to weigh words; spares the import of a C library.
func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    return Double(value.exponent) + (value.significand - 1)
}
