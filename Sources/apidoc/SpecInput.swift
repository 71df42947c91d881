import APIModel
import APISpec
import Diagnostics
import OutputFiles

/// The specs that a command works on.
enum SpecInput {
    /// The folder that is looked through where no spec is named.
    static let folder = "spec"
    /// The greatest size of a spec, in bytes.
    static let byteLimit = 32 << 20

    /// The named specs, or those of the folder `spec`, sorted. Throws `DiagnosticError` where there are none.
    static func paths(_ named: [String]) throws -> [String] {
        func isSpec(_ path: String) -> Bool {
            [".overlay", ".names", ".ignore"].allSatisfy {
                !path.hasSuffix("\($0).yaml") && !path.hasSuffix("\($0).yml")
            }
        }
        // Overlays, names and ignore files come along with their specs, so that a shell may name `spec/*.yaml`.
        let remaining = named.filter(isSpec)
        guard remaining.isEmpty else { return remaining }
        let found = InputFiles.isFolder(folder) ? try InputFiles.list(folder, suffixes: [".yaml", ".yml"]) : []
        let specs = found.filter(isSpec)
        guard !specs.isEmpty else {
            throw DiagnosticError(
                "there is no spec here; name one, or make one with `apidoc import PAGE -o \(folder)/NAME.yaml`",
                at: SourceLocation(file: folder))
        }
        return specs
    }

    /// Reads a spec.
    static func read(_ path: String) throws -> SpecFile {
        try SpecReader().read(try readInput(path, limit: byteLimit), file: path == "-" ? "<standard input>" : path)
    }

    /// The last part of a path.
    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
