import Foundations

/// The pairs that a value in a style is written as, in a query, a form or cookies.
struct StyledPairs {
    let style: QueryStyle
    /// Escapes a name.
    let name: (String) throws -> String
    /// Escapes a value as a whole.
    let value: (String) throws -> String
    /// Escapes an element between separators, so that it holds none.
    let element: (String) throws -> String

    /// The pairs, escaped; none where there is nothing to send.
    func pairs(_ tree: FieldTree, named parameter: String) throws -> [(name: String, value: String)] {
        switch style.form {
        case .exploded: return try exploded(tree, parameter)
        case .commas: return try joined(tree, parameter, ",")
        case .spaces: return try joined(tree, parameter, "%20", forbidding: " ")
        case .pipes: return try joined(tree, parameter, "%7C", forbidding: "|")
        case .deepObject: return try deep(tree, parameter)
        case .json: return try tree.jsonValueText().map { [(try name(parameter), try value($0))] } ?? []
        }
    }

    private func exploded(_ tree: FieldTree, _ parameter: String) throws -> [(name: String, value: String)] {
        switch tree {
        case .array(let elements): try elements.compactMap { try pair(parameter, $0) }
        case .object(let members): try members.compactMap { try pair($0.name, $0.value) }
        default: try pair(parameter, tree).map { [$0] } ?? []
        }
    }

    private func pair(_ parameter: String, _ tree: FieldTree) throws -> (name: String, value: String)? {
        try tree.text().map { (try name(parameter), try value($0)) }
    }

    /// An element that holds the separator of a list could not be told from two (OpenAPI 3.1.1, appendix E).
    private func joined(
        _ tree: FieldTree, _ parameter: String, _ separator: String, forbidding forbidden: Character? = nil
    ) throws -> [(name: String, value: String)] {
        if case .scalar = tree { return try exploded(tree, parameter) }
        let text = try tree.delimited(separator, explode: false) { text in
            if let forbidden, text.contains(forbidden) {
                throw RequestProblem("an element has the separator '\(forbidden)' in it")
            }
            return try element(text)
        }
        return try text.map { [(try name(parameter), $0)] } ?? []
    }

    private func deep(_ tree: FieldTree, _ parameter: String) throws -> [(name: String, value: String)] {
        switch tree {
        case .array(let elements): try elements.flatMap { try deep($0, parameter) }
        case .object(let members): try members.flatMap { try deep($0.value, "\(parameter)[\($0.name)]") }
        default: try pair(parameter, tree).map { [$0] } ?? []
        }
    }
}

extension Styled {
    /// The pairs of a query, escaped.
    func queryPairs(_ parameter: String) throws -> [(name: String, value: String)] {
        guard let value, case .query(let style, let allowsReserved) = style else { return [] }
        let allowed = allowsReserved ? PercentEncoding.reservedQuery : PercentEncoding.query
        let pairs = StyledPairs(
            style: style, name: { PercentEncoding.encode($0, leaving: PercentEncoding.query) },
            value: { PercentEncoding.encode($0, leaving: allowed) },
            element: { PercentEncoding.encode($0, leaving: PercentEncoding.unreserved) })
        let tree = try FieldTree(value, of: "query parameter '\(parameter)'")
        do {
            return try pairs.pairs(tree, named: parameter)
        } catch {
            throw RequestProblem("query parameter '\(parameter)': \(error)")
        }
    }
}
