import Documentation

/// The dialects of Swagger2Markup, by the ages of its grammar.
enum Swagger2Markup {
    /// All of them, the youngest of the first family first.
    static var dialects: [PageDialect] {
        [modern, spaceless, plain, openAPI].map { dialect in
            PageDialect(
                name: dialect.name, title: dialect.title, neverPrinted: dialect.neverPrinted,
                // The first one looks for all of them: they share their marks.
                recognise: { page in
                    dialect.name == modern.name ? ReferenceRecognition.evidence(on: page, among: dialectsByAge) : nil
                },
                read: { pages in try ReferenceReader.read(pages, dialect) })
        }
    }

    private static let dialectsByAge = [modern, spaceless, plain, openAPI]

    private static let words = DialectWords(
        table: Swagger2MarkupWords.table, languages: Swagger2MarkupWords.languages, others: Swagger2MarkupWords.others)

    /// What no age prints.
    private static let unprinted = [
        "operation ids but in anchors", "limits and patterns of parameters",
        "default values of lists, dates and passwords",
        "item counts, multiples and collection formats of properties", "members besides those that are listed",
        "the base type of enumerations", "security of the whole API", "extensions",
    ]

    /// Versions 1.3 and 2.0.
    static let modern = ReferenceDialect(
        name: "swagger2markup", title: "Swagger2Markup 1.3 or 2.0", words: words,
        spacesFormats: true,
        flags: .belowName, valuesAreJSON: true, neverPrinted: unprinted)

    /// Versions 1.0 to 1.2: `integer(int64)` without a space, no limits.
    static let spaceless = ReferenceDialect(
        name: "swagger2markup-1.0", title: "Swagger2Markup 1.0 to 1.2", words: words,
        spacesFormats: false, flags: .belowName, valuesAreJSON: true,
        neverPrinted: unprinted + ["limits, lengths and patterns of properties"])

    /// The module for OpenAPI 3, which writes AsciiDoc only.
    static let openAPI = ReferenceDialect(
        name: "openapi2markup", title: "Swagger2Markup's module for OpenAPI", words: words,
        spacesFormats: true, flags: .belowName, callsInHeadings: true, valuesAreJSON: true,
        neverPrinted: unprinted + ["bodies of requests", "the types of answers"])

    /// Version 0.9: a column Required, no marks.
    static let plain = ReferenceDialect(
        name: "swagger2markup-0.9", title: "Swagger2Markup 0.9", words: words,
        spacesFormats: true, flags: .column, valuesAreJSON: false,
        neverPrinted: unprinted + [
            "limits, lengths and patterns of properties", "maps and inline objects", "headers of answers", "security",
            "definitions that are no objects",
        ])
}
