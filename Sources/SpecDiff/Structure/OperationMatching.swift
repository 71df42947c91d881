import APIModel

/// Which operations of two documents belong together, version by version.
struct OperationMatching {
    /// Two calls that belong together, in all versions in which both say the same.
    struct Match {
        let old: Call
        let new: Call
        var versions: [VersionPair]
    }

    /// A call that only one document has, in all versions in which it says the same.
    struct Single {
        let call: Call
        var versions: [VersionPair]
    }

    private(set) var matches: [Match] = []
    private(set) var removed: [Single] = []
    private(set) var added: [Single] = []
    private var matchIndex: [[RevisionKey]: Int] = [:]
    private var removedIndex: [RevisionKey: Int] = [:]
    private var addedIndex: [RevisionKey: Int] = [:]

    /// Revisions of an operation are told apart by the first version that they hold for.
    private struct RevisionKey: Hashable {
        let operation: String
        let firstVersion: String?

        init(_ call: Call) {
            operation = call.operation
            firstVersion = call.sameIn.first
        }
    }

    /// What a server tells calls apart by: an operation that only has another name keeps it.
    private struct CallKey: Hashable {
        let method: String
        let path: PathShape

        init(_ call: Call) {
            method = call.revision.method
            path = PathShape(call.revision.path)
        }
    }

    init(_ documents: DocumentPair, scope: StructuralComparison.Scope) {
        let pairs: [VersionPair] =
            switch scope {
            case .pair(let pair): [pair]
            case .all:
                documents.new.document.versions.map(\.id).filter { documents.old.version($0) != nil }
                    .map { VersionPair(old: $0, new: $0) }
            }
        for pair in pairs { match(pair, documents) }
    }

    private mutating func match(_ pair: VersionPair, _ documents: DocumentPair) {
        let before = documents.old.model.calls(in: pair.old)
        let after = documents.new.model.calls(in: pair.new)
        let index = Dictionary(after.map { ($0.operation, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.operation))
        let come = after.filter { !known.contains($0.operation) }
        let partners = Dictionary(come.map { (CallKey($0), $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            come.compactMap { call in call.revision.operationID.map { ($0, call) } },
            uniquingKeysWith: { first, _ in first })
        var renamed: Set<String> = []
        for call in before {
            if let partner = index[call.operation] {
                note(call, partner, pair)
            } else if let partner = partners[CallKey(call)], renamed.insert(partner.operation).inserted {
                note(call, partner, pair)
            } else if let partner = call.revision.operationID.flatMap({ names[$0] }),
                renamed.insert(partner.operation).inserted
            {
                // The document calls it the same; only what it is called here differs.
                note(call, partner, pair)
            } else {
                Self.note(call, pair, in: &removed, &removedIndex)
            }
        }
        for call in come where !renamed.contains(call.operation) { Self.note(call, pair, in: &added, &addedIndex) }
    }

    private mutating func note(_ old: Call, _ new: Call, _ pair: VersionPair) {
        let key = [RevisionKey(old), RevisionKey(new)]
        if let known = matchIndex[key] {
            matches[known].versions.append(pair)
        } else {
            matchIndex[key] = matches.count
            matches.append(Match(old: old, new: new, versions: [pair]))
        }
    }

    private static func note(
        _ call: Call, _ pair: VersionPair, in list: inout [Single], _ index: inout [RevisionKey: Int]
    ) {
        if let known = index[RevisionKey(call)] {
            list[known].versions.append(pair)
        } else {
            index[RevisionKey(call)] = list.count
            list.append(Single(call: call, versions: [pair]))
        }
    }
}
