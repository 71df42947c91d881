import APISpec

/// Every edit of one fact of a document that a comparison has to tell of, whatever the document says.
struct FactEdits {
    /// An edit with its name.
    struct Edit {
        let name: String
        let edit: (inout SpecDocument) -> Void
    }

    private(set) var edits: [Edit] = []

    init(_ document: SpecDocument) {
        addService(document.service)
        for (index, operation) in document.operations.enumerated() {
            for (position, revision) in operation.revisions.enumerated() {
                addRevision("\(operation.id)/\(position)", revision, document) { document, change in
                    change(&document.operations[index].revisions[position])
                }
            }
        }
        // A name for what Swift spells where it is used says nothing where nothing uses it.
        var used = Set(document.schemas.flatMap(\.referencedNames))
        for revision in document.operations.flatMap(\.revisions) {
            let types = revision.parameters.map(\.schema) + revision.responses.compactMap(\.schema)
            used.formUnion((types + [revision.request?.schema].compactMap(\.self)).flatMap(\.referencedNames))
        }
        for (index, schema) in document.schemas.enumerated()
        where schema.definition == nil || used.contains(schema.name) {
            addSchema(schema) { document, change in change(&document.schemas[index]) }
        }
    }

    /// Applies an edit to a part of a document.
    private typealias Access<Part> = (inout SpecDocument, (inout Part) -> Void) -> Void

    private mutating func add(_ name: String, _ edit: @escaping (inout SpecDocument) -> Void) {
        edits.append(Edit(name: name, edit: edit))
    }

    // MARK: Service

    private mutating func addService(_ service: Service) {
        add("service/description") { $0.service.description = "other" }
        add("service/server") { $0.service.server.url += "/x" }
        add("service/alternatives") { $0.service.server.alternatives.append(.init(url: "https://x.example.com")) }
        for index in service.server.alternatives.indices {
            add("service/alternatives/\(index)") { $0.service.server.alternatives.remove(at: index) }
        }
        for index in service.server.variables.indices {
            add("service/variables/\(index)") { $0.service.server.variables.remove(at: index) }
            add("service/variables/\(index)/default") { $0.service.server.variables[index].defaultValue += "x" }
            add("service/variables/\(index)/values") { $0.service.server.variables[index].values.append("x") }
        }
        for index in service.security.indices {
            add("service/security/\(index)/kind") {
                $0.service.security[index].kind = .apiKey(name: "X-Other", in: .cookie)
            }
            add("service/security/\(index)/description") { $0.service.security[index].description = "other" }
        }
        add("service/security") { $0.service.security.append(SecurityScheme(name: "other", kind: .basic)) }
        add("service/requirements") { $0.service.requirements = [[SecurityRequirement("other", scopes: ["x"])]] }
    }

    // MARK: Operations

    private mutating func addRevision(
        _ name: String, _ revision: Revision, _ document: SpecDocument, _ access: @escaping Access<Revision>
    ) {
        add("\(name)/deprecated") { access(&$0) { $0.isDeprecated.toggle() } }
        add("\(name)/tags") { access(&$0) { $0.tags.append("other") } }
        add("\(name)/path") { access(&$0) { $0.path += "/other" } }
        add("\(name)/security") { access(&$0) { $0.security = [[SecurityRequirement("other")]] } }
        for (index, parameter) in revision.parameters.enumerated() {
            let name = "\(name)/parameters/\(parameter.name)"
            add(name) { access(&$0) { $0.parameters.remove(at: index) } }
            add("\(name)/required") { access(&$0) { $0.parameters[index].isRequired.toggle() } }
            add("\(name)/mediaType") { access(&$0) { $0.parameters[index].mediaType = "text/other" } }
            if parameter.location != .path, parameter.location != .cookie {
                add("\(name)/location") { access(&$0) { $0.parameters[index].location = .cookie } }
            }
            addType(name, parameter.schema) { document, change in
                access(&document) { change(&$0.parameters[index].schema) }
            }
        }
        if let request = revision.request { addRequest("\(name)/request", request, access) }
        for (index, response) in revision.responses.enumerated() {
            addResponse("\(name)/responses/\(response.statusText)", response) { document, change in
                access(&document) { change(&$0.responses[index]) }
            }
            add("\(name)/responses/\(response.statusText)") { access(&$0) { $0.responses.remove(at: index) } }
        }
    }

    private mutating func addRequest(_ name: String, _ request: RequestBody, _ access: @escaping Access<Revision>) {
        func body(_ document: inout SpecDocument, _ change: (inout RequestBody) -> Void) {
            access(&document) { revision in
                guard var request = revision.request else { return }
                change(&request)
                revision.request = request
            }
        }
        add(name) { access(&$0) { $0.request = nil } }
        add("\(name)/required") { body(&$0) { $0.isRequired.toggle() } }
        add("\(name)/mediaType") { body(&$0) { $0.mediaType = "text/other" } }
        for index in request.parts.indices {
            add("\(name)/parts/\(index)/contentType") { body(&$0) { $0.parts[index].contentType = "text/other" } }
            add("\(name)/parts/\(index)/headers") {
                body(&$0) { $0.parts[index].headers.append(ResponseHeader(name: "X-Other", schema: Schema(.boolean))) }
            }
        }
        addType(name, request.schema) { document, change in body(&document) { change(&$0.schema) } }
    }

