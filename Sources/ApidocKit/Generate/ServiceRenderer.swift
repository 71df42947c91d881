import APIModel
public import APISpec
public import SwiftRendering

/// From a spec to the files of its modules, in memory: nothing is read but templates, and nothing is written.
public struct ServiceRenderer: Sendable {
    private let options: RenderingOptions
    private let templates: String?

    /// A renderer.
    ///
    /// - Parameters:
    ///   - options: how the code looks.
    ///   - templates: a folder with templates that take the place of the built-in ones of the same name.
    public init(options: RenderingOptions = RenderingOptions(), templates: String? = nil) {
        self.options = options
        self.templates = templates
    }

    /// Renders a spec, with articles on moving from each version to the next.
    ///
    /// - Parameters:
    ///   - file: the spec.
    ///   - specFile: the name of its file, which the first line of each file names.
    ///   - specPath: the path to it from the folder that holds the modules, where tests read it; `nil` has tests bring the
    ///     spec along.
    ///   - known: the names that an earlier rendering gave, which are kept.
    /// - Returns: a module and the module of its tests, with the names that were given; the same spec gives the same bytes.
    /// - Throws: `DiagnosticError` for templates that cannot be read or that name something unknown.
    public func render(
        _ file: SpecFile, specFile: String, specPath: String? = nil, keeping known: NameRecord = NameRecord()
    ) throws -> RenderedService {
        let renderer = SwiftRenderer(templates: try TemplateChoice.sources(folder: templates), options: options)
        let document = file.document
        var service = try renderer.render(
            APIModel(document), specification: SpecWriter().write(document), specFile: specFile,
            specPath: specPath, keeping: known)
        if options.layout == .folders { service.module.files += try MoveArticles.files(for: file, of: service) }
        return service
    }
}
