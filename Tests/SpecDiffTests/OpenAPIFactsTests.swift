import APISpec
import SpecDiff
import Testing

/// What specs say since OpenAPI documents can be read.
@Suite("Facts of OpenAPI documents")
struct OpenAPIFactsTests {
    private let old = LibrarySample.document

    private func lines(
        from prepare: (inout SpecDocument) -> Void = { _ in }, _ edit: (inout SpecDocument) -> Void
    ) throws -> [String] {
        var old = old
        prepare(&old)
        var new = old
        new.comesFromAnotherPage()
        edit(&new)
        return try Specs.compare(old, new).findings.map { "\($0.rule.id) \($0.location)" }
    }

    // MARK: Parameters

    @Test("What OpenAPI takes for granted may be said, and says nothing of single values")
    func styles() throws {
        #expect(
            try lines { document in
                document.edit("listBooks", parameter: "owner") {
                    $0.style = .form
                    $0.explode = true
                }
                document.edit("showBook", parameter: "book_id") { $0.style = .simple }
                document.edit("listBooks", parameter: "title") {
                    $0.style = .spaceDelimited
                    $0.explode = false
                }
            } == [])
        #expect(
            try lines { document in document.edit("showBook", parameter: "book_id") { $0.style = .matrix } } == [
                "request-parameter-style-changed operations/showBook/parameters/book_id"
            ])
    }

    @Test("A cookie is a parameter as any other")
    func cookies() throws {
        func add(_ location: Parameter.Location, to document: inout SpecDocument) {
            document.edit("listBooks") { revision in
                revision.parameters.append(
                    Parameter(name: "session", location: location, isRequired: true, schema: Schema(.boolean)))
            }
        }
        #expect(
            try lines { add(.cookie, to: &$0) } == [
                "request-parameter-required-added operations/listBooks/parameters/session"
            ])
        #expect(
            try lines(from: { add(.header, to: &$0) }) { document in
                document.edit("listBooks", parameter: "session") { $0.location = .cookie }
            } == ["request-parameter-location-changed operations/listBooks/parameters/session"])
        #expect(
            try lines(from: { document in
                add(.cookie, to: &document)
                document.edit("listBooks") { revision in
                    revision.parameters.append(
                        Parameter(name: "theme", location: .cookie, isRequired: true, schema: Schema(.boolean)))
                }
            }) { $0.edit("listBooks") { $0.parameters.swapAt(5, 6) } } == [
                "swift-method-reordered operations/listBooks"
            ])
    }

    // MARK: Bodies

    @Test("A part that comes with its member is told once, as the member")
    func parts() throws {
        let inParts: (inout SpecDocument) -> Void = { document in
            document.edit("createBook") { $0.request?.mediaType = "multipart/form-data" }
        }
        #expect(
            try lines(from: inParts) { document in
                document.edit(schema: "BookCreateRequest") { schema in
                    schema.properties.append(.init(name: "cover", isRequired: false, schema: Schema(.boolean)))
                }
                document.edit("createBook") { $0.request?.parts = [.init(name: "cover", contentType: "image/png")] }
            } == ["request-property-optional-added schemas/BookCreateRequest/cover"])
        #expect(
            try lines(from: inParts) { document in
                document.edit("createBook") { $0.request?.parts = [.init(name: "title", contentType: "text/html")] }
            } == ["request-part-media-type-changed operations/createBook/request/parts/title"])
        // How parts are written goes with the format of the whole.
        #expect(
            try lines { document in
                inParts(&document)
                document.edit("createBook") { $0.request?.parts = [.init(name: "title", contentType: "text/html")] }
            } == ["request-body-media-type-changed operations/createBook/request"])
    }

    // MARK: Operations

    @Test("A deprecated operation is one, whichever of the two ways says so")
    func deprecation() throws {
        #expect(
            try lines { $0.edit("showBook") { $0.isDeprecated = true } } == [
                "operation-deprecated operations/showBook"
            ])
        #expect(
            try lines(from: { $0.edit("showBook") { $0.state = "DEPRECATED" } }) {
                $0.edit("showBook") { $0.isDeprecated = true }
            } == [])
        #expect(
            try lines(from: { $0.edit("showBook") { $0.state = "BETA" } }) {
                $0.edit("showBook") { $0.isDeprecated = true }
            } == ["operation-deprecated operations/showBook"])
    }

    @Test("An operation that its document calls the same is the same, whatever its path")
    func renamed() throws {
        #expect(
            try lines(from: { $0.edit("importBooks") { $0.operationID = "books.import" } }) { document in
                document.operations[4].id = "loadBooks"
                document.edit("loadBooks") { $0.path = "/v1/loads" }
            }.sorted() == [
                "operation-path-changed operations/loadBooks", "operation-renamed operations/loadBooks",
            ])
    }

    @Test("Tags are for people")
    func tags() throws {
        #expect(
            try lines { $0.edit("showBook") { $0.tags = ["books"] } } == [
                "documentation-description-changed operations/showBook/tags"
            ])
    }

    // MARK: Values

    @Test("A schema without an entry of its own goes by its name")
    func implicitValues() throws {
        let choice = Schema(
            .union([Schema(.reference("Owner")), Schema(.reference("Person"))]),
            discriminator: .init(property: "kind"))
        #expect(
            try lines(from: { $0.edit(property: "isbn", of: "Book") { $0.schema = choice } }) { document in
                document.edit(property: "isbn", of: "Book") { property in
                    property.schema.discriminator?.mapping = [.init("Owner", "Owner")]
                }
            } == [])
        #expect(
            try lines(from: { $0.edit(property: "isbn", of: "Book") { $0.schema = choice } }) { document in
                document.edit(property: "isbn", of: "Book") { property in
                    property.schema.discriminator?.mapping = [.init("owner", "Owner")]
                }
            }.sorted() == [
                "response-property-discriminator-value-added schemas/Book/isbn",
                "response-property-discriminator-value-removed schemas/Book/isbn",
            ])
    }

    @Test("Further members: what is not told is as good as any, and their type is followed")
    func furtherMembers() throws {
        func edit(_ members: NamedSchema.Additional?) -> (inout SpecDocument) -> Void {
            { $0.edit(schema: "BookCreateRequest") { $0.additionalProperties = members } }
        }
        #expect(
            try lines(edit(.any)) == [
                "documentation-description-changed schemas/BookCreateRequest/additionalProperties"
            ])
        #expect(
            try lines(from: edit(.schema(Schema(.string(format: nil)))), edit(.schema(Schema(.boolean)))) == [
                "request-property-type-changed schemas/BookCreateRequest/additionalProperties"
            ])
        #expect(
            try lines(from: edit(.forbidden), edit(.schema(Schema(.boolean)))) == [
                "request-property-additional-widened schemas/BookCreateRequest/additionalProperties"
            ])
        // A schema that only further members hold is reached through them.
        #expect(
            try lines(from: edit(.schema(Schema(.reference("Shelf"))))) { document in
                document.edit(property: "name", of: "Shelf") { $0.schema.kind = .boolean }
            } == ["request-property-type-changed schemas/Shelf/name"])
    }

    @Test("Maps and lists of numbers have their place")
    func mapsAndNumbers() throws {
        func edit(_ kind: Schema.Kind) -> (inout SpecDocument) -> Void {
            { $0.edit(property: "isbn", of: "Book") { $0.schema.kind = kind } }
        }
        #expect(
            try lines(from: edit(.map(Schema(.boolean))), edit(.map(Schema(.boolean, isNullable: true)))) == [
                "response-property-became-nullable schemas/Book/isbn/items"
            ])
        let few = Schema.Kind.numbers(type: .integer, ["1", "2"])
        let found = try {
            var before = old
            edit(few)(&before)
            var after = before
            after.comesFromAnotherPage()
            edit(.numbers(type: .integer, ["1"]))(&after)
            return try Specs.compare(before, after).findings
        }()
        #expect(found.map(\.rule.id) == ["response-property-enum-value-removed"])
        // Numbers have no type of their own in Swift, so that nothing is gone.
        #expect(found.map(\.source) == [.none])
        #expect(
            try lines(from: edit(few), edit(.integer(format: "int32"))) == [
                "response-property-type-widened schemas/Book/isbn"
            ])
        #expect(
            try lines(from: edit(few), edit(.numbers(type: .number, ["1.0", "2", "2.5"]))) == [
                "response-property-type-widened schemas/Book/isbn"
            ])
    }

    // MARK: Definitions

    /// A definition for a text, or for lists of itself.
    private func definition(_ name: String, _ kinds: Schema.Kind...) -> NamedSchema {
        NamedSchema(name: name, definition: Schema(.union(kinds.map { Schema($0) })))
    }

    private func holding(_ schema: NamedSchema) -> (inout SpecDocument) -> Void {
        { document in
            document.schemas.append(schema)
            document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference(schema.name) }
        }
    }

    @Test("A definition that does not hold itself stands where it is used, whatever it is called")
    func inlined() throws {
        #expect(
            try lines(from: holding(definition("Number", .boolean, .integer(format: nil)))) { document in
                document.schemas[document.schemas.count - 1].name = "Count"
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("Count") }
            } == [])
        #expect(
            try lines(from: holding(definition("Number", .boolean))) { document in
                document.schemas[document.schemas.count - 1] = self.definition(
                    "Number", .boolean, .integer(format: nil))
            } == ["response-property-type-widened schemas/Book/isbn"])
    }

    @Test("A definition that holds itself is compared once, and ends")
    func recursive() throws {
        let tree = definition("Tree", .boolean, .array(Schema(.reference("Tree"))))
        #expect(try lines(from: holding(tree)) { $0.edit("listBooks") { $0.tags = [] } } == [])
        let found = try lines(from: holding(tree)) { document in
            document.schemas[document.schemas.count - 1] = self.definition(
                "Tree", .boolean, .array(Schema(.reference("Tree"))), .integer(format: nil))
        }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.hasPrefix("response-property-type-widened schemas/") })
    }
}
