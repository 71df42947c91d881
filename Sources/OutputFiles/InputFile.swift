import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Reads a whole file, or standard input for the path `-`.
///
/// - Parameters:
///   - path: A file or pipe, or `-`.
///   - limit: The most bytes that are read; a larger file is refused before it is read, a pipe as soon as it is known.
/// - Returns: The bytes.
/// - Throws: `DiagnosticError` if there is no such file, if it is a folder, cannot be read or is larger than `limit`.
public func readInput(_ path: String, limit: Int) throws -> [UInt8] {
    try checkPath(path)
    let isStandardInput = path == "-"
    let location = SourceLocation(file: isStandardInput ? "<standard input>" : path)
    return try diagnosing("cannot read the file", path: location.file) {
        let file = try isStandardInput ? Descriptor(copyOf: STDIN_FILENO) : Descriptor(path: path, O_RDONLY)
        let status = try FileStatus(of: file)
        if status.kind == .folder { throw DiagnosticError("this is a folder; name a file in it", at: location) }
        let tooLarge = DiagnosticError("the file is larger than \(byteCount(limit)); split it", at: location)
        if status.kind == .file, status.size > limit { throw tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(status.kind == .file ? status.size : 0)
        try file.forEachChunk { chunk in
            if chunk.count > limit - bytes.count { throw tooLarge }
            bytes.append(contentsOf: chunk)
        }
        return bytes
    }
}

/// A number of bytes in words: `32 MB`, `10 KB`, `1 byte`.
private func byteCount(_ count: Int) -> String {
    if count >= 1 << 20, count % (1 << 20) == 0 { return "\(count >> 20) MB" }
    if count >= 1 << 10, count % (1 << 10) == 0 { return "\(count >> 10) KB" }
    return count == 1 ? "1 byte" : "\(count) bytes"
}
