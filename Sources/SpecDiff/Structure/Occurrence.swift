/// Two versions that were compared.
public struct VersionPair: Sendable, Hashable {
    /// The version of the old spec.
    public let old: String
    /// The version of the new spec.
    public let new: String

    /// Two versions, by their ids.
    public init(old: String, new: String) {
        self.old = old
        self.new = new
    }

    /// `1.2`, or `1.1 → 1.2` where they differ.
    public var words: String { old == new ? new : "\(old) → \(new)" }
}

/// A difference with the versions that have it and the operations that it reaches.
public struct Occurrence: Sendable, Hashable {
    /// What differs.
    public var difference: Difference
    /// The versions, in the order of the new spec; empty for what no version owns.
    public var versions: [VersionPair]
    /// The ids of the operations whose requests it reaches, in the order of the documentation.
    public var requests: [String]
    /// The ids of the operations whose responses it reaches, in the order of the documentation.
    public var responses: [String]
}

/// Collects occurrences; what several versions say alike becomes one.
struct OccurrenceCollector {
    private(set) var occurrences: [Occurrence] = []
    private var index: [Difference.Key: Int] = [:]

    mutating func add(
        _ difference: Difference, versions: [VersionPair], requests: [String] = [], responses: [String] = []
    ) {
        guard let known = index[difference.key] else {
            index[difference.key] = occurrences.count
            occurrences.append(
                Occurrence(difference: difference, versions: versions, requests: requests, responses: responses))
            return
        }
        Self.merge(versions, into: &occurrences[known].versions)
        Self.merge(requests, into: &occurrences[known].requests)
        Self.merge(responses, into: &occurrences[known].responses)
        Self.merge(difference.evidence, into: &occurrences[known].difference.evidence)
    }

    private static func merge<Element: Hashable>(_ more: [Element], into list: inout [Element]) {
        guard !more.isEmpty, list != more else { return }
        var known = Set(list)
        for element in more where known.insert(element).inserted { list.append(element) }
    }
}
