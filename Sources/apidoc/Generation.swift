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

    /// Renders specs with the same choices, below one folder. Throws as ``init(_:)`` does.
    init(
        specs: [(path: String, file: SpecFile)], output: String, templates folder: String?,
        options: RenderingOptions = RenderingOptions()
    ) throws {
        try self.init(
            specs.map { path, file in
                var job = GenerationJob(specPath: path, file: file, destination: .modulesBelow(output))
                job.options = options
                job.templates = folder
                return job
            })
    }

    /// Renders services and compares with what is in their folders.
    ///
    /// Throws `DiagnosticError` for templates that cannot be read, for two specs that would write one module, and for a
    /// folder that cannot be looked at.
    init(_ jobs: [GenerationJob]) throws {
        var owners: [String: String] = [:]
        for job in jobs {
            let (document, omissions) = job.selected()
            findings += omissions
            let kept = try NamesFile(forSpec: job.specPath, at: job.namesPath)
            let renderer = SwiftRenderer(
                templates: try TemplateChoice.sources(folder: job.templates), options: job.options)
            var service = try renderer.render(
                document, specFile: SpecInput.name(of: job.specPath), keeping: job.chosenNames.adding(kept.record))
            findings += service.findings
            if job.options.layout == .folders {
                var file = job.file
                file.document = document
                service.module.files += try MoveArticles.files(for: file, of: service)
            }
            for (target, path) in Self.targets(of: service, job) {
                if let other = owners[path.lowercased()] {
                    throw DiagnosticError(
                        "the module \(target.name) would be written by this spec and by \(other)",
                        at: SourceLocation(file: job.specPath))
                }
                owners[path.lowercased()] = job.specPath
                targets.append(target)
                let folder = GeneratedFolder(path: path)
                let files = target.files.map { GeneratedFile(path: $0.path, contents: $0.text) }
                plans.append((folder, try folder.plan(files: files)))
            }
            if job.keepsNames {
                // What was left out this time keeps its name for the next.
                names.append((kept, omissions.isEmpty ? service.names : service.names.adding(kept.record)))
            }
        }
    }

    private static func targets(of service: RenderedService, _ job: GenerationJob) -> [(RenderedTarget, String)] {
        switch job.destination {
        case .folder(let path): return [(service.module, path)]
        case .modulesBelow(let folder):
            let all = job.hasTests ? [service.module, service.tests] : [service.module]
            return all.map { ($0, "\(folder)/\($0.name)") }
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
        summary(
            changed: plans.map { $0.plan.added.count + $0.plan.changed.count + $0.plan.removed.count }.reduce(0, +))
    }

    /// What the next run says where nothing has changed.
    var unchangedSummary: String { summary(changed: 0) }

    private func summary(changed: Int) -> String {
        let files = targets.map(\.files.count).reduce(0, +)
        var folders: [String] = []
        for (folder, _) in plans {
            let parent = folder.path.split(separator: "/").dropLast().joined(separator: "/")
            let shown = targets.count == 1 ? folder.path : folder.path.hasPrefix("/") ? "/" + parent : parent
            if !folders.contains(shown) { folders.append(shown) }
        }
        let word = targets.count == 1 ? "target" : "targets"
        return
            "\(folders.joined(separator: ", ")): \(targets.count) \(word), \(files) files, \(changed) of them changed"
    }

    /// Everything that was written or would have been: folders, files, and the lists of files.
    var outputs: [String] {
        plans.flatMap { folder, _ in [folder.path, "\(folder.path)/\(folder.manifestName)"] }
            + zip(plans, targets).flatMap { entry, target in target.files.map { "\(entry.folder.path)/\($0.path)" } }
            + names.compactMap(\.file.path)
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
