/// The name of an operation that its document gives none: made of its method and its path, the verb said once.
///
/// `GET /boats/{id}` is `getBoatsId`. Many paths say themselves what is done: a segment that is, or begins with, the method
/// (`/get/boats`, `/deleteBoat`) or a verb that means the same (`/boats/create` with POST). There the verb of the path
/// takes the place of the method, and all other words stay in their order, so that what differs goes on to differ:
/// `getBoats`, `deleteBoat`, `createBoats`. Only the method and the path are looked at, and no other operation: one that
/// comes or goes renames none.
package enum MadeOperationName {
    /// The name in lower camel case.
    package static func name(method: String, path: String) -> String {
        let method = method.lowercased()
        // What stands between braces may have slashes of its own.
        var isInside = false
        let segments = path.split(separator: "/").map { segment in
            let isFixed = !isInside && !segment.contains("{")
            if let brace = segment.last(where: { $0 == "{" || $0 == "}" }) { isInside = brace == "{" }
            return (isFixed: isFixed, words: NameMaking.words(String(segment)))
        }
        for (index, segment) in segments.enumerated() where segment.isFixed {
            guard let verb = segment.words.first?.lowercased() else { continue }
            let before = segments[..<index].last
            let after = segments.dropFirst(index + 1).first
            var neighbours = [before, after].compactMap { $0?.isFixed == true ? $0 : nil }.flatMap(\.words)
            // `/users/list/{id}` is one of several lists.
            if after?.isFixed == false { neighbours = [] }
            guard verb == method || means(verb, method, near: segment.words.dropFirst() + neighbours) else { continue }
            let rest =
                segments[..<index].flatMap(\.words) + segment.words.dropFirst()
                + segments[(index + 1)...].flatMap(\.words)
            return NameMaking.lowerCamel(([verb] + rest).joined(separator: " "))
        }
        return plain(method: method, path: path)
    }

    /// The method and the words of the path, whatever these are: the name that such operations had before.
    package static func plain(method: String, path: String) -> String {
        NameMaking.lowerCamel("\(method.lowercased()) \(path)")
    }

    /// Whether a verb says what a method does and nothing less.
    ///
    /// `list` is a noun in `/shopping/list`; it is a verb beside the name of several things. Verbs of PUT, PATCH and DELETE
    /// are nouns as often (`/update/{id}`), and without the method such names would say the opposite of what is done.
    private static func means(_ verb: String, _ method: String, near words: [String]) -> Bool {
        switch (method, verb) {
        case ("get", "fetch"), ("post", "add"), ("post", "create"), ("post", "send"), ("post", "submit"): true
        case ("get", "list"): words.contains { $0.count > 2 && $0.hasSuffix("s") && !$0.hasSuffix("ss") }
        default: false
        }
    }
}
