extension Heading {
    /// A heading with the outline number that numbered pages put in front (`1.5.2 - 1.1`); `nil` where there is none.
    ///
    /// `line` has no white space at its ends. The text after the dash must not be empty, or `1 -` would be a heading.
    init?(numbered line: Bytes) {
        var number: [Int] = []
        var index = 0
        while true {
            let start = index
            var part = 0
            while index < line.count, line[index].isDigit {
                part = part * 10 + Int(line[index] - UInt8(ascii: "0"))
                index += 1
                // More digits are an account number or a date, not a place in an outline.
                guard index - start <= 6 else { return nil }
            }
            guard index > start, index < line.count else { return nil }
            number.append(part)
            guard line[index] == UInt8(ascii: ".") else { break }
            index += 1
        }
        // A page may keep the number and its dash together with spaces that do not break.
        let first = Self.blank(in: line, at: index)
        guard first > 0, index + first < line.count, line[index + first] == UInt8(ascii: "-") else { return nil }
        let dash = index + first + 1
        let second = Self.blank(in: line, at: dash)
        guard second > 0, dash + second < line.count else { return nil }
        self.init(number: number, text: line.part(dash + second, line.count).trimmed.text)
    }

    /// How many bytes the blank at a place has: a space, or one that does not break (U+00A0); 0 where there is none.
    private static func blank(in line: Bytes, at place: Int) -> Int {
        guard place < line.count else { return 0 }
        if line[place] == 0x20 { return 1 }
        return place + 1 < line.count && line[place] == 0xC2 && line[place + 1] == 0xA0 ? 2 : 0
    }

    /// Whether a line is a numbered heading.
    static func isNumbered(_ line: Bytes) -> Bool {
        guard let first = line.first, first.isDigit else { return false }
        return Heading(numbered: line) != nil
    }
}
