import Foundations

extension RequestPath.StringInterpolation {
    /// Adds a parameter in a style: `"/v1/colors/\(color, .label, explode: true)"`.
    ///
    /// The value may be a scalar, a list or an object. What it holds stays inside its segment.
    public mutating func appendInterpolation(
        _ value: some Encodable & Sendable, _ style: PathStyle, explode: Bool = false
    ) {
        appendStyled {
            let tree = try FieldTree(value, of: "the value")
            switch style.form {
            case .json: return try tree.jsonValueText().map(Self.escape) ?? ""
            case .simple: return try Self.joined(tree, ",", explode) ?? ""
            case .label: return try Self.joined(tree, explode ? "." : ",", explode).map { "." + $0 } ?? ""
            case .matrix(let name): return try Self.matrix(tree, Self.escape(name), explode)
            }
        }
    }

    private static func joined(_ tree: FieldTree, _ separator: String, _ explode: Bool) throws -> String? {
        let isScalar = if case .scalar = tree { true } else { false }
        return try tree.delimited(separator, explode: explode) { isScalar ? escape($0) : escapeElement($0) }
    }

    private static func matrix(_ tree: FieldTree, _ name: String, _ explode: Bool) throws -> String {
        func pair(_ name: String, _ text: String) -> String { text.isEmpty ? ";\(name)" : ";\(name)=\(text)" }
        if explode {
            switch tree {
            case .array(let elements):
                return try elements.compactMap { try $0.text().map { pair(name, escape($0)) } }.joined()
            case .object(let members):
                return try members.compactMap { member in
                    try member.value.text().map { pair(escape(member.name), escape($0)) }
                }.joined()
            default: break
            }
        }
        return try joined(tree, ",", explode).map { pair(name, $0) } ?? ""
    }

    private static func escape(_ text: String) -> String {
        PercentEncoding.encode(text, leaving: PercentEncoding.segment)
    }

    private static func escapeElement(_ text: String) -> String {
        PercentEncoding.encode(text, leaving: PercentEncoding.unreserved)
    }
}
