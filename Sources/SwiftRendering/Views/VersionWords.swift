/// How sentences name a version. Some documents write the word into the id itself: `Version 39.1`.
enum VersionWords {
    /// `version 1.2`, and `Version 39.1` as it is.
    static func name(_ id: String) -> String { saysSo(id) ? id : "version \(id)" }

    /// The same at the beginning of a sentence.
    static func title(_ id: String) -> String {
        saysSo(id) ? id.prefix(1).uppercased() + id.dropFirst() : "Version \(id)"
    }

    /// Whether an id begins with the word.
    static func saysSo(_ id: String) -> Bool { id.lowercased().hasPrefix("version") }
}
