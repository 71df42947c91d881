import Foundation
import Testing

/// Texts that are kept in the folder `Snapshots` beside the tests.
enum Snapshot {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    /// Expects `text` to be what the file says; `APIDOC_RECORD=1` writes the file anew and fails once.
    static func expect(_ text: String, _ name: String) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["APIDOC_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(name) was written anew; run again without APIDOC_RECORD")
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(kept == text, "\(name), first at \(zip(old, new).first { $0 != $1 }.map { "\($0)" } ?? "its end")")
    }
}
