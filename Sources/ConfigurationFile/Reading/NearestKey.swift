/// Help with misspelt words.
enum NearestKey {
    /// `did you mean …?` where one of `words` is near, else the list of them.
    static func suggestion(for word: String, among words: [String]) -> String {
        let start = Array(word.lowercased().prefix(longest))
        var best: (word: String, distance: Int)?
        for candidate in words {
            let distance = distance(start, Array(candidate.lowercased()))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        if let best, best.distance <= max(2, start.count / 3), best.distance < best.word.count {
            return "did you mean `\(best.word)`?"
        }
        return "it can be " + words.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// Longer words are no slips of the pen; what is behind counts for nothing.
    private static let longest = 64

    /// The number of single-character edits between two words.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
