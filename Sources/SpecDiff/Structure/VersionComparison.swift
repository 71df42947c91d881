import APIModel

/// Compares the lists of versions: which there are, and where each stands in its life.
struct VersionComparison {
    private(set) var differences: [(difference: Difference, version: VersionPair?)] = []

    init(old: [APIVersion], new: [APIVersion]) {
        let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.id))
        for version in new {
            if let known = before[version.id] {
                compare(known, version)
            } else {
                report(.added, version, nil, Self.words(version))
            }
        }
        for version in old where !after.contains(version.id) {
            report(.removed, version, Self.words(version), nil, swift: .all)
        }
        if isReordered(old.map(\.id), new.map(\.id)) {
            let difference = Difference(
                .version, .orderChanged, at: ["versions"], subject: "the list of versions",
                before: TypeText.list(old.map(\.id)), after: TypeText.list(new.map(\.id)), oldPlace: ["versions"],
                newPlace: ["versions"])
            differences.append((difference, nil))
        }
    }

    private mutating func report(
        _ change: Change, _ version: APIVersion, _ before: String?, _ after: String?, swift: SwiftEffect = .none
    ) {
        let place: SpecPath = ["versions", version.id]
        let difference = Difference(
            .version, change, at: place, subject: "version \(version.id)", before: before, after: after, swift: swift,
            oldPlace: place, newPlace: place)
        differences.append((difference, VersionPair(old: version.id, new: version.id)))
    }

    private mutating func compare(_ before: APIVersion, _ after: APIVersion) {
        if before.status != after.status {
            let change: Change =
                after.status == .deprecated ? .deprecated : before.status == .deprecated ? .revived : .statusChanged
            report(change, after, before.status.rawValue, after.status.rawValue)
        }
        switch (before.notBefore, after.notBefore) {
        case (nil, nil): break
        case (nil, let end?): report(.endAdded, after, nil, "\(end)")
        case (let end?, nil): report(.endRemoved, after, "\(end)", nil)
        case (let old?, let new?):
            if old != new { report(new < old ? .endAdvanced : .endPostponed, after, "\(old)", "\(new)") }
        }
    }

    private static func words(_ version: APIVersion) -> String {
        version.status.rawValue + (version.notBefore.map { ", supported until \($0)" } ?? "")
    }
}
