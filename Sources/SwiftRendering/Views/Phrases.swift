/// Sentences that several comments share.
enum Phrases {
    /// `version 1.2`, `versions 1.2 and 1.1`, `versions 1.2, 1.1 and 1.0`.
    static func versions(_ ids: [String]) -> String {
        (ids.count == 1 ? "version " : "versions ") + enumeration(ids.map(DocComment.clean))
    }

    /// `a`, `a and b`, `a, b and c`.
    static func enumeration(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// Says that the members of a schema were recovered, and from what.
    static func recovered(_ evidence: [String]) -> String {
        "No table of the documentation says so: the members are recovered from "
            + "\(enumeration(evidence.map(DocComment.quoted)))."
    }
}
