public import APISpec
public import Diagnostics

/// What an import found about one service.
public struct ImportedDocumentation: Sendable {
    /// The service as its guide describes it, before recovery and overlay.
    public var document: SpecDocument
    /// Where the parts of the document stand on the pages.
    public var locations: SpecLocations
    /// What a person should look at, in the order of the pages.
    public var findings: [Diagnostic]
    /// How much of the pages was understood.
    public var coverage: Coverage
    /// The calls that the page's own history lists as removed, such as `PUT /v1/berths/{id}/close`.
    public var removals: Set<String>

    /// How much of the pages was understood, in numbers.
    public struct Coverage: Sendable, Hashable {
        /// The lines whose content is in the document or known to say nothing; blank lines do not count.
        public var linesRead: Int
        /// The lines that no part of the importer understands.
        public var linesUnread: Int
        /// The tables that were read.
        public var tables: Int
        /// The rows of those tables that were read.
        public var rows: Int
        /// The bodies of examples that were read.
        public var examples: Int

        /// The names of types that are used and that no model of the page describes, sorted.
        public var unknownTypes: [String]

        /// Numbers of lines, tables, rows and examples, and the types that are missing.
        public init(
            linesRead: Int = 0, linesUnread: Int = 0, tables: Int = 0, rows: Int = 0, examples: Int = 0,
            unknownTypes: [String] = []
        ) {
            self.unknownTypes = unknownTypes
            self.linesRead = linesRead
            self.linesUnread = linesUnread
            self.tables = tables
            self.rows = rows
            self.examples = examples
        }
    }

    /// The result of an import.
    public init(
        document: SpecDocument, locations: SpecLocations, findings: [Diagnostic], coverage: Coverage,
        removals: Set<String> = []
    ) {
        self.removals = removals
        self.document = document
        self.locations = locations
        self.findings = findings
        self.coverage = coverage
    }
}

extension ImportedDocumentation {
    /// Notes for each operation which page it was read from; `pages` are the pages of the spec by the files' names.
    mutating func nameSources(_ pages: [String: String]) {
        for operation in document.operations.indices {
            let id = document.operations[operation].id
            for revision in document.operations[operation].revisions.indices {
                let versions = document.operations[operation].revisions[revision].versions
                var names: [String] = []
                for version in versions {
                    guard let name = pages[locations[["operations", id, version]].file], !names.contains(name) else {
                        continue
                    }
                    names.append(name)
                }
                document.operations[operation].revisions[revision].pages = names
            }
        }
    }
}
