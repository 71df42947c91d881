import APISpec
import Diagnostics

/// Makes one document of those of several versions.
struct VersionMerge {
    private(set) var document = SpecDocument(
        service: Service(id: "service", title: "Service", server: .init(url: "/")))
    private(set) var findings: [Diagnostic] = []
    private var versions: [VersionedDocument]
    private let stated: VersionSelector?
    private let statedValues: [String: String]
    private let namesFirst: Set<String>
    private let known: SpecDocument?

    /// More versions than people keep in mind.
    private static let manyVersions = 40

    /// A merge of documents; `stated` selects the version by the values for ids, by the ids themselves where none are
    /// given, and is found where it is `nil`.
    ///
    /// The names of operations in the versions `namesFirst` come before those of others; else those of newer ones do.
    /// What documents call as they did when they were `known` keeps its name there.
    init(
        _ versions: [VersionedDocument], stated: VersionSelector?, values: [String: String] = [:],
        namesFirst: Set<String> = [], keeping known: SpecDocument? = nil
    ) {
        self.known = known
        self.versions = versions
        self.namesFirst = namesFirst
        statedValues = values
        self.stated = stated
    }

    mutating func run() throws {
        guard !versions.isEmpty else { return }
        sort()
        for version in versions where version.document.operations.isEmpty {
            findings.append(
                SelectorRules.empty.finding(
                    "version \(printable(version.id)) has no operation", at: version.locations.whole))
        }
        if versions.count > Self.manyVersions {
            findings.append(
                SelectorRules.many.finding(
                    "the service has \(versions.count) versions", at: versions[0].locations.whole))
        }
        try select()
        var names = OperationNames(keeping: known)
        for index in versions.indices.filter({ namesFirst.contains(versions[$0].id) })
            + versions.indices.filter({ !namesFirst.contains(versions[$0].id) })
        {
            let renamed = names.named(versions[index])
            versions[index] = renamed.version
            report(renamed.others, in: versions[index])
        }
        document = VersionMerger(versions.map { ($0.id, $0.document) }).document()
        if document.service.selector != nil {
            // Operations may be called otherwise by now.
            document.service.selector?.omittedBy = document.operations.map(\.id).filter(omitted.contains)
        }
    }

    private var omitted: Set<String> = []

    // MARK: Order

    private mutating func sort() {
        let unordered = VersionOrder.unordered(versions.map(\.id))
        if versions.count > 1, !unordered.isEmpty {
            let list = unordered.prefix(5).map(printable).joined(separator: "`, `")
            findings.append(
                SelectorRules.unordered.finding(
                    "nothing in the names of versions such as `\(list)` tells which is newer; the last one named, "
                        + "`\(printable(versions[versions.count - 1].id))`, is taken as the newest",
                    at: versions[0].locations.whole))
            versions.reverse()
        } else {
            versions = versions.enumerated().sorted { left, right in
                VersionOrder.precedes(right.element.id, left.element.id)
                    || (!VersionOrder.precedes(left.element.id, right.element.id) && left.offset < right.offset)
            }.map(\.element)
        }
    }

    // MARK: The selector

