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
                "reading-evidence-found schemas/BookCreateRequest/additionalProperties"
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
        // Their static members in Swift are gone.
        #expect(found.map(\.source) == [.breaking])
        #expect(
            try lines(from: edit(few), edit(.integer(format: "int32"))) == [
                "response-property-enum-removed schemas/Book/isbn"
            ])
        #expect(
            try lines(from: edit(few), edit(.numbers(type: .number, ["1.0", "2", "2.5"]))) == [
                "response-property-type-widened schemas/Book/isbn"
            ])
    }

    // MARK: Definitions

    private func holding(_ schema: NamedSchema) -> (inout SpecDocument) -> Void {
        { document in
            document.schemas.append(schema)
            document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference(schema.name) }
        }
    }

    @Test("A name for what Swift spells where it is used says nothing")
    func aliases() throws {
        func name(_ name: String, _ kind: Schema.Kind) -> NamedSchema {
            NamedSchema(name: name, definition: Schema(kind, maxLength: 9))
        }
        let text = Schema.Kind.string(format: nil)
        #expect(
            try lines(from: holding(name("Number", text))) { document in
                document.schemas[document.schemas.count - 1].name = "Count"
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("Count") }
            } == [])
        #expect(
            try lines(from: holding(name("Number", text))) { document in
                document.schemas.removeLast()
                document.edit(property: "isbn", of: "Book") { property in
                    property.schema = Schema(text, description: "Number", maxLength: 9)
                }
            } == [])
        #expect(
            try lines(from: holding(name("Number", text))) { document in
                document.schemas[document.schemas.count - 1] = name("Number", .boolean)
            } == ["response-property-type-changed schemas/Book/isbn"])
    }

    @Test("Names that stand for two others each are no more work than their number")
    func manyNames() throws {
        var prepared: [NamedSchema] = [NamedSchema(name: "N0", definition: Schema(.boolean))]
        for level in 1...60 {
            let inner = Schema(.reference("N\(level - 1)"))
            prepared.append(
                NamedSchema(
                    name: "N\(level)", definition: Schema(.array(Schema(.union([inner, Schema(.map(inner))]))))))
        }
        let schemas = prepared
        #expect(
            try lines(from: { document in
                document.schemas += schemas
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("N60") }
            }) { document in
                document.edit(schema: "N0") { $0.definition?.kind = .integer(format: nil) }
            }.count == 1)
    }

    @Test("A definition with a type in Swift is compared once, wherever it is used")
    func definitions() throws {
        let kind = NamedSchema(name: "Kind", definition: Schema(.enumeration(["A", "B"])))
        let use: (inout SpecDocument) -> Void = { document in
            holding(kind)(&document)
            document.edit(property: "genre", of: "Book") { $0.schema.kind = .reference("Kind") }
            document.edit(property: "genre", of: "BookCreateRequest") { $0.schema.kind = .reference("Kind") }
        }
        #expect(
            try lines(from: use) { document in
                document.edit(schema: "Kind") { $0.definition?.kind = .enumeration(["A", "B", "C"]) }
            }.sorted() == [
                "request-property-enum-value-added schemas/Kind", "response-property-enum-value-added schemas/Kind",
            ])
        // Another name is another type in Swift, and nothing on the wire.
        #expect(
            try lines(from: holding(kind)) { document in
                document.edit(schema: "Kind") { $0.name = "Sort" }
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("Sort") }
            } == ["swift-type-renamed schemas/Sort"])
        // So is a name for what stood on the spot.
        #expect(
            try lines { document in
                document.schemas.append(
                    NamedSchema(name: "Genre", definition: Schema(.enumeration(["NOVEL", "POEM", "PLAY"]))))
                document.edit(property: "genre", of: "Book") { $0.schema.kind = .reference("Genre") }
            }.sorted() == [
                "response-property-enum-value-added schemas/Book/genre",
                "response-property-type-replaced schemas/Book/genre",
            ])
        // Two definitions that both documents have are compared by what they define.
        let other = NamedSchema(name: "Other", definition: Schema(.enumeration(["A"])))
        #expect(
            try lines(from: { document in
                holding(kind)(&document)
                document.schemas.append(other)
            }) { document in
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("Other") }
            }.sorted() == [
                "response-property-enum-value-removed schemas/Book/isbn",
                "response-property-type-replaced schemas/Book/isbn",
            ])
    }

    @Test("A definition that became an object with members is another type")
    func definitionOrObject() throws {
        let kind = NamedSchema(name: "Kind", definition: Schema(.enumeration(["A", "B"])))
        #expect(
            try lines(from: holding(kind)) { document in
                document.edit(schema: "Kind") { schema in
                    schema.definition = nil
                    schema.properties = [.init(name: "a", isRequired: true, schema: Schema(.boolean))]
                }
            } == ["response-property-type-changed schemas/Kind"])
    }

    @Test("Definitions that hold themselves are compared once, and the comparison ends")
    func recursive() throws {
        func tree(_ name: String, _ others: Schema.Kind...) -> NamedSchema {
            NamedSchema(
                name: name,
                definition: Schema(
                    .union(
                        [Schema(.array(Schema(.reference(name)))), Schema(.map(Schema(.reference(name))))]
                            + others.map { Schema($0) })))
        }
        #expect(try lines(from: holding(tree("Tree", .boolean))) { _ in } == [])
        #expect(
            try lines(from: holding(tree("Tree", .boolean))) { document in
                document.schemas[document.schemas.count - 1] = tree("Tree", .boolean, .integer(format: nil))
            } == ["response-property-type-widened schemas/Tree"])
        #expect(
            try lines(from: holding(tree("Tree", .boolean))) { document in
                document.schemas[document.schemas.count - 1] = tree("Bush", .boolean)
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("Bush") }
            } == ["swift-type-renamed schemas/Bush"])
        // Both documents have both, and a property moves from one to the other.
        #expect(
            try lines(from: { document in
                holding(tree("Tree", .boolean))(&document)
                document.schemas.append(tree("Bush", .boolean, .integer(format: nil)))
            }) { document in
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("Bush") }
            } == ["response-property-type-changed schemas/Book/isbn"])
        // Lists of lists without an end have nothing that Swift could spell on the spot.
        let lists = NamedSchema(name: "Lists", definition: Schema(.array(Schema(.reference("Lists")))))
        let other = NamedSchema(name: "Others", definition: Schema(.array(Schema(.reference("Others")))))
        #expect(
            try lines(from: { document in
                holding(lists)(&document)
                document.schemas.append(other)
            }) { document in
                document.edit(property: "isbn", of: "Book") { $0.schema.kind = .reference("Others") }
            } == ["response-property-type-replaced schemas/Book/isbn"])
        // A name that only leads to itself says nothing; validation rejects it, and the comparison ends all the same.
        let empty = NamedSchema(name: "Empty", definition: Schema(.reference("Empty")))
        #expect(try lines(from: holding(empty)) { $0.edit("showBook") { $0.tags = [] } } == [])
    }

    @Test("What is required of one direction is told to Swift only where a type goes both ways")
    func oneWay() throws {
        func source(_ schema: String, _ property: String) throws -> [DiffSeverity] {
            var new = old
            new.comesFromAnotherPage()
            new.edit(property: property, of: schema) { $0.schema.isReadOnly = true }
            return try Specs.compare(old, new).findings.map(\.source)
        }
        #expect(try source("Book", "id") == [.none])
        #expect(try source("Tag", "key") == [.breaking, .none])
    }
}
