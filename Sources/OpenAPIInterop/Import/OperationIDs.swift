import YAML

/// The operation ids of a document as a person would write them.
///
/// Web frameworks make ids of a function's name, the path and the method (`create_kite_kites_post` at `POST /kites`), or
/// of the path and a function's name (`KitesKiteIdGetKite`). Path and method say nothing that the operation does not say
/// already: an id that ends in both loses them, and one that begins with its path loses that where what remains is what
/// the summary says. Ids that would become equal stay as they are.
struct OperationIDs {
    private var short: [String: String] = [:]

    /// The ids of all operations below `paths`.
    init(paths: YAMLNode?, methods: [String]) {
        var found: [(id: String, short: String)] = []
        for path in paths?.entries ?? [] {
            for entry in path.value.entries ?? [] where methods.contains(entry.key.text) {
                guard let id = entry.value["operationId"]?.text else { continue }
                let short = Self.short(
                    id, method: entry.key.text, path: path.key.text, summary: entry.value["summary"]?.text)
                found.append((id, short ?? id))
            }
        }
        let counts = Dictionary(found.map { (NameMaking.lowerCamel($0.short), 1) }, uniquingKeysWith: +)
        for (id, short) in found where id != short && counts[NameMaking.lowerCamel(short)] == 1 {
            self.short[id] = short
        }
    }

    /// The id without its path and method; `nil` where it stays as it is.
    func shortened(_ id: String) -> String? { short[id] }

    private static func short(_ id: String, method: String, path: String, summary: String?) -> String? {
        let words = NameMaking.words(id).map { $0.lowercased() }
        let place = NameMaking.words(path).map { $0.lowercased() }
        guard !place.isEmpty else { return nil }
        let ending = place + [method.lowercased()]
        if words.count > ending.count, words.suffix(ending.count).elementsEqual(ending) {
            return words.dropLast(ending.count).joined(separator: "_")
        }
        if words.count > place.count, words.prefix(place.count).elementsEqual(place) {
            let rest = Array(words.dropFirst(place.count))
            if let summary, NameMaking.words(summary).map({ $0.lowercased() }) == rest {
                return rest.joined(separator: "_")
            }
        }
        return nil
    }
}
