import APISpec

/// A small service of which every part can be edited.
enum LibrarySample {
    static let document: SpecDocument = {
        var document = SpecDocument(service: service, versions: versions)
        document.operations = operations
        document.schemas = schemas
        var resource = Resource(
            name: "book", collection: "/v1/books", member: "/v1/books/{book_id}", inferred: ["method-and-path"])
        resource.list = "listBooks"
        document.resources = [resource]
        document.sources = [Source(page: "library.html", sha256: String(repeating: "a", count: 64))]
        return document
    }()

    private static let service = Service(
        id: "library", title: "Library", provider: "SCP", description: "Keeps books.",
        server: Service.Server(
            url: "https://library.{region}.{environment}.example.com",
            pairs: [.init(environment: "a", region: "north1"), .init(environment: "a", region: "south1")]),
        headers: [.init("Scp-ClientType", "Openapi"), .init("Scp-Api-Version", "library {version}")],
        authentication: .scpHMAC)

    private static let versions = [
        APIVersion(id: "1.2", status: .current),
        APIVersion(id: "1.1", status: .supported, notBefore: CalendarDate("2027-01-31")),
    ]

    private static func call(
        _ id: String, _ title: String, _ method: String, _ path: String, parameters: [Parameter] = [],
        request: RequestBody? = nil, responses: [Response]
    ) -> Operation {
        var revision = Revision(
            versions: ["1.2", "1.1"], method: method, path: path, description: "\(title) of the library.",
            parameters: parameters, request: request,
            responses: responses + [Response(status: 401, description: "Unauthorized")])
        revision.example = CallExample(path: path, status: responses.first?.status)
        return Operation(id: id, title: title, revisions: [revision])
    }

    private static func query(_ name: String, isRequired: Bool = false, _ schema: Schema) -> Parameter {
        Parameter(name: name, location: .query, isRequired: isRequired, schema: schema)
    }

    private static let bookID = Parameter(
        name: "book_id", location: .path, isRequired: true, schema: Schema(.string(format: nil)))

    private static let operations = [
        call(
            "listBooks", "List Books", "GET", "/v1/books",
            parameters: [
                query("author", isRequired: true, Schema(.string(format: nil))),
                query("genre", Schema(.enumeration(["NOVEL", "POEM"]))),
                query("page", Schema(.integer(format: "int32"), defaultValue: .number("0"))),
                query(
                    "title",
                    Schema(
                        .string(format: nil), description: "Part of the title", example: .string("sea"),
                        pattern: "^.*$",
                        minLength: 1, maxLength: 50)),
                query("owner", Schema(.reference("Owner"))),
            ],
            responses: [Response(status: 200, description: "OK", schema: Schema(.reference("BookList")))]),
        call(
            "createBook", "Create Book", "POST", "/v1/books",
            request: RequestBody(isRequired: true, schema: Schema(.reference("BookCreateRequest"))),
            responses: [Response(status: 201, description: "Created", schema: Schema(.reference("Book")))]),
        call(
            "showBook", "Show Book", "GET", "/v1/books/{book_id}", parameters: [bookID],
            responses: [Response(status: 200, description: "OK", schema: Schema(.reference("Book")))]),
        call(
            "deleteBook", "Delete Book", "DELETE", "/v1/books/{book_id}", parameters: [bookID],
            responses: [Response(status: 204, description: "No Content")]),
        call(
            "importBooks", "Import Books", "POST", "/v1/books/import",
            request: RequestBody(isRequired: false, schema: Schema(.array(Schema(.integer(format: nil))))),
            responses: [
                Response(status: 200, description: "OK", schema: Schema(.array(Schema(.integer(format: nil)))))
            ]),
    ]

    private static func property(_ name: String, isRequired: Bool = true, _ schema: Schema) -> NamedSchema.Property {
        NamedSchema.Property(name: name, isRequired: isRequired, schema: schema)
    }

    private static let text = Schema(.string(format: nil))

