/// A grammar that guides are written in: what headings and tables mean, how types are written, what is said around it.
///
/// This is all that the readers of guides know of a site's words. Sections are found by their words and anchors, tables
/// by the words of their heads; nothing is told by its position. Words are listed per meaning: the English one first,
/// which findings name, then older ones and those of other languages. They are compared without regard to case and to
/// the width of white space. A heading's anchor counts as its English words, so that a heading in a language that is not
/// listed is still known by its anchor.
public struct GuideDialect: Sendable {
    /// What the command line calls it.
    public let name: String
    /// What people call it.
    public let title: String

    /// The chapters of a service.
    enum Chapter: Hashable, CaseIterable {
        /// The operations, a heading each.
        case operations
        /// The named schemas, a heading each.
        case models
    }

    /// The sections below headings, and the words that open them.
    enum Section: Hashable, CaseIterable {
        // Of a service
        case overview, versions, serverURL, regions, history
        // Of a revision
        case description, state, parameters, responses
        case exampleRequest, requestPath, requestHeaders, requestBody, exampleResponse
    }

    /// The columns of tables.
    enum Column: Hashable, CaseIterable {
        case type, name, description, schema, defaultValue, status, version, versionStatus, notBefore
        case environment, region
    }

    /// The labels that divide a description cell.
    enum Label: Hashable, CaseIterable {
        case example, pattern, minLength, maxLength
        /// Limits of numbers, for which the spec has no place.
        case minimum, maximum
    }

    /// The tables of guides, by what they say.
    enum TableKind: Hashable, CaseIterable {
        /// The parameters of a revision, and its body.
        case parameters
        /// The responses of a revision.
        case responses
        /// The members of a model.
        case members
        /// The versions of a service with their status.
        case versions
        /// Until when a version of an operation is served.
        case window
        /// The environments and regions of a service.
        case regions
    }

    /// How a kind of table is known, and what it can say.
    struct TableHead: Sendable {
        /// The columns that it has to have.
        var needed: [Column]
        /// Those that it may have.
        var others: [Column] = []
        /// Those that only tables of another kind have beside the needed ones.
        var excluded: Set<Column> = []

        /// Whether columns are those of this kind.
        func fits(_ columns: Set<Column>) -> Bool {
            columns.isSuperset(of: needed) && columns.isDisjoint(with: excluded)
        }
    }

    let chapters: [(Chapter, [String])]
    /// The sections below the heading of a service.
    let serviceSections: [(Section, [String])]
    /// The sections below the heading of a revision.
    let revisionSections: [(Section, [String])]
    /// The words before the status code that opens the example of a response: `Response 200`.
    let responseExample: [String]
    let columns: [(Column, [String])]
    let tables: [TableKind: TableHead]
    let labels: [(Label, [String])]
    /// What follows a name that has to be given, and one that need not.
    let required: [String]
    let optional: [String]
    /// What a Schema cell holds where a response has no body.
    let noSchema: [String]
    /// What a Default cell holds where there is no default.
    let noDefault: [String]
    /// What stands in place of a description where there is none.
    let noDescription: [String]
    /// The state of an operation that can be called; others are kept as the guide writes them.
    let activeStates: [String]
    /// The state of an operation that new code should do without.
    let deprecatedStates: [String]
    /// The marks in a version history of calls that are gone or will be: `[Deleted] PUT /v1/x - Title`.
    let removalMarks: [String]
    let notation: Notation
    let headers: Headers
    /// What the site prints around a guide, by language.
    let furniture: [FurnitureWords]

    /// The words of types.
    struct Notation: Sendable {
        /// What opens a choice: `any of [string, null]`.
        var unions: [String]
        /// What opens a list: `array[string]`.
        var array: String
        /// What opens an enumeration: `enum (A, B)`.
        var enumeration: String
        /// The type of nothing.
        var null: String
    }

    /// The headers that requests of the site have.
    struct Headers: Sendable {
        /// Those that authentication fills in, by the name after the provider's prefix, with what stands for the value.
        var authentication: [(suffix: String, placeholder: String)]
        /// The one that names service and version, by the name after the provider's prefix: `backup 1.2`.
        var version: String
        /// What stands for the version in a header that is the same in every version.
        var versionPlaceholder: String
        /// Others of every request, by the name after the provider's prefix.
        var others: [String]
    }
}

extension GuideDialect {
    /// How a kind of table is known.
    func head(_ kind: TableKind) -> TableHead { tables[kind] ?? TableHead(needed: []) }

    /// The word that findings name a section by.
    func word(_ section: Section) -> String {
        (serviceSections + revisionSections).first { $0.0 == section }?.1.first ?? ""
    }

    /// Sentences that every guide repeats and that say nothing of the service.
    var boilerplate: [String] { furniture.flatMap(\.notices) }
}
