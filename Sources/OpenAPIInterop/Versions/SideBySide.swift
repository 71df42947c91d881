import APISpec
import OpenAPIExport

/// Finds versions that one document describes side by side: `/v1/things` and `/v2/things`.
struct SideBySide {
    /// The beginning of the paths, with `{version}`.
    let pattern: String
    /// What stands there for each version, the newest first.
    let values: [String]
    private let place: Int

    /// The versions in the paths of a document; `nil` where there are not two.
    init?(_ document: SpecDocument) {
        for place in 0..<3 {
            var values: [String: [String]] = [:]
            for revision in document.operations.flatMap(\.revisions) {
                guard let found = Self.prefix(of: revision.path, at: place) else { continue }
                if values[found.pattern]?.contains(found.value) != true {
                    values[found.pattern, default: []].append(found.value)
                }
            }
            let best = values.filter { $0.value.count > 1 }
                .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
            guard let best else { continue }
            self.place = place
            pattern = best.key
            self.values = best.value.sorted { VersionOrder.precedes($1, $0) }
            return
        }
        return nil
    }

    /// The part of a document that belongs to a version: its paths, and those of no version.
    ///
    /// Operations lose the version that stands in their names, since each version has its own client: `listBoatsV2` of
    /// `/v2/boats` is `listBoats`.
    func part(
        _ value: String, of document: SpecDocument, namedAfter: inout [String: String]
    ) -> SpecDocument {
        var part = document
        part.operations = document.operations.filter { operation in
            operation.revisions.contains { revision in
                let found = Self.prefix(of: revision.path, at: place)
                return found.map { $0.pattern != pattern || $0.value == value } ?? true
            }
        }
        let common = Set(common(of: document))
        let ids = part.operations.map(\.id)
        let short = ids.map { common.contains($0) ? $0 : Self.name($0, without: NameMaking.upperCamel(id(of: value))) }
        let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
        let names = zip(ids, short).filter { $0 != $1 && counts[$1] == 1 && !ids.contains($1) }
        return OperationNames.renaming(
            part, Dictionary(uniqueKeysWithValues: names.map { ($0, $1) }), namedAfter: &namedAfter)
    }

    /// A name without the words that name a version: `V2` of `listBoatsV2`, `listV2Boats` and `v2ListBoats`.
    private static func name(_ name: String, without version: String) -> String {
        let start = version.prefix(1).lowercased() + version.dropFirst()
        if name.hasPrefix(start), let next = name.dropFirst(start.count).first, next.isUppercase {
            return NameMaking.lowerCamel(String(name.dropFirst(start.count)))
        }
        for range in name.ranges(of: version).reversed() where range.lowerBound != name.startIndex {
            let before = name[name.index(before: range.lowerBound)]
            let after = name[range.upperBound...].first
            guard before.isLowercase || before.isNumber && version.first?.isNumber == false,
                after?.isUppercase ?? true
            else { continue }
            return String(name[..<range.lowerBound] + name[range.upperBound...])
        }
        return name
    }

    /// The operations that belong to no version.
    func common(of document: SpecDocument) -> [String] {
        document.operations.filter { operation in
            !operation.revisions.contains { Self.prefix(of: $0.path, at: place)?.pattern == pattern }
        }.map(\.id)
    }

    /// The id of the version that paths have as `value`: `v2` of `/v{version}`.
    func id(of value: String) -> String {
        let segment = pattern.split(separator: "/").last ?? ""
        return VersionSelector.filled(String(segment), with: value)
    }

    static func prefix(of path: String, at place: Int) -> VersionText.Found? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: true)
        guard segments.count > place, var found = VersionText.inSegment(segments[place]),
            !segments.prefix(place).contains(where: { $0.contains("{") })
        else { return nil }
        found.pattern = segments.prefix(place).map { "/\($0)" }.joined() + "/" + found.pattern
        return found
    }
}
