import APISpec
import Diagnostics
import OpenAPIInterop
import OutputFiles

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An overlay of OpenAPI with what the spec says of it.
struct DocumentOverlay {
    let overlay: OpenAPIOverlay
    let source: Source
}

/// The overlays of one spec: those of OpenAPI, which change documents before they are read, and the project's own, which
/// changes what was read.
struct OverlayFiles {
    /// The overlays of OpenAPI, in the order in which they are applied.
    private(set) var ofDocuments: [DocumentOverlay] = []
    /// The path of the project's own; `nil` where none was named.
    private(set) var own: String?

    /// The named overlays; where none is named, the one beside the spec if it is of OpenAPI. Throws `DiagnosticError` for
    /// one that cannot be read, and for two of the project's own.
    init(named: [String], specPath: String) throws {
        guard !named.isEmpty else {
            let beside = OverlayInput.path(for: specPath)
            if specPath != "-", InputFiles.exists(beside) { try add(beside, of: specPath, as: .found) }
            return
        }
        for path in named { try add(path, of: specPath, as: .named) }
    }

    /// Why a file is taken for an overlay.
    private enum Reason {
        /// A person names it.
        case named
        /// It lies beside the spec.
        case found
        /// The spec was read with it.
        case recorded
    }

    private mutating func add(_ path: String, of specPath: String, as reason: Reason) throws {
        let bytes = try readInput(path, limit: SpecInput.byteLimit)
        guard OpenAPIOverlay.isOverlay(bytes) else {
            switch reason {
            case .found: return
            case .named:
                if let own {
                    throw DiagnosticError(
                        "`\(printable(own))` is an overlay of the same kind; put the actions of both into one file",
                        at: SourceLocation(file: path))
                }
                own = path
                return
            case .recorded:
                throw DiagnosticError(
                    "the spec was read with this file as an overlay of OpenAPI, and it is none any more: it lacks "
                        + "`overlay: 1.1.0`; correct it, or name another one with --overlay",
                    at: SourceLocation(file: path, line: 1, column: 1))
            }
        }
        ofDocuments.append(
            DocumentOverlay(
                overlay: try OpenAPIOverlay(bytes, file: path),
                source: Source(
                    page: Self.shown(path, from: specPath), sha256: PageInput.digest(bytes), isOverlay: true)))
    }

    /// The overlays that a spec was read with, by their paths from its folder. Throws `DiagnosticError` where one is gone.
    init(recordedIn document: SpecDocument, specPath: String, own: String?) throws {
        self.own = own
        for source in document.sources where source.isOverlay {
            let path = source.page.hasPrefix("/") ? source.page : InputFiles.folder(of: specPath) + "/" + source.page
            guard InputFiles.exists(path) else {
                throw DiagnosticError(
                    "the spec was read with the overlay `\(printable(source.page))`, which is not there any more; name it "
                        + "with --overlay", at: SourceLocation(file: specPath))
            }
            try add(path.hasPrefix("./") ? String(path.dropFirst(2)) : path, of: specPath, as: .recorded)
        }
        let beside = OverlayInput.path(for: specPath)
        if ofDocuments.isEmpty, InputFiles.exists(beside) { try add(beside, of: specPath, as: .found) }
    }

    /// The path of a file from the folder of a spec; its name alone where the two have nothing in common.
    private static func shown(_ path: String, from specPath: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard specPath != "-", !path.isEmpty else { return name }
        func parts(_ path: String) -> [String] {
            URL(filePath: path).standardizedFileURL.path(percentEncoded: false).split(separator: "/").map(String.init)
        }
        let file = parts(path)
        let folder = parts(InputFiles.folder(of: specPath))
        let shared = zip(file, folder).prefix { $0 == $1 }.count
        guard shared > 0, folder.count - shared <= 4 else { return name }
        return (Array(repeating: "..", count: folder.count - shared) + file.dropFirst(shared)).joined(separator: "/")
    }
}

extension PageInput {
    /// Has overlays change the documents: each the ones that it is written for, or all of them.
    ///
    /// Throws `DiagnosticError` where there is no document.
    mutating func take(_ overlays: [DocumentOverlay]) throws {
        for overlay in overlays {
            guard !descriptions.isEmpty else {
                throw DiagnosticError(
                    "this overlay changes OpenAPI documents, and there is none",
                    at: SourceLocation(file: overlay.overlay.file))
            }
            let isMeant = { (description: Description) in
                overlay.overlay.isWritten(for: description.path ?? description.sources.last?.page ?? description.name)
            }
            let meant = descriptions.indices.filter { isMeant(descriptions[$0]) }
            for index in meant.isEmpty ? Array(descriptions.indices) : meant {
                descriptions[index].overlays.append(overlay)
                guard meant.isEmpty else { continue }
                descriptions[index].findings.append(overlay.overlay.isOfAnotherDocument(descriptions[index].name))
            }
        }
    }
}
