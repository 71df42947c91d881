import Diagnostics

/// How many tables of inline objects are read.
extension ReferenceReader {
    /// How deep tables of inline objects may lead to each other: as deep as importers of documents go.
    static let greatestDepth = 40
    /// How many of them an operation or a definition may take; each link to a table takes it anew.
    private static let mostInline = 256

    /// Begins an operation or a definition.
    mutating func startInline() {
        inlineBudget = Self.mostInline
        hasLeftInline = false
        taken = []
    }

    mutating func reportInline(_ depth: Int, at place: SourceLocation) {
        let isDeep = depth >= Self.greatestDepth
        hasLeftInline = true
        let limit = isDeep ? "more than \(Self.greatestDepth) deep" : "more than \(Self.mostInline) times"
        // Once for each operation or definition is enough.
        guard isDeep || inlineBudget == 0 else { return }
        if !isDeep { inlineBudget = -1 }
        if isDeep, !reported.insert("depth \(place.file):\(place.line)").inserted { return }
        report(
            DialectRules.unknownType,
            "types lead to tables of inline objects \(limit); any JSON is taken from here on", place)
    }
}
