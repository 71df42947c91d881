/// The order of versions by what they are called: numbers, dates, and the words before a release.
public enum VersionOrder {
    /// Whether a version comes before another: `1.9` before `1.10`, `v1beta1` before `v1`, `2024-06-01` before `2024-11-01`.
    public static func precedes(_ first: String, _ second: String) -> Bool {
        let (left, right) = (parts(first), parts(second))
        for index in 0..<max(left.count, right.count) {
            let a = index < left.count ? left[index] : .end
            let b = index < right.count ? right[index] : .end
            if a != b { return rank(a) < rank(b) }
        }
        return false
    }

    /// The versions that their names put into no order, such as `lima` and `nova`, or a date among numbers; empty where
    /// all are ordered.
    public static func unordered(_ ids: [String]) -> [String] {
        let dates = ids.filter(isDate)
        return ids.filter { id in
            if dates.count != ids.count, !dates.isEmpty { return true }
            return !id.contains(where: \.isNumber)
        }
    }

    private static func isDate(_ id: String) -> Bool {
        let numbers = id.split { !("0"..."9").contains($0) }
        return numbers.count == 3 && numbers[0].count == 4 && numbers[1].count == 2 && numbers[2].count == 2
    }

    private enum Part: Equatable {
        case before(Int)
        case end
        case number(Int)
    }

    /// Words of a version that is not released yet, the earliest first; all others say nothing of the order.
    private static let wordsBefore = ["dev", "alpha", "beta", "preview", "pre", "rc"]

    private static func rank(_ part: Part) -> (Int, Int) {
        switch part {
        case .before(let place): (0, place)
        case .end: (1, 0)
        case .number(let number): (2, number)
        }
    }

    private static func parts(_ id: String) -> [Part] {
        var parts: [Part] = []
        var word = ""
        func flush(_ word: inout String) {
            if word.first?.isNumber == true {
                parts.append(.number(Int(word) ?? .max))
            } else if let place = wordsBefore.firstIndex(of: word) {
                parts.append(.before(place))
            }
            word = ""
        }
        for character in id.lowercased() {
            let isNumber = ("0"..."9").contains(character)
            let isLetter = ("a"..."z").contains(character)
            if !isNumber && !isLetter || (word.last.map { ("0"..."9").contains($0) } ?? isNumber) != isNumber {
                flush(&word)
            }
            if isNumber || isLetter { word.append(character) }
        }
        flush(&word)
        return parts
    }
}
