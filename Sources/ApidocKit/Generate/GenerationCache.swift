import Foundations
import OutputFiles

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What an earlier run of `generate` read, wrote and said, so that one with nothing to do can end at once.
///
/// It is kept in the user's folder of caches, apart from the project. A file counts as unchanged only where
/// ``OutputFiles/FileFingerprint`` says so, and the program itself is one of the files. Whatever is wrong with the memory, the
/// run does all of its work, as the first one did.
struct GenerationCache {
    /// What there is to say where nothing has changed.
    struct Outcome: Equatable {
        /// What rendering had to say, a finding each.
        var findings: [String]
        /// The folders of the modules, each with the number of its files.
        var targets: [Target]
    }

    /// A folder that holds a module.
    struct Target: Equatable {
        /// The folder.
        var folder: String
        /// How many files the generator has in it.
        var files: Int
    }

    private let file: String

    private static let header = "apidoc generate 1"
    /// The most memories in the folder; the oldest go first.
    static let most = 256

    /// The memory of runs with these arguments in this folder; `nil` where the user has no folder of caches.
    init?(
        arguments: [String], folder: String = FileManager.default.currentDirectoryPath,
        environment: [String: String]
    ) {
        let caches: String
        if let chosen = environment["XDG_CACHE_HOME"], chosen.hasPrefix("/") {
            caches = chosen
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            caches = home + "/.cache"
        } else {
            return nil
        }
        let key = ([folder] + arguments).map { "\($0.utf8.count):\($0)" }.joined()
        let digest = SHA256Hash.hash(Array(key.utf8)).prefix(16)
        file = "\(caches)/apidoc/generate-\(Hexadecimal.text(of: digest))"
    }

    /// What the earlier run said, and what it read and wrote; `nil` where there was none, or where something may have
    /// changed since.
    var kept: (outcome: Outcome, files: [String])? {
        guard let bytes = try? readInput(file, limit: 4 << 20) else { return nil }
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.popLast() == "", lines.first.map(String.init) == Self.header, lines.count > 1 else { return nil }
        var outcome = Outcome(findings: [], targets: [])
        var files: [String] = []
        for line in lines.dropFirst() {
            let rest = line.dropFirst(2)
            let parts = rest.split(separator: "\t", maxSplits: 1).map(String.init)
            switch line.prefix(2) {
            case "f ": outcome.findings.append(String(rest))
            case "t ":
                guard parts.count == 2, let count = Int(parts[0]) else { return nil }
                outcome.targets.append(Target(folder: parts[1], files: count))
            case "m ":
                guard parts.count == 2, FileFingerprint(path: parts[1]).description == parts[0] else { return nil }
                files.append(parts[1])
            default: return nil
            }
        }
        return (outcome, files)
    }

    /// Keeps what a run read, wrote and said. Does nothing where it cannot, and where an input has changed since `start`:
    /// the run may have read what was there before.
    func keep(_ outcome: Outcome, inputs: [String], outputs: [String], since start: Int64) {
        var lines = [Self.header] + outcome.findings.map { "f \($0)" }
        lines += outcome.targets.map { "t \($0.files)\t\($0.folder)" }
        // What the run itself has written, and the folders that this has changed.
        let written = Set(outputs + outputs.map(Self.folder(of:)))
        var latest: Int64 = 0
        for (index, path) in ([Self.program].compactMap(\.self) + inputs + outputs).enumerated() {
            guard !path.contains(where: { "\n\t".contains($0) }) else { return }
            let mark = FileFingerprint(path: path)
            // The program comes first, then the inputs.
            let isInput = index > 0 && index <= inputs.count
            if isInput, !written.contains(path), !mark.isBefore(start) { return }
            latest = max(latest, mark.time)
            lines.append("m \(mark)\t\(path)")
        }
        guard Self.program != nil, !lines.contains(where: { $0.contains("\n") }) else { return }
        // What is changed from now on must have another time than what was just written.
        FileFingerprint.waitForTick(after: latest)
        let folder = Self.folder(of: file) + "/"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try? AtomicFile.write(lines.joined(separator: "\n") + "\n", to: file)
        Self.prune(folder)
    }

    /// The folder of a path, without the slash at its end.
    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// Where the program is; `nil` where the system does not tell.
    private static var program: String? {
        #if os(Linux)
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        #else
        Bundle.main.executablePath
        #endif
    }

    private static func prune(_ folder: String) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.count > most else {
            return
        }
        let memories = names.filter { $0.hasPrefix("generate-") }.map { folder + $0 }
            .map { ($0, FileFingerprint(path: $0).time) }.sorted { $0.1 < $1.1 }
        for (path, _) in memories.dropLast(most) { try? FileManager.default.removeItem(atPath: path) }
    }
}
