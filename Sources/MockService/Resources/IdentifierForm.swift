import APISpec

/// What the ids of a resource look like, so that new ones look like documented ones.
enum IdentifierForm: Sendable, Hashable {
    /// A UUID.
    case uuid
    /// So many hexadecimal digits.
    case hexadecimal(Int)
    /// A fixed beginning, then so many hexadecimal digits: `BACKUP_AGENT-…`.
    case prefixed(String, Int)

    /// The form of ids like `example` that are allowed by all of `schemas`.
    init(like example: String?, schemas: [Schema], check: SchemaCheck) {
        let longest = schemas.compactMap(\.maxLength).min() ?? 32
        let candidates = [
            example.flatMap(Self.form), .hexadecimal(32), .uuid, .hexadecimal(max(min(longest, 32), 8)),
        ].compactMap { $0 }
        self =
            candidates.first { form in
                let id = JSONValue.string(form.make())
                return schemas.allSatisfy { check.accepts(id, $0) }
            } ?? candidates[0]
    }

    /// A new id.
    func make() -> String {
        switch self {
        case .uuid: RandomText.uuid()
        case .hexadecimal(let count): RandomText.hexadecimal(count)
        case .prefixed(let prefix, let count): prefix + RandomText.hexadecimal(count)
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
        case .uuid: "a UUID"
        case .hexadecimal(let count): "\(count) hexadecimal digits"
        case .prefixed(let prefix, let count): "`\(prefix)` and \(count) hexadecimal digits"
        }
    }
}
