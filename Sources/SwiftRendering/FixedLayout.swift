/// Puts the files of a module into a fixed number of files with fixed names.
///
/// A build plugin names its outputs before the spec is read. So it gets the same files for every service; those that a
/// service does not fill hold a comment.
struct FixedLayout {
    private static let modelFiles = 8
    private static let clientFiles = 4

    /// The paths, whatever the service.
    static let paths =
        (1...clientFiles).map { "Clients\($0).swift" } + (1...modelFiles).map { "Models\($0).swift" }
        + ["Service.swift"]

    /// The Swift files of `files` in the fixed ones; everything else, such as documentation, is left out.
    static func arranged(_ files: [RenderedFile]) -> [RenderedFile] {
        let sources = files.filter { $0.path.hasSuffix(".swift") }
        let models = sources.filter { $0.path.hasPrefix("Models/") }
        let clients = sources.filter { $0.path.hasPrefix("Clients/") }
        let others = sources.filter { !$0.path.hasPrefix("Models/") && !$0.path.hasPrefix("Clients/") }
        return spread(clients, over: clientFiles, named: "Clients") + spread(models, over: modelFiles, named: "Models")
            + [RenderedFile(path: "Service.swift", text: merged(others))]
    }

    private static func spread(_ files: [RenderedFile], over count: Int, named name: String) -> [RenderedFile] {
        (0..<count).map { number in
            let own = files.indices.filter { $0 % count == number }.map { files[$0] }
            let text = own.isEmpty ? "// This service needs no more files.\n" : merged(own)
            return RenderedFile(path: "\(name)\(number + 1).swift", text: text)
        }
    }

    /// Several files as one: the first comment, all imports once and at their widest, then what is declared.
    private static func merged(_ files: [RenderedFile]) -> String {
        var imports: [String: String] = [:]
        var header = ""
        var bodies: [String] = []
        for file in files {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
            let end = lines.firstIndex { line in
                !line.isEmpty && !line.hasPrefix("//") && Self.module(importedBy: line) == nil
            }
            if header.isEmpty { header = lines.first { $0.hasPrefix("//") }.map(String.init) ?? "" }
            for line in lines[..<(end ?? lines.endIndex)] {
                guard let module = module(importedBy: line) else { continue }
                if let known = imports[module], width(of: known[...]) >= width(of: line) { continue }
                imports[module] = String(line)
            }
            if let end { bodies.append(lines[end...].joined(separator: "\n")) }
        }
        let head = [header] + imports.sorted { $0.key < $1.key }.map(\.value)
        return head.joined(separator: "\n") + "\n\n" + bodies.joined(separator: "\n")
    }

    private static func module(importedBy line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let last = words.last, words.dropLast().last == "import" else { return nil }
        return words.dropLast(2).allSatisfy { widths.contains(String($0)) } ? String(last) : nil
    }

    /// What may stand in front of `import`, the narrowest first.
    private static let widths = ["internal", "package", "public", "@_exported"]

    /// How far an import reaches; one without a word in front reaches least, as it stands where all do.
    private static func width(of line: Substring) -> Int {
        widths.lastIndex { line.split(separator: " ").contains(Substring($0)) } ?? -1
    }
}
