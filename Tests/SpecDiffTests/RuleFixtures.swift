import APISpec
import Testing

/// Edits of the sample, each with the rule that it triggers; done backwards, it triggers the mirror of that rule.
struct RuleFixture: Sendable, CustomTestStringConvertible {
    let rule: String
    /// What the sample is like before the edit.
    let prepare: @Sendable (inout SpecDocument) -> Void
    let edit: @Sendable (inout SpecDocument) -> Void

    init(
        _ rule: String, prepare: @escaping @Sendable (inout SpecDocument) -> Void = { _ in },
        _ edit: @escaping @Sendable (inout SpecDocument) -> Void
    ) {
        self.rule = rule
        self.prepare = prepare
        self.edit = edit
    }

    var testDescription: String { rule }

    static let all =
        service + operations + parameters + bodies + requestProperties + answers + responseProperties
        + swift + people + reading + writing + shapes + access

    static let service = [
        RuleFixture("service-title-changed") { $0.service.title = "Books" },
        RuleFixture("service-provider-changed") { $0.service.provider = nil },
        RuleFixture("service-server-changed") { $0.service.server.url = "https://{region}.{environment}.example.com" },
        RuleFixture("service-region-added") { $0.service.server.pairs.append(.init(environment: "b")) },
        RuleFixture("service-header-added") { $0.service.headers.append(.init("Accept", "application/json")) },
        RuleFixture("service-header-changed") { $0.service.headers[0].value = "Web" },
        RuleFixture("service-authentication-removed") { $0.service.authentication = nil },
        RuleFixture("version-added") { $0.versions.insert(APIVersion(id: "1.3", status: .planned), at: 0) },
        RuleFixture("version-renamed", prepare: { $0.keepFirstVersion() }) { document in
            document.versions[0].id = "1.2.1"
            for operation in document.operations.indices {
                for revision in document.operations[operation].revisions.indices {
                    document.operations[operation].revisions[revision].versions = ["1.2.1"]
                }
            }
        },
        RuleFixture("version-deprecated") { $0.versions[1].status = .deprecated },
        RuleFixture("version-status-changed") { $0.versions[0].status = .supported },
        RuleFixture("version-end-removed") { $0.versions[1].notBefore = nil },
        RuleFixture("version-end-advanced") { $0.versions[1].notBefore = CalendarDate("2026-12-31") },
    ]

    static let operations = [
        RuleFixture("operation-removed") { $0.operations.removeLast() },
        RuleFixture("operation-renamed") { $0.operations[3].id = "removeBook" },
        RuleFixture("operation-path-changed") { $0.edit("importBooks") { $0.path = "/v1/imports" } },
        RuleFixture("operation-method-changed") { $0.edit("importBooks") { $0.method = "PUT" } },
        RuleFixture("operation-deprecated") { $0.edit("importBooks") { $0.state = "DEPRECATED" } },
        RuleFixture("operation-state-changed", prepare: { $0.edit("importBooks") { $0.state = "DEPRECATED" } }) {
            $0.edit("importBooks") { $0.state = "RETIRED" }
        },
    ]

