import APIModel

/// Reads the texts of a parameter as a value, so that it can be checked like any other.
///
/// A list repeats its name in a query. What cannot be read as its type stays a text; the check says what it must be.
struct ParameterText {
    private let check: SchemaCheck
    private var model: APIModel { check.model }

    /// A type may hold itself; so many levels down texts are read.
    private static let greatestLevel = 6

    /// Reads values that `check` can tell apart where a type has alternatives.
    init(_ check: SchemaCheck) {
        self.check = check
    }

    /// Whether a parameter of this type may be given more than once.
    func isList(_ schema: Schema) -> Bool {
        has(schema) { if case .array = $0 { true } else { false } }
    }

    /// Whether a style makes a difference for values of this type.
    func isCompound(_ schema: Schema) -> Bool {
        has(schema) { kind in
            if case .array = kind { return true }
            return kind.isObject
        }
    }

    private func has(_ schema: Schema, level: Int = 0, _ isMeant: (Schema.Kind) -> Bool) -> Bool {
        let kind = model.resolved(schema).kind
        guard case .union(let alternatives) = kind else { return isMeant(kind) }
        return level < Self.greatestLevel && alternatives.contains { has($0, level: level + 1, isMeant) }
    }

    // MARK: Texts

    /// The value of `texts`, of which there is at least one.
    func value(_ texts: [String], _ schema: Schema) -> JSONValue { value(texts, schema, level: 0) }

    private func value(_ texts: [String], _ stated: Schema, level: Int) -> JSONValue {
        let schema = model.resolved(stated)
        switch schema.kind {
        case .array(let items) where level < Self.greatestLevel:
            return .array(texts.map { value([$0], items, level: level + 1) })
        case .union(let alternatives) where level < Self.greatestLevel:
            return first(alternatives) { value(texts, $0, level: level + 1) }
        case _ where texts.count > 1: return .array(texts.map { .string($0) })
        default: break
        }
        guard let text = texts.first else { return .null }
        if text.isEmpty, schema.isNullable, !isText(schema.kind) { return .null }
        switch schema.kind {
        case .integer, .number, .numbers: return JSONValue.isNumber(text) ? .number(text) : .string(text)
        case .boolean: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : .string(text)
        case .object, .map, .reference: return (try? JSONReader.value(Array(text.utf8))) ?? .string(text)
        default: return .string(text)
        }
    }

    /// The value of a text that is JSON; the text itself where it is none.
    func json(_ text: String) -> JSONValue { (try? JSONReader.value(Array(text.utf8))) ?? .string(text) }

    // MARK: Elements in one text

    /// The value of a text with separators between its elements: `a,b`, `R,100,G,200`, or exploded `R=100,G=200`.
    ///
    /// `decode` takes the encoding of an element back.
    func value(
        _ text: String, _ schema: Schema, separator: Character, explode: Bool, decode: (Substring) -> String
    ) -> JSONValue {
        value(text, schema, separator, explode, decode, level: 0)
    }

    private func value(
        _ text: String, _ stated: Schema, _ separator: Character, _ explode: Bool, _ decode: (Substring) -> String,
        level: Int
    ) -> JSONValue {
        let schema = model.resolved(stated)
        let pieces = text.split(separator: separator, omittingEmptySubsequences: false)
        switch schema.kind {
        case .array(let items):
            // A list without elements leaves nothing between its separators.
            if text.isEmpty, !check.accepts(.string(""), items) { return .array([]) }
            return value(pieces.map(decode), schema, level: level)
        case .union(let alternatives) where level < Self.greatestLevel:
            return first(alternatives) { value(text, $0, separator, explode, decode, level: level + 1) }
        case .object, .map, .reference:
            var pairs: [(String, String)] = []
            if explode {
                for piece in pieces {
                    let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    guard parts.count == 2 else { return value([decode(text[...])], schema, level: level) }
                    pairs.append((decode(parts[0]), decode(parts[1])))
                }
            } else {
                guard pieces.count.isMultiple(of: 2) else { return value([decode(text[...])], schema, level: level) }
                for index in stride(from: 0, to: pieces.count, by: 2) {
                    pairs.append((decode(pieces[index]), decode(pieces[index + 1])))
                }
            }
            return .object(
                pairs.map { name, text in
                    let type = model.member(name, of: schema) ?? Schema(.unknown)
                    return JSONValue.Member(name, value([text], type, level: level + 1))
                })
        default: return value([decode(text[...])], schema, level: level)
        }
    }

    // MARK: Names with brackets

    /// The value of pairs whose names have brackets, and of pairs that repeat their name.
    func value(_ node: FieldNode, _ schema: Schema) -> JSONValue { value(node, schema, level: 0) }

    private func value(_ node: FieldNode, _ stated: Schema, level: Int) -> JSONValue {
        let schema = model.resolved(stated)
        if node.members.isEmpty { return value(node.texts, schema, level: level) }
        switch schema.kind {
        case .union(let alternatives) where level < Self.greatestLevel:
            return first(alternatives) { value(node, $0, level: level + 1) }
        case .array(let items) where node.isIndexed:
            let elements = node.members.enumerated().sorted { left, right in
                (Int(left.element.name) ?? 0, left.offset) < (Int(right.element.name) ?? 0, right.offset)
            }
            return .array(
                elements.flatMap { element -> [JSONValue] in
                    let inner = element.element.node
                    return inner.members.isEmpty && element.element.name.isEmpty
                        ? inner.texts.map { value([$0], items, level: level + 1) }
                        : [value(inner, items, level: level + 1)]
                })
        case .array(let items):
            return .array(node.elements.map { value($0, items, level: level + 1) })
        default:
            return .object(
                node.members.map { member in
                    let type = model.member(member.name, of: schema) ?? Schema(.unknown)
                    return JSONValue.Member(member.name, value(member.node, type, level: level + 1))
                })
        }
    }

    // MARK: Alternatives

    /// The value as the first alternative that allows it; as the first of all where none does.
    func first(_ alternatives: [Schema], _ read: (Schema) -> JSONValue) -> JSONValue {
        let values = alternatives.map(read)
        return zip(values, alternatives).first { check.accepts($0, $1) }?.0 ?? values.first ?? .null
    }

    private func isText(_ kind: Schema.Kind) -> Bool {
        if case .string = kind { true } else { false }
    }
}
