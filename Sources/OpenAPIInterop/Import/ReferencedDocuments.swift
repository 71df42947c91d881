import Diagnostics
import YAML

/// Gives the content of a file that a reference leads to.
///
/// - Parameter path: the path from the folder of the document, with `/`, without `.`; it begins with `..` where it leads
///   out of that folder.
/// - Returns: the content in UTF-8, and what diagnostics call the file.
/// - Throws: `DiagnosticError` where there is no such file, or where it may not be read; its message says why.
public typealias ReferencedFileReader = (_ path: String) throws -> (content: [UInt8], name: String)

/// The documents of a reading: the one that was asked for, and the files that its references lead to.
struct ReferencedDocuments {
    /// One document.
    struct Document {
        /// The path from the folder of the first document.
        let path: String
        let root: YAMLNode
        let place: JSONPlace
        /// The schemas by `$anchor`, `$dynamicAnchor` and `$id`; looked for when somebody asks.
        /// An anchor that several schemas have leads to none of them.
        var anchors: [String: (node: YAMLNode, place: JSONPlace)]?
        /// Whether its templates multiply to more than a description has; its dynamic references are left out then.
        let hasEndlessTemplates: Bool

        init(path: String, root: YAMLNode, place: JSONPlace) {
            self.path = path
            self.place = place
            let bound = DynamicReferences.bound(in: root)
            self.root = bound ?? DynamicReferences.dropped(from: root)
            hasEndlessTemplates = bound == nil
        }
    }

    /// More files than any description needs.
    private static let mostFiles = 4_000

    private(set) var all: [Document]
    private var numbers: [String: Int] = [:]
    private let reader: ReferencedFileReader?
    private let limits: YAMLLimits

    init(file: String, root: YAMLNode, limits: YAMLLimits, reader: ReferencedFileReader?) {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        all = [Document(path: name, root: root, place: JSONPlace())]
        numbers[name] = 0
        self.reader = reader
        self.limits = limits
    }

    /// The number of the document that a relative reference leads to. Throws `DiagnosticError` with a message for a file
    /// that cannot be read.
    mutating func number(of reference: String, from document: Int) throws -> Int {
        let path = Self.path(of: reference, from: all[document].path)
        if let known = numbers[path] { return known }
        guard let reader else {
            throw DiagnosticError(
                "the reference leads to the file `\(path)`, and only one document was given; name a file on disk, or bundle "
                    + "the documents into one", at: nil)
        }
        guard all.count < Self.mostFiles else {
            throw DiagnosticError("the references lead to more than \(Self.mostFiles) files", at: nil)
        }
        let (content, name) = try reader(path)
        let root = try parseYAML(content, file: name, limits: limits)
        let number = all.count
        numbers[path] = number
        all.append(Document(path: path, root: root, place: JSONPlace(document: number, file: path)))
        return number
    }

    /// The number of the document that says by `$self` (OpenAPI 3.2) that this is its address; `nil` where none does.
    func number(ofAddress address: String) -> Int? {
        guard address.contains(":") else { return nil }
        return all.firstIndex { document in
            document.root["$self"]?.text.map { $0.prefix { $0 != "#" } == address } ?? false
        }
    }

    /// What an anchor or an identifier of a document names.
    mutating func anchor(_ name: String, in document: Int) -> (node: YAMLNode, place: JSONPlace)? {
        if all[document].anchors == nil {
            var found: [String: (node: YAMLNode, place: JSONPlace)] = [:]
            var repeated: Set<String> = []
            var pending = [(all[document].root, all[document].place)]
            while let (node, place) = pending.popLast() {
                for entry in node.entries ?? [] {
                    if ["$anchor", "$dynamicAnchor", "$id"].contains(entry.key.text), let text = entry.value.text {
                        if found.updateValue((node, place), forKey: text) != nil { repeated.insert(text) }
                    } else if entry.value.scalar == nil {
                        pending.append((entry.value, place.appending(entry.key.text)))
                    }
                }
                for (index, item) in (node.items ?? []).enumerated() where item.scalar == nil {
                    pending.append((item, place.appending(index)))
                }
            }
            for name in repeated { found[name] = nil }
            all[document].anchors = found
        }
        return all[document].anchors?[name]
    }

    /// A relative reference as a path from the folder of the first document, without `.` and, as far as that goes, `..`.
    private static func path(of reference: String, from base: String) -> String {
        var parts = reference.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
        for part in reference.split(separator: "/") {
            switch part {
            case ".": continue
            case ".." where parts.last.map { $0 != ".." } == true: parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
