import APISpec

/// Edits of what specs say since OpenAPI documents can be read.
extension RuleFixture {
    /// A body in parts, of which one has a header.
    private static let inParts: @Sendable (inout SpecDocument) -> Void = { document in
        document.edit("createBook") { revision in
            revision.request?.mediaType = "multipart/form-data"
            revision.request?.parts = [
                .init(name: "title", headers: [ResponseHeader(name: "X-Language", schema: Schema(.enumeration(["a"])))])
            ]
        }
    }

    private static func part(
        _ rule: String, _ change: @escaping @Sendable (inout RequestBody.Part) -> Void
    ) -> RuleFixture {
        RuleFixture(rule, prepare: inParts) { document in
            document.edit("createBook") { revision in
                guard var request = revision.request else { return }
                change(&request.parts[0])
                revision.request = request
            }
        }
    }

    private static func header(
        _ rule: String, _ change: @escaping @Sendable (inout [ResponseHeader]) -> Void
    ) -> RuleFixture {
        RuleFixture(
            rule,
            prepare: { document in
                document.edit("showBook", response: 200) {
                    $0.headers = [ResponseHeader(name: "X-Rate", schema: Schema(.integer(format: nil)))]
                }
            }, { document in document.edit("showBook", response: 200) { change(&$0.headers) } })
    }

    static let writing = [
        RuleFixture("request-parameter-style-changed") { document in
            document.edit("listBooks", parameter: "owner") { $0.explode = false }
        },
        RuleFixture("request-parameter-media-type-changed") { document in
            document.edit("listBooks", parameter: "owner") { $0.mediaType = MediaType.json }
        },
        RuleFixture("request-body-media-type-changed") {
            $0.edit("importBooks") { $0.request?.mediaType = "text/csv" }
        },
        part("request-part-media-type-changed") { $0.contentType = "text/html" },
        part("request-part-style-changed") { $0.explode = false },
        part("request-header-required-added") {
            $0.headers.append(ResponseHeader(name: "X-Size", isRequired: true, schema: Schema(.integer(format: nil))))
        },
        part("request-header-optional-added") {
            $0.headers.append(ResponseHeader(name: "X-Size", schema: Schema(.integer(format: nil))))
        },
        part("request-header-became-required") { $0.headers[0].isRequired = true },
        part("request-header-type-changed") { $0.headers[0].schema.kind = .boolean },
        part("request-header-type-widened") { $0.headers[0].schema.kind = .enumeration(["a", "b"]) },
        RuleFixture("response-body-media-type-changed") { document in
            document.edit("importBooks", response: 200) { $0.mediaType = "application/xml" }
        },
        header("response-header-added") {
            $0.append(ResponseHeader(name: "ETag", schema: Schema(.string(format: nil))))
        },
        header("response-header-became-required") { $0[0].isRequired = true },
        header("response-header-type-changed") { $0[0].schema.kind = .boolean },
        header("response-header-type-widened") { $0[0].schema.isNullable = true },
        RuleFixture("response-success-widened") { $0.edit("showBook", response: 200) { $0.status = 2 } },
    ]

