import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import EmbeddedDocuments
import OpenAPIInterop
import OutputFiles
import PageFetching

/// The pages that an import was asked to read, with their digests.
struct PageInput {
    var pages: [Page] = []
    var sources: [Source] = []
    /// The inputs that are OpenAPI documents.
    var descriptions: [Description] = []
    /// The dialect of all pages, where a person names it.
    var dialect: String?
    /// The dialect of the pages that the spec was read from, where it is one.
    var knownDialect: String?
    /// What was found while the pages were looked for.
    var findings: [Diagnostic] = []
    /// What the pages look like where nothing can be read from them, by their files.
    var lookalikes: [String: Lookalike] = [:]

    /// What is said of a page if it turns out to be no guide.
    struct Lookalike {
        /// Why a page that seems to show a document gives none.
        var refusal: DiagnosticError?
        var page: UnreadPage
    }

    /// An OpenAPI document as it was found.
    struct Description {
        /// Its content.
        var bytes: [UInt8]
        /// What diagnostics call it.
        var name: String
        /// What the spec says of it, the page that shows it first.
        var sources: [Source]
        /// How it was found in a page.
        var findings: [Diagnostic] = []
        /// Its path; `nil` for what has none, which refers to no files.
        var path: String?
        /// The folder that the files lie in which it refers to; `nil` for its own.
        var root: String?
        /// What is changed in it before it is read.
        var overlays: [DocumentOverlay] = []
    }

    /// No input yet.
    init() {}

    /// One input that was read already: a document, a page, or a page that shows a document. Throws `DiagnosticError`.
    init(_ bytes: [UInt8], name: String, path: String?, options: PageOptions) async throws {
        let page = path?.split(separator: "/").last.map(String.init) ?? name
        let location = path.map { PageLocation.file(path: $0, root: PageLocation.usualRoot(of: $0)) } ?? .pipe
        try await add(bytes, name: name, source: Source(page: page, sha256: Self.digest(bytes)), location, options)
        try take(options.overlays)
    }

    /// The files that pages have led to.
    var filesLedTo: [String] {
        descriptions.filter { $0.sources.contains { $0.foundOn != nil } }.compactMap(\.path)
    }

    /// Reads files, the pages of folders, standard input for `-`, and fetches what is an address. Throws
    /// `DiagnosticError` for what cannot be read or fetched.
    ///
    /// OpenAPI documents may refer to files in the folder `root` of the options; in their own where none is named.
    /// `contents` come after what the arguments name. `onMove` is told of the pages that have another address for good.
    static func read(
        _ arguments: [String], contents: [PageContent] = [], options: PageOptions,
        onMove: (PageMove) -> Void = { _ in }
    ) async throws -> PageInput {
        let addresses = arguments.filter(isAddress)
        let pageSite = PageSite(context: options.context)
        let site = try await pageSite.fetchWithMoves(addresses.map { PageRequest(url: $0) })
        site.moves.forEach(onMove)
        var kept = addresses
        for move in site.moves where options.followsMoves { kept[move.page] = move.to }
        var fetched = zip(site.pages, kept).makeIterator()
        var input = PageInput()
        var blank: [String] = []
        input.dialect = options.dialect
        for argument in arguments {
            if isAddress(argument) {
                guard let (page, address) = fetched.next() else { continue }
                if let site = try await ServiceSite.read(page, at: address, from: pageSite) {
                    for page in site.pages { try await input.add(page.page, from: page.address, options: options) }
                    input.findings += site.findings
                } else {
                    try await input.add(page, from: address, options: options)
                }
                continue
            }
            guard argument != "-", InputFiles.isFolder(argument) else {
                // Generators leave files without a word where there is nothing to say: `security.adoc`.
                if arguments.count > 1, argument != "-", !isData(argument), try isBlank(argument) {
                    blank.append(argument)
                } else {
                    try await input.add(argument, options: options)
                }
                continue
            }
            let files = try InputFiles.list(
                argument, suffixes: [".html", ".htm", ".txt", ".md", ".adoc", ".asciidoc", ".yaml", ".yml", ".json"])
            guard !files.isEmpty else {
                throw DiagnosticError(
                    "the folder has no pages; pages end in .html, .htm, .txt, .md or .adoc, OpenAPI documents in .yaml, .yml or "
                        + ".json", at: SourceLocation(file: argument))
            }
            var inFolder = options
            inFolder.folder = argument
            try await input.add(folder: files, options: inFolder)
        }
        for content in contents {
            try await input.add(
                content.bytes, name: content.name,
                source: Source(page: content.name, sha256: digest(content.bytes)), .pipe, options)
        }
        if let first = blank.first, input.pages.isEmpty, input.descriptions.isEmpty {
            try await input.add(first, options: options)
        }
        input.findings += blank.map {
            SiteRules.otherPage.finding("the page is empty and is left out", at: SourceLocation(file: $0))
        }
        input.dropRepeated()
        for index in input.descriptions.indices { input.descriptions[index].root = options.root }
        try input.take(options.overlays)
        return input
    }

