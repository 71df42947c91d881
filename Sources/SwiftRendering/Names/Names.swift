import APISpec

/// How names of the documentation become names in Swift.
enum Names {
    /// A member or a parameter: `backupAgentID` of `backup_agent_id`.
    static func member(_ name: String) -> String {
        let camel = Words(name).lowerCamel
        if camel.isEmpty { return "member" }
        return camel.first.map(\.isNumber) == true ? "member" + camel : camel
    }

    /// A value of an enumeration: `week2` of `WEEK_2`, `value5min` of `5min`.
    static func enumerationCase(_ value: String) -> String {
        if value.isEmpty { return "empty" }
        let camel = Words(value).lowerCamel
        if camel.isEmpty { return "value" }
        return camel.first.map(\.isNumber) == true ? "value" + camel : camel
    }
}
