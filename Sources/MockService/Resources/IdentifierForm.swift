import APIModel
import Foundations

/// What the ids of a resource look like, so that new ones look like documented ones.
enum IdentifierForm: Sendable, Hashable {
    /// A UUID.
    case uuid
    /// So many hexadecimal digits.
    case hexadecimal(Int)
    /// The next whole number within bounds.
    case number(NumberRange)
    /// A fixed beginning, then so many hexadecimal digits: `BACKUP_AGENT-…`.
    case prefixed(String, Int)
    /// Texts that keep to a pattern.
    case shaped(PatternIdentifier)

    /// The form of ids like `example` that are allowed by all of `schemas`, as members, and of `paths`, as parameters.
    init(like example: String?, schemas stated: [Schema], paths: [Schema] = [], check: SchemaCheck) {
        let schemas = stated + paths
        // Where a text would do as well, the documentation's own id tells what is meant.
        let isText = example.map { Int($0) == nil } ?? false
        let numbers = schemas.compactMap { Self.numbers($0, isText: isText, check.model) }
        if let first = numbers.first {
            let range = numbers.reduce(first) { $0.common(with: $1) ?? $0 }
            let id = String(range.first)
            let isFitting = schemas.allSatisfy { schema in
                check.accepts(.number(id), schema) || check.accepts(.string(id), schema)
            }
            if isFitting {
                self = .number(range)
                return
            }
        }
        let least = max(schemas.compactMap(\.minLength).max() ?? 1, 1)
        let most = schemas.compactMap(\.maxLength).min()
        let sources = schemas.compactMap(\.pattern)
        let longest = max(least, min(most ?? max(least, Self.longestShaped), Self.longestOfAll))
        let candidates = [
            example.flatMap(Self.form), .hexadecimal(32), .uuid,
            .hexadecimal(min(max(min(most ?? 32, 32), least), Self.longestOfAll)),
            PatternIdentifier(sources, check.patterns, lengths: least...longest).map(Self.shaped),
        ].compactMap { $0 }
        self =
            candidates.first { form in
                let id = JSONValue.string(form.make())
                return schemas.allSatisfy { check.accepts(id, $0) }
            } ?? candidates[0]
    }

    /// What a pattern leaves open is not longer than this, unless it has to be.
    private static let longestShaped = 24
    private static let longestOfAll = 1000

    /// The whole numbers that ids of a type may be; `nil` for ids that are no whole numbers.
    private static func numbers(_ schema: Schema, isText: Bool, _ model: APIModel) -> NumberRange? {
        switch schema.kind {
        case .integer(let format): return NumberRange(schema.limits, format: format)
        case .number: return NumberRange(schema.limits, format: nil)
        case .union(let alternatives) where !isText:
            return alternatives.lazy.map { model.resolved($0) }.filter { alternative in
                if case .union = alternative.kind { false } else { true }
            }.compactMap { numbers($0, isText: isText, model) }.first
        default: return nil
        }
    }

    /// An id as answers show it.
    func value(_ id: String) -> JSONValue {
        if case .number = self, Int(id) != nil { .number(id) } else { .string(id) }
    }

    /// A new id; `reserve` gives the next whole number that nothing has had.
    func make(_ reserve: (NumberRange) -> Int) -> String {
        if case .number(let range) = self { String(reserve(range)) } else { make() }
    }

    /// An id that nothing is compared with.
    func make() -> String {
        switch self {
        case .number(let range): String(range.first)
        case .uuid: RandomText.uuid()
        case .hexadecimal(let count): RandomText.hexadecimal(count)
        case .prefixed(let prefix, let count): prefix + RandomText.hexadecimal(count)
        case .shaped(let pattern): pattern.make() ?? RandomText.hexadecimal(32)
        }
    }

    private static func form(_ example: String) -> IdentifierForm? {
        if TextFormat.uuid.accepts(example) { return .uuid }
        let bytes = Array(example.utf8)
        if bytes.count >= 8, bytes.allSatisfy({ Hexadecimal.isDigit($0) }) { return .hexadecimal(bytes.count) }
        guard let cut = example.lastIndex(where: { "-_:/.".contains($0) }), example.allSatisfy(\.isASCII) else {
            return nil
        }
        return .prefixed(String(example[...cut]), 12)
    }
}

extension IdentifierForm: CustomStringConvertible {
    /// What new ids look like, for people.
    var description: String {
        switch self {
        case .number(let range): range.step == 1 ? "the next number" : "the next multiple of \(range.step)"
        case .uuid: "a UUID"
        case .hexadecimal(let count): "\(count) hexadecimal digits"
        case .prefixed(let prefix, let count): "`\(prefix)` and \(count) hexadecimal digits"
        case .shaped(let pattern): "texts of the pattern `\(pattern.source)`"
        }
    }
}
