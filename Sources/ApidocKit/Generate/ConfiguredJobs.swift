import APIModel
import APISpec
import ConfigurationFile
import Diagnostics
import OutputFiles
import SwiftRendering

/// What a configuration asks for, as jobs of a generation.
struct ConfiguredJobs {
    /// The jobs, in the order of the file.
    let jobs: [GenerationJob]

    /// Reads a configuration and the specs that it names.
    ///
    /// `folder` takes the place of the folders of modules where it is given; then the configuration has one service.
    /// Throws `DiagnosticError` for a file that cannot be read, and for choices that match nothing in the spec.
    /// `output` comes before the folder that the file names, and `replacing` has specs that are not on disk yet.
    init(
        file: String, into folder: String?, layout: RenderingOptions.Layout, output: String? = nil,
        replacing: [String: SpecFile] = [:], _ context: PipelineContext
    ) async throws {
        let bytes = try readInput(file, limit: Self.byteLimit)
        let configuration = try ConfigurationReader().read(bytes, file: file)
        if layout == .fixed { try Self.checkLines(configuration, bytes, file: file) }
        var jobs: [GenerationJob] = []
        let replaced = Dictionary(
            replacing.map { (InputFiles.identity($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        for service in configuration.services {
            for (path, location) in try Self.specs(of: service) {
                var input: SpecInput.Input
                do {
                    if let file = replaced[InputFiles.identity(path)] {
                        input = SpecInput.Input(file: file, paths: [path])
                    } else {
                        input = try await SpecInput.readAny([path], context)[0]
                    }
                } catch let error as DiagnosticError where !InputFiles.exists(path) {
                    throw DiagnosticError(error.diagnostics.map { .error($0.message, at: location, rule: $0.rule) })
                }
                let stated = input.file.document
                if let choice = service.selector { try Self.select(choice, in: &input.file) }
                for choice in service.paging { input.file.document = try choice.applied(to: input.file.document) }
                var job = GenerationJob(
                    specPath: path, input: input,
                    destination: folder.map { .folder($0) } ?? .modulesBelow(output ?? configuration.output.value))
                job.templates = configuration.templates?.value
                job.options = Self.options(service, layout: layout)
                job.namesPath = service.namesFile?.value
                job.hasTests = service.makesTests
                job.keepsNames = layout == .folders
                job.chosenNames = try Self.names(service)
                job.selection = try Self.selection(service, of: input.file.document)
                if input.file.document != stated { job.isInItsFile = false }
                jobs.append(job)
            }
        }
        if folder != nil, jobs.count > 1 {
            throw DiagnosticError(
                "this configuration has \(jobs.count) services, and one folder holds one; give each target a "
                    + "configuration of its own", at: SourceLocation(file: file))
        }
        self.jobs = jobs
    }

    /// Puts what the configuration says of the selector in the place of what the spec says. Throws `DiagnosticError`
    /// where nothing in the spec is as it says.
    private static func select(_ choice: VersionSelectorChoice, in spec: inout SpecFile) throws {
        guard let kind = VersionSelector.Kind(rawValue: choice.kind.value) else { return }
        let selector = VersionSelector(
            kind, name: choice.name, pattern: choice.pattern ?? VersionSelector.placeholder)
        let before = spec.document.puttingBackSelector()
        spec.document = spec.document.selecting(by: selector)
        guard kind != .none, kind != .header, spec.document.operations == before.operations,
            spec.document.service.server == before.service.server
        else { return }
        throw DiagnosticError(
            "nothing in the spec is selected by \(selector.words) as `\(selector.pattern)` says; correct it, or leave "
                + "`selector` out", at: choice.kind.location)
    }

    /// A build plugin sees only keys at the left margin with their values on the same line; what stands elsewhere would
    /// be no input of the build.
    private static func checkLines(_ configuration: Configuration, _ bytes: [UInt8], file: String) throws {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        func check(_ key: String, _ location: SourceLocation?) throws {
            guard let location, (1...lines.count).contains(location.line) else { return }
            guard !lines[location.line - 1].starts(with: "\(key):".utf8) else { return }
            throw DiagnosticError(
                "a build plugin looks for `\(key): PATH` on a line of its own at the left margin; write it there",
                at: location)
        }
        for service in configuration.services {
            switch service.source {
            case .spec(let spec): try check("spec", spec.location)
            case .folder(let folder):
                throw DiagnosticError(
                    "a build plugin generates one service into its target; name it with `spec: PATH`",
                    at: folder.location)
            }
            try check("namesFile", service.namesFile?.location)
        }
        try check("templates", configuration.templates?.location)
    }

    /// The folders of specs that a configuration names, with all that they hold.
    static func folders(of file: String) -> [String] {
        guard let bytes = try? readInput(file, limit: byteLimit),
            let configuration = try? ConfigurationReader().read(bytes, file: file)
        else { return [] }
        return configuration.services.flatMap { service -> [String] in
            guard case .folder(let folder) = service.source else { return [] }
            return InputFiles.everything(in: folder.value)
        }
    }

    /// The greatest size of a configuration, in bytes.
    private static let byteLimit = 1 << 20

    private static func specs(of service: ServiceConfiguration) throws -> [(path: String, location: SourceLocation)] {
        switch service.source {
        case .spec(let spec): return [(spec.value, spec.location)]
        case .folder(let folder):
            guard InputFiles.isFolder(folder.value) else {
                throw DiagnosticError("there is no folder `\(folder.value)`", at: folder.location)
            }
            let paths = try InputFiles.list(folder.value, suffixes: [".yaml"]).filter {
                SpecFolder.isSpec(SpecInput.name(of: $0))
            }
            guard !paths.isEmpty else {
                throw DiagnosticError("the folder `\(folder.value)` holds no spec", at: folder.location)
            }
            return paths.map { ($0, folder.location) }
        }
    }

    private static func options(
        _ service: ServiceConfiguration, layout: RenderingOptions.Layout
    ) -> RenderingOptions {
        var options = RenderingOptions()
        options.isHashable = service.isHashable
        options.access =
            switch service.access {
            case .public: .public
            case .package: .package
            case .internal: .internal
            }
        options.module = service.module?.value
        options.namespace = service.namespace?.value
        options.choices.types = Dictionary(
            service.types.map { ($0.schema, $0.type) }, uniquingKeysWith: { first, _ in first })
        options.imports = service.imports.map(\.value)
        options.choices.numbers = service.numbers == .decimal ? .decimal : .double
        options.choices.dates = service.dates == .string ? .string : .date
        options.layout = layout
        return options
    }

    private static func names(_ service: ServiceConfiguration) throws -> NameRecord {
        var record = NameRecord()
        for name in service.names { record.add(name.name, for: name.original, in: name.scope) }
        return record
    }

    /// The part of the spec that is chosen; everything that a choice names has to be there.
    private static func selection(
        _ service: ServiceConfiguration, of document: SpecDocument
    ) throws -> SpecSelection {
        var problems: [Diagnostic] = []
        let isFolder = if case .folder = service.source { true } else { false }
        func check(_ patterns: [NamePattern], _ names: [String], _ word: String) {
            guard !isFolder else { return }
            for pattern in patterns where !names.contains(where: pattern.matches) {
                problems.append(.error("no \(word) of the spec matches `\(pattern.text)`", at: pattern.location))
            }
        }
        let operations = document.operations.map(\.id)
        let schemas = document.schemas.map(\.name)
        check((service.operations?.include ?? []) + (service.operations?.exclude ?? []), operations, "operation")
        check(service.schemas ?? [], schemas, "schema")
        for type in service.types where !schemas.contains(type.schema) && !isFolder {
            problems.append(.error("the spec has no schema `\(type.schema)`", at: type.location))
        }
        let versions = try versions(service, of: document, problems: &problems)
        guard problems.isEmpty else { throw DiagnosticError(problems) }
        return SpecSelection(
            versions: versions,
            operations: NamePatterns(
                include: service.operations.flatMap { $0.include.isEmpty ? nil : $0.include.map(\.text) },
                exclude: service.operations?.exclude.map(\.text) ?? []),
            schemas: service.schemas.map { NamePatterns(include: $0.map(\.text)) })
    }

    private static func versions(
        _ service: ServiceConfiguration, of document: SpecDocument, problems: inout [Diagnostic]
    ) throws -> [String]? {
        switch service.versions {
        case .all: return nil
        case .latest:
            let latest = document.versions.first { $0.status == .current } ?? document.versions.first
            return latest.map { [$0.id] }
        case .supported: return document.versions.filter { $0.status != .deprecated }.map(\.id)
        case .listed(let ids):
            let known = document.versions.map(\.id)
            for id in ids where !known.contains(id.value) {
                problems.append(
                    .error(
                        "the spec has no version `\(id.value)`; it has \(known.map { "`\($0)`" }.joined(separator: ", "))",
                        at: id.location))
            }
            return known.filter { id in ids.contains { $0.value == id } }
        }
    }
}