    /// The same edits of a property that is sent and of one that is received.
    static let shapes =
        sides { side, schema, property in
            func choice(_ rule: String, _ change: @escaping @Sendable (inout Schema) -> Void) -> RuleFixture {
                RuleFixture(
                    "\(side)-property-\(rule)",
                    prepare: { document in
                        document.edit(property: property, of: schema) { property in
                            property.schema = Schema(
                                .union([Schema(.reference("Owner")), Schema(.reference("Person"))]),
                                discriminator: .init(
                                    property: "kind",
                                    mapping: [
                                        .init("owner", "Owner"), .init("keeper", "Owner"), .init("person", "Person"),
                                    ]))
                        }
                    }, { document in document.edit(property: property, of: schema) { change(&$0.schema) } })
            }
            return [
                choice("discriminator-removed") { $0.discriminator = nil },
                choice("discriminator-changed") { $0.discriminator?.property = "type" },
                choice("discriminator-value-added") { $0.discriminator?.mapping.append(.init("lender", "Owner")) },
                choice("discriminator-value-changed") { $0.discriminator?.mapping[1].schema = "Person" },
                RuleFixture("\(side)-property-additional-narrowed") { document in
                    document.edit(schema: schema) { $0.additionalProperties = .forbidden }
                },
                RuleFixture("\(side)-property-deprecated") { document in
                    document.edit(property: property, of: schema) { $0.schema.isDeprecated = true }
                },
            ]
        } + [
            RuleFixture("request-property-became-read-only") { document in
                document.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.isReadOnly = true }
            },
            RuleFixture("response-property-became-write-only") { document in
                document.edit(property: "isbn", of: "Book") { $0.schema.isWriteOnly = true }
            },
            RuleFixture("request-parameter-deprecated") { document in
                document.edit("listBooks", parameter: "title") { $0.isDeprecated = true }
            },
            RuleFixture("swift-type-deprecated") { $0.edit(schema: "Book") { $0.isDeprecated = true } },
            RuleFixture("request-property-became-write-only") { document in
                document.edit(property: "shelf", of: "BookCreateRequest") { $0.schema.isWriteOnly = true }
            },
            RuleFixture("response-property-became-read-only") { document in
                document.edit(property: "isbn", of: "Book") { $0.schema.isReadOnly = true }
            },
            RuleFixture("documentation-access-changed") { document in
                document.edit("listBooks", parameter: "title") { $0.schema.isWriteOnly = true }
            },
            RuleFixture("documentation-deprecation-changed") { document in
                document.edit(property: "name", of: "Shelf") { $0.schema.isDeprecated = true }
            },
        ]

    private static func sides(
        _ fixtures: (_ side: String, _ schema: String, _ property: String) -> [RuleFixture]
    ) -> [RuleFixture] {
        fixtures("request", "BookCreateRequest", "shelf") + fixtures("response", "Book", "isbn")
    }

    /// A service with a key, a variable and a further address.
    private static let guarded: @Sendable (inout SpecDocument) -> Void = { document in
        document.service.security = [
            SecurityScheme(name: "key", kind: .apiKey(name: "X-Key", in: .header)),
            SecurityScheme(name: "token", kind: .bearer(format: nil)),
        ]
        document.service.server.variables = [.init(name: "stage", defaultValue: "v1", values: ["v1", "v2"])]
        document.service.server.alternatives = [.init(url: "https://b.example.com")]
    }

    private static func service(
        _ rule: String, _ change: @escaping @Sendable (inout Service) -> Void
    ) -> RuleFixture {
        RuleFixture(rule, prepare: guarded) { change(&$0.service) }
    }

    static let access = [
        service("service-authentication-tightened") { $0.requirements = [[SecurityRequirement("key")]] },
        RuleFixture(
            "service-selector-changed", prepare: { $0.service.selector = VersionSelector(.header, name: "X-Version") }
        ) { $0.service.selector = VersionSelector(.query, name: "version") },
        service("service-scheme-added") { $0.security.append(SecurityScheme(name: "basic", kind: .basic)) },
        service("service-scheme-changed") { $0.security[1].kind = .basic },
        service("service-scheme-renamed") { $0.security[0].name = "apiKey" },
        service("service-variable-added") { $0.server.variables.append(.init(name: "port", defaultValue: "443")) },
        service("service-variable-default-changed") { $0.server.variables[0].defaultValue = "v2" },
        service("service-variable-value-added") { $0.server.variables[0].values.append("v3") },
        service("service-alternative-added") { $0.server.alternatives.append(.init(url: "https://c.example.com")) },
        RuleFixture("operation-authentication-tightened", prepare: guarded) { document in
            document.edit("showBook") { $0.security = [[SecurityRequirement("token")]] }
        },
    ]
}
