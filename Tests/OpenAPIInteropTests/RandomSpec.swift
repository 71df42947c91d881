import APISpec

/// Makes spec documents of one version, the same for the same seed.
struct RandomSpec {
    private var state: UInt64
    private let models = ["Pet", "Owner", "Über Größe", "a/b~c", "Visit1Dot2"]
    private let aliases = ["Color", "Numbers", "Either", "Table", "Nickname", "Anything"]

    init(seed: UInt64) { state = seed }

    // MARK: Chance

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    private mutating func chance(_ of: Int) -> Bool { below(of) == 0 }
    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
    private mutating func text() -> String {
        pick(["Some words", "yes", "1.0", "Ü: x # y", "two\nlines", "'quoted' \"text\"", "null", " edge ", "\u{1F600}"])
    }
    private mutating func maybeText() -> String? { chance(2) ? text() : nil }

    private mutating func json(_ depth: Int = 0) -> JSONValue {
        switch below(depth > 1 ? 5 : 7) {
        case 0: .null
        case 1: .bool(chance(2))
        case 2: .number(pick(["0", "-1", "1.50", "1e3", "12345678901234567890"]))
        case 3, 4: .string(text())
        case 5: .array((0..<below(3)).map { _ in json(depth + 1) })
        default: .object((0..<below(3)).map { JSONValue.Member("m\($0)", json(depth + 1)) })
        }
    }

    // MARK: Types

    private mutating func kind(_ depth: Int) -> Schema.Kind {
        switch below(depth > 2 ? 9 : 12) {
        case 0: .unknown
        case 1: .string(format: pick([nil, "date-time", "binary", "byte", "uuid"]))
        case 2: .integer(format: pick([nil, "int64"]))
        case 3: .number(format: pick([nil, "double"]))
        case 4: .boolean
        case 5: .object
        case 6: .enumeration(pick([["a"], ["A", "b c", "1", "true", "null"]]))
        case 7: .numbers(type: pick([.integer, .number]), pick([["1"], ["0", "-2", "300"]]))
        case 8: .reference(pick(models + aliases))
        case 9: .array(schema(depth + 1))
        case 10: .map(schema(depth + 1))
        default: .union((0..<(2 + below(2))).map { _ in schema(depth + 1) })
        }
    }

    private mutating func schema(_ depth: Int = 0) -> Schema {
        var schema = Schema(kind(depth), isNullable: chance(4))
        if chance(3) { return schema }
        schema.description = chance(3) ? text() : nil
        schema.title = chance(5) ? text() : nil
        schema.defaultValue = chance(4) ? json() : nil
        schema.example = chance(4) ? json() : nil
        schema.pattern = chance(8) ? pick(["^[a-z]+$", "*broken"]) : nil
        schema.minLength = chance(8) ? below(3) : nil
        schema.maxLength = chance(8) ? 10 + below(3) : nil
        schema.isDeprecated = chance(8)
        schema.isReadOnly = chance(8)
        schema.isWriteOnly = chance(8)
        if chance(6) {
            schema.limits = Schema.Limits(
                minimum: chance(2) ? "0" : nil, maximum: chance(2) ? "1.5" : nil,
                exclusiveMinimum: chance(3) ? "-1" : nil, exclusiveMaximum: chance(3) ? "7" : nil,
                multipleOf: chance(3) ? "0.5" : nil, minItems: chance(3) ? 1 : nil, maxItems: chance(3) ? 2 : nil,
                uniqueItems: chance(3), minProperties: chance(3) ? 0 : nil, maxProperties: 9)
        }
        if case .union = schema.kind {
            schema.isExclusive = chance(2)
            if chance(3) {
                schema.discriminator = .init(
                    property: "kind",
                    mapping: chance(2) ? [.init("a pet", pick(models)), .init("x", pick(models))] : [])
            }
        }
        return schema
    }

