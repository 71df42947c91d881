public import APIModel
public import Diagnostics

/// A file that rendering made.
public struct RenderedFile: Sendable, Hashable {
    /// The path below the folder of its target, with `/`.
    public var path: String
    /// The content.
    public var text: String

    /// A file at a path below the folder of its target.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// A target that rendering made: a folder of Swift files.
public struct RenderedTarget: Sendable, Hashable {
    /// The name of the module and of its folder.
    public var name: String
    /// The files, sorted by path.
    public var files: [RenderedFile]
}

/// What rendering a service gave.
public struct RenderedService: Sendable {
    /// The module with models and clients.
    public var module: RenderedTarget
    /// The module with tests.
    public var tests: RenderedTarget
    /// The names that were given.
    public var names: NameRecord
    /// What the generated code calls the things of the service.
    public var naming: ServiceNaming
    /// What had to be changed about names, and other things worth knowing.
    public var findings: [Diagnostic]
}

/// Renders a service as Swift.
public struct SwiftRenderer: Sendable {
    private let templates: [TemplateSource]
    private let options: RenderingOptions

    /// A renderer with these templates; they have to hold all of ``requiredTemplates``.
    public init(templates: [TemplateSource], options: RenderingOptions = RenderingOptions()) {
        self.templates = templates
        self.options = options
    }

    /// The names of the templates that rendering asks for.
    public static let requiredTemplates = [
        "Aliases", "Calls", "Client", "Documentation", "Header", "Models", "Namespace",
        "ServiceTests", "SharedClient", "Specification", "Tests",
    ]

    /// The paths of the module's files in the layout ``RenderingOptions/Layout/fixed``, sorted.
    public static let fixedFiles = FixedLayout.paths

    /// Renders a service.
    ///
    /// - Parameters:
    ///   - service: the service.
    ///   - specification: the text of its spec, for tests that start a mock service from it; asked for where they need it.
    ///   - specFile: the name of the spec file, for the first line of each file.
    ///   - specPath: the path to it from the folder that holds the modules; `nil` where no file has this text.
    ///   - known: the names that an earlier rendering gave; they are kept.
    /// - Returns: the files of both modules; the same service gives the same bytes.
    /// - Throws: `DiagnosticError` for a template that cannot be read or that names something unknown.
    public func render(
        _ service: APIModel, specification: @autoclosure @escaping @Sendable () -> String, specFile: String,
        specPath: String? = nil,
        keeping known: NameRecord = NameRecord()
    ) throws -> RenderedService {
        let library = try TemplateLibrary(templates)
        let model = service.inSwift(options.choices)
        let names = ServiceNames(model, options: options)
        // Requests that say the version are the same in several but for it.
        let mark = model.versions.count > 1 ? SelectedVersion.mark(absentFrom: specification()) : nil
        let marked = mark.flatMap { model.service.isSelectedByCalls ? model.selecting(by: $0) : nil } ?? model
        let ledger = NameRegistry(known: known)
        let plan = TypePlan(model, names: names, options: options, ledger: ledger)
        var findings = plan.collisions
        var sources = FileSet(templates: library, specFile: specFile, options: options)
        var tests = FileSet(templates: library, specFile: specFile, options: options)

        try sources.add(
            "\(names.namespace.name).swift", "Namespace",
            NamespaceView(
                model: model, names: names, ledger: ledger, access: options.access.modifier,
                leftOut: options.leftOutVersions
            )
            .context(collisions: &findings))
        let recovered = RecoveryArticle(model).text
        try sources.add(
            "\(names.module.name).docc/\(names.module.name).md", "Documentation",
            DocumentationView(model: model, names: names, hasRecovered: recovered != nil).context)
        if let article = recovered {
            sources.add("\(names.module.name).docc/\(RecoveryArticle.name).md", text: article)
        }
        try addModels(plan, to: &sources, findings: &findings)
        var clients = ClientsView(
            model: marked, versions: model.versions, mark: mark, plan: plan, collisions: &findings)
        for version in model.versions {
            let name = names.version(version.id).name
            try sources.add("Clients/\(name)Client.swift", "Client", clients.client(of: version).context)
        }
        for (name, context) in clients.shared {
            try sources.add("Clients/\(name.name).swift", "SharedClient", context)
        }
        for (name, context) in clients.aliases {
            try sources.add("Models/\(name.name)Aliases.swift", "Aliases", context)
        }
        clients.forgetCode()
        for suite in TestSuites(clients).all {
            if let context = suite.calls { try tests.add("\(suite.name)Tests.swift", "Tests", context) }
            if let context = suite.overHTTP {
                try tests.add("\(suite.name)ServiceTests.swift", "ServiceTests", context)
            }
        }
        try tests.add(
            "Specification.swift", "Specification",
            SpecificationView(text: specification, name: specFile, path: specPath.map { "../\($0)" }).context)
        return RenderedService(
            module: RenderedTarget(
                name: names.module.name,
                files: options.layout == .fixed ? FixedLayout.arranged(sources.sorted) : sources.sorted),
            tests: RenderedTarget(name: names.module.name + "Tests", files: tests.sorted), names: ledger.given,
            naming: ServiceNaming(ledger.given, names: names, mapping: plan.mapping), findings: findings)
    }

