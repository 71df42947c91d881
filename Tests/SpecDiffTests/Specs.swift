import APISpec
import Diagnostics
import Foundation
import SpecDiff

/// The specs of this repository, and documents that stand for files.
enum Specs {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../spec")
        .standardizedFileURL

    /// A spec of the folder `spec`, by the name of its file.
    static func read(_ name: String) throws -> SpecFile {
        try SpecReader().read(Array(Data(contentsOf: folder.appending(path: name))), file: "spec/\(name)")
    }

    /// A document as if it had been read, without places of its parts.
    static func file(_ document: SpecDocument, _ name: String = "spec.yaml") -> SpecFile {
        SpecFile(document: document, locations: SpecLocations(whole: SourceLocation(file: name)))
    }

    /// What changed between two documents.
    static func compare(
        _ old: SpecDocument, _ new: SpecDocument, _ selection: SpecComparer.Selection = .all, asOf: String? = nil
    ) throws -> DiffReport {
        try SpecComparer(old: file(old, "old.yaml"), new: file(new, "new.yaml"))
            .compare(selection, asOf: asOf.flatMap { CalendarDate($0) })
    }
}