    private static let schemas = [
        NamedSchema(
            name: "Book",
            properties: [
                property("id", text),
                property("title", Schema(.string(format: nil), pattern: "^.*$", maxLength: 100)),
                property("isbn", isRequired: false, Schema(.string(format: nil), description: "Number")),
                property("pages", Schema(.integer(format: "int32"), defaultValue: .number("1"))),
                property("published", isRequired: false, Schema(.string(format: nil), isNullable: true)),
                property("genre", Schema(.enumeration(["NOVEL", "POEM"]))),
                property("tags", Schema(.array(Schema(.reference("Tag"))))),
                property("owner", Schema(.reference("Owner"))),
                property("note", Schema(.unknown)),
            ]),
        NamedSchema(
            name: "BookCreateRequest",
            properties: [
                property("title", Schema(.string(format: nil), pattern: "^.*$", minLength: 1, maxLength: 100)),
                property("pages", Schema(.integer(format: "int32"))),
                property("genre", isRequired: false, Schema(.enumeration(["NOVEL", "POEM"]))),
                property(
                    "shelf", isRequired: false, Schema(.string(format: nil), defaultValue: .string("A1"))),
                property("owner", isRequired: false, Schema(.reference("Owner"))),
                property("tags", isRequired: false, Schema(.array(Schema(.reference("Tag"))))),
            ]),
        NamedSchema(
            name: "BookList",
            properties: [property("contents", Schema(.array(Schema(.reference("Book")))))]),
        NamedSchema(name: "Owner", properties: [property("name", text)]),
        NamedSchema(name: "Person", properties: [property("name", text)]),
        NamedSchema(
            name: "Shelf",
            properties: [
                property("name", Schema(.string(format: nil), defaultValue: .string("A1"), maxLength: 3)),
                property("kind", Schema(.enumeration(["OPEN", "CLOSED"]))),
            ]),
        NamedSchema(name: "Tag", properties: [property("key", text), property("value", isRequired: false, text)]),
    ]
}

// MARK: Edits

extension SpecDocument {
    /// Another page than before: differences are the documentation's.
    mutating func comesFromAnotherPage() {
        for index in sources.indices { sources[index].sha256 = String(repeating: "b", count: 64) }
    }

    /// The document with its first version alone.
    mutating func keepFirstVersion() {
        let id = versions[0].id
        versions = [versions[0]]
        for index in operations.indices {
            operations[index].revisions.removeAll { !$0.versions.contains(id) }
            for revision in operations[index].revisions.indices { operations[index].revisions[revision].versions = [id] }
        }
        operations.removeAll { $0.revisions.isEmpty }
    }

    mutating func edit(_ operation: String, _ change: (inout Revision) -> Void) {
        guard let index = operations.firstIndex(where: { $0.id == operation }) else { return }
        for position in operations[index].revisions.indices { change(&operations[index].revisions[position]) }
    }

    mutating func edit(_ operation: String, parameter name: String, _ change: (inout Parameter) -> Void) {
        edit(operation) { revision in
            guard let index = revision.parameters.firstIndex(where: { $0.name == name }) else { return }
            change(&revision.parameters[index])
        }
    }

    mutating func edit(_ operation: String, response status: Int, _ change: (inout Response) -> Void) {
        edit(operation) { revision in
            guard let index = revision.responses.firstIndex(where: { $0.status == status }) else { return }
            change(&revision.responses[index])
        }
    }

    mutating func edit(schema name: String, _ change: (inout NamedSchema) -> Void) {
        guard let index = schemas.firstIndex(where: { $0.name == name }) else { return }
        change(&schemas[index])
    }

    mutating func edit(property name: String, of schema: String, _ change: (inout NamedSchema.Property) -> Void) {
        edit(schema: schema) { schema in
            guard let index = schema.properties.firstIndex(where: { $0.name == name }) else { return }
            change(&schema.properties[index])
        }
    }
}
