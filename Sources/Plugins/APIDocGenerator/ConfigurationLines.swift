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
