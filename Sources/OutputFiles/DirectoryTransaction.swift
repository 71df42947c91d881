import Diagnostics

/// Brings an output folder from the old state to the new one: stage, journal, rename, remove, manifest.
struct DirectoryTransaction {
    private let folder: OutputFolder
    private let plan: GeneratedFolder.Plan
    private let checkpoint: @Sendable (GeneratedFolder.Checkpoint) throws -> Void
    private let writes: [WantedFile]
    private let removals: [RelativePath]

    init(
        folder: OutputFolder, plan: GeneratedFolder.Plan,
        checkpoint: @escaping @Sendable (GeneratedFolder.Checkpoint) throws -> Void
    ) throws {
        self.folder = folder
        self.plan = plan
        self.checkpoint = checkpoint
        let written = try Set(plan.added.map(RelativePath.init) + plan.changed.map(RelativePath.init))
        writes = plan.wanted.filter { written.contains($0.path) || plan.editedAndWanted.contains($0.path) }
        let edited = try plan.editedByHand.map(RelativePath.init).filter { !plan.editedAndWanted.contains($0) }
        removals = try plan.removed.map(RelativePath.init) + edited
    }

    func run() throws {
        guard let staging = try StagingFolder(folder) else { return }
        do {
            try stage(in: staging)
        } catch {
            for file in writes { folder.removeEmptyParents(of: file.path) }
            // What cannot be removed now is removed by the next run; the first error says more.
            try? staging.removeAll()
            throw error
        }
        do {
            try checkpoint(.journalWritten)
            try exchange(with: staging)
            try checkpoint(.manifestWritten)
            try staging.removeAll()
        } catch let error as DiagnosticError {
            var diagnostics = error.diagnostics
            diagnostics.append(
                Diagnostic(
                    .note, "the folder holds files of two runs; run again to finish",
                    at: SourceLocation(file: folder.path)))
            throw DiagnosticError(diagnostics)
        }
    }

    /// All that can fail for lack of space or permission, before anything that counts is touched.
    private func stage(in staging: borrowing StagingFolder) throws {
        for (position, file) in writes.enumerated() {
            let mode = try folder.find(file.path)?.mode
            try staging.write(file.contents, as: String(position), mode: mode)
            try folder.createParents(of: file.path)
            try checkpoint(.staged(position))
        }
        var manifest = Manifest()
        for file in plan.wanted { manifest.files[file.path] = file.digest }
        try staging.writeAtOnce(manifest.json, as: Recovery.journalName)
    }

    private func exchange(with staging: borrowing StagingFolder) throws {
        // Where the file system ignores case, the old name of a file would take the new one along.
        let keys = Set(writes.map(\.path.key))
        let early = removals.filter { keys.contains($0.key) }
        let late = removals.filter { !keys.contains($0.key) }
        for path in early { try folder.remove(path) }
        for (position, file) in writes.enumerated() {
            try folder.move(String(position), from: staging.descriptor, to: file.path)
            try checkpoint(.switched(position))
        }
        for (position, path) in late.enumerated() {
            try folder.remove(path)
            try checkpoint(.removed(position))
        }
        try folder.moveToManifest(Recovery.journalName, from: staging.descriptor)
    }
}
