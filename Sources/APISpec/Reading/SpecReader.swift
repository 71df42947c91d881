import Diagnostics
import YAML

/// Reads spec files, telling the place of everything that is wrong.
public struct SpecReader: Sendable {
    /// A reader.
    public init() {}

    /// Reads a spec.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name for diagnostics.
    /// - Returns: a document that holds to every rule of ``SpecValidator`` of severity error.
    /// - Throws: `DiagnosticError` with everything that is wrong, in the order of the file.
    public func read(_ bytes: [UInt8], file: String) throws -> SpecFile {
        try read(try parseYAML(bytes, file: file), file: file)
    }

    /// Reads what ``SpecWriter`` writes of a document, without the text in between: whether the document can be read
    /// again.
    ///
    /// - Throws: `DiagnosticError` as ``read(_:file:)`` does, at the beginning of the file.
    public func reread(_ document: SpecDocument, file: String) throws -> SpecFile {
        try read(try YAMLNode(written: SpecWriter().value(document), file: file), file: file)
    }

    private func read(_ root: YAMLNode, file: String) throws -> SpecFile {
        var reading = SpecReading(file: file)
        let document = reading.document(root)
        var diagnostics = reading.problems
        if let document, diagnostics.isEmpty {
            diagnostics = SpecValidator().validate(document, locations: reading.locations)
                .filter { $0.severity == .error }
            if diagnostics.isEmpty { return SpecFile(document: document, locations: reading.locations) }
        }
        throw DiagnosticError(diagnostics.sorted { ($0.location ?? root.location) < ($1.location ?? root.location) })
    }
}
