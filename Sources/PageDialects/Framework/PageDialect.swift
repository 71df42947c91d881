public import Diagnostics
import Documentation
public import YAML

/// A grammar that documentation pages are written in: what a generator prints, and how it is told from others.
///
/// A dialect is data and a reader. The reader says what the pages describe as an OpenAPI document whose nodes stand at
/// lines of the pages, so that one importer makes the spec of it. Adding a dialect takes one file, which defines a
/// value of this type, its fixtures, and its place in ``all``.
public struct PageDialect: Sendable {
    /// What the command line and specs call it, such as `swagger2markup`.
    public let name: String
    /// What people call it: the generator and its versions.
    public let title: String
    /// What no page of the dialect says, for a finding: `default values of array parameters`.
    public let neverPrinted: [String]
    /// How sure it is that the page is written in this dialect.
    let recognise: @Sendable (Page) -> DialectEvidence?
    /// Reads pages of the dialect. Throws `DiagnosticError` for pages that break it.
    let read: @Sendable ([Page]) throws -> [DescribedService]

    /// A dialect of pages.
    ///
    /// `recognise` says what speaks for the dialect on a page, `nil` where nothing does. `read` gets the pages that
    /// were recognised, all of one input, and answers the services that they describe.
    init(
        name: String, title: String, neverPrinted: [String],
        recognise: @escaping @Sendable (Page) -> DialectEvidence?,
        read: @escaping @Sendable ([Page]) throws -> [DescribedService]
    ) {
        self.name = name
        self.title = title
        self.neverPrinted = neverPrinted
        self.recognise = recognise
        self.read = read
    }
}

/// What speaks for a dialect on a page.
struct DialectEvidence: Sendable, Hashable {
    /// The dialect that it is, where one of a family looks for all of them; `nil` for the dialect itself.
    var member: String?
    /// What was found, for a person: `a heading with GET /books`.
    var reason: String
    /// Where it was found.
    var line: Int
    /// Whether the page can only be understood together with others that are more certain, such as a part of a folder.
    var isPart = false
    /// Whether so little speaks for it that the page counts only beside others that are certain.
    var isWeak = false
    /// Whether the page has a title of its own, as a service has.
    var isTitled = false
    /// Whether the page describes operations; without any, definitions and overviews may be those of other pages.
    var hasOperations = true
    /// How much speaks for it, in marks that were found; dialects of one family are told apart by it.
    var marks = 1
}

/// A service that pages of a dialect describe.
public struct DescribedService: Sendable {
    /// The description as an OpenAPI document; its nodes stand at lines of the pages.
    public var document: YAMLNode
    /// The pages that it was read from, by their file names.
    public var files: [String]
    /// What a person should look at, in the order of the pages.
    public var findings: [Diagnostic]
    /// The name of the dialect.
    public var dialect: String
    /// What the pages name and show no table of.
    public var lost: LostParts

    /// Whether the description says of each field of a form whether it is required, and nothing of the form as a whole.
    public var leavesFormsOpen: Bool { document["swagger"] != nil }

    /// What pages say of a service.
    init(document: YAMLNode, files: [String], findings: [Diagnostic], dialect: String, lost: LostParts = LostParts()) {
        self.document = document
        self.files = files
        self.findings = findings
        self.dialect = dialect
        self.lost = lost
    }
}

/// What pages name, with the heading of a table, and show nothing of.
public struct LostParts: Sendable {
    /// The names of types without members and without a type.
    public var models: Set<String> = []
    /// The names of types that are used and have no heading.
    public var undescribed: Set<String> = []
    /// The calls, as in `GET /books`, whose parameters have a heading and no table.
    public var parameters: Set<String> = []
    /// The calls whose responses have no table.
    public var answers: Set<String> = []
}
