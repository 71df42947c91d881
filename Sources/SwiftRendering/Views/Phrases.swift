/// Sentences that several comments share.
enum Phrases {
    /// `version 1.2`, `versions 1.2 and 1.1`, `versions 1.2, 1.1 and 1.0`.
    static func versions(_ ids: [String]) -> String {
        let quoted = ids.map(DocComment.clean)
        guard let last = quoted.last, quoted.count > 1 else { return "version \(quoted.first ?? "")" }
        return "versions \(quoted.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// Says that something was recovered, and from what.
    static func recovered(_ evidence: [String]) -> String {
        "Recovered: no table of the documentation says so. Evidence: "
            + evidence.map(DocComment.quoted).joined(separator: ", ") + "."
    }
}
