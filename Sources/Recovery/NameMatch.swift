/// Compares the name of an operation with the names of schemas.
struct NameMatch {
    private let title: Weighed
    private let path: Words
    private let actions: Set<Words.Action>

    /// The name of an operation; where the title does not say what is done, the method does.
    init(title: Weighed, path: String, method: String) {
        self.title = title
        self.path = Words(path: path)
        if title.words.actions.isEmpty {
            switch method {
            case "POST": actions = [.create]
            case "PUT", "PATCH": actions = [.set]
            case "DELETE": actions = [.delete]
            default: actions = []
            }
        } else {
            actions = title.words.actions
        }
    }

    /// What the name of a schema says.
    struct Score {
        /// From 0 to 1.
        var similarity: Double
        /// Whether the schema is named for what the operation does; `nil` where a name does not say.
        var isSameAction: Bool?
        /// Whether the name speaks against the schema: named for something else, or what is deleted is answered.
        var isOther: Bool

        /// What all that weighs.
        var weight: Double {
            Weight.name * similarity + (isSameAction.map { $0 ? Weight.action : Weight.otherAction } ?? 0)
        }
    }

    func score(_ schema: Weighed, _ affinity: NameAffinity) -> Score {
        let similarity = affinity.similarity(schema, title: title, path: path)
        let schema = schema.words
        guard !schema.actions.isEmpty, !actions.isEmpty else {
            return Score(similarity: similarity, isSameAction: nil, isOther: actions.contains(.delete))
        }
        let isSame = !schema.actions.isDisjoint(with: actions)
        return Score(similarity: similarity, isSameAction: isSame, isOther: !isSame)
    }
}
