import APIModel
import APISpec
import Diagnostics
import OutputFiles
import SwiftRendering
import Templates

/// What rendering specs gives, planned as a whole before anything is written.
struct Generation {
    /// What rendering had to say, a finding each; of services that an earlier run has rendered, what it said then.
    private(set) var findings: [String] = []
    private var services: [Service] = []

    /// One service.
    private struct Service {
        /// What an earlier run has made of it, where nothing has changed since.
        var kept: (outcome: GenerationCache.Outcome, files: [String])?
        /// What rendering had to say.
        var findings: [String] = []
        var plans: [(folder: GeneratedFolder, plan: GeneratedFolder.Plan, paths: [String])] = []
        /// The file of names with what it will say, and the names that something has; `nil` where not all are known.
        var names: (file: NamesFile, record: NameRecord, used: NameRecord?)?
        /// The path of the file of names that the service has, alone or with others.
        var namePaths: [String] = []
        /// Whether nothing of it is written.
        var isLeftOut = false

        var targets: [GenerationCache.Target] {
            kept?.outcome.targets ?? plans.map { .init(folder: $0.folder.path, files: $0.paths.count) }
        }
    }

    /// Renders services and compares with what is in their folders.
    ///
    /// Services whose `memory` says that nothing has changed since an earlier run are left as they are. Throws
    /// `DiagnosticError` for templates that cannot be read, for two specs that would write one module, and for a folder
    /// that cannot be looked at.
    init(_ jobs: [GenerationJob], memory: (_ index: Int) -> GenerationCache? = { _ in nil }) throws {
        var owners: [String: String] = [:]
        func claim(_ folder: String, for job: GenerationJob) throws {
            if let other = owners[folder.lowercased()] {
                let module = folder.split(separator: "/").last ?? ""
                throw DiagnosticError(
                    "the module \(module) would be written by this spec and by \(other)",
                    at: SourceLocation(file: job.specPath))
            }
            owners[folder.lowercased()] = job.specPath
        }
        /// The service that has the names of a file last, by the path of the file.
        var records: [String: Int] = [:]
        let unchanged = Self.unchanged(jobs, memory)
        for (index, job) in jobs.enumerated() {
            var entry = Service()
            defer { services.append(entry) }
            if let kept = unchanged[index] {
                for target in kept.outcome.targets { try claim(target.folder, for: job) }
                entry.kept = kept
                entry.findings = kept.outcome.findings
                findings += entry.findings
                continue
            }
            let (document, omissions, versionsLeftOut) = job.selected()
            var options = job.options
            options.leftOutVersions = versionsLeftOut
            let kept = try NamesFile(forSpec: job.specPath, at: job.namesPath)
            let earlier = kept.path.flatMap { records[$0] }
            let known = earlier.flatMap { services[$0].names?.record } ?? kept.record.following(document)
            var file = job.file
            file.document = document
            var service = try ServiceRenderer(options: options, templates: job.templates).render(
                file, specFile: SpecInput.name(of: job.specPath), specPath: omissions.isEmpty ? job.pathToSpec : nil,
                keeping: job.chosenNames.adding(known))
            entry.findings = (omissions + service.findings).map(\.description)
            findings += entry.findings
            let targets = Self.targets(of: &service, job)
            for (files, path) in targets {
                try claim(path, for: job)
                let folder = GeneratedFolder(path: path)
                entry.plans.append((folder, try folder.plan(files: files), files.map(\.path)))
            }
            if job.keepsNames {
                // What is left out this time, or gone from the documentation, keeps its name for the day it returns; and
                // one spec may be rendered several times.
                let before = earlier.flatMap { services[$0].names }
                var used: NameRecord? = omissions.isEmpty ? service.names : nil
                if let before { used = used.flatMap { now in before.used.map(now.adding) } }
                if let earlier { services[earlier].names = nil }
                entry.names = (kept, (before?.record ?? known).updated(with: service.names), used)
                if let path = kept.path { records[path] = services.count }
                entry.namePaths = [kept.path].compactMap(\.self)
            }
        }
    }

    /// What is known of the services that need no rendering: those of which nothing has changed, and whose names nobody
    /// else is about to write.
    private static func unchanged(
        _ jobs: [GenerationJob], _ memory: (_ index: Int) -> GenerationCache?
    ) -> [(outcome: GenerationCache.Outcome, files: [String])?] {
        let kept = jobs.indices.map { memory($0)?.kept }
        let written = Set(jobs.indices.filter { kept[$0] == nil }.compactMap { jobs[$0].namesFile })
        return jobs.indices.map { index in
            jobs[index].namesFile.map(written.contains) ?? false ? nil : kept[index]
        }
    }

    /// The files of a service with the folders that they go into; their texts are gone, which would take the same room again.
    private static func targets(
        of service: inout RenderedService, _ job: GenerationJob
    ) -> [(files: [GeneratedFile], path: String)] {
        func files(_ target: inout RenderedTarget) -> [GeneratedFile] {
            target.files.indices.map { index in
                defer { target.files[index].text = "" }
                return GeneratedFile(path: target.files[index].path, contents: target.files[index].text)
            }
        }
        switch job.destination {
        case .folder(let path): return [(files(&service.module), path)]
        case .modulesBelow(let folder):
            let module = (files(&service.module), "\(folder)/\(service.module.name)")
            return job.hasTests ? [module, (files(&service.tests), "\(folder)/\(service.tests.name)")] : [module]
        }
    }

