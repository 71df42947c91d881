import Diagnostics
import OutputFiles
import SwiftRendering
import Templates

/// The templates of a rendering.
enum TemplateChoice {
    static func sources(folder: String?) throws -> [TemplateSource] {
        var sources = BuiltInTemplates.all.map {
            TemplateSource(name: $0.name, file: "templates/\($0.name).mustache", text: $0.text)
        }
        guard let folder else { return sources }
        guard InputFiles.isFolder(folder) else {
            throw DiagnosticError("there is no such folder of templates", at: SourceLocation(file: folder))
        }
        for path in try InputFiles.list(folder, suffixes: [".mustache"]) {
            let name = String(path.dropFirst(folder.count + 1).dropLast(".mustache".count))
            let bytes = try readInput(path, limit: 1 << 20)
            let source = TemplateSource(name: name, file: path, text: String(decoding: bytes, as: UTF8.self))
            if let index = sources.firstIndex(where: { $0.name == name }) {
                sources[index] = source
            } else {
                sources.append(source)
            }
        }
        return sources
    }
}
