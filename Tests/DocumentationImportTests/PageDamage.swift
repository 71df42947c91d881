/// A small fault that is put into a page.
enum PageDamage: String, CaseIterable {
    case dropCell, dropSeparator, dropLine, dropTag, dropBreak, joinLines, duplicateRow, cut

    /// Whether a page with this fault says less: what stood in the missing part itself is gone without a trace.
    var isSilent: Bool { self == .dropLine || self == .cut }
}

/// A page that faults are put into.
struct IntactPage {
    let file: String
    let lines: [[UInt8]]
    let isHTML: Bool
    private let rows: [Int]
    private let tags: [(line: Int, range: Range<Int>)]

    /// A page with its fault.
    struct Damaged {
        var text: [UInt8]
        var damage: PageDamage
        /// The lines of the page with the fault at which something was changed.
        var lines: ClosedRange<Int>
        /// What was done, for messages.
        var words: String
        /// The lines of the intact page that are gone.
        var gone: ClosedRange<Int>?
    }

    init(file: String, text: [UInt8], isHTML: Bool) {
        self.file = file
        self.isHTML = isHTML
        lines = (isHTML ? Self.broken(text) : text).split(separator: 0x0A, omittingEmptySubsequences: false).map(
            Array.init)
        var rows: [Int] = []
        var tags: [(line: Int, range: Range<Int>)] = []
        for (number, line) in lines.enumerated() {
            if isHTML {
                var start: Int?
                for (index, byte) in line.enumerated() {
                    if byte == UInt8(ascii: "<") { start = index }
                    if byte == UInt8(ascii: ">"), let first = start {
                        tags.append((number, first..<(index + 1)))
                        start = nil
                    }
                }
                if line.starts(with: Array("<tr>".utf8)) { rows.append(number) }
            } else if line.contains(UInt8(ascii: "|")) {
                rows.append(number)
            }
        }
        self.rows = rows
        self.tags = tags
    }

