import APISpec
import Diagnostics
import SpecDiff

/// Reports to show: one of ordinary changes, one of names that mean harm.
enum ReportSample {
    /// Some changes of every severity.
    static func ordinary() throws -> DiffReport {
        let old = LibrarySample.document
        var new = old
        new.comesFromAnotherPage()
        new.versions[1].status = .deprecated
        new.service.description = "Lends books."
        new.edit("listBooks") { revision in
            revision.parameters.append(
                Parameter(name: "room", location: .query, isRequired: true, schema: Schema(.enumeration(["A", "B"]))))
        }
        new.edit("importBooks") { $0.request?.recovered = ["request-example"] }
        new.edit("deleteBook") { $0.responses.append(Response(status: 404, recovered: ["sibling-operations"])) }
        new.edit(property: "id", of: "Book") { $0.schema.kind = .integer(format: "int64") }
        new.edit(property: "key", of: "Tag") { $0.schema.maxLength = 20 }
        new.edit(schema: "BookCreateRequest") { schema in
            schema.properties.append(.init(name: "subtitle", isRequired: false, schema: Schema(.string(format: nil))))
        }
        new.edit(property: "genre", of: "BookCreateRequest") { property in
            property.schema.kind = .enumeration(["NOVEL", "PLAY"])
        }
        var locations = SpecLocations(whole: SourceLocation(file: "spec/library.yaml"))
        locations.note(["schemas", "Book", "id"], at: SourceLocation(file: "spec/library.yaml", line: 40, column: 7))
        locations.note(
            ["operations", "listBooks", "1.2", "parameters", "room"],
            at: SourceLocation(file: "spec/library.yaml", line: 21, column: 11))
        return try SpecComparer(
            old: Specs.file(old, "old/library.yaml"), new: SpecFile(document: new, locations: locations)
        ).compare()
    }

    /// Texts that would do harm where they are not escaped.
    static let harmful = [
        "<script>document.title='owned'</script>", "\"><img src=x onerror=\"document.title='owned'\">",
        "'; alert(1); '", "a`b", "``", "[x](javascript:alert(1))", "**bold** _it_ #1 @someone", "a|b",
        "line\nbreak", "carriage\rreturn", "both\r\n::error::owned", "\u{2028}line separator", "\u{202E}reversed",
        "\u{0}nul", "]]>", "</style><style>*{display:none}", "-->", "<!--", "%0A::error::x", "{{x}}", "\\", "",
        "/../..", "emoji 👩‍👩‍👧", "\u{FEFF}mark",
    ]

    /// Every harmful text in every place that a report shows.
    static func hostile() throws -> DiffReport {
        var old = LibrarySample.document
        old.sources = []
        old.operations = []
        old.schemas = []
        old.resources = []
        var new = old
        for (index, text) in harmful.enumerated() {
            let name = "\(text)\(index)"
            let schema = NamedSchema(
                name: name,
                properties: [
                    .init(
                        name: name, isRequired: true,
                        schema: Schema(
                            .enumeration([text, "x"]), description: text, defaultValue: .string(text), pattern: text))
                ])
            var changed = schema
            changed.properties[0].schema = Schema(
                .enumeration(["\(text)!", "x"]), description: "\(text)!", defaultValue: .string("\(text)!"),
                pattern: "\(text)!")
            changed.properties.append(.init(name: "\(name)!", isRequired: true, schema: Schema(.string(format: text))))
            old.schemas.append(schema)
            new.schemas.append(changed)
            var revision = Revision(
                versions: ["1.2"], method: "POST", path: "/\(text)\(index)", description: text,
                parameters: [
                    Parameter(name: name, location: .query, isRequired: false, schema: Schema(.string(format: text)))
                ], request: RequestBody(isRequired: true, schema: Schema(.reference(name)), recovered: [text]),
                responses: [Response(status: 200, description: text, schema: Schema(.reference(name)))])
            old.operations.append(Operation(id: name, title: text, revisions: [revision]))
            revision.parameters[0].schema = Schema(.boolean)
            revision.state = text
            revision.path = "/\(text)/\(index)"
            new.operations.append(Operation(id: name, title: "\(text)!", revisions: [revision]))
            new.service.headers.append(.init(name, text))
        }
        new.service.title = harmful.joined()
        return try SpecComparer(
            old: Specs.file(old, harmful.joined()), new: Specs.file(new, "both\r\n::error::owned,line=1:2%")
        ).compare()
    }
}
