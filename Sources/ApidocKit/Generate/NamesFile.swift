import Diagnostics
import Foundations
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
        // A checkout may have turned the line ends into CR LF.
        old = LineEnds.unix(String(decoding: bytes, as: UTF8.self))
        record = try NameRecord(reading: bytes, file: path)
    }

    /// Whether the file says what `names` says, with a mark at those that are not among `used`.
    func isUpToDate(with names: NameRecord, used: NameRecord?) -> Bool {
        path == nil || old == text(names, used)
    }

    /// Writes the names, if there is a place for them, with the comments that are there. Throws `DiagnosticError`.
    func write(_ names: NameRecord, used: NameRecord?) throws {
        guard let path else { return }
        _ = try AtomicFile.write(text(names, used), to: path)
    }

    private func text(_ names: NameRecord, _ used: NameRecord?) -> String {
        names.text(specFile: specFile, used: used, keepingCommentsOf: old)
    }

    static func path(for specPath: String) -> String {
        for suffix in [".yaml", ".yml"] where specPath.hasSuffix(suffix) {
            return String(specPath.dropLast(suffix.count)) + ".names" + suffix
        }
        return specPath + ".names.yaml"
    }
}
