import Diagnostics
import Foundations

/// Compares an output folder with the files that are wanted in it.
struct Planner {
    private let folder: OutputFolder
    private let wanted: [WantedFile]

    init(folder: OutputFolder, wanted: [WantedFile]) {
        self.folder = folder
        self.wanted = wanted
    }

    func plan() throws -> GeneratedFolder.Plan {
        let recovery = Recovery(folder: folder)
        let owned = try recovery.manifest().files
        var plan = GeneratedFolder.Plan(wanted: wanted)
        var problems: [Diagnostic] = []
        let wantedPaths = Set(wanted.map(\.path))
        // Where the file system ignores case, a file whose name changed its case is found under both names.
        let leaving = owned.keys.filter { !wantedPaths.contains($0) }.sorted()
        let leavingByKey = Dictionary(leaving.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

        for file in wanted {
            do {
                guard let found = try folder.find(file.path) else {
                    plan.added.append(file.path.text)
                    continue
                }
                let twin = try leavingByKey[file.path.key].flatMap { twin in
                    try folder.find(twin)?.identity == found.identity ? twin : nil
                }
                let known = owned[twin ?? file.path]
                if found.holds(file.digest), twin == nil {
                    plan.unchanged.append(file.path.text)
                } else if found.holds(known) || found.holds(file.digest) {
                    plan.changed.append(file.path.text)
                } else if known != nil {
                    plan.editedByHand.append(file.path.text)
                    plan.editedAndWanted.insert(file.path)
                } else {
                    plan.foreign.append(file.path.text)
                }
            } catch let error as DiagnosticError {
                problems += error.diagnostics
            }
        }
        for path in leaving {
            do {
                guard let found = try folder.find(path) else { continue }
                if found.holds(owned[path]) {
                    plan.removed.append(path.text)
                } else {
                    plan.editedByHand.append(path.text)
                }
            } catch let error as DiagnosticError {
                problems += error.diagnostics
            }
        }
        if !problems.isEmpty { throw DiagnosticError(problems) }
        plan.editedByHand.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        plan.hasCurrentManifest =
            try recovery.isClean && folder.manifestBytes().map(LineEnds.unix) == newManifest.json
        return plan
    }

    /// The manifest after the plan is applied.
    private var newManifest: Manifest {
        var manifest = Manifest()
        for file in wanted { manifest.files[file.path] = file.digest }
        return manifest
    }
}
