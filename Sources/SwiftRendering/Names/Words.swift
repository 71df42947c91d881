/// Text taken apart into words, and put together again the way Swift spells names.
struct Words: Sendable, Hashable {
    /// The words in lower case, ASCII letters and digits only.
    let words: [String]

    /// Splits `backup_agent_id`, `CheckGslbName`, `List Targets of VPC`, `WEEK_2`. Letters outside ASCII are
    /// spelt as `u` and their number, so that two names never become one by losing letters.
    init(_ text: String) {
        var words: [String] = []
        var word = ""
        var previous: CharacterClass = .other
        let characters = Array(Self.ascii(text).unicodeScalars)
        func flush() {
            if !word.isEmpty { words.append(word.lowercased()) }
            word = ""
        }
        for (index, scalar) in characters.enumerated() {
            let current = CharacterClass(scalar)
            let next = index + 1 < characters.count ? CharacterClass(characters[index + 1]) : .other
            switch current {
            case .other: flush()
            case .upper:
                if previous == .lower || (previous == .upper && next == .lower)
                    || (previous == .digit && next == .lower)
                {
                    flush()
                }
                word.unicodeScalars.append(scalar)
            case .lower, .digit: word.unicodeScalars.append(scalar)
            }
            previous = current
        }
        flush()
        self.words = words
    }

    /// `backupAgentID`: the first word in lower case, the others capitalised, acronyms in capitals.
    var lowerCamel: String {
        guard let first = words.first else { return "" }
        return first + words.dropFirst().map(Self.capitalised).joined()
    }

    /// `BackupAgentID`: every word capitalised, acronyms in capitals.
    var upperCamel: String { words.map(Self.capitalised).joined() }

    private static func capitalised(_ word: String) -> String {
        if let acronym = Acronyms.spelling[word] { return acronym }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static func ascii(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                result += "_u\(String(scalar.value, radix: 16))_"
            } else {
                result += "_"
            }
        }
        return result
    }

    private enum CharacterClass {
        case upper, lower, digit, other

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "A"..."Z": self = .upper
            case "a"..."z": self = .lower
            case "0"..."9": self = .digit
            default: self = .other
            }
        }
    }
}
