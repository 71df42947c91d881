import Diagnostics
import Mustache
import Synchronization

/// The templates of one rendering, checked when they are loaded.
struct TemplateLibrary {
    private let engine: MustacheLibrary

    /// Reads the templates. Throws `DiagnosticError` for a syntax error, with its line, and for a partial that none of
    /// them is.
    init(_ sources: [TemplateSource]) throws {
        // Without the pragma the engine escapes for HTML, and a partial falls back to that as well.
        let pragma = "{{% CONTENT_TYPE:TEXT}}\n"
        var engine = MustacheLibrary()
        for source in sources {
            do {
                engine.register(try MustacheTemplate(string: pragma + source.text), named: source.name)
            } catch let error as MustacheTemplate.ParserError {
                throw DiagnosticError(
                    "the template cannot be read: \(error.error)",
                    at: SourceLocation(file: source.file, line: error.context.lineNumber - 1))
            }
        }
        let names = Set(sources.map(\.name))
        for source in sources {
            for (line, partial) in Self.partials(in: source.text) where !names.contains(partial) {
                throw DiagnosticError(
                    "no template is called `\(partial)`; there are \(names.sorted().joined(separator: ", "))",
                    at: SourceLocation(file: source.file, line: line))
            }
        }
        self.engine = engine
        files = Dictionary(sources.map { ($0.name, $0.file) }, uniquingKeysWith: { first, _ in first })
    }

    private let files: [String: String]

    /// The text of template `name` with the values of `context`. Throws `DiagnosticError` where the template names
    /// something that the context lacks.
    func render(_ name: String, _ context: TemplateContext) throws -> String {
        let root = UnknownNames()
        guard let template = engine.getTemplate(named: name) else {
            throw DiagnosticError("the template `\(name)` is missing", at: files[name].map { SourceLocation(file: $0) })
        }
        let text = template.render(RootContext(context: context, unknown: root), library: engine)
        let unknown = root.names
        guard unknown.isEmpty else {
            throw DiagnosticError(
                "the template names \(unknown.map { "`\($0)`" }.joined(separator: ", ")), which nothing provides",
                at: files[name].map { SourceLocation(file: $0) })
        }
        return text
    }

    private static func partials(in text: String) -> [(line: Int, name: String)] {
        var found: [(Int, String)] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var rest = line[...]
            while let open = rest.firstRange(of: "{{>"), let close = rest[open.upperBound...].firstRange(of: "}}") {
                let name = rest[open.upperBound..<close.lowerBound]
                found.append((index + 1, name.split(separator: " ").joined()))
                rest = rest[close.upperBound...]
            }
        }
        return found
    }
}

/// The outermost context: asked last, so what it is asked for and does not have is known nowhere.
private struct RootContext: MustacheParent {
    let context: TemplateContext
    let unknown: UnknownNames

    func child(named name: String) -> Any? {
        if let value = context.child(named: name) { return value }
        unknown.note(name)
        return nil
    }
}

private final class UnknownNames: Sendable {
    private let storage = Mutex<Set<String>>([])

    var names: [String] { storage.withLock { $0.sorted() } }

    func note(_ name: String) { storage.withLock { _ = $0.insert(name) } }
}