    /// Adds the files of a folder. Beside OpenAPI documents, YAML and JSON files are what these refer to.
    private mutating func add(folder files: [String], options: PageOptions) async throws {
        var wholes: Set<String> = []
        for file in files where Self.isData(file) {
            if OpenAPIImporter.isWholeDescription(try readInput(file, limit: PageReader.maximumSize)) {
                wholes.insert(file)
            }
        }
        for file in files where wholes.isEmpty || wholes.contains(file) || !Self.isData(file) {
            if files.count > 1, !Self.isData(file), try Self.isBlank(file) { continue }
            try await add(file, options: options)
        }
    }

    private static func isData(_ file: String) -> Bool {
        [".yaml", ".yml", ".json"].contains(where: file.hasSuffix)
    }

    private static func isBlank(_ file: String) throws -> Bool {
        try readInput(file, limit: PageReader.maximumSize).allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    /// A folder may hold a page and the document that it leads to: that is one document.
    private mutating func dropRepeated() {
        let led = Set(descriptions.flatMap(\.sources).filter { $0.foundOn != nil }.map(\.sha256))
        descriptions.removeAll { $0.sources.count == 1 && led.contains($0.sources[0].sha256) }
    }

    /// Whether an argument or the source of a spec is an address.
    static func isAddress(_ text: String) -> Bool {
        let lowered = text.prefix(8).lowercased()
        return lowered.hasPrefix("http://") || lowered.hasPrefix("https://")
    }

    private mutating func add(_ path: String, options: PageOptions) async throws {
        let bytes = try readInput(path, limit: PageReader.maximumSize)
        let name = path == "-" ? "<standard input>" : path
        var page = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
        if let folder = options.folder, path.hasPrefix(folder + "/") {
            page = path.dropFirst(folder.count).split(separator: "/").joined(separator: "/")
        }
        let location =
            path == "-"
            ? PageLocation.pipe : .file(path: path, root: options.folder ?? PageLocation.usualRoot(of: path))
        try await add(bytes, name: name, source: Source(page: page, sha256: Self.digest(bytes)), location, options)
    }

    /// Adds a page that was fetched. The spec keeps the address without what is secret in it.
    mutating func add(
        _ page: FetchedPage, from address: String, options: PageOptions
    ) async throws {
        guard case .content(let bytes, let etag, let lastModified, let finalURL, let type) = page else { return }
        let name = RedactedURL.text(of: address)
        let source = Source(page: name, sha256: Self.digest(bytes), etag: etag, lastModified: lastModified)
        try await add(bytes, name: name, source: source, .address(finalURL), options, contentType: type)
    }

    private mutating func add(
        _ bytes: [UInt8], name: String, source: Source, _ location: PageLocation, _ options: PageOptions,
        contentType: String? = nil
    ) async throws {
        let path: String? = if case .file(let path, _) = location { path } else { nil }
        let unread = UnreadPage(bytes, file: name)
        if OpenAPIImporter.isDescription(bytes) {
            if !OpenAPIImporter.isWholeDescription(bytes), let refusal = unread.refusal { throw refusal }
            descriptions.append(Description(bytes: bytes, name: name, sources: [source], path: path))
            return
        }
        var embedded = try await embedded(bytes, name: name, location, options)
        if embedded.documents.isEmpty, embedded.hasLinkedViewers, !Self.isReadable(bytes, name: name, contentType) {
            embedded = try await self.embedded(bytes, name: name, location, options, followsViewers: true)
        }
        for document in embedded.documents {
            var sources = [source]
            if let origin = document.origin {
                sources.append(
                    Source(
                        page: Self.shortName(of: origin.address), sha256: Self.digest(origin.bytes), etag: origin.etag,
                        lastModified: origin.lastModified, foundOn: source.page))
            }
            descriptions.append(
                Description(
                    bytes: document.bytes, name: document.name, sources: sources, findings: document.findings,
                    path: path == nil ? nil : document.origin?.address ?? path))
        }
        guard embedded.documents.isEmpty else { return }
        if let refusal = embedded.refusal, embedded.isCertain { throw refusal }
        if let problem = Self.dataProblem(bytes, name: name) {
            throw DiagnosticError(problem, at: SourceLocation(file: name))
        }
        if let problem = PageReader.foreignContent(bytes) {
            throw unread.refusal ?? DiagnosticError(problem, at: SourceLocation(file: name))
        }
        do {
            pages.append(try PageReader.read(bytes, file: name, contentType: contentType))
        } catch let error as DiagnosticError {
            // A page that is made by scripts has no text: what it looks like says more.
            throw embedded.refusal ?? unread.refusal ?? error
        }
        lookalikes[name] = Lookalike(refusal: embedded.refusal, page: unread)
        sources.append(source)
    }

    /// Whether a page describes a service itself, whatever it links to.
    private static func isReadable(_ bytes: [UInt8], name: String, _ contentType: String?) -> Bool {
        guard let page = try? PageReader.read(bytes, file: name, contentType: contentType) else { return false }
        var input = PageInput()
        input.pages = [page]
        return (try? ServiceReading.read(input)) != nil
    }

    /// What is wrong with JSON that is not an OpenAPI document: it is not a page either, and is not read as one.
    private static func dataProblem(_ bytes: [UInt8], name: String) -> String? {
        let isBlank = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains(byte) }
        let isNamed = name.lowercased().hasSuffix(".json")
        guard let first = bytes.first(where: { !isBlank($0) }) else {
            return isNamed ? "the document is empty" : nil
        }
        guard isNamed || [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) else { return nil }
        do {
            guard case .object = try JSONReader.value(bytes) else {
                return "this is JSON and no OpenAPI document, which is an object with `openapi` and `paths`"
            }
            return nil
        } catch {
            return isNamed ? "this is not JSON: \(error.text), at byte \(error.offset)" : nil
        }
    }

