import OutputFiles

/// The locks of the folders whose specs are worked on: two updates at once wait for each other.
final class SpecLocks {
    private var locks: [Lock] = []

    /// A lock that can stand in a list.
    private final class Lock {
        let lock: FolderLock

        init(_ folder: String, _ context: PipelineContext) throws {
            lock = try FolderLock(folder) { context.onEvent(.waiting(folder: folder)) }
        }
    }

    /// Takes the locks in one order for everybody, so that no two runs wait for each other. Throws `DiagnosticError`.
    init(of specs: [String], _ context: PipelineContext) throws {
        let folders = specs.filter { $0 != "-" }.map(InputFiles.folder)
        for folder in Set(folders).sorted() { locks.append(try Lock(folder, context)) }
    }

    func release() { locks = [] }
}
