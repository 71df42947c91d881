import Diagnostics

/// A source location in half the space; a document may have millions.
struct Place: Sendable {
    /// The file of a document, shared by all its places.
    final class Source: Sendable {
        let file: String

        init(file: String) { self.file = file }
    }

    private let source: Source
    private let shortLine: UInt32
    private let shortColumn: UInt32

    /// A place; both counts begin at 1.
    init(source: Source, line: Int, column: Int) {
        self.source = source
        shortLine = UInt32(clamping: line)
        shortColumn = UInt32(clamping: column)
    }

    /// The line, counted from 1.
    var line: Int { Int(shortLine) }

    /// The place as others know it.
    var location: SourceLocation {
        SourceLocation(file: source.file, line: Int(shortLine), column: Int(shortColumn))
    }
}

/// An error of the document at `place`.
func refusal(_ message: String, at place: Place) -> DiagnosticError {
    DiagnosticError(message, at: place.location)
}
