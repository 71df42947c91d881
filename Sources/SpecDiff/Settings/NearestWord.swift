/// Help with misspelt words.
enum NearestWord {
    /// `did you mean …?` where one of `words` is near; else the words, or `other` where they are too many to list.
    static func suggestion(for word: String, among words: [String], other: String) -> String {
        let start = Array(word.lowercased())
        let ranked = words.map { ($0, distance(start, Array($0.lowercased()))) }.min { $0.1 < $1.1 }
        if let ranked, ranked.1 <= max(2, word.count / 3) { return "did you mean `\(ranked.0)`?" }
        return words.count > 24 ? other : "it can be " + words.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// The number of single-character edits between two words, of which the first 80 characters count.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        let right = right.prefix(80)
        var row = Array(0...right.count)
        for (index, character) in left.prefix(80).enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (character == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