    static let parameters = [
        RuleFixture("request-parameter-required-added") { document in
            document.edit("listBooks") { revision in
                revision.parameters.append(
                    Parameter(name: "room", location: .query, isRequired: true, schema: Schema(.boolean)))
            }
        },
        RuleFixture("request-parameter-optional-added") { document in
            document.edit("listBooks") { revision in
                revision.parameters.insert(
                    Parameter(name: "room", location: .query, isRequired: false, schema: Schema(.boolean)), at: 0)
            }
        },
        RuleFixture("request-parameter-removed") { $0.edit("listBooks") { $0.parameters.remove(at: 1) } },
        RuleFixture("request-parameter-renamed") { document in
            document.edit("showBook") { revision in
                revision.path = "/v1/books/{id}"
                revision.parameters[0].name = "id"
            }
        },
        RuleFixture("request-parameter-location-changed") { document in
            document.edit("listBooks", parameter: "title") { $0.location = .header }
        },
        RuleFixture("request-parameter-became-required") { document in
            document.edit("listBooks", parameter: "genre") { $0.isRequired = true }
        },
        RuleFixture("request-parameter-type-changed") { document in
            document.edit("listBooks", parameter: "author") { $0.schema.kind = .boolean }
        },
        RuleFixture("request-parameter-type-widened") { document in
            document.edit("listBooks", parameter: "page") { $0.schema.kind = .number(format: nil) }
        },
        RuleFixture("request-parameter-type-replaced") { document in
            document.edit("listBooks", parameter: "owner") { $0.schema.kind = .reference("Person") }
        },
        RuleFixture("request-parameter-became-nullable") { document in
            document.edit("listBooks", parameter: "title") { $0.schema.isNullable = true }
        },
        RuleFixture("request-parameter-enum-added") { document in
            document.edit("listBooks", parameter: "author") { $0.schema.kind = .enumeration(["HOMER"]) }
        },
        RuleFixture("request-parameter-enum-value-added") { document in
            document.edit("listBooks", parameter: "genre") { $0.schema.kind = .enumeration(["NOVEL", "POEM", "PLAY"]) }
        },
        RuleFixture("request-parameter-default-added") { document in
            document.edit("listBooks", parameter: "genre") { $0.schema.defaultValue = .string("POEM") }
        },
        RuleFixture("request-parameter-default-changed") { document in
            document.edit("listBooks", parameter: "page") { $0.schema.defaultValue = .number("1") }
        },
        RuleFixture("request-parameter-constraint-added") { document in
            document.edit("listBooks", parameter: "author") { $0.schema.maxLength = 10 }
        },
        RuleFixture("request-parameter-constraint-tightened") { document in
            document.edit("listBooks", parameter: "title") { $0.schema.maxLength = 10 }
        },
        RuleFixture("request-parameter-constraint-changed") { document in
            document.edit("listBooks", parameter: "title") { $0.schema.pattern = "^[a-z]*$" }
        },
    ]

    static let bodies = [
        RuleFixture("request-body-removed") { $0.edit("importBooks") { $0.request = nil } },
        RuleFixture("request-body-required-added") { document in
            document.edit("deleteBook") { $0.request = RequestBody(isRequired: true, schema: Schema(.object)) }
        },
        RuleFixture("request-body-became-required") { $0.edit("importBooks") { $0.request?.isRequired = true } },
        RuleFixture("request-body-type-changed") { $0.edit("importBooks") { $0.request?.schema.kind = .boolean } },
        RuleFixture("request-body-type-widened") { document in
            document.edit("importBooks") { $0.request?.schema.kind = .array(Schema(.number(format: nil))) }
        },
        RuleFixture(
            "request-body-type-replaced",
            prepare: { $0.edit("importBooks") { $0.request?.schema.kind = .reference("Owner") } }
        ) { document in
            document.edit("importBooks") { $0.request?.schema.kind = .reference("Person") }
        },
        RuleFixture("request-body-became-nullable") { $0.edit("importBooks") { $0.request?.schema.isNullable = true } },
    ]

