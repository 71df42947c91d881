import Foundations

/// The words of a name, a title or a path, made comparable: lower case, cut at camel case, without endings.
struct Words {
    /// The words that say what it is about, as stems in order.
    private(set) var content: [String] = []
    /// What is done with it: `list`, `show`, `create`, `set`, `delete`.
    private(set) var actions: Set<Action> = []
    /// Whether the last word says that this is sent or received.
    private(set) var direction: Direction?
    /// Two or three neighbouring words written as one (`file system`, `filesystem`), with the places they take.
    private(set) var compounds: [String: Range<Int>] = [:]

    /// What operations do with things, whatever the word.
    enum Action: Hashable {
        case list
        case show
        case create
        case set
        case delete
    }

    /// Whether something travels to the service or from it.
    enum Direction: Hashable {
        case request
        case response
    }

    init(_ text: String) {
        var raw: [String] = []
        for word in WordSplitter.words(of: text) where !Self.fillers.contains(word) {
            if let direction = Self.directions[word] {
                self.direction = direction
            } else if let action = Self.actionWords[word] {
                actions.insert(action)
            } else {
                raw.append(word)
            }
        }
        content = raw.map(Self.stem)
        for start in raw.indices {
            for length in 2...3 where start + length <= raw.count {
                let range = start..<(start + length)
                compounds[Self.stem(raw[range].joined())] = range
            }
        }
    }

    /// The words of a path without its version and its parameters.
    init(path: String) {
        let segments = path.split(separator: "/").filter { segment in
            !segment.contains("{") && !(segment.first == "v" && segment.dropFirst().allSatisfy(\.isNumber))
        }
        self.init(segments.joined(separator: " "))
    }

    private static let fillers: Set<String> = [
        "a", "an", "and", "by", "for", "if", "in", "is", "of", "on", "or", "the", "to", "with",
    ]

    private static let directions: [String: Direction] = [
        "request": .request, "requests": .request, "body": .request, "response": .response, "responses": .response,
    ]

    private static let actionWords: [String: Action] = [
        "list": .list, "lists": .list,
        "show": .show, "get": .show, "read": .show, "detail": .show, "details": .show, "retrieve": .show,
        "describe": .show, "view": .show,
        "create": .create, "add": .create, "register": .create,
        "set": .set, "update": .set, "modify": .set, "change": .set, "edit": .set,
        "delete": .delete, "remove": .delete, "terminate": .delete,
    ]

    /// The word without the endings that tell number and form apart: `histories`, `duplicated`, `duplication`.
    static func stem(_ word: String) -> String {
        var rest = word[...]
        if rest.utf8.count > 4, rest.hasSuffix("ies") {
            rest = rest.dropLast(3) + "y"
        } else if rest.utf8.count > 3, rest.hasSuffix("s"), !rest.hasSuffix("ss"), !rest.hasSuffix("us"),
            !rest.hasSuffix("is")
        {
            rest = rest.dropLast()
        }
        if rest.utf8.count > 6, rest.hasSuffix("ion") {
            rest = rest.dropLast(3)
        } else if rest.utf8.count > 6, rest.hasSuffix("ing") {
            rest = rest.dropLast(3)
        } else if rest.utf8.count > 5, rest.hasSuffix("ed") {
            rest = rest.dropLast(2)
        } else if rest.utf8.count > 4, rest.hasSuffix("e") {
            rest = rest.dropLast()
        }
        return String(rest)
    }
}
