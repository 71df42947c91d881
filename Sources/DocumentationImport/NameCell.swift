/// A Name cell: the name and whether it is required.
struct NameCell: Hashable {
    /// The name on the wire.
    var name: String
    /// Whether it is required.
    var isRequired: Bool

    /// Takes `backup_id required` apart, with any white space between the two; `nil` where one of them is missing
    /// or the first can be no name.
    ///
    /// Converters that drop a line break write `backup_idrequired`.
    init?(_ text: String) {
        var words = text.split(whereSeparator: \.isBlank)
        if words.count == 1, let parts = Self.unglued(words[0]) { words = parts }
        guard words.count == 2, let flag = words.last.map(normalized) else { return nil }
        name = String(words[0])
        guard NameGrammar.isName(name) else { return nil }
        if GuideDialect.scp.required.contains(flag) {
            isRequired = true
        } else if GuideDialect.scp.optional.contains(flag) {
            isRequired = false
        } else {
            return nil
        }
    }

    /// The name and the word that was glued to it.
    ///
    /// A name does not end in a mark that joins words, and the word starts in lower case: `isRequired` is a name.
    private static func unglued(_ text: Substring) -> [Substring]? {
        let isMarked = text.utf8.last == UInt8(ascii: "_")
        for flag in GuideDialect.scp.required + GuideDialect.scp.optional {
            // Emphasis by underscores that is glued to a word is none in Markdown, and stays as it stands.
            if isMarked {
                let marked = "_\(flag)_"
                guard text.hasSuffix(marked), text.count > marked.count else { continue }
                return [text.dropLast(marked.count), text.suffix(flag.count + 1).dropLast()]
            }
            guard text.hasSuffix(flag) else { continue }
            let name = text.dropLast(flag.count)
            guard let last = name.last, !"_-./$".contains(last) else { return nil }
            return [name, text.suffix(flag.count)]
        }
        return nil
    }
}