    private mutating func model(_ name: String) -> NamedSchema {
        var schema = NamedSchema(name: name, description: maybeText())
        if chance(8) {
            schema.isLost = true
        } else {
            schema.title = chance(3) ? text() : nil
            schema.isDeprecated = chance(6)
            schema.example = chance(4) ? json() : nil
            schema.properties = (0..<below(5)).map { index in
                .init(
                    name: pick(["p", "a/b", "x y", "$ref"]) + "\(index)", isRequired: chance(2), schema: self.schema())
            }
            schema.additionalProperties = pick([nil, nil, .any, .forbidden, .schema(self.schema(1))])
        }
        schema.recovered = chance(4) ? ["request-example", "name"] : []
        schema.confirmed = chance(8) ? "seen" : nil
        return schema
    }

    private mutating func alias(_ name: String) -> NamedSchema {
        var definition = schema()
        // An alias of an alias could lead back to itself.
        if !definition.directlyReferencedNames.filter(aliases.contains).isEmpty {
            definition = Schema(.array(definition))
        }
        definition.description = nil
        definition.title = nil
        definition.isDeprecated = false
        return NamedSchema(
            name: name, description: maybeText(), recovered: chance(5) ? ["name"] : [], definition: definition,
            title: maybeText(), isDeprecated: chance(5))
    }

    // MARK: Calls

    private mutating func parameter(_ index: Int, _ location: Parameter.Location) -> Parameter {
        var parameter = Parameter(
            name: "p\(index)", location: location, isRequired: chance(2), schema: schema(),
            recovered: chance(5) ? ["path"] : [], confirmed: chance(9) ? "seen" : nil)
        if location == .path { parameter.isRequired = !chance(4) }
        if chance(5) {
            parameter.mediaType = "application/json"
        } else if location == .query, chance(3) {
            parameter.style = pick([.deepObject, .pipeDelimited, .spaceDelimited])
            parameter.explode = chance(2) ? true : nil
        } else if location == .query, chance(3) {
            parameter.explode = false
        }
        return parameter
    }

    private mutating func header(_ index: Int) -> ResponseHeader {
        ResponseHeader(name: "X-H\(index)", isRequired: chance(2), schema: schema(1))
    }

    private mutating func response(_ status: Int) -> Response {
        var response = Response(status: status, description: maybeText(), recovered: chance(5) ? ["name"] : [])
        if chance(2) {
            response.schema = schema()
            response.schema?.description = nil
            if chance(3) { response.mediaType = pick(["text/event-stream", "application/vnd.x+json"]) }
            // A stream is a list of its items.
            if response.mediaType == "text/event-stream" { response.schema = Schema(.array(schema(2))) }
        }
        response.headers = (0..<below(3)).map { header($0) }
        response.confirmed = chance(9) ? "seen" : nil
        return response
    }

    private mutating func example() -> CallExample? {
        if chance(2) { return nil }
        return CallExample(
            path: chance(2) ? "/a?x={x}" : nil, requestBody: chance(2) ? json() : nil,
            status: chance(2) ? pick([200, 202, 404]) : nil, responseBody: chance(2) ? json() : nil,
            headers: chance(4) ? [.init("X-Y", "1")] : [])
    }

    private mutating func revision(_ index: Int, version: String, schemes: [String]) -> Revision {
        var revision = Revision(
            versions: [version], method: pick(["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS"]),
            path: "/v1/things\(index / 2)" + (chance(2) ? "/{p0}" : "") + (chance(4) ? "/{other}" : "/x\(index)"),
            description: maybeText(), state: chance(5) ? "BETA" : nil)
        for position in 0..<below(4) {
            revision.parameters.append(
                parameter(position, position == 0 ? .path : pick([.query, .header, .cookie])))
        }
        if chance(2) {
            revision.request = RequestBody(
                isRequired: chance(2), schema: schema(), recovered: chance(3) ? ["name"] : [],
                confirmed: chance(9) ? "seen" : nil)
            if chance(3) {
                revision.request?.mediaType = "multipart/form-data"
                revision.request?.parts = [
                    .init(name: "file", contentType: "image/png", headers: chance(2) ? [header(1)] : []),
                    .init(name: "more", style: .deepObject, explode: true),
                ]
            }
        }
        revision.responses = [200, 202, 2, 404, 5, 0].filter { _ in chance(3) }.map { response($0) }
        revision.responses.sortByStatus()
        if chance(5) { revision.lost = [pick(Revision.LostTable.allCases)] }
        revision.example = example()
        revision.isDeprecated = chance(5)
        revision.tags = chance(3) ? ["things", "Other things"] : []
        if chance(3) { revision.security = requirements(schemes) }
        if chance(2) { revision.operationID = "do-thing_\(index)" }
        return revision
    }

