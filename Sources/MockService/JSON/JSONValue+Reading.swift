import APIModel

extension JSONValue {
    /// The value as compact JSON in UTF-8, members in their order.
    var json: [UInt8] { JSONFormat.compact.bytes(self) }

    /// The members of an object; `nil` for anything else.
    var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements of a list; `nil` for anything else.
    var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text of a string; `nil` for anything else.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A whole number that fits 64 bits; `nil` for anything else.
    var wholeNumber: Int? {
        if case .number(let text) = self { Int(text) } else { nil }
    }

    /// A scalar as a query would spell it; `nil` for `null`, lists and objects.
    var parameterText: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        default: nil
        }
    }

    /// The value without a member.
    func without(_ name: String) -> JSONValue {
        members.map { .object($0.filter { $0.name != name }) } ?? self
    }

    /// The value changed by a merge patch (RFC 7396): `null` takes a member out, other members of objects are changed one by
    /// one.
    func patched(with patch: JSONValue) -> JSONValue {
        guard case .object(let changes) = patch else { return patch }
        var result = members ?? []
        for change in changes {
            let place = result.firstIndex { $0.name == change.name }
            if change.value == .null {
                if let place { result.remove(at: place) }
            } else if let place {
                result[place].value = result[place].value.patched(with: change.value)
            } else {
                result.append(JSONValue.Member(change.name, JSONValue.null.patched(with: change.value)))
            }
        }
        return .object(result)
    }

    /// The value with another laid over it: members of objects one by one, anything else as a whole.
    func overlaid(with other: JSONValue) -> JSONValue {
        guard case .object(var members) = self, case .object(let others) = other else { return other }
        let places = Dictionary(
            members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        for member in others {
            if let place = places[member.name] {
                members[place].value = members[place].value.overlaid(with: member.value)
            } else {
                members.append(member)
            }
        }
        return .object(members)
    }
}
