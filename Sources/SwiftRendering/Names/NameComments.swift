import Diagnostics
import Foundations
import YAML

/// The comments that people wrote into a file of names, each with the entry that it stands at.
///
/// They are read from the text, since a tree of YAML has none, and put into the new text at the same entries.
struct NameComments {
    /// The lines above an entry, and what follows it on its line.
    private struct Note {
        var above: [String] = []
        var behind: String?
    }

    private var notes: [[String]: Note] = [:]
    /// What follows the last entry, and what stood at entries that are gone.
    private var atEnd: [String] = []

    /// Marks a name that nothing has at present.
    static let unused = "# unused"

    /// The head of every file of names.
    static func head(specFile: String) -> [String] {
        [
            "# The names in Swift of \(printable(specFile)), kept by every `apidoc generate`: what was named once is never",
            "# renamed. Change a name here to choose another.",
        ]
    }

    /// No comments.
    init() {}

    /// The comments of a file; none where it cannot be read.
    init(of text: String) {
        let text = LineEnds.unix(text)
        guard let root = try? parseYAML(Array(text.utf8), file: "") else { return }
        let firstKeys = Self.firstKeys(of: root)
        var above: [String] = []
        var last: [String]?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.hasPrefix("#") {
                if !Self.isHead(content) { above.append(String(content)) }
                continue
            }
            guard !content.isEmpty else { continue }
            let path = firstKeys[index + 1] ?? last
            last = path
            guard let path else { continue }
            if !above.isEmpty { notes[path, default: Note()].above += above }
            above = []
            if let comment = Self.comment(of: line), let own = Self.withoutMark(comment) {
                notes[path, default: Note()].behind = own
            }
        }
        atEnd = above
    }

    /// Whether there is nothing to keep.
    var isEmpty: Bool { notes.isEmpty && atEnd.isEmpty }

    /// Whether a comment stands at one of the names of a scope, which then has a line of its own.
    func areInside(_ path: [String]) -> Bool {
        notes.keys.contains { $0.count == path.count + 1 && $0.starts(with: path) }
    }

    /// A new text of the file with the comments, and with a mark at each entry of `unused`.
    func added(to text: String, unused: Set<[String]>) -> String {
        guard let root = try? parseYAML(Array(text.utf8), file: "") else { return text }
        let firstKeys = Self.firstKeys(of: root)
        let lines = Self.lines(of: root)
        var left = notes
        var above: [Int: [String]] = [:]
        var behind: [Int: String] = [:]
        for path in notes.keys.sorted(by: {
            ($0.count, $0.joined(separator: "/")) < ($1.count, $1.joined(separator: "/"))
        }) {
            guard let line = lines[path], let note = left.removeValue(forKey: path) else { continue }
            above[line, default: []] += note.above
            guard let comment = note.behind else { continue }
            if firstKeys[line] == path { behind[line] = comment } else { above[line, default: []].append(comment) }
        }
        for path in unused {
            guard let line = lines[path], !(behind[line]?.hasSuffix(Self.unused) ?? false) else { continue }
            behind[line] = behind[line].map { "\($0) \(Self.unused)" } ?? Self.unused
        }
        var result: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indent = line.prefix { $0 == " " }
            result += (above[index + 1] ?? []).map { indent + $0 }
            result.append(behind[index + 1].map { "\(line)  \($0)" } ?? String(line))
        }
        if result.last == "" { result.removeLast() }
        let lost = left.sorted { $0.key.joined(separator: "/") < $1.key.joined(separator: "/") }
            .flatMap { $0.value.above + [$0.value.behind].compactMap(\.self) }
        return (result + lost + atEnd).joined(separator: "\n") + "\n"
    }

    // MARK: Places

    /// The line of each key, by the keys that lead to it.
    private static func lines(of root: YAMLNode) -> [[String]: Int] {
        Dictionary(keys(of: root, below: []).map { ($0.path, $0.line) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first key of each line.
    private static func firstKeys(of root: YAMLNode) -> [Int: [String]] {
        Dictionary(keys(of: root, below: []).map { ($0.line, $0.path) }, uniquingKeysWith: { first, _ in first })
    }

    /// A file of names has parts, owners and names: no deeper keys are looked at.
    private static func keys(of node: YAMLNode, below path: [String]) -> [(path: [String], line: Int)] {
        guard path.count < 3 else { return [] }
        return (node.entries ?? []).flatMap { entry in
            let own = path + [entry.key.text]
            return [(own, entry.key.location.line)] + keys(of: entry.value, below: own)
        }
    }

    // MARK: Lines

    private static func isHead(_ line: Substring) -> Bool {
        line.hasPrefix("# The names in Swift of ") || line == head(specFile: "")[1]
    }

    /// What follows `#` on a line, with it: outside of quotes, and behind white space.
    private static func comment(of line: Substring) -> String? {
        var quote: Character?
        var before: Character = " "
        var isEscaped = false
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if open == "\"", character == "\\", !isEscaped {
                    isEscaped = true
                } else {
                    if character == open, !isEscaped { quote = nil }
                    isEscaped = false
                }
            } else if character == "#", before == " " || before == "\t" {
                return String(line[index...])
            } else if character == "'" || character == "\"", " {[,".contains(before) {
                quote = character
            }
            before = character
        }
        return nil
    }

    /// The comment without our mark; `nil` where nothing else is in it.
    private static func withoutMark(_ comment: String) -> String? {
        var comment = comment[...]
        while comment.hasSuffix(unused) {
            comment = comment.dropLast(unused.count)
            while comment.last == " " { comment.removeLast() }
        }
        return comment.isEmpty ? nil : String(comment)
    }
}
