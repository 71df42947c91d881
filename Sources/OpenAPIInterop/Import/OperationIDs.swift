import OpenAPIExport
import YAML

/// The operation ids of a document as a person would write them.
///
/// Web frameworks make ids of a function's name, the path and the method (`create_kite_kites_post` at `POST /kites`), or
/// of the path and a function's name (`KitesKiteIdGetKite`). Path and method say nothing that the operation does not say
/// already: an id that ends in both loses them, and one that begins with its path loses that where what remains is what
/// the summary says. In front of a function's name others put the method (`get~list_kites`, `get_list_kites`) or the module
/// (`kites_api_list_kites`): the method goes where a tilde follows it, or a verb of the same meaning that nobody takes for
/// a noun, and both go where what remains is what the summary says. Each rule looks at one operation alone, so that others
/// that come or go change no name; only ids that would become equal stay as they are.
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
        names = found.map { ($0.id, NameMaking.upperCamel($0.short)) }
        let counts = Dictionary(found.map { (NameMaking.lowerCamel($0.short), 1) }, uniquingKeysWith: +)
        for (id, short) in found where id != short && counts[NameMaking.lowerCamel(short)] == 1 {
            self.short[id] = short
        }
    }

    /// The words without a method or a module in front of a function's name; `nil` where there is none.
    private static func withoutPrefix(
        _ words: [String], method: String, path: [String], summary: String?
    ) -> String? {
        if words.count > 2, words[0] == method, verbs[method]?.contains(words[1]) == true,
            // `get_list_members` of `/lists/{id}/members` gets the members of a list.
            !path.contains(where: { $0 == words[1] || $0 == words[1] + "s" })
        {
            return words.dropFirst().joined(separator: "_")
        }
        let name = NameMaking.words(summary ?? "").map { $0.lowercased() }
        guard name.count > 1, words.count > name.count, words.suffix(name.count).elementsEqual(name) else { return nil }
        let prefix = words.dropLast(name.count)
        let isModule = prefix.last.map(modules.contains) ?? false
        return isModule || Array(prefix) == [method] ? name.joined(separator: "_") : nil
    }

    /// How names of functions begin that do what the method says.
    ///
    /// Words that may be nouns are none of them: `deletePostComment` deletes, and `getOpenOrders` opens nothing. Without the
    /// method in front, the names of operations that change something would say the opposite.
    private static let verbs: [String: Set<String>] = [
        "get": ["fetch", "get", "list"],
        "post": ["add", "create", "send", "submit"],
    ]

    /// How the modules are called that hold such functions.
    private static let modules: Set<String> = [
        "api", "app", "controller", "controllers", "endpoints", "handlers", "main", "resources", "router", "routers",
        "routes", "server", "service", "views",
    ]

    /// The ids as they stand, each with its name in upper camel case.
    private(set) var names: [(id: String, name: String)] = []

    /// The id without its path and method; `nil` where it stays as it is.
    func shortened(_ id: String) -> String? { short[id] }

    private static func short(_ id: String, method: String, path: String, summary: String?) -> String? {
        let method = method.lowercased()
        if let tilde = id.firstIndex(of: "~"), id[..<tilde].lowercased() == method {
            let rest = NameMaking.words(String(id[id.index(after: tilde)...]))
            if !rest.isEmpty { return rest.joined(separator: "_") }
        }
        let words = NameMaking.words(id).map { $0.lowercased() }
        let place = NameMaking.words(path).map { $0.lowercased() }
        if let rest = withoutPrefix(words, method: method, path: place, summary: summary) { return rest }
        guard !place.isEmpty else { return nil }
        let ending = place + [method]
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
