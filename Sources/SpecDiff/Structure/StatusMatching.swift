import APIModel

/// Which answers of two operations belong together: those of one status, and a status with the range that holds it.
struct StatusMatching {
    /// A range that took the place of single statuses, or the other way around.
    struct Range {
        /// The response for the range.
        let response: Response
        /// How it changed: it stands for more or fewer statuses, or one that it holds is told by itself or no longer.
        let change: Change
        let before: String
        let after: String
    }

    /// Answers to compare, in the order of documents.
    private(set) var pairs: [(old: Response, new: Response)] = []
    private(set) var removed: [Response] = []
    private(set) var added: [Response] = []
    private(set) var ranges: [Range] = []

    init(old: [Response], new: [Response]) {
        let before = Self.byStatus(old)
        let after = Self.byStatus(new)
        let known = Set(before.map(\.status))
        let kept = Set(after.map(\.status))
        removed = before.filter { !kept.contains($0.status) }
        added = after.filter { !known.contains($0.status) }
        for response in before {
            if let partner = after.first(where: { $0.status == response.status }) { pairs.append((response, partner)) }
        }
        for range in after where range.isRange && known.contains(range.status) {
            let gone = Self.take(within: range, from: &removed)
            let come = Self.take(within: range, from: &added)
            let rest = before.first { $0.status == range.status } ?? range
            pairs += gone.map { ($0, range) } + come.map { (rest, $0) }
            guard !gone.isEmpty || !come.isEmpty else { continue }
            ranges.append(
                Range(
                    response: range, change: .descriptionChanged, before: Self.words(gone + [range]),
                    after: Self.words(come + [range])))
        }
        for range in added.filter(\.isRange) {
            let singles = Self.take(within: range, from: &removed)
            guard !singles.isEmpty else { continue }
            added.removeAll { $0.status == range.status }
            pairs += singles.map { ($0, range) }
            ranges.append(
                Range(response: range, change: .widened, before: Self.words(singles), after: Self.words([range])))
        }
        for range in removed.filter(\.isRange) {
            let singles = Self.take(within: range, from: &added)
            guard !singles.isEmpty else { continue }
            removed.removeAll { $0.status == range.status }
            pairs += singles.map { (range, $0) }
            ranges.append(
                Range(response: range, change: .narrowed, before: Self.words([range]), after: Self.words(singles)))
        }
    }

    private static func take(within range: Response, from list: inout [Response]) -> [Response] {
        let taken = list.filter { $0.status / 100 == range.status }
        list.removeAll { $0.status / 100 == range.status }
        return taken
    }

    private static func words(_ responses: [Response]) -> String {
        responses.map(\.statusText).joined(separator: ", ")
    }

    private static func byStatus(_ responses: [Response]) -> [Response] {
        var seen: Set<Int> = []
        var result = responses.filter { seen.insert($0.status).inserted }
        result.sortByStatus()
        return result
    }
}
