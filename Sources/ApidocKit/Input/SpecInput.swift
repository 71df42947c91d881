import APIModel
package import APISpec
import Diagnostics
import EmbeddedDocuments
import OpenAPIInterop
import OutputFiles

/// The specs that a command works on.
package enum SpecInput {
    /// The folder that is looked through where no spec is named.
    static let folder = "spec"
    /// The greatest size of a spec, in bytes.
    static let byteLimit = 32 << 20

    /// The named specs, or those of the folder `spec`, sorted. Throws `DiagnosticError` where there are none.
    static func paths(_ named: [String]) throws -> [String] {
        func isSpec(_ path: String) -> Bool {
            [".overlay", ".names", ".ignore"].allSatisfy {
                !path.hasSuffix("\($0).yaml") && !path.hasSuffix("\($0).yml")
            }
        }
        // Overlays, names and ignore files come along with their specs, so that a shell may name `spec/*.yaml`.
        let remaining = named.filter(isSpec)
        guard remaining.isEmpty else { return remaining }
        let found = InputFiles.isFolder(folder) ? try InputFiles.list(folder, suffixes: [".yaml", ".yml"]) : []
        let specs = found.filter(isSpec)
        guard !specs.isEmpty else {
            throw DiagnosticError(
                "there is no spec here; name one, or make one with `apidoc import PAGE -o \(folder)/NAME.yaml`",
                at: SourceLocation(file: folder))
        }
        return specs
    }

    /// Reads a spec.
    static func read(_ path: String) throws -> SpecFile {
        try SpecReader().read(try readInput(path, limit: byteLimit), file: path == "-" ? "<standard input>" : path)
    }

    /// A spec, or what a document or a page in its place says.
    package struct Input {
        /// What it says.
        package var file: SpecFile
        /// Every path that decides what it says, whether there is anything or not: the file itself first.
        var paths: [String]
        /// Whether it is a document or a page, which overlays may change before it is read.
        var isSource = false
    }

    /// Reads specs, or what specs are made of: OpenAPI documents or documentation pages, which are imported without
    /// writing anything. The context is told what was found.
    ///
    /// Throws `DiagnosticError`, also for a page that describes several services, and for an overlay that would change
    /// nothing. `named` are overlays of documents.
    package static func readAny(
        _ paths: [String], overlays named: [String] = [], _ context: PipelineContext
    ) async throws -> [Input] {
        var inputs: [Input] = []
        for path in paths { inputs.append(try await readOne(path, overlays: named, context)) }
        guard let overlay = named.first, !inputs.contains(where: \.isSource) else { return inputs }
        let shown = paths.map { $0 == "-" ? "the input" : "`\(printable($0))`" }.joined(separator: " and ")
        throw DiagnosticError(
            "\(shown) \(paths.count == 1 ? "is a spec, which its overlay has" : "are specs, which their overlays have") "
                + "changed already, and this one would be ignored; leave it out, or import again with it",
            at: SourceLocation(file: overlay))
    }

    /// Throws `DiagnosticError` where one of `outputs` is among the files that are read with specs.
    static func checkApart(
        outputs: [String], specs: [String], overlays: [String], others: [String] = []
    ) throws {
        guard !outputs.isEmpty else { return }
        let beside = specs.filter { $0 != "-" }.map(OverlayInput.path).filter(InputFiles.exists)
        try InputFiles.checkApart(outputs: outputs, inputs: specs + overlays + beside + others)
    }

    /// Reads one input.
    private static func readOne(
        _ path: String, overlays named: [String], _ context: PipelineContext
    ) async throws -> Input {
        guard !PageInput.isAddress(path) else {
            throw DiagnosticError(
                "this is an address, which is read once and for all: `apidoc import ADDRESS -o \(folder)/NAME.yaml`; then "
                    + "name the spec", at: SourceLocation(file: path))
        }
        let bytes = try readInput(path, limit: byteLimit)
        let name = path == "-" ? "<standard input>" : path
        guard isSource(bytes, path) else { return Input(file: try SpecReader().read(bytes, file: name), paths: [path]) }
        let overlays = try OverlayFiles(named: named, specPath: path)
        let input = try await PageInput(
            bytes, name: name, path: path == "-" ? nil : path,
            options: PageOptions(context: context, overlays: overlays.ofDocuments))
        let readings = try ServiceReading.read(input)
        guard let reading = readings.first, readings.count == 1 else {
            let names = readings.map { printable($0.document.service.id) }.joined(separator: ", ")
            throw DiagnosticError(
                "the input describes \(readings.count) services (\(names)); import it, and name one of the specs",
                at: SourceLocation(file: name))
        }
        let imported = try ImportedService(reading, specPath: path, overlayPath: overlays.own, asOf: context.today)
        let shown = Set(EmbeddedDocumentRules.all.map(\.id))
        // Which document a page has shown is worth knowing, though nothing is wrong with it.
        let isWorthSaying = { (finding: Diagnostic) in finding.severity > .note || shown.contains(finding.rule ?? "") }
        let findings = imported.findings.filter(isWorthSaying)
        if !findings.isEmpty { context.onEvent(.found(findings)) }
        let beside = path == "-" ? [] : [OverlayInput.path(for: path)]
        return Input(
            file: SpecFile(document: imported.document, locations: reading.locations),
            paths: [path] + (named.isEmpty ? beside : named) + reading.filesBeside + input.filesLedTo, isSource: true)
    }

    /// Whether the file at `path` is a document or a page rather than a spec; false where it cannot be read.
    static func isSource(at path: String) -> Bool {
        guard let bytes = try? readInput(path, limit: byteLimit) else { return false }
        return isSource(bytes, path)
    }

    /// Whether an input is a document or a page rather than a spec.
    private static func isSource(_ bytes: [UInt8], _ path: String) -> Bool {
        if OpenAPIImporter.isDescription(bytes) { return true }
        if [".html", ".htm", ".txt", ".md", ".adoc", ".asciidoc"].contains(where: path.lowercased().hasSuffix) {
            return true
        }
        let isSpace = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains(byte) }
        return bytes.first { !isSpace($0) } == UInt8(ascii: "<")
    }

    /// The last part of a path.
    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