    /// Rows, headings and tables on lines of their own, so that lines tell where something is.
    private static func broken(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: "<") {
                let rest = text[index...].prefix(4)
                if [Array("<tr>".utf8), Array("<tab".utf8), Array("<h1 ".utf8), Array("<h2 ".utf8), Array("<h3 ".utf8)]
                    .contains(Array(rest))
                {
                    result.append(0x0A)
                }
            }
            result.append(byte)
        }
        return result
    }

    var text: [UInt8] { Array(lines.joined(separator: [0x0A])) }

    /// The page with a fault; `nil` where the page has nothing that the fault could befall.
    func damaged(by damage: PageDamage, using generator: inout some RandomNumberGenerator) -> Damaged? {
        switch damage {
        case .dropCell: isHTML ? dropTag(between: "<td", "</td>", damage, &generator) : dropCell(&generator)
        case .dropSeparator: isHTML ? nil : dropSeparator(&generator)
        case .dropLine: dropLine(&generator)
        case .dropTag: isHTML ? dropTag(nil, damage, &generator) : nil
        case .dropBreak: isHTML ? dropTag("<br>", damage, &generator) : nil
        case .joinLines: joinLines(&generator)
        case .duplicateRow: duplicateRow(&generator)
        case .cut: cut(&generator)
        }
    }

    private func result(
        _ damage: PageDamage, _ changed: [[UInt8]], _ line: Int, _ last: Int? = nil, _ words: [UInt8]
    ) -> Damaged {
        Damaged(
            text: Array(changed.joined(separator: [0x0A])), damage: damage,
            lines: max(line, 1)...max(last ?? line, line, 1),
            words: String(decoding: words.prefix(160), as: UTF8.self))
    }

    private func dropCell(_ generator: inout some RandomNumberGenerator) -> Damaged? {
        guard let row = rows.randomElement(using: &generator) else { return nil }
        let places = separators(of: lines[row])
        guard places.count > 1 else { return nil }
        let cell = Int.random(in: 0..<(places.count - 1), using: &generator)
        var changed = lines
        changed[row].removeSubrange(places[cell]..<places[cell + 1])
        return result(.dropCell, changed, row + 1, nil, changed[row])
    }

    private func dropSeparator(_ generator: inout some RandomNumberGenerator) -> Damaged? {
        guard let row = rows.randomElement(using: &generator),
            let place = separators(of: lines[row]).randomElement(using: &generator)
        else { return nil }
        var changed = lines
        changed[row].remove(at: place)
        return result(.dropSeparator, changed, row + 1, nil, changed[row])
    }

    /// The places of the separators of a row: those with white space, or the end of the line, on both sides.
    private func separators(of row: [UInt8]) -> [Int] {
        row.indices.filter { index in
            row[index] == UInt8(ascii: "|") && (index == 0 || row[index - 1] == 0x20)
                && (index + 1 == row.count || row[index + 1] == 0x20)
        }
    }

    private func dropLine(_ generator: inout some RandomNumberGenerator) -> Damaged? {
        let row = Int.random(in: 0..<lines.count, using: &generator)
        var changed = lines
        changed.remove(at: row)
        guard lines[row].contains(where: { $0 > 0x20 }) else { return nil }
        var damaged = result(.dropLine, changed, row, row + 1, lines[row])
        damaged.gone = (row + 1)...(row + 1)
        return damaged
    }

    private func joinLines(_ generator: inout some RandomNumberGenerator) -> Damaged? {
        let row = Int.random(in: 0..<(lines.count - 1), using: &generator)
        var changed = lines
        let next = changed.remove(at: row + 1)
        changed[row] += (Bool.random(using: &generator) ? [0x20] : []) + next
        return result(.joinLines, changed, row + 1, nil, changed[row])
    }

    private func duplicateRow(_ generator: inout some RandomNumberGenerator) -> Damaged? {
        guard let row = rows.randomElement(using: &generator) else { return nil }
        var changed = lines
        changed.insert(lines[row], at: row)
        return result(.duplicateRow, changed, row + 1, row + 2, lines[row])
    }

    private func cut(_ generator: inout some RandomNumberGenerator) -> Damaged? {
        let all = text
        var end = Int.random(in: 1..<all.count, using: &generator)
        while end > 0, all[end] & 0xC0 == 0x80 { end -= 1 }
        let rest = Array(all[..<end])
        let line = rest.count { $0 == 0x0A } + 1
        return Damaged(
            text: rest, damage: .cut, lines: line...line, words: "cut at byte \(end)",
            gone: line...max(line, lines.count))
    }

    private func dropTag(
        _ name: String?, _ damage: PageDamage, _ generator: inout some RandomNumberGenerator
    ) -> Damaged? {
        let fitting = tags.filter { tag in
            name.map { lines[tag.line][tag.range].elementsEqual($0.utf8) } ?? true
        }
        guard let tag = fitting.randomElement(using: &generator) else { return nil }
        var changed = lines
        let words = Array(changed[tag.line][tag.range])
        changed[tag.line].removeSubrange(tag.range)
        return result(damage, changed, tag.line, tag.line + 1, words + [0x20] + changed[tag.line])
    }

    private func dropTag(
        between start: String, _ end: String, _ damage: PageDamage, _ generator: inout some RandomNumberGenerator
    ) -> Damaged? {
        let starts = tags.indices.filter { lines[tags[$0].line][tags[$0].range].starts(with: start.utf8) }
        guard let first = starts.randomElement(using: &generator) else { return nil }
        let line = tags[first].line
        guard
            let last = tags.indices.first(where: {
                $0 > first && tags[$0].line == line && lines[line][tags[$0].range].elementsEqual(end.utf8)
            })
        else { return nil }
        var changed = lines
        let range = tags[first].range.lowerBound..<tags[last].range.upperBound
        let words = Array(changed[line][range])
        changed[line].removeSubrange(range)
        return result(damage, changed, line + 1, nil, words + [0x20] + changed[line])
    }
}