    static let requestProperties = [
        RuleFixture("request-property-required-added") { document in
            document.edit(schema: "BookCreateRequest") { schema in
                schema.properties.append(.init(name: "room", isRequired: true, schema: Schema(.boolean)))
            }
        },
        RuleFixture("request-property-optional-added") { document in
            document.edit(schema: "BookCreateRequest") { schema in
                schema.properties.insert(.init(name: "room", isRequired: false, schema: Schema(.boolean)), at: 0)
            }
        },
        RuleFixture("request-property-removed") {
            $0.edit(schema: "BookCreateRequest") { $0.properties.removeFirst() }
        },
        RuleFixture("request-property-became-required") { document in
            document.edit(property: "genre", of: "BookCreateRequest") { $0.isRequired = true }
        },
        RuleFixture("request-property-type-changed") { document in
            document.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.kind = .boolean }
        },
        RuleFixture("request-property-type-narrowed") { document in
            document.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.kind = .string(format: "uuid") }
        },
        RuleFixture("request-property-type-replaced") { document in
            document.edit(property: "owner", of: "BookCreateRequest") { $0.schema.kind = .reference("Person") }
        },
        RuleFixture("request-property-became-nullable") { document in
            document.edit(property: "genre", of: "BookCreateRequest") { $0.schema.isNullable = true }
        },
        RuleFixture("request-property-enum-removed") { document in
            document.edit(property: "genre", of: "BookCreateRequest") { $0.schema.kind = .string(format: nil) }
        },
        RuleFixture("request-property-enum-value-removed") { document in
            document.edit(property: "genre", of: "BookCreateRequest") { $0.schema.kind = .enumeration(["POEM"]) }
        },
        RuleFixture("request-property-default-removed") { document in
            document.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.defaultValue = nil }
        },
        RuleFixture("request-property-default-changed") { document in
            document.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.defaultValue = .string("B1") }
        },
        RuleFixture("request-property-constraint-added") { document in
            document.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.minLength = 2 }
        },
        RuleFixture("request-property-constraint-loosened") { document in
            document.edit(property: "title", of: "BookCreateRequest") { $0.schema.maxLength = 200 }
        },
        RuleFixture("request-property-constraint-changed") { document in
            document.edit(property: "title", of: "BookCreateRequest") { $0.schema.pattern = "^[a-z]*$" }
        },
    ]

    static let answers = [
        RuleFixture("response-success-added") { document in
            document.edit("deleteBook") { $0.responses.insert(Response(status: 202), at: 0) }
        },
        RuleFixture("response-error-added") { document in
            document.edit("deleteBook") { $0.responses.append(Response(status: 404)) }
        },
        RuleFixture("response-body-removed") { $0.edit("showBook", response: 200) { $0.schema = nil } },
        RuleFixture("response-body-type-changed") { $0.edit("showBook", response: 200) { $0.schema?.kind = .boolean } },
        RuleFixture("response-body-type-widened") { document in
            document.edit("importBooks", response: 200) { $0.schema?.kind = .array(Schema(.number(format: nil))) }
        },
        RuleFixture(
            "response-body-type-replaced",
            prepare: { $0.edit("importBooks", response: 200) { $0.schema?.kind = .reference("Owner") } }
        ) { document in
            document.edit("importBooks", response: 200) { $0.schema?.kind = .reference("Person") }
        },
        RuleFixture("response-body-became-nullable") { document in
            document.edit("showBook", response: 200) { $0.schema?.isNullable = true }
        },
    ]

    static let responseProperties = [
        RuleFixture("response-property-required-added") { document in
            document.edit(schema: "Book") { schema in
                schema.properties.append(.init(name: "room", isRequired: true, schema: Schema(.boolean)))
            }
        },
        RuleFixture("response-property-optional-removed") { document in
            document.edit(schema: "Book") { $0.properties.remove(at: 2) }
        },
        RuleFixture("response-property-became-optional") { document in
            document.edit(property: "id", of: "Book") { $0.isRequired = false }
        },
        RuleFixture("response-property-became-nullable") { document in
            document.edit(property: "id", of: "Book") { $0.schema.isNullable = true }
        },
        RuleFixture("response-property-type-changed") { document in
            document.edit(property: "id", of: "Book") { $0.schema.kind = .integer(format: nil) }
        },
        RuleFixture("response-property-type-narrowed") { document in
            document.edit(property: "id", of: "Book") { $0.schema.kind = .string(format: "date-time") }
        },
        RuleFixture("response-property-type-replaced") { document in
            document.edit(property: "owner", of: "Book") { $0.schema.kind = .reference("Person") }
        },
        RuleFixture("response-property-enum-added") { document in
            document.edit(property: "id", of: "Book") { $0.schema.kind = .enumeration(["A", "B"]) }
        },
        RuleFixture("response-property-enum-value-added") { document in
            document.edit(property: "genre", of: "Book") { $0.schema.kind = .enumeration(["NOVEL", "POEM", "PLAY"]) }
        },
        RuleFixture("response-property-constraint-tightened") { document in
            document.edit(property: "title", of: "Book") { $0.schema.maxLength = 50 }
        },
        RuleFixture("response-property-constraint-changed") { document in
            document.edit(property: "title", of: "Book") { $0.schema.pattern = "^[a-z]*$" }
        },
    ]

    static let swift = [
        RuleFixture("swift-type-added") { $0.schemas.append(NamedSchema(name: "Room")) },
        RuleFixture("swift-type-renamed") { document in
            document.edit(schema: "BookList") { $0.name = "Books" }
            document.edit("listBooks", response: 200) { $0.schema?.kind = .reference("Books") }
        },
        RuleFixture("swift-member-added") { document in
            document.edit(schema: "Shelf") { schema in
                schema.properties.append(.init(name: "room", isRequired: false, schema: Schema(.boolean)))
            }
        },
        RuleFixture("swift-member-changed") { document in
            document.edit(property: "name", of: "Shelf") { $0.schema.kind = .boolean }
        },
        RuleFixture("swift-initialiser-reordered") { document in
            document.edit(schema: "BookCreateRequest") { $0.properties.swapAt(0, 1) }
        },
        RuleFixture("swift-method-reordered") { $0.edit("listBooks") { $0.parameters.swapAt(1, 2) } },
    ]

    static let people = [
        RuleFixture("documentation-description-changed") { document in
            document.edit(property: "isbn", of: "Book") { $0.schema.description = "International number" }
        },
        RuleFixture("documentation-example-changed") { document in
            document.edit("listBooks", parameter: "title") { $0.schema.example = .string("wind") }
        },
        RuleFixture("documentation-order-changed") { $0.edit(schema: "Book") { $0.properties.swapAt(0, 1) } },
        RuleFixture("documentation-default-changed") { document in
            document.edit(property: "pages", of: "Book") { $0.schema.defaultValue = .number("2") }
        },
        RuleFixture("documentation-constraint-changed") { document in
            document.edit(property: "name", of: "Shelf") { $0.schema.maxLength = 4 }
        },
    ]

    static let reading = [
        RuleFixture("reading-recovery-changed") { document in
            document.edit("showBook", response: 200) { $0.recovered = ["response-example"] }
        },
        RuleFixture("reading-evidence-lost") { $0.edit(property: "id", of: "Book") { $0.schema.kind = .unknown } },
        RuleFixture("reading-page-degraded") { document in
            document.edit("listBooks") { revision in
                revision.lost = [.responses]
                revision.responses = []
            }
        },
        RuleFixture("reading-resource-removed") { $0.resources = [] },
        RuleFixture("reading-resource-changed") { $0.resources[0].delete = "deleteBook" },
        RuleFixture("reading-request-changed") { document in
            document.edit("importBooks") { revision in
                revision.request?.recovered = ["request-example"]
                revision.request?.isRequired = true
            }
        },
    ]

    /// Edits of one page that is only read in another way.
    static let sameSources = [
        RuleFixture("reading-service-changed") { $0.service.title = "Books" },
        RuleFixture("reading-version-changed") { $0.versions[0].status = .planned },
        RuleFixture("reading-operation-changed") { $0.operations.removeLast() },
        RuleFixture("reading-request-changed") { $0.edit("listBooks") { $0.parameters.removeLast() } },
        RuleFixture("reading-response-changed") { $0.edit("listBooks") { $0.responses.removeLast() } },
        RuleFixture("reading-swift-changed") { $0.schemas.append(NamedSchema(name: "Room")) },
        RuleFixture("reading-documentation-changed") { $0.service.description = "Lends books." },
    ]
}