    /// The OpenAPI documents that a page shows.
    private func embedded(
        _ bytes: [UInt8], name: String, _ location: PageLocation, _ options: PageOptions, followsViewers: Bool = false
    ) async throws -> EmbeddedDocumentReader.Reading {
        let reader = EmbeddedDocumentReader(
            loader: PageParts(site: PageSite(context: options.context)), allowedHosts: options.allowedHosts,
            readsAll: options.readsAll,
            followsViewers: followsViewers, shown: { RedactedURL.text(of: $0) })
        if EmbeddedDocumentReader.isScript(file: name) {
            return try await reader.read(script: bytes, file: name, location: location)
        }
        guard PageReader.detectFormat(bytes) == .html else { return EmbeddedDocumentReader.Reading() }
        return try await reader.read(page: bytes, file: name, location: location)
    }

    /// An error of reading the pages, with what each page looks like where that says more.
    func explained(_ error: DiagnosticError) -> DiagnosticError {
        var told: Set<String> = []
        let diagnostics = error.diagnostics.flatMap { diagnostic -> [Diagnostic] in
            guard let file = diagnostic.location?.file, let lookalike = lookalikes[file] else { return [diagnostic] }
            let isNoGuide = diagnostic.rule == ImportRules.noGuide.id
            let other =
                isNoGuide
                ? lookalike.refusal ?? lookalike.page.refusal ?? lookalike.page.notAGuide(diagnostic.message) : nil
            guard let other else { return [diagnostic] }
            return told.insert(file).inserted ? other.diagnostics : []
        }
        return DiagnosticError(diagnostics)
    }

    /// An address as it is, of a path its last part: never the folders of one machine.
    private static func shortName(of address: String) -> String {
        isAddress(address) ? address : address.split(separator: "/").last.map(String.init) ?? address
    }

    /// The SHA-256 of bytes in lower-case hexadecimal.
    static func digest(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(of: SHA256Hash.hash(bytes))
    }
}
