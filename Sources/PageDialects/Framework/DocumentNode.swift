import Diagnostics
import Foundations
import YAML

/// Makes the nodes of an OpenAPI document, each at its place on a page.
enum DocumentNode {
    /// A text.
    static func text(_ text: String, at location: SourceLocation) -> YAMLNode {
        YAMLNode(.scalar(YAMLScalar(text: text, isPlain: false)), at: location)
    }

    /// A number, spelt as in JSON, or `true`, `false` or `null`.
    static func plain(_ text: String, at location: SourceLocation) -> YAMLNode {
        YAMLNode(.scalar(YAMLScalar(text: text, isPlain: true)), at: location)
    }

    /// `true` or `false`.
    static func flag(_ flag: Bool, at location: SourceLocation) -> YAMLNode { plain("\(flag)", at: location) }

    /// A list.
    static func list(_ items: [YAMLNode], at location: SourceLocation) -> YAMLNode {
        YAMLNode(.sequence(items), at: location)
    }

    /// An object; of members of one name the first one counts.
    static func object(_ members: [(String, YAMLNode)], at location: SourceLocation) -> YAMLNode {
        let whole = YAMLNode(.mapping([]), at: location)
        var seen: Set<String> = []
        let entries = members.filter { seen.insert($0.0).inserted }.map { name, value in
            // A key stands where its value does, so that findings about members lead to their rows.
            YAMLNode.Entry(key: value.asKey(name), value: value)
        }
        return whole.holding(.mapping(entries))
    }

    /// A value of JSON.
    static func json(_ value: JSONValue, at location: SourceLocation) -> YAMLNode {
        switch value {
        case .null: plain("null", at: location)
        case .bool(let flag): plain("\(flag)", at: location)
        case .number(let number): plain(number, at: location)
        case .string(let string): text(string, at: location)
        case .array(let items): list(items.map { json($0, at: location) }, at: location)
        case .object(let members): object(members.map { ($0.name, json($0.value, at: location)) }, at: location)
        }
    }

    /// A name as a step of a JSON pointer (RFC 6901) in the fragment of a reference.
    static func pointer(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1").replacing("%", with: "%25")
    }
}

extension YAMLNode {
    /// Whether two nodes hold the same, wherever they stand.
    func saysTheSame(as other: YAMLNode) -> Bool {
        if let items {
            guard let others = other.items, items.count == others.count else { return false }
            return zip(items, others).allSatisfy { $0.saysTheSame(as: $1) }
        }
        if let entries {
            guard let others = other.entries, entries.count == others.count else { return false }
            return zip(entries, others).allSatisfy {
                $0.key.text == $1.key.text && $0.value.saysTheSame(as: $1.value)
            }
        }
        return other.items == nil && other.entries == nil && scalar?.text == other.scalar?.text
    }
}
