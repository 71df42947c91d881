import OpenAPIExport

/// The names of components as a person would write them, where a framework has made them.
///
/// - `Boat.7068f62`, with a digest of its module behind it, is `Boat`, and `Boat.7068f62.Sail`, a type in it, `Boat.Sail`.
/// - `Page_Boat_`, `Page[Boat]`, `Page<Boat>` and `Page«Boat»`, a generic type of a component, are `BoatPage`.
/// - `Body_create_boat_boats_post`, the form of an operation, is `CreateBoatBody`.
/// - Of the twins `Boat-Input` and `Boat-Output`, what answers hold is `Boat`, and the other `BoatInput`.
///
/// Names that would become equal, or like another component, stay as they are.
struct SchemaNames {
    private var names: [String: String] = [:]

    /// The names of components with these keys, in a document with these operations.
    init(keys: [String], operations: [(id: String, name: String)]) {
        let known = Set(keys)
        let forms = Dictionary(
            operations.map { ("Body_\($0.id)", "\($0.name)Body") }, uniquingKeysWith: { first, _ in first })
        var found: [String: String] = [:]
        for key in keys {
            found[key] = forms[key] ?? Self.withoutDigest(key) ?? Self.twin(key, known) ?? Self.generic(key, known, 0)
        }
        let counts = Dictionary(
            keys.map { (NameMaking.upperCamel(found[$0] ?? $0).lowercased(), 1) }, uniquingKeysWith: +)
        names = found.filter { counts[NameMaking.upperCamel($0.value).lowercased()] == 1 && $0.value != $0.key }
    }

    /// The name of a component; `nil` where it stays as it is.
    func short(_ key: String) -> String? { names[key] }

    private static func withoutDigest(_ key: String) -> String? {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else { return nil }
        let kept = [first] + parts.dropFirst().filter { !isDigest($0) }
        return kept.count < parts.count ? kept.joined(separator: ".") : nil
    }

    private static func isDigest(_ part: Substring) -> Bool {
        part.count == 7 && part.allSatisfy { $0.isHexDigit && !$0.isUppercase } && part.contains(where: \.isNumber)
    }

    private static func twin(_ key: String, _ known: Set<String>) -> String? {
        for (own, other, added) in [("-Output", "-Input", ""), ("-Input", "-Output", "Input")] where key.hasSuffix(own)
        {
            let stem = String(key.dropLast(own.count))
            if !stem.isEmpty, known.contains(stem + other), !known.contains(stem) { return stem + added }
        }
        return nil
    }

    /// `BoatPage` of `Page_Boat_`, also of generic types in each other.
    private static func generic(_ key: String, _ known: Set<String>, _ depth: Int) -> String? {
        for (open, close) in [("_", "_"), ("[", "]"), ("<", ">"), ("«", "»")] {
            guard depth < 8, key.hasSuffix(close), let start = key.firstRange(of: open),
                start.lowerBound != key.startIndex
            else { continue }
            let outer = NameMaking.upperCamel(String(key[..<start.lowerBound]))
            let inner = String(key[start.upperBound...].dropLast(close.count))
            guard !outer.isEmpty, !inner.isEmpty else { continue }
            if known.contains(inner) { return (withoutDigest(inner) ?? inner) + outer }
            if let name = generic(inner, known, depth + 1) { return name + outer }
        }
        return nil
    }
}