    private mutating func addResponse(_ name: String, _ response: Response, _ access: @escaping Access<Response>) {
        add("\(name)/headers") {
            access(&$0) { $0.headers.append(ResponseHeader(name: "X-Other", schema: Schema(.boolean))) }
        }
        for (index, header) in response.headers.enumerated() {
            add("\(name)/headers/\(header.name)") { access(&$0) { $0.headers.remove(at: index) } }
            add("\(name)/headers/\(header.name)/required") { access(&$0) { $0.headers[index].isRequired.toggle() } }
            addType("\(name)/headers/\(header.name)", header.schema) { document, change in
                access(&document) { change(&$0.headers[index].schema) }
            }
        }
        guard let schema = response.schema else { return }
        add("\(name)/schema") { access(&$0) { $0.schema = nil } }
        add("\(name)/mediaType") { access(&$0) { $0.mediaType = "text/other" } }
        addType(name, schema) { document, change in
            access(&document) { response in
                guard var schema = response.schema else { return }
                change(&schema)
                response.schema = schema
            }
        }
    }

    // MARK: Schemas

    private mutating func addSchema(_ schema: NamedSchema, _ access: @escaping Access<NamedSchema>) {
        let name = "schemas/\(schema.name)"
        if let definition = schema.definition {
            addType(name, definition) { document, change in
                access(&document) { schema in
                    guard var definition = schema.definition else { return }
                    change(&definition)
                    schema.definition = definition
                }
            }
            return
        }
        add("\(name)/deprecated") { access(&$0) { $0.isDeprecated.toggle() } }
        add("\(name)/description") { access(&$0) { $0.description = "other" } }
        add("\(name)/example") { access(&$0) { $0.example = .string("other") } }
        add("\(name)/additionalProperties") {
            access(&$0) { $0.additionalProperties = $0.additionalProperties == .forbidden ? .any : .forbidden }
        }
        if case .schema(let further)? = schema.additionalProperties {
            addType("\(name)/additionalProperties", further) { document, change in
                access(&document) { schema in
                    guard case .schema(var further)? = schema.additionalProperties else { return }
                    change(&further)
                    schema.additionalProperties = .schema(further)
                }
            }
        }
        for (index, property) in schema.properties.enumerated() {
            add("\(name)/\(property.name)") { access(&$0) { $0.properties.remove(at: index) } }
            add("\(name)/\(property.name)/required") { access(&$0) { $0.properties[index].isRequired.toggle() } }
            addType("\(name)/\(property.name)", property.schema) { document, change in
                access(&document) { change(&$0.properties[index].schema) }
            }
        }
    }

    private mutating func addType(_ name: String, _ schema: Schema, _ access: @escaping Access<Schema>) {
        func limit(_ end: String, _ change: @escaping (inout Schema.Limits) -> Void) {
            add("\(name)/\(end)") { document in
                access(&document) { schema in
                    var limits = schema.limits ?? Schema.Limits()
                    change(&limits)
                    schema.limits = limits
                }
            }
        }
        add("\(name)/type") { access(&$0) { $0.kind = $0.kind == .boolean ? .object : .boolean } }
        add("\(name)/null") { access(&$0) { $0.isNullable.toggle() } }
        add("\(name)/default") { access(&$0) { $0.defaultValue = .string("other") } }
        add("\(name)/readOnly") { access(&$0) { $0.isReadOnly.toggle() } }
        add("\(name)/writeOnly") { access(&$0) { $0.isWriteOnly.toggle() } }
        add("\(name)/deprecated") { access(&$0) { $0.isDeprecated.toggle() } }
        add("\(name)/maxLength") { access(&$0) { $0.maxLength = ($0.maxLength ?? 3) + 1 } }
        add("\(name)/pattern") { access(&$0) { $0.pattern = "^other$" } }
        limit("minimum") { $0.minimum = $0.minimum == "-7" ? "-8" : "-7" }
        limit("exclusiveMaximum") { $0.exclusiveMaximum = "-1" }
        limit("multipleOf") { $0.multipleOf = "0.75" }
        limit("uniqueItems") { $0.uniqueItems.toggle() }
        limit("minItems") { $0.minItems = ($0.minItems ?? 3) + 1 }
        limit("maxProperties") { $0.maxProperties = ($0.maxProperties ?? 3) + 1 }
        switch schema.kind {
        case .array(let items):
            addType("\(name)/items", items) { document, change in
                access(&document) { schema in
                    guard case .array(var items) = schema.kind else { return }
                    change(&items)
                    schema.kind = .array(items)
                }
            }
        case .map(let values):
            addType("\(name)/values", values) { document, change in
                access(&document) { schema in
                    guard case .map(var values) = schema.kind else { return }
                    change(&values)
                    schema.kind = .map(values)
                }
            }
        case .enumeration:
            add("\(name)/values") { document in
                access(&document) { schema in
                    if case .enumeration(let values) = schema.kind { schema.kind = .enumeration(values + ["OTHER"]) }
                }
            }
        case .numbers:
            add("\(name)/values") { document in
                access(&document) { schema in
                    if case .numbers(let type, let values) = schema.kind {
                        schema.kind = .numbers(type: type, values + ["77"])
                    }
                }
            }
        case .union:
            add("\(name)/exclusive") { access(&$0) { $0.isExclusive.toggle() } }
            add("\(name)/alternatives") { document in
                access(&document) { schema in
                    if case .union(let members) = schema.kind {
                        schema.kind = .union(members + [Schema(.string(format: "other"))])
                    }
                }
            }
            add("\(name)/discriminator") { document in
                access(&document) { $0.discriminator = $0.discriminator == nil ? .init(property: "other") : nil }
            }
        default: break
        }
    }
}
