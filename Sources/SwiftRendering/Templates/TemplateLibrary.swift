import Diagnostics
import Mustache

/// The templates of one rendering, checked when they are loaded.
struct TemplateLibrary {
    private let engine: MustacheLibrary
    private let templates: [TemplateText]
    /// The number of the first tag of each template.
    private let firstTags: [Int]

    /// Reads the templates. Throws `DiagnosticError` with the places of tags that cannot be read, of sections that are
    /// not closed, and of partials that no template is; and for a template that is missing or that nothing uses.
    init(_ sources: [TemplateSource], required: [String] = SwiftRenderer.requiredTemplates) throws {
        var engine = MustacheLibrary()
        var templates: [TemplateText] = []
        var firstTags: [Int] = []
        var count = 0
        var problems: [Diagnostic] = []
        for source in sources {
            do {
                let template = try TemplateText(source, first: count)
                // Read without marks first, so that the place of what the engine rejects is right.
                _ = try Self.parsed(source.text, of: source)
                engine.register(try Self.parsed(template.marked, of: source), named: source.name)
                templates.append(template)
                firstTags.append(count)
                count += template.tags.count
            } catch let error as DiagnosticError {
                problems += error.diagnostics
            }
        }
        // Which templates there are is only known where all can be read.
        if problems.isEmpty { problems = TemplatePartials(templates: templates, required: required).problems }
        guard problems.isEmpty else { throw DiagnosticError(problems) }
        self.engine = engine
        self.templates = templates
        self.firstTags = firstTags
    }

    /// The text of template `name` with the values of `context`. Throws `DiagnosticError` with the place of each tag
    /// that names something that the context lacks.
    func render(_ name: String, _ context: TemplateContext) throws -> String {
        guard let template = engine.getTemplate(named: name) else {
            throw DiagnosticError("the template `\(name)` is missing; rendering needs it", at: nil)
        }
        let lookups = TemplateLookups()
        let text = template.render(
            TemplateScope(context: context, lookups: lookups, isOutermost: true), library: engine)
        let unknown = lookups.unknown.sorted { $0.key < $1.key }
        guard unknown.isEmpty else { throw DiagnosticError(unknown.map { problem($0.key, $0.value) }) }
        return text
    }

    private func problem(_ number: Int, _ unknown: TemplateLookups.Unknown) -> Diagnostic {
        // Tags are numbered through all templates, and the last one that starts before a number holds it.
        let index = firstTags.lastIndex { $0 <= number } ?? 0
        let template = templates[index]
        return .error(
            "the template `\(template.source.name)` names `\(unknown.name)`, which nothing provides; "
                + NearestWord.suggestion(for: unknown.name, among: unknown.known),
            at: template.tags[number - firstTags[index]].location)
    }

    private static func parsed(_ text: String, of source: TemplateSource) throws -> MustacheTemplate {
        do {
            // Without the pragma the engine escapes for HTML, and a partial falls back to that as well.
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
        } catch let error as MustacheTemplate.ParserError {
            throw DiagnosticError(
                "the template `\(source.name)` cannot be read: \(error.error)",
                at: SourceLocation(
                    file: source.file, line: error.context.lineNumber - 1, column: error.context.columnNumber))
        }
    }
}