    private mutating func select() throws {
        try checkApart()
        if let stated {
            take(stated, values: versions.map { statedValues[$0.id] ?? $0.id })
            return
        }
        guard versions.count > 1, versions.allSatisfy({ $0.document.service.versionSelector == nil }) else { return }
        let described = versions.filter { !$0.document.operations.isEmpty }
        guard described.count > 1 else { return }
        let found = SelectorSearch(described.map { ($0.id, $0.document) }).found
        let place = versions[0].locations[["service"]]
        guard let best = found.first else {
            let hint = LoneSelector.candidate(in: versions[0].document)
            findings.append(
                hint.map {
                    SelectorRules.incomplete.finding(
                        "\($0.words) may select the version, and the documents do not tell its value in each", at: place
                    )
                }
                    ?? SelectorRules.none.finding(
                        "nothing that differs between the documents selects the version", at: place))
            return
        }
        var values = Dictionary(zip(described.map(\.id), best.values), uniquingKeysWith: { first, _ in first })
        for version in versions where values[version.id] == nil { values[version.id] = version.id }
        findings.append(
            SelectorRules.recognised.finding(
                "versions are selected by \(best.selector.words)"
                    + (best.selector.pattern == "{version}" ? "" : ", which is `\(best.selector.pattern)`"), at: place))
        if found.count > 1 {
            let others = found.dropFirst().map { "\($0.selector.words) (`\($0.selector.pattern)`)" }
            findings.append(
                SelectorRules.several.finding(
                    "\(best.selector.words) is taken to select the version; \(others.joined(separator: " and ")) "
                        + "\(others.count == 1 ? "differs" : "differ") from version to version as well", at: place))
        }
        take(best.selector, values: versions.map { values[$0.id] ?? $0.id })
        let missing = best.selector.omittedBy
        if let first = missing.first {
            let more = missing.count > 1 ? " and \(missing.count - 1) more have" : " has"
            let holder = versions.first { $0.document.operations.contains { $0.id == first } }
            findings.append(
                SelectorRules.missing.finding(
                    "operation `\(first)`\(more) \(best.selector.missing), which selects the version elsewhere; "
                        + "\(missing.count == 1 ? "it is" : "they are") called without it",
                    at: (holder ?? versions[0]).locations[["operations", first]]))
        }
    }

    private mutating func take(_ selector: VersionSelector, values: [String]) {
        for (index, value) in zip(versions.indices, values) {
            versions[index] = versions[index].taking(selector, value: value)
        }
    }

    /// Throws for two documents that are of one version, whatever they are said to be.
    private func checkApart() throws {
        for (index, version) in versions.enumerated() {
            for other in versions[..<index] {
                let isSame =
                    version.id == other.id
                    || (!version.document.operations.isEmpty
                        && version.document.operations == other.document.operations
                        && version.document.schemas == other.document.schemas
                        && version.document.versions.map(\.id) == other.document.versions.map(\.id))
                guard isSame else { continue }
                throw DiagnosticError([
                    SelectorRules.alike.finding(
                        "this is the document of version \(printable(other.id)) as well "
                            + "(\(other.locations.whole.file)); name each version with its own document",
                        at: version.locations.whole)
                ])
            }
        }
    }

    // MARK: Names

    private mutating func report(_ others: [(old: String, new: String)], in version: VersionedDocument) {
        for operation in version.document.service.selector?.omittedBy ?? [] {
            omitted.insert(others.first { $0.old == operation }?.new ?? operation)
        }
        guard let first = others.first else { return }
        let more = others.count > 1 ? ", and \(others.count - 1) more operations have other names" : ""
        findings.append(
            SelectorRules.renamed.finding(
                "version \(printable(version.id)) calls `\(printable(first.new))` `\(printable(first.old))`\(more)",
                at: version.locations[["operations", first.old]]))
    }
}

extension VersionedDocument {
    /// The version without what selects it, where `value` stands for it.
    func taking(_ selector: VersionSelector, value: String) -> VersionedDocument {
        var result = self
        result.document.service.selector = selector
        if result.document.versions.isEmpty { result.document.versions = [APIVersion(id: id, status: .current)] }
        result.document.versions[0].selected = value == result.document.versions[0].id ? nil : value
        result.document = result.document.takingOutSelector()
        result.document.versions[0].selected = value == id ? nil : value
        return result.renamingMadeOperations(from: document)
    }

    /// The version with names that were made of a method and a path made of the path as it is now.
    fileprivate func renamingMadeOperations(from old: SpecDocument) -> VersionedDocument {
        var names: [String: String] = [:]
        var taken = Set(document.operations.map(\.id))
        for (before, after) in zip(old.operations, document.operations) {
            guard let was = before.revisions.first, let now = after.revisions.first, was.path != now.path,
                before.id == OperationNames.made(was)
            else { continue }
            let name = OperationNames.made(now)
            if taken.insert(name).inserted { names[before.id] = name }
        }
        return OperationNames.renaming(self, names)
    }
}
