import Diagnostics

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Looks at files and folders that a command was given.
enum InputFiles {
    /// Whether `path` is a folder that exists.
    static func isFolder(_ path: String) -> Bool {
        var isDirectory = false
        #if canImport(FoundationEssentials)
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
        #else
        var flag: ObjCBool = false
        isDirectory = FileManager.default.fileExists(atPath: path, isDirectory: &flag) && flag.boolValue
        return isDirectory
        #endif
    }

    /// Whether `path` is a file that can be read again, no pipe and no device.
    static func isRegularFile(_ path: String) -> Bool {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return type == .typeRegular
    }

    /// Throws `DiagnosticError` where one of `outputs` is one of `inputs`: a page or an overlay is never overwritten.
    static func checkApart(outputs: [String], inputs: [String]) throws {
        let known = Set(inputs.filter { $0 != "-" }.map(identity))
        for output in outputs where output != "-" && !isFolder(output) && known.contains(identity(output)) {
            throw DiagnosticError(
                "this is an input and would be overwritten; name another file", at: SourceLocation(file: output))
        }
    }

    /// What tells files apart, however their paths are spelt: `./spec/a.yaml` and `spec/a.yaml` are one file.
    static func identity(_ path: String) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let file = attributes?[.systemFileNumber], let device = attributes?[.systemNumber] else {
            return normalized(path)
        }
        return "\(device) \(file)"
    }

    /// The path without `.` as a part and without doubled slashes; what is not there yet has no other identity.
    private static func normalized(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// The parts of a path from the root on, with `.` and `..` followed as they are written.
    static func parts(ofAbsolute path: String) -> [String] {
        let whole = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
        return whole.split(separator: "/").reduce(into: []) { parts, part in
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
    }

    /// The folder of a file; `.` for one of this folder.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Creates a folder and those above it, if it is not there. Throws `DiagnosticError`.
    static func createFolder(_ path: String) throws {
        guard !exists(path) else { return }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DiagnosticError(
                "the folder cannot be created; check who may write there", at: SourceLocation(file: path))
        }
    }

    /// Whether there is anything at `path`.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The files of a folder, at any depth, whose names end in one of `suffixes`; sorted by path, hidden ones left out.
    static func list(_ folder: String, suffixes: [String]) throws -> [String] {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw DiagnosticError("the folder cannot be read", at: SourceLocation(file: folder))
        }
        return paths.filter { path in
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            return !isHidden && suffixes.contains(where: path.hasSuffix)
        }.sorted().map { "\(folder)/\($0)" }
    }

    /// A folder with all that it holds, at any depth.
    static func everything(in folder: String) -> [String] {
        [folder]
            + ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted().map { "\(folder)/\($0)" }
    }
}

/// Names of spec files.
enum SpecFileName {
    /// The name for the spec of a service: its id with everything but ASCII letters, digits, `-` and `_` left out.
    static func of(_ service: String) -> String {
        String(
            service.unicodeScalars.filter { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                        || "-_".unicodeScalars.contains(scalar))
            }.map(Character.init))
    }
}
