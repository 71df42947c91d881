/// Help with misspelt words.
public enum NearestWord {
    /// `did you mean …?` where one of `words` is near; else the words, or `other` where they are too many to list.
    ///
    /// Case does not count. Of words that are equally near the first is meant.
    public static func suggestion(
        for word: String, among words: [String], other: String = "see the documentation for the words that exist"
    ) -> String {
        if let near = nearest(to: word, among: words) { return "did you mean `\(near)`?" }
        if words.isEmpty { return "there is none" }
        guard words.count <= longestList else { return other }
        return "it can be " + words.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// The word that was probably meant; `nil` where none is as near as a slip of the pen.
    public static func nearest(to word: String, among words: [String]) -> String? {
        let start = Array(word.lowercased().prefix(longestWord))
        var best: (word: String, distance: Int)?
        for candidate in words {
            let distance = distance(start, Array(candidate.lowercased().prefix(longestWord)))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        // A short word of which every letter differs is another word.
        guard let best, best.distance <= max(start.count < 3 ? 1 : 2, start.count / 3), best.distance < best.word.count
        else { return nil }
        return best.word
    }

    /// More words than these help nobody.
    private static let longestList = 24
    /// Longer words are no slips of the pen; what is behind counts for nothing.
    private static let longestWord = 80

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
