/// A Name cell: the name and whether it is required.
struct NameCell: Hashable {
    /// The name on the wire.
    var name: String
    /// Whether it is required.
    var isRequired: Bool

    /// Takes `backup_id required` apart, with any white space between the two; `nil` where one of them is missing
    /// or the first can be no name.
    init?(_ text: String) {
        let words = text.split(whereSeparator: \.isBlank)
        guard words.count == 2, let flag = words.last.map(normalized) else { return nil }
        name = String(words[0])
        guard NameGrammar.isName(name) else { return nil }
        if GuideWords.required.contains(flag) {
            isRequired = true
        } else if GuideWords.optional.contains(flag) {
            isRequired = false
        } else {
            return nil
        }
    }
}
