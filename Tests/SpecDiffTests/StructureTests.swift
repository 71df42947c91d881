import APISpec
import SpecDiff
import Testing

/// What belongs together, and what is said once.
@Suite("Matching")
struct StructureTests {
    private let old = LibrarySample.document

    private func findings(_ edit: (inout SpecDocument) -> Void) throws -> [DiffFinding] {
        var new = old
        new.comesFromAnotherPage()
        edit(&new)
        return try Specs.compare(old, new).findings
    }

    private func lines(_ edit: (inout SpecDocument) -> Void) throws -> [String] {
        try findings(edit).map { "\($0.rule.id) \($0.location)" }
    }

    @Test("A schema that is sent and received is judged on both sides, each with the operations of that side")
    func bothSides() throws {
        let found = try findings { $0.edit(property: "key", of: "Tag") { $0.isRequired = false } }
        #expect(
            found.map(\.rule.id).sorted() == ["request-property-became-optional", "response-property-became-optional"])
        let request = try #require(found.first { $0.side == .request })
        #expect(request.operations == ["createBook"])
        #expect(request.wire == .info && request.source == .none)
        let response = try #require(found.first { $0.side == .response })
        #expect(response.operations == ["listBooks", "createBook", "showBook"])
        #expect(response.wire == .breaking && response.source == .breaking)
        #expect(response.versions.map(\.new) == ["1.2", "1.1"])
    }

    @Test("What would read alike says whether it is of requests or of responses; all else does not")
    func sidesInWords() throws {
        var new = old
        new.edit(property: "key", of: "Tag") { $0.isRequired = false }
        new.service.title = "Books"
        let text = TextReport().text(try Specs.compare(old, new))
        #expect(text.contains("    requests: property `key` of `Tag` became optional"), "\(text)")
        #expect(text.contains("    responses: property `key` of `Tag` became optional"))
        #expect(text.ranges(of: "requests: ").count == 1)
    }

    @Test("A schema with a version of its own is followed, not taken for another")
    func versionedNames() throws {
        let found = try lines { document in
            var book = document.schemas[0]
            book.name = "Book1Dot2"
            book.properties.append(.init(name: "weight", isRequired: false, schema: Schema(.integer(format: nil))))
            document.schemas.append(book)
            document.edit("showBook", response: 200) { $0.schema?.kind = .reference("Book1Dot2") }
        }
        #expect(found == ["response-property-optional-added schemas/Book/weight"])
    }

    @Test("What versions with schemas of their own have in common is said once")
    func onceForAllVersions() throws {
        var old = old
        var book = old.schemas[0]
        book.name = "Book1Dot2"
        old.schemas.append(book)
        var revision = old.operations[2].revisions[0]
        old.operations[2].revisions[0].versions = ["1.1"]
        revision.versions = ["1.2"]
        revision.responses[0].schema?.kind = .reference("Book1Dot2")
        old.operations[2].revisions.insert(revision, at: 0)
        var new = old
        new.comesFromAnotherPage()
        for name in ["Book", "Book1Dot2"] { new.edit(property: "title", of: name) { $0.schema.isNullable = true } }
        let found = try Specs.compare(old, new).findings
        #expect(
            found.map { "\($0.rule.id) \($0.location)" } == [
                "response-property-became-nullable schemas/Book/title"
            ])
        #expect(found.first?.versions.map(\.new) == ["1.2", "1.1"])
    }

    @Test("A schema that refers to itself is compared once")
    func recursion() throws {
        var old = old
        old.edit(schema: "Book") { schema in
            schema.properties.append(
                .init(name: "sequel", isRequired: false, schema: Schema(.reference("Book"), isNullable: true)))
        }
        var new = old
        new.comesFromAnotherPage()
        new.edit(property: "id", of: "Book") { $0.schema.kind = .boolean }
        #expect(try Specs.compare(old, new).findings.map(\.location) == ["schemas/Book/id"])
    }

    @Test("What is inside lists and alternatives has its place")
    func inside() throws {
        #expect(
            try lines { document in
                document.edit(property: "tags", of: "Book") { property in
                    property.schema.kind = .array(Schema(.reference("Tag"), isNullable: true))
                }
            } == ["response-property-became-nullable schemas/Book/tags/items"])
        var old = old
        old.edit(property: "note", of: "Book") { property in
            property.schema.kind = .union([Schema(.enumeration(["A"])), Schema(.array(Schema(.string(format: nil))))])
        }
        var new = old
        new.comesFromAnotherPage()
        new.edit(property: "note", of: "Book") { property in
            property.schema.kind = .union([
                Schema(.enumeration(["A", "B"])), Schema(.array(Schema(.string(format: nil), maxLength: 4))),
            ])
        }
        #expect(
            Set(try Specs.compare(old, new).findings.map { "\($0.rule.id) \($0.location)" }) == [
                "response-property-enum-value-added schemas/Book/note/anyOf-1",
                "response-property-constraint-tightened schemas/Book/note/anyOf-2/items",
            ])
    }

    @Test("Another type claims what was said of the values of the old one")
    func claims() throws {
        #expect(
            try lines { document in
                document.edit("listBooks", parameter: "title") { parameter in
                    parameter.schema = Schema(.integer(format: nil), description: "A number", example: .number("3"))
                }
            } == ["request-parameter-type-changed operations/listBooks/parameters/title"])
    }

    @Test("An example that follows from another change is not a change of its own")
    func examples() throws {
        #expect(
            try lines { document in
                document.edit("createBook") { $0.example?.requestBody = .object([]) }
                document.edit(property: "title", of: "BookCreateRequest") { $0.schema.maxLength = 90 }
            } == ["request-property-constraint-tightened schemas/BookCreateRequest/title"])
        #expect(
            try lines { $0.edit("createBook") { $0.example?.requestBody = .object([]) } } == [
                "documentation-example-changed operations/createBook/example/request"
            ])
    }

    @Test("A lost table says nothing of what stood in it")
    func lostTables() throws {
        let found = try findings { document in
            document.edit("listBooks") { revision in
                revision.lost = [.responses]
                revision.responses = [
                    Response(
                        status: 200, description: "OK", schema: Schema(.reference("Book")),
                        recovered: ["response-example"])
                ]
            }
            document.edit(schema: "Owner") { schema in
                schema.properties = []
                schema.isLost = true
            }
        }
        #expect(
            found.map { "\($0.rule.id) \($0.location) \($0.cause.rawValue)" } == [
                "reading-page-degraded operations/listBooks/responses reading",
                "reading-response-changed operations/listBooks/responses/200 reading",
                "reading-page-degraded schemas/Owner reading",
            ])
        #expect(found[1].ruleOfDocumentation?.id == "response-body-type-changed")
        #expect(found[1].difference.evidence == ["response-example"])
    }

    @Test("A recovered part that a table states now is the same part on other evidence")
    func recovered() throws {
        var old = old
        old.edit("showBook", response: 200) { $0.recovered = ["response-example", "name"] }
        var new = old
        new.comesFromAnotherPage()
        new.edit("showBook", response: 200) { $0.recovered = [] }
        let found = try Specs.compare(old, new).findings
        #expect(found.map(\.rule.id) == ["reading-recovery-changed"])
        #expect(found.first?.difference.before == "recovered from response-example, name")
        #expect(found.first?.difference.after == "stated by a table")
        #expect(found.first?.severity == .info)
    }

    @Test("Between two versions of one spec, evidence is not a change, and what cannot be compared is said")
    func betweenVersions() throws {
        var document = old
        var older = document.operations[0].revisions[0]
        document.operations[0].revisions[0].versions = ["1.2"]
        older.versions = ["1.1"]
        older.responses[0].recovered = ["response-example"]
        document.operations[0].revisions.append(older)
        func rules() throws -> [String] {
            try Specs.compare(document, document, .versions(old: "1.1", new: "1.2")).findings.map {
                "\($0.rule.id) \($0.location)"
            }
        }
        #expect(try rules() == [])
        document.operations[0].revisions[0].responses.removeLast()
        #expect(try rules() == ["response-error-removed operations/listBooks/responses/401"])
        document.operations[0].revisions[0].lost = [.responses]
        #expect(try rules() == ["reading-evidence-lost operations/listBooks/responses"])
    }

    @Test("A path whose parameters have other names is the same path")
    func pathParameters() throws {
        #expect(
            try lines { document in
                document.edit("showBook") { revision in
                    revision.path = "/v1/books/{id}"
                    revision.parameters[0].name = "id"
                    revision.parameters[0].schema.maxLength = 3
                }
            }.sorted() == [
                "request-parameter-constraint-added operations/showBook/parameters/id",
                "request-parameter-renamed operations/showBook/parameters/id",
            ])
    }

    @Test("Reports are the same however often they are made")
    func stability() throws {
        let first = try JSONReport().text(ReportSample.hostile())
        for _ in 0..<3 { #expect(try JSONReport().text(ReportSample.hostile()) == first) }
    }
}
