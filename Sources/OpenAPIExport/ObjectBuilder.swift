package import APIModel

/// Puts a JSON object together in the order of writing, and leaves out what there is nothing to say of.
struct ObjectBuilder {
    private(set) var members: [JSONValue.Member] = []

    var isEmpty: Bool { members.isEmpty }
    var value: JSONValue { .object(members) }

    /// Adds a member; nothing where there is no value.
    ///
    /// The caller sees to it that names are unique.
    mutating func add(_ name: String, _ value: JSONValue?) {
        if let value { members.append(JSONValue.Member(name, value)) }
    }

    /// Adds text; nothing where there is none.
    mutating func add(_ name: String, text: String?) {
        if let text { add(name, .string(text)) }
    }

    /// Adds a list of texts; nothing where it is empty.
    mutating func add(_ name: String, texts: [String]) {
        if !texts.isEmpty { add(name, .array(texts.map(JSONValue.string))) }
    }

    /// Adds `true`; nothing for `false`.
    mutating func add(_ name: String, flag: Bool) {
        if flag { add(name, .bool(true)) }
    }

    /// Adds an object; nothing where it has no members.
    mutating func add(_ name: String, nonEmpty object: ObjectBuilder) {
        if !object.isEmpty { add(name, object.value) }
    }

    mutating func add(_ name: ExtensionName, _ value: JSONValue?) { add(name.rawValue, value) }
    mutating func add(_ name: ExtensionName, text: String?) { add(name.rawValue, text: text) }
    mutating func add(_ name: ExtensionName, texts: [String]) { add(name.rawValue, texts: texts) }
    mutating func add(_ name: ExtensionName, flag: Bool) { add(name.rawValue, flag: flag) }
}

extension JSONValue {
    /// An object of these members, in order.
    package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }
}
