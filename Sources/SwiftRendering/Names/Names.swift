import APISpec

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
}
