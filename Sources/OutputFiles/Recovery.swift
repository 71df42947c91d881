/// What an interrupted run left behind in an output folder.
///
/// A run stages contents in a folder of its own and writes its new manifest there as a journal before it touches
/// anything else. Without the journal nothing but the staged contents has to go. With it, some files may already hold
/// what the journal says; those belong to the generator, although the manifest does not say so yet.
struct Recovery {
    /// The new manifest of a run whose switch has begun.
    static let journalName = "journal"

    private let folder: OutputFolder

    init(folder: OutputFolder) {
        self.folder = folder
    }

    /// Whether no run was interrupted.
    var isClean: Bool {
        get throws { try folder.staging(creating: false) == nil }
    }

    /// The manifest as it would be had the interrupted run written it after each file.
    func manifest() throws -> Manifest {
        var manifest = try folder.manifestBytes().map { try Manifest(json: $0, path: manifestPath) } ?? Manifest()
        guard let staging = try folder.staging(creating: false),
            let journal = try folder.read(Self.journalName, in: staging)
        else { return manifest }
        for (path, digest) in try Manifest(json: journal, path: stagingPath).files
        where try folder.find(path)?.digest == digest {
            manifest.files[path] = digest
        }
        return manifest
    }

    /// Brings the manifest up to date and removes what an interrupted run staged.
    func finishInterruptedRun() throws {
        guard try !isClean else { return }
        guard let staging = try StagingFolder(folder) else { return }
        if try folder.read(Self.journalName, in: staging.descriptor) != nil {
            let manifest = try manifest()
            if try folder.manifestBytes() != manifest.json {
                try staging.write(manifest.json, as: StagingFolder.partialName, mode: nil)
                try folder.moveToManifest(StagingFolder.partialName, from: staging.descriptor)
            }
        }
        try staging.removeAll()
    }

    private var manifestPath: String { "\(folder.path)/\(folder.manifestName)" }
    private var stagingPath: String { "\(folder.path)/\(folder.stagingName)/\(Self.journalName)" }
}
