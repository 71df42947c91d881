/// Names and titles taken apart into words.
package enum WordSplitter {
    private enum CharacterClass {
        case upper, lower, digit, other

        init(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .upper
            case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
            // Letters beyond ASCII stay as they are and never start a word.
            case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: self = .lower
            default: self = .other
            }
        }
    }

    /// The words of `backup_agent_id`, `CheckGslbName`, `List Targets of VPC`, `WEEK_2`, ASCII in lower case.
    ///
    /// A word ends at everything that is not a letter or digit, and before a capital that follows a small letter, or
    /// that is followed by one: `EC2Instance` is `ec2 instance`, `Show3DModel` is `show3d model`.
    package static func words(of text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        let classes = text.utf8.map(CharacterClass.init)
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        var previous = CharacterClass.other
        for (index, byte) in text.utf8.enumerated() {
            let current = classes[index]
            switch current {
            case .other: end()
            case .upper:
                let isBeforeLower = index + 1 < classes.count && classes[index + 1] == .lower
                if previous == .lower || previous != .other && isBeforeLower { end() }
                word.append(byte | 0x20)
            case .lower, .digit: word.append(byte)
            }
            previous = current
        }
        end()
        return words
    }
}
