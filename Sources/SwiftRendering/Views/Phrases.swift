/// Sentences that several comments share.
enum Phrases {
    /// `version 1.2`, `versions 1.2 and 1.1`, `versions 1.2, 1.1 and 1.0`; `Version 2 and Version 1` of ids that say so.
    static func versions(_ ids: [String]) -> String {
        let names = ids.map(DocComment.clean)
        guard names.count > 1, !names.contains(where: VersionWords.saysSo) else {
            return enumeration(names.map(VersionWords.name))
        }
        return "versions " + enumeration(names)
    }

    /// The same of many versions by their ends, where they are neighbours in `order`, which has the newest first: `all
    /// versions`, `versions 1.1 to 1.7`.
    static func versions(_ ids: [String], of order: [String]) -> String {
        guard ids.count > 3 else { return versions(ids) }
        if ids.count == order.count { return "all versions" }
        guard let start = order.firstIndex(of: ids[0]), Array(order[start...].prefix(ids.count)) == ids else {
            return versions(ids)
        }
        return "versions \(DocComment.clean(ids[ids.count - 1])) to \(DocComment.clean(ids[0]))"
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
