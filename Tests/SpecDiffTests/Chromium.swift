import Foundation

/// A browser that loads a page and tells what became of it.
enum Chromium {
    /// The program, where it is installed.
    static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What a page is after its script has run, and what the browser said of it.
    struct Page {
        let markup: String
        let log: String

        /// The changes that are shown, as their opening tags.
        var shown: [String] {
            markup.components(separatedBy: "<details class=\"finding ").dropFirst()
                .map { String($0.prefix { $0 != ">" }) }.filter { !$0.contains(" hidden=\"\"") }
        }

        /// The text of the element with an id, up to the next tag.
        func text(of id: String) -> String? {
            guard let tag = markup.range(of: "id=\"\(id)\""),
                let start = markup.range(of: ">", range: tag.upperBound..<markup.endIndex)
            else { return nil }
            return String(markup[start.upperBound...].prefix { $0 != "<" })
        }
    }

    /// Loads `html` with a fragment behind its address. Blocks a thread of its own, not one that tests share.
    static func load(_ html: String, fragment: String = "") async throws -> Page {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try run(html, fragment: fragment) })
            }
        }
    }

    private static func run(_ html: String, fragment: String) throws -> Page {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apidoc-diff-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appending(path: "page.html")
        try html.write(to: page, atomically: false, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: program ?? "")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--virtual-time-budget=3000",
            "--user-data-dir=\(folder.path())profile", "--enable-logging=stderr", "--v=0", "--dump-dom",
            page.absoluteString + fragment,
        ]
        var files: [URL] = []
        for name in ["markup", "log"] {
            let file = folder.appending(path: name)
            _ = FileManager.default.createFile(atPath: file.path(), contents: nil)
            files.append(file)
        }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        return Page(
            markup: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
            log: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
    }
}
