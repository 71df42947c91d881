import APIModel

/// A limit of values: a bound, a pattern, or what lists and alternatives have to be like.
///
/// The limits of a schema in words, and how two of one kind relate.
enum ValueLimit: Hashable {
    /// A number with what is counted; a value is at least, or at most, that.
    case count(isLeast: Bool, Int, of: String)
    /// The lower or upper end of numbers, which may lie within or without.
    case bound(isLeast: Bool, String, isExclusive: Bool)
    case multiple(String)
    case unique
    case pattern(String)
    case oneAlternative
    /// Keywords of JSON Schema, as they are written.
    case checks(String)

    /// Limits of one kind are compared with each other.
    enum Kind: Hashable {
        case count(isLeast: Bool, of: String)
        case bound(isLeast: Bool)
        case multiple, unique, pattern, oneAlternative, checks
    }

    var kind: Kind {
        switch self {
        case .count(let isLeast, _, let unit): .count(isLeast: isLeast, of: unit)
        case .bound(let isLeast, _, _): .bound(isLeast: isLeast)
        case .multiple: .multiple
        case .unique: .unique
        case .pattern: .pattern
        case .oneAlternative: .oneAlternative
        case .checks: .checks
        }
    }

    /// The limit in words: `at most 50 characters`.
    var words: String {
        switch self {
        case .count(let isLeast, let number, let unit): "\(isLeast ? "at least" : "at most") \(number) \(unit)"
        case .bound(true, let number, let isExclusive): isExclusive ? "above \(number)" : "\(number) or more"
        case .bound(false, let number, let isExclusive): isExclusive ? "below \(number)" : "\(number) or less"
        case .multiple(let number): "a multiple of \(number)"
        case .unique: "no item twice"
        case .pattern(let pattern): "matches `\(pattern)`"
        case .oneAlternative: "exactly one alternative fits"
        case .checks(let text): "keeps to `\(text)`"
        }
    }

    /// The limits of a schema, one of each kind, in the order of reports.
    static func all(of schema: Schema) -> [ValueLimit] {
        let limits = schema.limits ?? Schema.Limits()
        func count(_ isLeast: Bool, _ number: Int?, _ unit: String) -> ValueLimit? {
            number.map { .count(isLeast: isLeast, $0, of: unit) }
        }
        var isUnion = false
        if case .union = schema.kind { isUnion = true }
        return [
            count(true, schema.minLength, "characters"), count(false, schema.maxLength, "characters"),
            bound(true, limits.minimum, limits.exclusiveMinimum), bound(false, limits.maximum, limits.exclusiveMaximum),
            limits.multipleOf.map { .multiple($0) }, count(true, limits.minItems, "items"),
            count(false, limits.maxItems, "items"), limits.uniqueItems ? .unique : nil,
            count(true, limits.minProperties, "members"), count(false, limits.maxProperties, "members"),
            schema.pattern.map { .pattern($0) }, isUnion && schema.isExclusive ? .oneAlternative : nil,
            schema.checks.map { .checks(JSONFormat.line.text($0)) },
        ].compactMap(\.self)
    }

    /// Keywords of JSON Schema in words, as those of objects are shown.
    static func words(ofChecks checks: JSONValue) -> String { ValueLimit.checks(JSONFormat.line.text(checks)).words }

    /// The tighter of the two ends that JSON Schema can state.
    private static func bound(_ isLeast: Bool, _ within: String?, _ without: String?) -> ValueLimit? {
        guard let without else { return within.map { .bound(isLeast: isLeast, $0, isExclusive: false) } }
        let exclusive = ValueLimit.bound(isLeast: isLeast, without, isExclusive: true)
        guard let within, let inner = DecimalText(within), let outer = DecimalText(without) else { return exclusive }
        return (isLeast ? outer < inner : inner < outer)
            ? .bound(isLeast: isLeast, within, isExclusive: false) : exclusive
    }

    /// How one limit became another of the same kind; `nil` where both allow the same.
    static func change(from old: ValueLimit?, to new: ValueLimit?) -> Change? {
        guard let new else { return old == nil ? nil : .constraintLoosened }
        guard let old else { return .constraintAdded }
        guard old != new else { return nil }
        switch (old, new) {
        case (.count(let isLeast, let before, _), .count(_, let after, _)):
            return (before < after) == isLeast ? .constraintTightened : .constraintLoosened
        case (.bound(let isLeast, let before, let wasExclusive), .bound(_, let after, let isExclusive)):
            guard let before = DecimalText(before), let after = DecimalText(after) else { return .constraintChanged }
            if before == after {
                return wasExclusive == isExclusive ? nil : isExclusive ? .constraintTightened : .constraintLoosened
            }
            return (before < after) == isLeast ? .constraintTightened : .constraintLoosened
        case (.multiple(let before), .multiple(let after)):
            if let before = DecimalText(before), let after = DecimalText(after), before == after { return nil }
            guard let before = DecimalText(before)?.whole, let after = DecimalText(after)?.whole, before > 0, after > 0
            else { return .constraintChanged }
            if after.isMultiple(of: before) { return .constraintTightened }
            return before.isMultiple(of: after) ? .constraintLoosened : .constraintChanged
        default:
            // Which of two patterns matches more cannot be told.
            return .constraintChanged
        }
    }
}
