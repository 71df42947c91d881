/// A Description cell taken apart: `Backup name Example : backup-001 Pattern : ^[a-z]*$ Maximum length : 63`.
struct DescriptionCell: Hashable {
    /// The words before the first label; empty where there are none.
    var text = ""
    /// The example as written; `nil` where there is none or nothing stands after its label.
    var example: String?
    /// The regular expression.
    var pattern: String?
    /// The least number of characters.
    var minLength: Int?
    /// The greatest number of characters.
    var maxLength: Int?
    /// Limits for which the spec has no place, as written: `Minimum value : 1`.
    var limits: [String] = []
    /// Labels whose value is not a number, as written.
    var unreadable: [String] = []

    /// Words of the description into which a label may have run: `NoExample : x`.
    var runOn: [String] = []

    /// Takes the cell apart. HTML cells have a line for each label; extracted text has all on one line.
    init(_ cell: String) {
        if cell.contains("\n") {
            readLines(cell)
        } else {
            readOneLine(cell)
        }
    }

    private mutating func readLines(_ cell: String) {
        var words: [String] = []
        var fields: [(label: LabelPlace, value: String)] = []
        for line in cell.split(separator: "\n", omittingEmptySubsequences: false) {
            let bytes = Array(line.utf8)
            if let label = LabelPlace.at(skippingBlanks(bytes), in: bytes) {
                fields += parts(of: bytes, from: label)
            } else if !fields.isEmpty, let label = LabelPlace.firstGlued(in: bytes, after: 0) {
                // A line break is gone in front of the label.
                let before = String(decoding: bytes[..<label.start], as: UTF8.self)
                fields[fields.count - 1].value += "\n" + before
                fields += parts(of: bytes, from: label)
            } else if fields.isEmpty {
                words.append(trimmed(line))
            } else {
                fields[fields.count - 1].value += "\n" + line
            }
        }
        text = trimmed(words.joined(separator: "\n"))
        for line in words where LabelPlace.firstGlued(in: Array(line.utf8), after: 0) != nil { runOn.append(line) }
        for field in fields { take(field.label, trimmed(field.value)) }
    }

    /// A line with a label, taken apart at the labels that run on behind it.
    private func parts(of line: [UInt8], from label: LabelPlace) -> [(label: LabelPlace, value: String)] {
        var result: [(label: LabelPlace, value: String)] = []
        var label = label
        while let next = LabelPlace.at(firstWord(of: line, after: label.end), in: line)
            ?? LabelPlace.firstGlued(in: line, after: label.end)
        {
            result.append((label, String(decoding: line[label.end..<next.start], as: UTF8.self)))
            label = next
        }
        result.append((label, String(decoding: line[label.end...], as: UTF8.self)))
        return result
    }

    /// Peels labels off the end; a label's word in running text comes before those that the site writes.
    private mutating func readOneLine(_ cell: String) {
        var bytes = Array(cell.utf8)[...]
        var taken: Set<GuideDialect.Label> = []
        while let label = LabelPlace.last(in: Array(bytes)), !taken.contains(label.meaning) {
            let value = trimmed(String(decoding: bytes[label.end...], as: UTF8.self))
            taken.insert(label.meaning)
            take(label, value)
            bytes = bytes[..<label.start]
            if label.meaning == .example { break }
        }
        text = trimmed(String(decoding: bytes, as: UTF8.self))
        if LabelPlace.firstGlued(in: Array(bytes), after: 0) != nil { runOn.append(text) }
        limits.reverse()
    }

    private func firstWord(of line: [UInt8], after offset: Int) -> Int {
        line[offset...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.count
    }

    private func skippingBlanks(_ bytes: [UInt8]) -> Int {
        bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
    }

    private mutating func take(_ label: LabelPlace, _ value: String) {
        if value.isEmpty { return }
        switch label.meaning {
        case .example: example = example ?? value
        case .pattern: pattern = pattern ?? value
        case .minimum, .maximum: limits.append("\(label.word) : \(value)")
        case .minLength, .maxLength:
            guard let number = Int(value), number >= 0 else {
                unreadable.append("\(label.word) : \(value)")
                return
            }
            if label.meaning == .minLength { minLength = number } else { maxLength = number }
        }
    }
}

/// Where a label stands in a cell: a word of ``GuideDialect/labels`` followed by ` :`.
private struct LabelPlace {
    var meaning: GuideDialect.Label
    var word: String
    /// The offset of the word.
    var start: Int
    /// The offset after the colon.
    var end: Int

    /// The label that starts at `offset`.
    static func at(_ offset: Int, in bytes: [UInt8]) -> LabelPlace? {
        for (meaning, word, spelling) in labels where bytes[offset...].starts(with: spelling) {
            var end = offset + spelling.count
            guard end < bytes.count, bytes[end] == 0x20 else { continue }
            end += 1
            if end < bytes.count, bytes[end] == UInt8(ascii: ":") {
                return LabelPlace(meaning: meaning, word: word, start: offset, end: end + 1)
            }
        }
        return nil
    }

    /// The label nearest to the end.
    static func last(in bytes: [UInt8]) -> LabelPlace? {
        var offset = bytes.count
        while let colon = bytes[..<offset].lastIndex(of: UInt8(ascii: ":")) {
            offset = colon
            guard colon >= 2, bytes[colon - 1] == 0x20 else { continue }
            for (_, _, spelling) in labels {
                let start = colon - 1 - spelling.count
                guard start >= 0, let label = at(start, in: bytes), label.end == colon + 1 else { continue }
                if start == 0 || bytes[start - 1] == 0x20 { return label }
                // Only behind another label is it clear that this is one.
                if isGlued(start, in: bytes), last(in: Array(bytes[..<start])) != nil { return label }
            }
        }
        return nil
    }

    /// The first label behind `offset` that runs on from what stands before it: `old-applePattern : ^[a-z]*$`.
    static func firstGlued(in bytes: [UInt8], after offset: Int) -> LabelPlace? {
        var start = offset
        while let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")) {
            start = colon + 1
            guard colon >= 2, bytes[colon - 1] == 0x20 else { continue }
            for (_, _, spelling) in labels {
                let word = colon - 1 - spelling.count
                guard word >= offset, isGlued(word, in: bytes), let label = at(word, in: bytes), label.end == colon + 1
                else { continue }
                return label
            }
        }
        return nil
    }

    /// Whether a label's word at `start`, in Latin letters, runs on from what stands before it.
    private static func isGlued(_ start: Int, in bytes: [UInt8]) -> Bool {
        start > 0 && (0x41...0x5A).contains(bytes[start]) && bytes[start - 1] != 0x20
    }

    private static let labels: [(GuideDialect.Label, String, [UInt8])] = GuideDialect.scp.labels.flatMap {
        meaning, words in
        words.map { (meaning, $0, Array($0.utf8)) }
    }
}
