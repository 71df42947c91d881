import Diagnostics
import OutputFiles
import SwiftRendering

/// The file of Swift names beside a spec: `spec/backup.names.yaml` of `spec/backup.yaml`.
struct NamesFile {
    /// Where the file is; `nil` for a spec from standard input, whose names are kept nowhere.
    let path: String?
    private let specFile: String
    private let old: String?

    /// What it says; nothing where there is none yet.
    let record: NameRecord

    /// Reads the file that belongs to a spec. Throws `DiagnosticError` where it cannot be understood.
    init(forSpec specPath: String, at chosen: String? = nil) throws {
        specFile = SpecInput.name(of: specPath)
        path = chosen ?? (specPath == "-" ? nil : Self.path(for: specPath))
        guard let path, InputFiles.exists(path) else {
            old = nil
            record = NameRecord()
            return
        }
        let bytes = try readInput(path, limit: SpecInput.byteLimit)
        old = String(decoding: bytes, as: UTF8.self)
        record = try NameRecord(reading: bytes, file: path)
    }

    /// Whether the file says what `names` says.
    func isUpToDate(with names: NameRecord) -> Bool { path == nil || old == names.text(specFile: specFile) }

    /// Writes the names, if there is a place for them. Throws `DiagnosticError`.
    func write(_ names: NameRecord) throws {
        guard let path else { return }
        _ = try AtomicFile.write(names.text(specFile: specFile), to: path)
    }

    static func path(for specPath: String) -> String {
        for suffix in [".yaml", ".yml"] where specPath.hasSuffix(suffix) {
            return String(specPath.dropLast(suffix.count)) + ".names" + suffix
        }
        return specPath + ".names.yaml"
    }
}
