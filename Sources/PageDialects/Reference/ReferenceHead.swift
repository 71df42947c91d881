import Documentation

/// The head of a table of a reference: what the table is, and what its columns hold.
struct ReferenceHead {
    /// What a table lists.
    enum Kind { case parameters, responses, properties, security, scopes }

    /// What the table lists.
    let kind: Kind
    private let columns: [DialectWords.Meaning]

    /// Reads a head by its words; `nil` where one of them is none, or together they are no table of a reference.
    init?(_ head: [String], _ words: DialectWords) {
        var columns: [DialectWords.Meaning] = []
        for (place, word) in head.enumerated() {
            var found = words.meanings(of: word).filter(Self.wanted.contains)
            // In some languages the place of a parameter and its type are the same word: the place comes before the name.
            if found.contains(.type), found.contains(.schema) {
                found = head[(place + 1)...].contains { words.means($0, .name) } ? [.type] : [.schema]
            }
            // A word may stand for several columns; each stands once.
            guard let meaning = found.first(where: { !columns.contains($0) }) else { return nil }
            columns.append(meaning)
        }
        let set = Set(columns)
        self.columns = columns
        if set.contains(.code) {
            kind = .responses
        } else if set.contains(.name), set.contains(.type), set.contains(.schema) {
            kind = .parameters
        } else if set.contains(.name), set.contains(.schema) {
            kind = .properties
        } else if set == [.type, .name] || set == [.type, .name, .scopes] {
            kind = .security
        } else if set == [.name, .description] || set == [.name] {
            kind = .scopes
        } else {
            return nil
        }
    }

    private static let wanted: Set<DialectWords.Meaning> = [
        .type, .name, .description, .schema, .default, .code, .scopes, .required, .headers, .links,
    ]

    /// Where a column stands.
    func place(of meaning: DialectWords.Meaning) -> Int? { columns.firstIndex(of: meaning) }

    /// Whether there is such a column.
    func has(_ meaning: DialectWords.Meaning) -> Bool { columns.contains(meaning) }

    /// How many columns there are.
    var count: Int { columns.count }
}
