import Diagnostics
import YAML

extension NameRecord {
    /// The only format that this version of the package reads and writes (`names: 1`).
    public static let format = 1

    /// The parts of the file: those that hold names, and those that hold a mapping of names for each owner.
    private static let flatParts = ["operations", "pages", "headerTypes", "environments", "regionTypes", "addresses"]
    private static let nestedParts = [
        "types", "members", "values", "alternatives", "parameters", "headers", "regions", "variables",
    ]

    /// Reads a file of names.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name for diagnostics.
    /// - Throws: `DiagnosticError` with everything that is wrong: what is not a mapping of names to names, and names
    ///   that Swift cannot have or that are given twice.
    public init(reading bytes: [UInt8], file: String) throws {
        self.init()
        let root = try parseYAML(bytes, file: file)
        guard let entries = root.entries, root["names"]?.scalar?.resolved == .integer(String(Self.format)) else {
            throw DiagnosticError("a file of names begins with `names: \(Self.format)`", at: root.location)
        }
        var problems: [Diagnostic] = []
        for entry in entries where entry.key.text != "names" {
            let part = entry.key.text
            if Self.flatParts.contains(part) {
                read(entry.value, path: [part], &problems)
            } else if Self.nestedParts.contains(part) {
                guard let owners = entry.value.entries else {
                    problems.append(.error("`\(part)` is a mapping", at: entry.value.location))
                    continue
                }
                for owner in owners { read(owner.value, path: [part, owner.key.text], &problems) }
            } else {
                let known = (Self.flatParts + Self.nestedParts).map { "`\($0)`" }.joined(separator: ", ")
                problems.append(.error("a file of names has no key `\(part)`; it has \(known)", at: entry.key.location))
            }
        }
        guard problems.isEmpty else { throw DiagnosticError(problems) }
    }

    private mutating func read(_ node: YAMLNode, path: [String], _ problems: inout [Diagnostic]) {
        let place = path.joined(separator: "/")
        guard let entries = node.entries else {
            problems.append(.error("`\(place)` is a mapping of names to names in Swift", at: node.location))
            return
        }
        for entry in entries {
            let original = entry.key.text
            guard let name = entry.value.scalar?.text, SwiftIdentifier(name).name == name, name != "_" else {
                problems.append(
                    .error(
                        "this is not a name in Swift; write ASCII letters, digits and underscores, a letter first",
                        at: entry.value.location))
                continue
            }
            if let other = owner(of: name, in: path) {
                problems.append(
                    .error("`\(other)` is called `\(name)` already; choose another name", at: entry.value.location))
                continue
            }
            add(name, for: original, in: path)
        }
    }

    /// The file of names for a spec; the same record gives the same bytes.
    ///
    /// - Parameters:
    ///   - specFile: the name of the spec, for the head of the file.
    ///   - used: the names that something has; the others are marked. `nil` where that is not known of all of them.
    ///   - old: the file as it is, whose comments are kept.
    /// - Returns: the whole file.
    public func text(specFile: String, used: NameRecord? = nil, keepingCommentsOf old: String? = nil) -> String {
        let comments = old.map(NameComments.init(of:)) ?? NameComments()
        func isUnused(_ original: String, _ path: [String]) -> Bool {
            used.map { $0.name(of: original, in: path) == nil } ?? false
        }
        var unused: Set<[String]> = []
        var parts: [YAMLMember] = [YAMLMember("names", .number(String(Self.format)))]
        for part in Self.flatParts + Self.nestedParts {
            let scopes = scopes.filter { $0.path[0] == part }
            func mapping(_ scope: Scope, _ style: YAMLStyle) -> YAMLValue {
                let marked = scope.names.filter { isUnused($0.original, scope.path) }
                unused.formUnion(marked.map { scope.path + [$0.original] })
                let isMixed = !marked.isEmpty && marked.count < scope.names.count
                return Self.mapping(scope, isMixed || comments.areInside(scope.path) ? .block : style)
            }
            if let flat = scopes.first, flat.path.count == 1 {
                parts.append(YAMLMember(part, mapping(flat, .block)))
            } else if !scopes.isEmpty {
                let owners = scopes.map { YAMLMember($0.path[1], mapping($0, .automatic)) }
                parts.append(YAMLMember(part, .mapping(owners, .block)))
            }
        }
        let text = YAMLWriter(width: 120).write(
            .mapping(parts, .block), comment: NameComments.head(specFile: specFile))
        return comments.isEmpty && unused.isEmpty ? text : comments.added(to: text, unused: unused)
    }

    private static func mapping(_ scope: Scope, _ style: YAMLStyle) -> YAMLValue {
        .mapping(scope.names.map { YAMLMember($0.original, .string($0.name)) }, style)
    }
}
