import Diagnostics

/// An output folder in which a generator owns some files, and people may own others.
///
/// A manifest in the folder lists exactly the files that the generator owns, with the SHA-256 of what it wrote. Only
/// those are ever overwritten or removed, and not even those if somebody edited them. Symbolic links inside the folder
/// are never followed.
///
/// `apply` first stages all new contents in a hidden folder, then switches with renames, and writes the manifest last. A
/// full disk or a killed process before the switch leaves the old output whole. From the switch on a journal says what
/// is going on, and the next run finishes or undoes the rest. Runs at the same time wait for each other.
public struct GeneratedFolder: Sendable {
    /// The folder; created by `apply` if it does not exist.
    public let path: String
    /// The name of the manifest in the folder.
    public let manifestName: String
    /// How long to wait for another run, in milliseconds.
    var patience = 60_000
    /// Called on the way, so that tests can stop or kill a run anywhere.
    var checkpoint: @Sendable (Checkpoint) throws -> Void = { _ in }

    /// The points on the way of `apply`.
    enum Checkpoint: Sendable, Hashable {
        case locked
        case staged(Int)
        case journalWritten
        case switched(Int)
        case removed(Int)
        case manifestWritten
    }

    /// An output folder; nothing is read or written yet.
    public init(path: String, manifestName: String = ".apidoc-manifest.json") {
        var path = Substring(path)
        // A slash at the end would follow a symbolic link.
        while path.count > 1, path.last == "/" { path.removeLast() }
        self.path = String(path)
        self.manifestName = manifestName
    }

    /// Compares what is wanted with what is there; changes nothing.
    ///
    /// - Parameter files: All the files that the generator wants in the folder.
    /// - Returns: What `apply` would do, and what stands in its way.
    /// - Throws: `DiagnosticError` if a path is not allowed or two are too similar, if the folder or something in it is
    ///   a symbolic link or otherwise of the wrong kind, if the manifest is broken, or if something cannot be read.
    public func plan(files: [GeneratedFile]) throws -> Plan {
        let wanted = try checked(files)
        guard let folder = try OutputFolder(self, isExclusive: false) else { return Plan(adding: wanted) }
        return try Planner(folder: folder, wanted: wanted).plan()
    }

    /// Makes the folder hold what the plan wants.
    ///
    /// The folder is compared once more, since it may have changed after the plan was made.
    ///
    /// - Parameters:
    ///   - plan: What `plan(files:)` returned.
    ///   - force: Whether files that were edited by hand are overwritten or removed nevertheless. Files that the
    ///     generator does not own are safe in any case.
    /// - Returns: What was done.
    /// - Throws: `DiagnosticError` as `plan(files:)` does, also if files were edited by hand or are in the way, and if
    ///   something cannot be written.
    @discardableResult
    public func apply(_ plan: Plan, force: Bool = false) throws -> Plan {
        let isNew = try OutputFolder.create(path)
        do {
            guard let folder = try OutputFolder(self, isExclusive: true) else {
                throw DiagnosticError(
                    "the folder has been removed meanwhile; run again", at: SourceLocation(file: path))
            }
            try checkpoint(.locked)
            try Recovery(folder: folder).finishInterruptedRun()
            let current = try Planner(folder: folder, wanted: plan.wanted).plan()
            let conflicts = current.conflicts(in: path, force: force)
            if !conflicts.isEmpty { throw DiagnosticError(conflicts) }
            if !current.isUpToDate {
                try DirectoryTransaction(folder: folder, plan: current, checkpoint: checkpoint).run()
            }
            return current
        } catch {
            if isNew { OutputFolder.removeIfEmpty(path) }
            throw error
        }
    }

    /// Removes all that the generator owns in the folder, then the manifest, and the folder if nothing else is in it.
    ///
    /// Throws `DiagnosticError` as `apply` does; where a file was edited by hand, nothing is removed unless `force` is
    /// true.
    public func removeAll(force: Bool = false) throws {
        try apply(plan(files: []), force: force)
        guard let folder = try OutputFolder(self, isExclusive: true) else { return }
        try folder.removeManifest()
        OutputFolder.removeIfEmpty(path)
    }

    /// The name of the folder for staged contents.
    var stagingName: String { manifestName + ".staging" }

    /// The files by path, in order; throws all that is wrong with the paths at once.
    private func checked(_ files: [GeneratedFile]) throws -> [WantedFile] {
        try checkPath(path)
        let location = SourceLocation(file: path)
        // The manifest may be hidden, generated files may not.
        let plainName = manifestName.drop { $0 == "." }
        guard (try? RelativePath(String(plainName))) != nil, !manifestName.contains("/") else {
            throw DiagnosticError("\"\(manifestName)\" cannot be the name of a manifest", at: location)
        }
        var twins = PathTwins()
        var wanted: [WantedFile] = []
        var problems: [Diagnostic] = []
        let own = [manifestName, stagingName].map(RelativePath.key)
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            do {
                let path = try RelativePath(file.path)
                if let first = path.names.first, own.contains(RelativePath.key(first)) {
                    throw RelativePath.Refusal(reason: "the generator itself needs the name \(first)")
                }
                if let reason = twins.add(path) { throw RelativePath.Refusal(reason: reason) }
                wanted.append(WantedFile(path: path, contents: file.contents))
            } catch let refusal as RelativePath.Refusal {
                problems.append(
                    .error("a generated file cannot have the path \"\(file.path)\": \(refusal.reason)", at: location))
            }
        }
        if !problems.isEmpty { throw DiagnosticError(problems) }
        return wanted
    }
}

/// A file that the generator wants, with its path checked.
struct WantedFile: Sendable {
    let path: RelativePath
    let contents: [UInt8]
    let digest: Digest

    init(path: RelativePath, contents: [UInt8]) {
        self.path = path
        self.contents = contents
        digest = Digest(of: contents)
    }
}
