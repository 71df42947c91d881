import APISpec
import Diagnostics
import OutputFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The files beside a document that its references lead to. Nothing outside one folder is read, whatever the paths and
/// links say.
final class FilesBeside {
    /// The files that were read, for the spec.
    private(set) var sources: [Source] = []
    /// The paths that were asked for, whether there was anything to read or not.
    private(set) var asked: [String] = []
    private let folder: String
    private let root: String
    private var bytesLeft = 128 << 20

    /// The files beside `document`, as far as they lie in `root`; in the folder of the document where none is named.
    init(of document: String, root: String?) {
        let parts = document.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        folder = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
        self.root = Self.realPath(root ?? folder) ?? folder
    }

    /// The content of a file, by its path from the folder of the document. Throws `DiagnosticError`.
    func read(_ path: String) throws -> (content: [UInt8], name: String) {
        let name = folder == "." ? path : "\(folder)/\(path)"
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw DiagnosticError("the reference leads to no file", at: nil)
        }
        asked.append(name)
        guard let real = Self.realPath(name) else {
            throw DiagnosticError("the reference leads to the file `\(printable(path))`, which does not exist", at: nil)
        }
        guard real.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
            throw DiagnosticError(
                "the reference leads to `\(printable(path))`, which lies outside the folder of the document; name the folder "
                    + "that holds all files with --root", at: nil)
        }
        let bytes: [UInt8]
        do {
            bytes = try readInput(real, limit: min(SpecInput.byteLimit, bytesLeft))
        } catch let error as DiagnosticError {
            let reason = error.diagnostics.first?.message ?? "it cannot be read"
            throw DiagnosticError("the reference leads to the file `\(printable(path))`: \(reason)", at: nil)
        }
        bytesLeft -= bytes.count
        sources.append(Source(page: path, sha256: PageInput.digest(bytes)))
        return (bytes, name)
    }

    /// A path without links and `..`; `nil` where there is nothing.
    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
