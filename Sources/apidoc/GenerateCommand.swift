import APISpec
import ArgumentParser
import Diagnostics
import OutputFiles
import SwiftRendering
import Templates

/// `apidoc generate`
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Renders specs as Swift: models, clients and tests.",
        discussion: """
            Without a spec, all of the folder `spec` are rendered. Each gets two folders: one for its module, one for \
            its tests. Only files that an earlier run wrote are ever changed or removed, and nothing is written \
            unless everything can be. The names in Swift are kept in NAME.names.yaml beside each spec, so that \
            what was named once is never renamed; change a name there to choose another.

              apidoc generate
              apidoc generate spec/backup.yaml -o Generated
              apidoc generate --check
            """)

    @Argument(help: "The specs; all of the folder `spec` where none is named.")
    var specs: [String] = []

    @Option(name: [.customShort("o"), .long], help: "The folder that the modules go into.")
    var output = "Generated"

    @Flag(help: "Writes nothing; ends with exit code 1 where the folder is not up to date.")
    var check = false

    @Option(help: "A folder with templates that take the place of the built-in ones of the same name.")
    var templates: String?

    @Flag(help: "Makes models Hashable and not only Equatable, at the price of longer builds.")
    var hashable = false

    @Flag(help: "Replaces files that were edited by hand.")
    var force = false

    func run() throws {
        try Console.run {
            let renderer = SwiftRenderer(
                templates: try TemplateChoice.sources(folder: templates),
                options: RenderingOptions(isHashable: hashable))
            var targets: [(target: RenderedTarget, spec: String)] = []
            var names: [(file: NamesFile, record: NameRecord)] = []
            for path in try SpecInput.paths(specs) {
                let file = try SpecInput.read(path)
                let kept = try NamesFile(forSpec: path)
                let service = try renderer.render(
                    file.document, specFile: SpecInput.name(of: path), keeping: kept.record)
                Console.report(service.findings)
                targets += [(service.module, path), (service.tests, path)]
                names.append((kept, service.names))
            }
            try checkNames(targets)
            // Everything is planned before anything is written.
            let plans = try targets.map { target, _ in
                let folder = GeneratedFolder(path: "\(output)/\(target.name)")
                let files = target.files.map { GeneratedFile(path: $0.path, contents: $0.text) }
                return (folder, try folder.plan(files: files))
            }
            if check {
                try report(plans, outdatedNames: names.filter { !$0.file.isUpToDate(with: $0.record) }.map(\.file))
                return
            }
            let conflicts = plans.flatMap { folder, plan in plan.conflicts(in: folder.path, force: force) }
            guard conflicts.isEmpty else { throw DiagnosticError(conflicts) }
            for (file, record) in names { try file.write(record) }
            for (folder, plan) in plans { _ = try folder.apply(plan, force: force) }
            let files = targets.map(\.target.files.count).reduce(0, +)
            let changed = plans.map { $0.1.added.count + $0.1.changed.count + $0.1.removed.count }.reduce(0, +)
            Console.say("\(output): \(targets.count) targets, \(files) files, \(changed) of them changed")
        }
    }

    private func checkNames(_ targets: [(target: RenderedTarget, spec: String)]) throws {
        var owners: [String: String] = [:]
        for (target, spec) in targets {
            if let other = owners[target.name.lowercased()], other != spec {
                throw DiagnosticError(
                    "the module \(target.name) would be written by this spec and by \(other)",
                    at: SourceLocation(file: spec))
            }
            owners[target.name.lowercased()] = spec
        }
    }

    private func report(_ plans: [(GeneratedFolder, GeneratedFolder.Plan)], outdatedNames: [NamesFile]) throws {
        var isUpToDate = outdatedNames.isEmpty
        for file in outdatedNames { Console.say("\(file.path ?? ""): outdated") }
        for (folder, plan) in plans {
            for (word, paths) in [("missing", plan.added), ("outdated", plan.changed), ("superfluous", plan.removed)] {
                for path in paths {
                    Console.say("\(folder.path)/\(path): \(word)")
                    isUpToDate = false
                }
            }
            for path in plan.editedByHand {
                Console.say("\(folder.path)/\(path): edited by hand")
                isUpToDate = false
            }
        }
        if !isUpToDate { throw Console.answerIsNo }
    }
}

/// The templates of a rendering.
private enum TemplateChoice {
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
