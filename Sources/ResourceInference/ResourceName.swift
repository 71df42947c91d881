import Foundations

/// The name of a resource: from its path parameter where that tells more than `id`, else from its collection.
struct ResourceName {
    /// The words with hyphens: `backup-agent`.
    let word: String
    private let steps: [String]

    init(_ group: PathGroup) {
        steps = group.collection.split(separator: "/").filter { !$0.hasPrefix("{") }.map(String.init)
        let last = Self.hyphenated(steps.last ?? "resource")
        let parameter = group.parameter.map(Self.hyphenated) ?? ""
        let suffix = ["-id", "-uuid", "-name", "-key"].first { parameter.hasSuffix($0) && parameter.count > $0.count }
        word = suffix.map { String(parameter.dropLast($0.count)) } ?? Self.singular(last)
    }

    /// The name, with words of the path in front of it where it is taken.
    func unused(among names: Set<String>) -> String {
        var name = word
        for step in steps.dropLast().reversed() where names.contains(name) {
            name = "\(Self.singular(Self.hyphenated(step)))-\(name)"
        }
        var number = 2
        let base = name
        while names.contains(name) {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }

    /// Lower case with hyphens: `backupId`, `backup_id` and `backup-id` are one name.
    private static func hyphenated(_ text: String) -> String {
        WordSplitter.words(of: text).joined(separator: "-")
    }

    /// One of many, for English words as paths use them.
    private static func singular(_ word: String) -> String {
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("sses") || word.hasSuffix("xes") { return String(word.dropLast(2)) }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 2 { return String(word.dropLast()) }
        return word
    }
}
