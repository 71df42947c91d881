/// A query, header or cookie parameter that is written in a style of its own.
///
///     query: ["page": page, "filter": Styled(filter, .deepObject), "ids": Styled(ids, .form(explode: false))]
///
/// The value may be anything that can be encoded: a scalar, a list, an object. A nil value is left out, and so are an
/// empty list and an empty object (RFC 6570, section 2.3: they are undefined); null members and elements are skipped.
public struct Styled: ParameterValue {
    enum Style: Sendable {
        case query(QueryStyle, allowsReserved: Bool)
        case header(HeaderStyle)
    }

    let value: (any Encodable & Sendable)?
    let style: Style

    /// A value in a style for queries and cookies.
    ///
    /// `allowsReserved` leaves `;` and `=` in values unescaped as well (OpenAPI, `allowReserved`); `&`, `+` and `#` are
    /// always escaped, since they would end the value or change it.
    public init(_ value: (any Encodable & Sendable)?, _ style: QueryStyle, allowsReserved: Bool = false) {
        self.value = value
        self.style = .query(style, allowsReserved: allowsReserved)
    }

    /// A value in a style for headers.
    public init(_ value: (any Encodable & Sendable)?, header style: HeaderStyle) {
        self.value = value
        self.style = .header(style)
    }

    /// The texts of the value in a header: one, or none where there is nothing to send.
    public var parameterTexts: [String] {
        get throws {
            guard let value else { return [] }
            let tree = try FieldTree(value, of: "the value")
            switch style {
            case .query(let style, _) where style == .json: return try tree.jsonValueText().map { [$0] } ?? []
            case .header(let style) where style == .json: return try tree.jsonValueText().map { [$0] } ?? []
            case .header(let style): return try tree.delimited(",", explode: style.form == .exploded).map { [$0] } ?? []
            case .query: return try tree.delimited(",", explode: false).map { [$0] } ?? []
            }
        }
    }
}

extension FieldTree {
    /// Compact JSON; nil for null.
    func jsonValueText() throws -> String? {
        if case .null = self { return nil }
        return try jsonText()
    }

    /// The value as one text: elements between separators, members as `name,value` or, exploded, as `name=value`.
    ///
    /// Nil where there is nothing to send.
    func delimited(
        _ separator: String, explode: Bool, escape: (String) throws -> String = { $0 }
    ) throws -> String? {
        switch self {
        case .null: return nil
        case .scalar, .file: return try text().map(escape)
        case .array(let elements):
            let texts = try elements.compactMap { try $0.text().map(escape) }
            return texts.isEmpty ? nil : texts.joined(separator: separator)
        case .object(let members):
            let texts = try members.compactMap { name, value in
                try value.text().map { "\(try escape(name))\(explode ? "=" : separator)\(try escape($0))" }
            }
            return texts.isEmpty ? nil : texts.joined(separator: separator)
        }
    }
}
