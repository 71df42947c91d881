import APISpec

/// Finds what names a version inside media types, paths and addresses.
enum VersionText {
    /// A text with `{version}` in the place of what was found, and what was found.
    struct Found: Hashable {
        var pattern: String
        var value: String
    }

    /// The version in a media type: that of a parameter `version` or `v`, one of `known`, or a part such as `v2`.
    static func inMediaType(_ text: String, known: [String]) -> Found? {
        let pieces = text.split(separator: ";", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated().dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, ["version", "v", "api-version"].contains(pair[0].trimmingBlanks.lowercased()) else {
                continue
            }
            let value = pair[1].trimmingBlanks.filter { $0 != "\"" }
            guard !value.isEmpty else { continue }
            var filled = pieces.map(String.init)
            filled[index] = "\(pair[0])=\(pair[1].replacing(value, with: VersionSelector.placeholder))"
            return Found(pattern: filled.joined(separator: ";"), value: value)
        }
        guard text.lowercased().contains("/vnd.") || text.lowercased().contains("/x.") else { return nil }
        return literal(known, in: text) ?? part(of: text, after: "/.-_", before: ".-_+;")
    }

    /// The version in an address: one of `known` that stands by itself, or a part such as `v2` of its host or path.
    static func inAddress(_ text: String, known: [String]) -> Found? {
        literal(known, in: text) ?? part(of: text, after: "/.-", before: "/.-")
    }

    /// The number of a segment such as `v2` or `2024-06-01`; `nil` for other segments.
    static func inSegment(_ segment: Substring) -> Found? {
        let isMarked = ["v", "V"].contains(segment.first)
        let value = isMarked ? segment.dropFirst() : segment
        guard let first = value.first, ("0"..."9").contains(first),
            value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }),
            isMarked || value.contains(where: { ".-".contains($0) })
        else { return nil }
        return Found(
            pattern: "\(isMarked ? segment.prefix(1) : "")\(VersionSelector.placeholder)", value: String(value))
    }

    /// The first of `known` that stands in `text` with nothing of a word at either side.
    private static func literal(_ known: [String], in text: String) -> Found? {
        for id in known where id.contains(where: \.isNumber) {
            guard let range = text.ranges(of: id).last(where: { isWhole($0, in: text) }) else { continue }
            var pattern = text
            pattern.replaceSubrange(range, with: VersionSelector.placeholder)
            return Found(pattern: pattern, value: id)
        }
        return nil
    }

    private static func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
        let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
        let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
        // A `v` in front belongs to the version.
        let isMarked = ["v", "V"].contains(before)
        return (isMarked || !(before.map { $0.isLetter || $0.isNumber } ?? false))
            && !(after.map { $0.isLetter || $0.isNumber } ?? false)
    }

    /// A part between separators that is `v` and a number: `v2`, `v1.1`.
    private static func part(of text: String, after starts: String, before ends: String) -> Found? {
        var index = text.startIndex
        while let mark = text[index...].firstIndex(where: { starts.contains($0) }) {
            let start = text.index(after: mark)
            let rest = text[start...]
            if let letter = rest.first, "vV".contains(letter) {
                let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) || $0 == "." }
                var value = digits
                while value.last == "." { value = value.dropLast() }
                let end = value.endIndex
                if !value.isEmpty, end == text.endIndex || ends.contains(text[end]) {
                    var pattern = text
                    pattern.replaceSubrange(value.startIndex..<end, with: VersionSelector.placeholder)
                    return Found(pattern: pattern, value: String(value))
                }
            }
            index = start
            if index == text.endIndex { break }
        }
        return nil
    }
}

extension Substring {
    /// The text without blanks at its ends.
    fileprivate var trimmingBlanks: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...last]
    }
}
