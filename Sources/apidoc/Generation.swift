import APISpec
import Diagnostics
import OutputFiles
import SwiftRendering
import Templates

/// What rendering specs gives, planned as a whole before anything is written.
struct Generation {
    /// What rendering had to say.
    private(set) var findings: [Diagnostic] = []
    private var targets: [RenderedTarget] = []
    private var plans: [(folder: GeneratedFolder, plan: GeneratedFolder.Plan)] = []
    private var names: [(file: NamesFile, record: NameRecord)] = []
    private let output: String

    /// Renders specs, given with their paths, and compares with what is in the folder `output`.
    ///
    /// Throws `DiagnosticError` for templates that cannot be read, for two specs that would write one module, and for a
    /// folder that cannot be looked at.
    init(
        specs: [(path: String, file: SpecFile)], output: String, templates folder: String?,
        options: RenderingOptions = RenderingOptions()
    ) throws {
        self.output = output
        let renderer = SwiftRenderer(templates: try TemplateChoice.sources(folder: folder), options: options)
        var owners: [String: String] = [:]
        for (path, file) in specs {
            let kept = try NamesFile(forSpec: path)
            var service = try renderer.render(
                file.document, specFile: SpecInput.name(of: path), keeping: kept.record)
            service.module.files += try MoveArticles.files(for: file, of: service)
            findings += service.findings
            for target in [service.module, service.tests] {
                if let other = owners[target.name.lowercased()], other != path {
                    throw DiagnosticError(
                        "the module \(target.name) would be written by this spec and by \(other)",
                        at: SourceLocation(file: path))
                }
                owners[target.name.lowercased()] = path
                targets.append(target)
            }
            names.append((kept, service.names))
        }
        plans = try targets.map { target in
            let folder = GeneratedFolder(path: "\(output)/\(target.name)")
            let files = target.files.map { GeneratedFile(path: $0.path, contents: $0.text) }
            return (folder, try folder.plan(files: files))
        }
    }

    /// Throws `DiagnosticError` where a file that would be replaced was edited by hand, unless `force` is true.
    func checkConflicts(force: Bool) throws {
        let conflicts = plans.flatMap { folder, plan in plan.conflicts(in: folder.path, force: force) }
        guard conflicts.isEmpty else { throw DiagnosticError(conflicts) }
    }

    /// Writes everything. Throws `DiagnosticError`; where a file was edited by hand, nothing is written.
    func write(force: Bool) throws {
        try checkConflicts(force: force)
        for (file, record) in names { try file.write(record) }
        for (folder, plan) in plans { _ = try folder.apply(plan, force: force) }
    }

    /// How much was written, in a line.
    var summary: String {
        let files = targets.map(\.files.count).reduce(0, +)
        let changed = plans.map { $0.plan.added.count + $0.plan.changed.count + $0.plan.removed.count }.reduce(0, +)
        return "\(output): \(targets.count) targets, \(files) files, \(changed) of them changed"
    }

    /// Says what is not up to date, a line each; returns whether everything is.
    func reportDifferences() -> Bool {
        var isUpToDate = true
        func say(_ line: String) {
            Console.say(line)
            isUpToDate = false
        }
        for (file, record) in names where !file.isUpToDate(with: record) { say("\(file.path ?? ""): outdated") }
        for (folder, plan) in plans {
            for (word, paths) in [("missing", plan.added), ("outdated", plan.changed), ("superfluous", plan.removed)] {
                for path in paths { say("\(folder.path)/\(path): \(word)") }
            }
            for path in plan.editedByHand { say("\(folder.path)/\(path): edited by hand") }
        }
        return isUpToDate
    }
}