    private var plans: [(folder: GeneratedFolder, plan: GeneratedFolder.Plan)] {
        services.filter { !$0.isLeftOut }.flatMap(\.plans).map { ($0.folder, $0.plan) }
    }

    private var names: [(file: NamesFile, record: NameRecord, used: NameRecord?)] { services.compactMap(\.names) }

    /// Leaves services alone, by the places of their jobs: nothing of them is checked or written, and their modules
    /// count as made. Names that they share with others are kept.
    mutating func leaveOut(_ isLeftOut: (_ index: Int) -> Bool) {
        let shared = services.indices.filter { !isLeftOut($0) }.flatMap { services[$0].namePaths }
        for index in services.indices where isLeftOut(index) {
            services[index].isLeftOut = true
            if let path = services[index].names?.file.path, shared.contains(path) { continue }
            services[index].names = nil
        }
    }

    /// Whether nothing of what is to be written is there yet.
    var isNew: Bool { plans.allSatisfy { !InputFiles.exists("\($0.folder.path)/\($0.folder.manifestName)") } }

    /// How many files are to be written or removed; where it `isForced`, those that were edited by hand too.
    func writtenCount(isForced: Bool) -> Int {
        plans.map { _, plan in
            plan.added.count + plan.changed.count + plan.removed.count + (isForced ? plan.editedByHand.count : 0)
        }.reduce(0, +)
    }

    /// Throws `DiagnosticError` where a file that would be replaced was edited by hand, unless `force` is true.
    func checkConflicts(force: Bool) throws {
        let conflicts = plans.flatMap { folder, plan in plan.conflicts(in: folder.path, force: force) }
        guard conflicts.isEmpty else { throw DiagnosticError(conflicts) }
    }

    /// Throws `DiagnosticError` where a file was edited by hand, or the disks have no room: all that can be known before
    /// anything is written.
    func check(force: Bool) throws {
        try checkConflicts(force: force)
        try GeneratedFolder.checkSpace(for: plans)
    }

    /// Whether names and code are on disk as they were rendered, and nothing is left to do.
    var isUpToDate: Bool {
        names.allSatisfy { $0.file.isUpToDate(with: $0.record, used: $0.used) }
            && plans.allSatisfy { $0.plan.isUpToDate }
    }

    /// The folders of the modules.
    var targetFolders: [String] { services.flatMap(\.targets).map(\.folder) }

    /// Writes everything. Throws `DiagnosticError`; where a file was edited by hand, nothing is written.
    func write(force: Bool) throws {
        try check(force: force)
        for (file, record, used) in names { try file.write(record, used: used) }
        for (folder, plan) in plans { _ = try folder.apply(plan, force: force) }
    }

    /// How much was written, in a line.
    func summary(isForced: Bool) -> String {
        Self.summary(
            of: services.filter { !$0.isLeftOut }.flatMap(\.targets),
            changed: writtenCount(isForced: isForced))
    }

    /// How much there is, in a line, and how much of it is new.
    static func summary(of targets: [GenerationCache.Target], changed: Int) -> String {
        let files = targets.map(\.files).reduce(0, +)
        var folders: [String] = []
        for target in targets {
            let parent = target.folder.split(separator: "/").dropLast().joined(separator: "/")
            let shown = targets.count == 1 ? target.folder : target.folder.hasPrefix("/") ? "/" + parent : parent
            if !folders.contains(shown) { folders.append(shown) }
        }
        let word = targets.count == 1 ? "target" : "targets"
        return
            "\(folders.joined(separator: ", ")): \(targets.count) \(word), \(files) files, \(changed) of them changed"
    }

    /// What the next run has to know of each service, in the order of the jobs, and of all of them together: the files
    /// are folders, files and lists of files that were written or would have been.
    var outcomes: (services: [(GenerationCache.Outcome, files: [String])], all: GenerationCache.Outcome) {
        let each = services.map { service -> (GenerationCache.Outcome, files: [String]) in
            if let kept = service.kept { return kept }
            let files = service.plans.flatMap { folder, _, paths in
                [folder.path, "\(folder.path)/\(folder.manifestName)"] + paths.map { "\(folder.path)/\($0)" }
            }
            return (
                .init(findings: service.findings, targets: service.targets),
                files + [service.names?.file.path].compactMap(\.self)
            )
        }
        return (each, .init(findings: findings, targets: services.flatMap(\.targets)))
    }

    /// Whether a service was rendered in this run.
    func wasRendered(_ index: Int) -> Bool { services[index].kept == nil }

    /// What is not up to date, a line each.
    var differences: [String] {
        var lines: [String] = []
        for (file, record, used) in names where !file.isUpToDate(with: record, used: used) {
            lines.append("\(file.path ?? ""): outdated")
        }
        for (folder, plan) in plans {
            for (word, paths) in [("missing", plan.added), ("outdated", plan.changed), ("superfluous", plan.removed)] {
                for path in paths { lines.append("\(folder.path)/\(path): \(word)") }
            }
            for path in plan.editedByHand { lines.append("\(folder.path)/\(path): edited by hand") }
        }
        return lines
    }
}
