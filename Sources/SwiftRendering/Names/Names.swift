import APIModel

/// How names of the documentation become names in Swift.
enum Names {
    /// A member or a parameter: `backupAgentID` of `backup_agent_id`.
    static func member(_ name: String) -> String {
        let camel = Words(signed(name)).lowerCamel
        if camel.isEmpty { return "member" }
        return camel.first.map(\.isNumber) == true ? "member" + camel : camel
    }

    /// A value of an enumeration: `week2` of `WEEK_2`, `value5min` of `5min`, `minusName` of `-name`.
    static func enumerationCase(_ value: String) -> String {
        if value.isEmpty { return "empty" }
        let camel = Words(signed(value)).lowerCamel
        if camel.isEmpty { return "value" }
        return camel.first.map(\.isNumber) == true ? "value" + camel : camel
    }

    /// A sign in front as a word, so that `-name` and `name` stay two: `minus name`.
    private static func signed(_ text: String) -> String {
        guard let sign = text.first, sign == "-" || sign == "+",
            let next = text.dropFirst().first, next.isASCII, next.isLetter || next.isNumber
        else { return text }
        return (sign == "-" ? "minus_" : "plus_") + text.dropFirst()
    }

    /// A name with every sign as a word, for names that would be one without: `UTC plus 1` of `UTC+1`.
    static func spelt(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            if let word = signs[scalar] {
                result += "_\(word)_"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Texts that would have one name, each with its signs spelt out; the others as they are.
    static func distinct(_ texts: [String], by name: (String) -> String) -> [String] {
        var counts: [String: Int] = [:]
        for text in texts { counts[name(text), default: 0] += 1 }
        return texts.map { counts[name($0), default: 0] > 1 ? name(spelt($0)) : name($0) }
    }

    private static let signs: [Unicode.Scalar: String] = [
        "+": "plus", "-": "minus", "*": "star", "/": "slash", ".": "point", "#": "hash", "%": "percent", "&": "and",
        "<": "less", ">": "greater", "=": "equals", "!": "not", "@": "at", "$": "dollar", ":": "colon",
        ";": "semicolon",
        ",": "comma", "~": "tilde", "^": "caret", "|": "bar", "?": "question", "_": "underscore", " ": "blank",
        "(": "open", ")": "close", "[": "open", "]": "close", "{": "open", "}": "close", "'": "quote", "\"": "quote",
        "\\": "backslash", "`": "backtick",
    ]
}
