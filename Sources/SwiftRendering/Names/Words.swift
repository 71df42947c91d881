import Foundations

/// Text taken apart into words, and put together again the way Swift spells names.
struct Words: Sendable, Hashable {
    /// The words in lower case, ASCII letters and digits only.
    let words: [String]

    /// Splits `backup_agent_id`, `CheckGslbName`, `List Targets of VPC`, `WEEK_2`. Letters outside ASCII are
    /// spelt as `u` and their number, so that two names never become one by losing letters.
    init(_ text: String) {
        words = WordSplitter.words(of: Self.ascii(text))
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
}