    /// Adds the files of the types: one for each letter that types of a namespace begin with, so that a new type moves no
    /// other from one file to the next.
    private func addModels(_ plan: TypePlan, to files: inout FileSet, findings: inout [Diagnostic]) throws {
        var homes: [(TypePlan.Namespace, String)] = [(.service, plan.names.namespace.name)]
        var seen: Set<String> = []
        for declaration in plan.declarations {
            if case .version(let id) = declaration.home, seen.insert(id).inserted {
                homes.append((.version(id), plan.names.version(id).name))
            }
        }
        let view = TypeView(plan: plan)
        for (home, prefix) in homes {
            let declarations = plan.declarations.filter { $0.home == home }
            let byLetter = Dictionary(grouping: declarations) { Self.letter(of: $0.name.name) }
            for (letter, chunk) in byLetter.sorted(by: { $0.key < $1.key }) {
                var context = TemplateContext()
                if case .version(let id) = home {
                    context.set("home", "\(plan.names.namespace).\(plan.names.version(id))")
                } else {
                    context.set("home", plan.names.namespace)
                }
                context.set("mentionsRuntime", chunk.contains(where: plan.mentionsRuntime))
                context.set("types", chunk.map { view.context(of: $0, collisions: &findings) })
                try files.add("Models/\(prefix)Models\(letter).swift", "Models", context)
            }
        }
    }

    /// What the file of a type is called by: its first letter, without marks, or a sign for all that is none of A to Z.
    private static func letter(of name: String) -> String {
        let first = name.prefix(1).uppercased().prefix(1)
        return ("A"..."Z").contains(first) && first.utf8.count == 1 ? String(first) : "_"
    }
}

/// A template as rendering takes it.
public struct TemplateSource: Sendable, Hashable {
    /// The name that other templates use for it.
    public var name: String
    /// Where it comes from, for diagnostics.
    public var file: String
    /// Its text.
    public var text: String

    /// A template.
    public init(name: String, file: String, text: String) {
        self.name = name
        self.file = file
        self.text = text
    }
}

/// Files in the making.
private struct FileSet {
    let templates: TemplateLibrary
    let specFile: String
    private let options: RenderingOptions
    private var files: [RenderedFile] = []

    init(templates: TemplateLibrary, specFile: String, options: RenderingOptions) {
        self.templates = templates
        self.specFile = specFile
        self.options = options
    }

    var sorted: [RenderedFile] { files.sorted { $0.path < $1.path } }

    mutating func add(_ path: String, text: String) { files.append(RenderedFile(path: path, text: text)) }

    mutating func add(_ path: String, _ template: String, _ context: TemplateContext) throws {
        var context = context
        options.setCommonValues(in: &context)
        var doc = DocComment()
        doc.note(DocComment.quoted(specFile))
        context["specFile"] = .comment(doc.lines.joined())
        add(path, text: try templates.render(template, context))
    }
}
