/// Finds which runs of `*`, `_` and `~` mark text (CommonMark 0.31, 6.2: "process emphasis").
struct MarkdownEmphasis {
    /// What stands beside a run.
    enum Side {
        case space, punctuation, other

        /// The scalar that ends before `index`; the text's end counts as white space.
        init(scalarBefore index: Int, in text: Bytes) {
            var start = index - 1
            while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
            self.init(start >= 0 ? text.part(start, index) : nil)
        }

        /// The scalar that starts at `index`.
        init(scalarAt index: Int, in text: Bytes) {
            var end = index + 1
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
            self.init(index < text.count ? text.part(index, end) : nil)
        }

        private init(_ bytes: Bytes?) {
            guard let bytes, let first = bytes.first else {
                self = .space
                return
            }
            if first < 0x80 {
                self = first.isWhiteSpace ? .space : MarkdownInline.isPunctuation(first) ? .punctuation : .other
                return
            }
            guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
                self = .other
                return
            }
            switch scalar.properties.generalCategory {
            case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
                self = .punctuation
            default: self = .other
            }
        }
    }

    private struct Delimiter {
        var byte: UInt8
        /// How many are left, where they start in the output, and how many there were.
        var count: Int
        var place: Int
        var original: Int
        var canOpen: Bool
        var canClose: Bool
        var previous: Int
        var next: Int
    }

    private var delimiters: [Delimiter] = []

    /// How many runs there are.
    var count: Int { delimiters.count }

    /// Adds a run of `count` times `byte` that stands at `place` of the output.
    mutating func add(_ byte: UInt8, count: Int, at place: Int, before: Side, after: Side) {
        let opens = after != .space && (after != .punctuation || before != .other)
        let closes = before != .space && (before != .punctuation || after != .other)
        var (canOpen, canClose) = (opens, closes)
        if byte == UInt8(ascii: "_") {
            canOpen = opens && (!closes || before == .punctuation)
            canClose = closes && (!opens || after == .punctuation)
        } else if byte == UInt8(ascii: "~"), count > 2 {
            (canOpen, canClose) = (false, false)
        }
        delimiters.append(
            Delimiter(
                byte: byte, count: count, place: place, original: count, canOpen: canOpen, canClose: canClose,
                previous: -1, next: -1))
    }

    /// Pairs the runs from number `bottom` on, takes them out of the text and forgets them.
    mutating func resolve(from bottom: Int, in output: inout MarkdownOutput) {
        guard bottom < delimiters.count else { return }
        for index in bottom..<delimiters.count {
            delimiters[index].previous = index == bottom ? -1 : index - 1
            delimiters[index].next = index + 1 < delimiters.count ? index + 1 : -1
        }
        // Where the search for an opener of a kind was in vain, later searches need not look.
        var bottoms: [Int: Int] = [:]
        var closer = bottom
        while closer != -1 {
            guard delimiters[closer].canClose else {
                closer = delimiters[closer].next
                continue
            }
            let key = kind(delimiters[closer])
            let limit = bottoms[key] ?? -1
            var opener = delimiters[closer].previous
            while opener != -1, opener > limit, !pairs(opener, closer) { opener = delimiters[opener].previous }
            guard opener != -1, opener > limit else {
                bottoms[key] = delimiters[closer].previous
                let next = delimiters[closer].next
                if !delimiters[closer].canOpen { unlink(closer) }
                closer = next
                continue
            }
            closer = pair(opener, closer, in: &output)
        }
        delimiters.removeSubrange(bottom...)
    }

    private func kind(_ delimiter: Delimiter) -> Int {
        Int(delimiter.byte) * 8 + (delimiter.canOpen ? 4 : 0) + delimiter.original % 3
    }

    private func pairs(_ opener: Int, _ closer: Int) -> Bool {
        let (open, close) = (delimiters[opener], delimiters[closer])
        guard open.byte == close.byte, open.canOpen else { return false }
        if open.byte == UInt8(ascii: "~") { return open.count == close.count }
        let isOdd =
            (open.canClose || close.canOpen) && (open.original + close.original) % 3 == 0
            && !(open.original % 3 == 0 && close.original % 3 == 0)
        return !isOdd
    }

    /// Pairs two runs as far as they go; the closer to go on with.
    private mutating func pair(_ opener: Int, _ closer: Int, in output: inout MarkdownOutput) -> Int {
        var between = delimiters[opener].next
        while between != closer {
            let next = delimiters[between].next
            unlink(between)
            between = next
        }
        let (open, close) = (delimiters[opener], delimiters[closer])
        let isStrike = open.byte == UInt8(ascii: "~")
        let used = isStrike ? open.count : open.count >= 2 && close.count >= 2 ? 2 : 1
        let start = open.place + open.count - used
        output.remove(start, count: used)
        output.remove(close.place, count: used)
        if !isStrike { output.note(used == 2 ? .strong : .emphasis, from: start + used, to: close.place) }
        delimiters[opener].count -= used
        delimiters[closer].count -= used
        delimiters[closer].place += used
        if delimiters[opener].count == 0 { unlink(opener) }
        guard delimiters[closer].count == 0 else { return closer }
        let next = delimiters[closer].next
        unlink(closer)
        return next
    }

    private mutating func unlink(_ index: Int) {
        let (previous, next) = (delimiters[index].previous, delimiters[index].next)
        if previous != -1 { delimiters[previous].next = next }
        if next != -1 { delimiters[next].previous = previous }
    }
}
