import Foundation

/// The lines of a configuration that name files.
///
/// A plugin cannot use libraries, so it does not read YAML: it looks for the keys that name inputs, each on a line of
/// its own at the left margin. `apidoc` reads the whole file and says so where a plugin could not follow it.
struct ConfigurationLines {
    static let fileName = "apidoc.yaml"

    /// The files that the configuration depends on and that exist.
    let inputs: [URL]

    init(_ file: URL) throws {
        var values: [String: String] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = String(line[..<colon])
            guard ["spec", "namesFile", "templates"].contains(key) else { continue }
            values[key] = Self.scalar(line[line.index(after: colon)...])
        }
        let folder = file.deletingLastPathComponent()
        func path(_ text: String) -> URL {
            text.hasPrefix("/") ? URL(fileURLWithPath: text) : folder.appendingPathComponent(text).standardizedFileURL
        }
        var found: [URL] = []
        if let spec = values["spec"] {
            let url = path(spec)
            let stem = url.deletingPathExtension().path
            let ending = url.pathExtension
            found.append(url)
            found.append(URL(fileURLWithPath: "\(stem).overlay.\(ending)"))
            found += Self.references(of: url)
            if values["namesFile"] == nil { found.append(URL(fileURLWithPath: "\(stem).names.\(ending)")) }
        }
        if let names = values["namesFile"] { found.append(path(names)) }
        if let templates = values["templates"] {
            let folder = path(templates)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            found += names.filter { $0.hasSuffix(".mustache") }.sorted().map { folder.appendingPathComponent($0) }
        }
        inputs = found.filter { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// The files in the folder of a document that its references lead to, and the references of these.
    ///
    /// Without a reader of YAML this takes whatever stands behind a `$ref`; what is not a file is not an input.
    private static func references(of document: URL) -> [URL] {
        let folder = document.deletingLastPathComponent().standardizedFileURL.path + "/"
        var known: Set<URL> = [document.standardizedFileURL]
        var (found, open): ([URL], [URL]) = ([], [document])
        while let file = open.popLast() {
            guard let data = try? Data(contentsOf: file) else { continue }
            var start = data.startIndex
            while let key = data.range(of: Data("$ref".utf8), in: start..<data.endIndex) {
                start = key.upperBound
                let line = data[start...].prefix(1024).prefix { $0 != UInt8(ascii: "\n") }
                guard let path = path(afterKey: String(decoding: line, as: UTF8.self)) else { continue }
                let url = file.deletingLastPathComponent().appendingPathComponent(path).standardizedFileURL
                guard url.path.hasPrefix(folder), known.insert(url).inserted,
                    FileManager.default.fileExists(atPath: url.path)
                else { continue }
                found.append(url)
                open.append(url)
            }
        }
        return found.sorted { $0.path < $1.path }
    }

    /// The path in `": 'a.yaml#/b'`, what may stand behind the key of a reference; `nil` where there is none.
    private static func path(afterKey text: String) -> String? {
        let value = text.drop { "\"' ".contains($0) }
        guard value.first == ":" else { return nil }
        let path = value.dropFirst().drop { "\"' ".contains($0) }.prefix { !"\"'#,}".contains($0) }
        let trimmed = path.trimmingCharacters(in: .whitespaces)
        guard !trimmed.isEmpty, !trimmed.contains("://") else { return nil }
        return trimmed.removingPercentEncoding ?? trimmed
    }

    /// The value of a line without its comment and its quotes.
    private static func scalar(_ text: Substring) -> String {
        let trimmed = text.drop { $0 == " " }
        if let quote = trimmed.first, quote == "'" || quote == "\"" {
            return String(trimmed.dropFirst().prefix { $0 != quote })
        }
        var value = trimmed
        if let comment = value.firstRange(of: " #") { value = value[..<comment.lowerBound] }
        while value.last == " " { value.removeLast() }
        return String(value)
    }
}
