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
        let rest = line.part(index, line.count)
        guard rest.count > 3, rest.starts(with: " - ") else { return nil }
        self.init(number: number, text: rest.part(3, rest.count).trimmed.text)
    }

    /// Whether a line is a numbered heading.
    static func isNumbered(_ line: Bytes) -> Bool {
        guard let first = line.first, first.isDigit else { return false }
        return Heading(numbered: line) != nil
    }
}