    private mutating func requirements(_ schemes: [String]) -> [[SecurityRequirement]] {
        (0..<below(3)).map { _ in
            schemes.filter { _ in chance(2) }.map { .init($0, scopes: chance(3) ? ["read", "write"] : []) }
        }
    }

    // MARK: The document

    private mutating func service() -> Service {
        var service = Service(id: "shop", title: "Shop", server: .init(url: "https://shop.example.com"))
        service.provider = chance(2) ? "SCP" : nil
        service.description = maybeText()
        switch below(3) {
        case 0:
            service.server = .init(
                url: "https://{region}.{environment}.example.com",
                pairs: [.init(environment: "s", region: "kr"), .init(environment: "g")])
        case 1:
            service.server = .init(
                url: "https://{host}/v1", description: maybeText(),
                variables: [
                    .init(
                        name: "host", defaultValue: "a", values: chance(2) ? ["a", "b"] : [], description: maybeText())
                ],
                alternatives: [.init(url: "http://localhost", description: maybeText())])
        default: break
        }
        if chance(2) {
            service.headers = [.init("Scp-ClientType", "Openapi"), .init("Scp-Api-Version", "shop {version}")]
        }
        if chance(3) {
            service.headers.insert(.init("Scp-Accesskey", "{access-key}"), at: 0)
            service.authentication = .scpHMAC
        } else if chance(2) {
            service.security = [
                .init(
                    name: "key", kind: .apiKey(name: "k", in: pick([.query, .header, .cookie])),
                    description: maybeText()),
                .init(name: "token", kind: .bearer(format: chance(2) ? "JWT" : nil)),
                .init(name: "login", kind: .basic),
                .init(name: "flow", kind: .other(type: "oauth2", .object([.init("flows", .object([]))]))),
            ]
            service.requirements = requirements(service.security.map(\.name))
        }
        return service
    }

    mutating func document() -> SpecDocument {
        let version = pick(["1.2", "2024-01-02", "1"])
        var document = SpecDocument(
            service: service(),
            versions: [
                APIVersion(
                    id: version, status: pick(APIVersion.Status.allCases),
                    notBefore: chance(2) ? CalendarDate("20270331") : nil)
            ])
        let schemes = document.service.security.map(\.name)
        var calls: Set<String> = []
        for index in 0..<(1 + below(5)) {
            let revision = revision(index, version: version, schemes: schemes)
            guard calls.insert("\(revision.method) \(revision.path)").inserted else { continue }
            document.operations.append(
                Operation(
                    id: pick(["doThing", "showThing", "Odd_"]) + "\(index)", title: text(), revisions: [revision]))
        }
        document.schemas = (models.map { model($0) } + aliases.map { alias($0) })
        if chance(2) {
            var resource = Resource(
                name: "thing", collection: "/v1/things", member: "/v1/things/{p0}", inferred: ["path"])
            resource.list = document.operations[0].id
            resource.updates = [document.operations[0].id]
            resource.state = chance(2) ? .init("state", inferred: ["enumeration"]) : .init("state")
            document.resources = [resource]
        }
        if chance(2) { document.sources = [Source(page: "shop.html", sha256: String(repeating: "a", count: 64))] }
        return document
    }
}
