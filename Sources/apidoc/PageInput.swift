import APISpec
import Crypto
import Diagnostics
import Documentation
import OpenAPIInterop
import OutputFiles
import PageFetching

/// The pages that an import was asked to read, with their digests.
struct PageInput {
    var pages: [Page] = []
    var sources: [Source] = []
    /// The inputs that are OpenAPI documents.
    var descriptions: [Description] = []

    /// An OpenAPI document as it was found.
    struct Description {
        /// Its content.
        var bytes: [UInt8]
        /// What diagnostics call it.
        var name: String
        /// What the spec says of it.
        var source: Source
        /// Its path; `nil` for what has none, which refers to no files.
        var path: String?
        /// The folder that the files lie in which it refers to; `nil` for its own.
        var root: String?
    }

    /// No input yet.
    init() {}

    /// One input that was read already.
    init(_ bytes: [UInt8], name: String, path: String?) throws {
        let page = path?.split(separator: "/").last.map(String.init) ?? name
        try add(bytes, name: name, source: Source(page: page, sha256: Self.digest(bytes)), path: path)
    }

    /// Reads files, the pages of folders, standard input for `-`, and fetches what is an address. Throws
    /// `DiagnosticError` for what cannot be read or fetched.
    ///
    /// OpenAPI documents may refer to files in the folder `root`; in their own where none is named.
    static func read(_ arguments: [String], root: String? = nil) async throws -> PageInput {
        let addresses = arguments.filter(isAddress)
        var fetched = try await PageSite.fetch(addresses.map { PageRequest(url: $0) }).makeIterator()
        var input = PageInput()
        for argument in arguments {
            if isAddress(argument) {
                guard let page = fetched.next() else { continue }
                try input.add(page, from: argument)
                continue
            }
            guard argument != "-", InputFiles.isFolder(argument) else {
                try input.add(argument)
                continue
            }
            let files = try InputFiles.list(
                argument, suffixes: [".html", ".htm", ".txt", ".md", ".yaml", ".yml", ".json"])
            guard !files.isEmpty else {
                throw DiagnosticError(
                    "the folder has no pages; pages end in .html, .htm, .txt or .md, OpenAPI documents in .yaml, .yml or "
                        + ".json", at: SourceLocation(file: argument))
            }
            try input.add(folder: files)
        }
        for index in input.descriptions.indices { input.descriptions[index].root = root }
        return input
    }

    /// Adds the files of a folder. Beside OpenAPI documents, YAML and JSON files are what these refer to.
    private mutating func add(folder files: [String]) throws {
        let isData = { (file: String) in [".yaml", ".yml", ".json"].contains(where: file.hasSuffix) }
        var wholes: Set<String> = []
        for file in files where isData(file) {
            if OpenAPIImporter.isWholeDescription(try readInput(file, limit: PageReader.maximumSize)) {
                wholes.insert(file)
            }
        }
        for file in files where wholes.isEmpty || wholes.contains(file) || !isData(file) { try add(file) }
    }

    /// Whether an argument or the source of a spec is an address.
    static func isAddress(_ text: String) -> Bool {
        let lowered = text.prefix(8).lowercased()
        return lowered.hasPrefix("http://") || lowered.hasPrefix("https://")
    }

    private mutating func add(_ path: String) throws {
        let bytes = try readInput(path, limit: PageReader.maximumSize)
        let name = path == "-" ? "<standard input>" : path
        let page = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
        try add(
            bytes, name: name, source: Source(page: page, sha256: Self.digest(bytes)), path: path == "-" ? nil : path)
    }

    /// Adds a page that was fetched. The spec keeps the address without what is secret in it.
    mutating func add(_ page: FetchedPage, from address: String) throws {
        guard case .content(let bytes, let etag, let lastModified, _, _) = page else { return }
        let name = ShownAddress.text(of: address)
        let source = Source(page: name, sha256: Self.digest(bytes), etag: etag, lastModified: lastModified)
        try add(bytes, name: name, source: source)
    }

    private mutating func add(_ bytes: [UInt8], name: String, source: Source, path: String? = nil) throws {
        if OpenAPIImporter.isDescription(bytes) {
            descriptions.append(Description(bytes: bytes, name: name, source: source, path: path))
        } else {
            pages.append(try PageReader.read(bytes, file: name))
            sources.append(source)
        }
    }

    /// The SHA-256 of bytes in lower-case hexadecimal.
    static func digest(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(of: SHA256.hash(data: bytes))
    }
}
