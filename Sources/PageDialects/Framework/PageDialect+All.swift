public import Diagnostics
public import Documentation

extension PageDialect {
    /// The dialects that are read besides that of the guides, in the order of the documentation.
    public static let all: [PageDialect] = Swagger2Markup.dialects + [Widdershins.dialect]

    /// The dialect of the guides of Samsung Cloud Platform, which a reader of its own understands.
    public static let guideName = "scp-guide"

    /// What is said of a page that is read as a guide; `title` is what people call the guides.
    public static func guideNote(_ title: String, _ page: Page) -> Diagnostic {
        DialectRules.dialect.finding(
            "the page is read as one of \(title) (`\(guideName)`; \(page.format.rawValue))",
            at: SourceLocation(file: page.file))
    }

    /// What `--dialect` takes.
    public static var names: [String] { [guideName] + all.map(\.name) }

    /// The dialect called `name`.
    static func named(_ name: String) -> PageDialect? { all.first { $0.name == name } }
}
