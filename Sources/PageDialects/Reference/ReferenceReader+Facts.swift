import Diagnostics
import Foundations
import YAML

/// Facts about types: defaults, limits, patterns, examples.
extension ReferenceReader {
    /// Facts as members of a schema object.
    mutating func facts(
        _ facts: [ReferenceFacts.Fact], _ shape: ReferenceTypes.Shape, at place: SourceLocation
    ) -> [(String, YAMLNode)] {
        var members: [(String, YAMLNode)] = []
        var hasLength = false
        let lengths: Set<DialectWords.Meaning> = [.length, .minLength, .maxLength]
        for (index, fact) in facts.enumerated() {
            // The default stands before the lengths, the pattern behind them.
            let rest = facts[(index + 1)...]
            let isBefore = rest.contains { !lengths.isDisjoint(with: $0.meanings) || $0.meanings == fact.meanings }
            guard
                let meaning = meaning(
                    of: fact, hasDefault: members.contains { $0.0 == "default" }, hasLength, isBefore,
                    shape, place)
            else { continue }
            if lengths.contains(meaning) { hasLength = true }
            guard let found = self.members(for: meaning, fact, shape, place) else {
                report(
                    DialectRules.unknownValue,
                    "`\(Self.excerpt(fact.value))` is not a value for `\(fact.label)` here; it is left out", place)
                continue
            }
            members += found
        }
        return members
    }

    /// What a label means where it can mean two things: in some languages default and pattern are one word.
    private mutating func meaning(
        of fact: ReferenceFacts.Fact, hasDefault: Bool, _ hasLength: Bool, _ isBefore: Bool,
        _ shape: ReferenceTypes.Shape, _ place: SourceLocation
    ) -> DialectWords.Meaning? {
        guard fact.meanings.contains(.default), fact.meanings.contains(.pattern) else { return fact.meanings.first }
        if hasDefault || hasLength { return .pattern }
        guard !isBefore, case .plain("string", let format) = shape else { return .default }
        // Defaults of these are never printed.
        if ["byte", "date", "date-time", "password"].contains(format) { return .pattern }
        report(
            DialectRules.ambiguous,
            "`\(fact.label)` is the word for a default and for a pattern; `\(Self.excerpt(fact.value))` is left out",
            place)
        return nil
    }

    private mutating func members(
        for meaning: DialectWords.Meaning, _ fact: ReferenceFacts.Fact, _ shape: ReferenceTypes.Shape,
        _ place: SourceLocation
    ) -> [(String, YAMLNode)]? {
        let isJSON = fact.isCode
        func number(_ name: String) -> (String, YAMLNode)? {
            ReferenceValues.number(fact.value).map { (name, DocumentNode.plain($0, at: place)) }
        }
        func count(_ name: String) -> (String, YAMLNode)? {
            guard let count = Int(fact.value.trimmed), count >= 0 else { return nil }
            return (name, DocumentNode.plain("\(count)", at: place))
        }
        if fact.isRestored {
            report(
                DialectRules.restored,
                "characters of `\(Self.excerpt(fact.value))` were marks of HTML or signs of print; they were put back",
                place)
        }
        switch meaning {
        case .example:
            // Of a type with a name generators show a link.
            if case .link = shape, !fact.value.contains("{") { return [] }
            // A value that does not fit is a word of the description that looks like an example.
            guard let value = ReferenceValues.read(fact.value, isJSON: isJSON, as: shape) else { return [] }
            return ReferenceValues.isGenerated(value, shape) ? [] : [("example", DocumentNode.json(value, at: place))]
        case .default:
            return ReferenceValues.read(fact.value, isJSON: isJSON, as: shape).map {
                [("default", DocumentNode.json($0, at: place))]
            }
        case .length:
            return ReferenceValues.range(fact.value).map { range in
                [
                    ("minLength", DocumentNode.plain("\(range.0)", at: place)),
                    ("maxLength", DocumentNode.plain("\(range.1)", at: place)),
                ]
            }
        case .minLength: return count("minLength").map { [$0] }
        case .maxLength: return count("maxLength").map { [$0] }
        case .minItems: return count("minItems").map { [$0] }
        case .maxItems: return count("maxItems").map { [$0] }
        case .minimum: return number("minimum").map { [$0] }
        case .maximum: return number("maximum").map { [$0] }
        case .exclusiveMinimum:
            return number("minimum").map { [$0, ("exclusiveMinimum", DocumentNode.flag(true, at: place))] }
        case .exclusiveMaximum:
            return number("maximum").map { [$0, ("exclusiveMaximum", DocumentNode.flag(true, at: place))] }
        case .pattern:
            guard
                case .string(let pattern)? = ReferenceValues.read(
                    fact.value, isJSON: isJSON, as: .plain("string", format: nil))
            else { return nil }
            if pattern == ReferenceValues.madePattern, case .plain("string", "byte") = shape {
                report(
                    DialectRules.madePattern, "the pattern for Base64 is the generator's own; it is left out", place)
                return []
            }
            return [("pattern", DocumentNode.text(pattern, at: place))]
        default: return []
        }
    }
}
