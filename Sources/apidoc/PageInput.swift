import APISpec
import Crypto
import Diagnostics
import Documentation
import OutputFiles

/// The pages that an import was asked to read, with their digests.
struct PageInput {
    var pages: [Page] = []
    var sources: [Source] = []

    /// Reads files, the pages of folders, or standard input for `-`. Throws `DiagnosticError` for what cannot be read.
    static func read(_ arguments: [String]) throws -> PageInput {
        var input = PageInput()
        for argument in arguments {
            if argument.hasPrefix("http://") || argument.hasPrefix("https://") {
                throw DiagnosticError(
                    "addresses are not fetched yet; save the page to a file and name that",
                    at: SourceLocation(file: argument))
            }
            guard argument != "-", InputFiles.isFolder(argument) else {
                try input.add(argument)
                continue
            }
            let files = try InputFiles.list(argument, suffixes: [".html", ".htm", ".txt", ".md"])
            guard !files.isEmpty else {
                throw DiagnosticError(
                    "the folder has no pages; pages end in .html, .htm, .txt or .md", at: SourceLocation(file: argument)
                )
            }
            for file in files { try input.add(file) }
        }
        return input
    }

    private mutating func add(_ path: String) throws {
        let bytes = try readInput(path, limit: PageReader.maximumSize)
        let name = path == "-" ? "<standard input>" : path
        pages.append(try PageReader.read(bytes, file: name))
        let digest = SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        let page = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
        sources.append(Source(page: page, sha256: digest.joined()))
    }
}
