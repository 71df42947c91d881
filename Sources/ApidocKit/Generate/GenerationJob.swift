import APIModel
import APISpec
import Diagnostics
import SwiftRendering

/// One service to render, with everything that was chosen for it.
struct GenerationJob {
    /// Where the files of a module go.
    enum Destination {
        /// A folder for the module and one for its tests, below this one.
        case modulesBelow(String)
        /// Right into this folder; no tests.
        case folder(String)
    }

    /// The path of the spec.
    var specPath: String
    /// The other files that decide what it says: of a document its overlay, and those that its references lead to.
    var filesBeside: [String] = []
    /// What it says.
    var file: SpecFile
    /// Where the Swift names are kept; `nil` for the file beside the spec.
    var namesPath: String?
    /// Where the files go.
    var destination: Destination
    /// How they look.
    var options = RenderingOptions()
    /// The folder of the user's own templates.
    var templates: String?
    /// What part of the service is rendered.
    var selection = SpecSelection()
    /// Names that the user chose; they come before those that are kept.
    var chosenNames = NameRecord()
    /// Whether the module of tests is wanted, where there is a place for it.
    var hasTests = true
    /// Whether the spec's file says what is rendered, and not a document, a page or a choice of the configuration.
    var isInItsFile = true
    /// Whether new names are written to the file of names.
    var keepsNames = true

    /// A job for a spec, or for what was read in the place of one.
    init(specPath: String, input: SpecInput.Input, destination: Destination) {
        self.init(specPath: specPath, file: input.file, destination: destination)
        filesBeside = Array(input.paths.dropFirst())
        if input.isSource { isInItsFile = false }
    }

    /// A job for a spec.
    init(specPath: String, file: SpecFile, destination: Destination) {
        self.specPath = specPath
        self.file = file
        self.destination = destination
    }
}

extension GenerationJob {
    /// The file of Swift names; `nil` for a spec from standard input.
    var namesFile: String? { namesPath ?? (specPath == "-" ? nil : NamesFile.path(for: specPath)) }

    /// Everything on disk that decides what is rendered: files, and the folders that they were found in.
    var inputs: [String] {
        [specPath] + filesBeside + [namesFile].compactMap(\.self)
            + (templates.map(InputFiles.everything(in:)) ?? [])
    }

    /// The path from the folder that holds the modules to the spec, for tests that read it; `nil` where nothing there says
    /// what is rendered, or where the two have only the root of the file system in common.
    ///
    /// It is the same wherever the command runs, and names no folder above the two.
    var pathToSpec: String? {
        guard case .modulesBelow(let folder) = destination, isInItsFile, specPath != "-" else { return nil }
        let (spec, start) = (InputFiles.parts(ofAbsolute: specPath), InputFiles.parts(ofAbsolute: folder))
        let shared = zip(spec, start).prefix { $0 == $1 }.count
        guard shared > 0 else { return nil }
        return (Array(repeating: "..", count: start.count - shared) + spec[shared...]).joined(separator: "/")
    }

    /// The part of the service that was chosen, and what was left out of it, as a finding.
    func selected() -> (document: SpecDocument, findings: [Diagnostic], versionsLeftOut: [String]) {
        let selected = selection.apply(to: file.document)
        let omitted = selected.omitted
        guard !omitted.isEmpty else { return (selected.document, [], []) }
        func part(_ items: [String], _ one: String, _ several: String) -> String? {
            items.isEmpty
                ? nil : "\(items.count) \(items.count == 1 ? one : several) (\(items.joined(separator: ", ")))"
        }
        let parts = [
            part(omitted.versions, "version", "versions"), part(omitted.operations, "operation", "operations"),
            part(omitted.schemas, "schema", "schemas"),
        ].compactMap(\.self)
        let text = "left out: \(parts.joined(separator: "; "))"
        return (
            selected.document, [RenderingRules.leftOut.finding(text, at: SourceLocation(file: specPath))],
            omitted.versions
        )
    }
}
