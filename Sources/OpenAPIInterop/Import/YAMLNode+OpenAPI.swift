import APISpec
import OpenAPIExport
import YAML

extension YAMLNode {
    /// The text of a scalar that is not null.
    var text: String? {
        guard let scalar, scalar.resolved != .null else { return nil }
        return scalar.text
    }

    /// `true` or `false`, if the node is one.
    var flag: Bool? {
        if case .bool(let flag)? = scalar?.resolved { flag } else { nil }
    }

    /// The number, if the node is one of JSON.
    var number: String? {
        switch scalar?.resolved {
        case .integer(let text), .float(let text): JSONValue.isNumber(text) ? text : nil
        default: nil
        }
    }

    /// A count of 0 or more, if the node is one; `3.0` is 3.
    var count: Int? {
        guard let number else { return nil }
        if let count = Int(number) { return count < 0 ? nil : count }
        return Double(number).flatMap { Int(exactly: $0) }.flatMap { $0 < 0 ? nil : $0 }
    }

    /// The texts of a list; what is not text is left out.
    var texts: [String] { items?.compactMap(\.text) ?? [] }

    /// The value as JSON; numbers that JSON does not have become texts.
    var json: JSONValue {
        switch content {
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: .null
            case .bool(let flag): .bool(flag)
            case .integer(let text), .float(let text): JSONValue.isNumber(text) ? .number(text) : .string(text)
            case .string(let text): .string(text)
            }
        case .sequence(let items): .array(items.map(\.json))
        case .mapping(let entries): .object(entries.map { JSONValue.Member($0.key.text, $0.value.json) })
        }
    }

    /// A check that an export wrote as a part of `allOf`, as it stands where an export has no words for it; `nil` for
    /// other parts.
    var exportedCheck: Entry? {
        guard self[.checks]?.flag == true, let entries else { return nil }
        let name = ExtensionName.checks.rawValue
        return Entry(key: asKey(name), value: holding(.mapping(entries.filter { $0.key.text != name })))
    }

    subscript(name: ExtensionName) -> YAMLNode? { self[name.rawValue] }
}
