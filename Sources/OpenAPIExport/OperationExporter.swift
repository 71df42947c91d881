import APIModel
import Foundations

/// Writes one operation of one version.
struct OperationExporter {
    let schemas: SchemaExporter
    let headers: RequestHeaders
    let security: SecurityExporter
    /// Whether the version is in its last days.
    let isDeprecated: Bool
    /// The ids of the documentation that several operations have; each of them is written with its own.
    var repeatedIDs: Set<String> = []

    /// The operation object for a call.
    func object(for call: Call) -> JSONValue {
        let revision = call.revision
        var unused = ExampleRest(of: call)
        var object = ObjectBuilder()
        let operationID = revision.operationID.flatMap { repeatedIDs.contains($0) ? nil : $0 } ?? call.operation
        object.add("operationId", text: operationID)
        if NameMaking.lowerCamel(operationID) != call.operation { object.add(.id, text: call.operation) }
        if !call.title.isEmpty { object.add("summary", text: call.title) }
        object.add("description", text: revision.description)
        object.add("deprecated", flag: isDeprecated || revision.isDeprecated)
        if isDeprecated, !revision.isDeprecated { object.add(.deprecated, text: "version") }
        object.add("tags", texts: revision.tags)
        object.add("security", revision.security.flatMap { security.requirements($0) })
        let parameters = ParameterExporter(schemas: schemas, headers: headers)
        let list = parameters.parameters(of: call)
        if !list.isEmpty { object.add("parameters", .array(list)) }
        if let request = call.request {
            object.add(
                "requestBody",
                requestBody(request, isImplied: revision.request == nil, example: unused.takeRequestBody()))
        }
        object.add("responses", responses(of: revision, unused: &unused))
        object.add(.state, text: revision.state)
        object.add(.lost, texts: Revision.LostTable.allCases.filter(revision.lost.contains).map(\.rawValue))
        object.add(.unplaced, parameters.unplaced(of: call))
        object.add(.example, unused.value)
        return object.value
    }

    private func requestBody(_ request: RequestBody, isImplied: Bool, example: JSONValue?) -> JSONValue {
        var schema = request.schema
        var object = ObjectBuilder()
        object.add("description", text: schema.description)
        schema.description = nil
        object.add("required", flag: request.isRequired)
        object.add(
            "content", content(schema, request.mediaType, example: example, encoding: encoding(request.parts)))
        object.add(.recovered, texts: request.recovered)
        object.add(.confirmed, text: request.confirmed)
        object.add(.implied, flag: isImplied)
        return object.value
    }

    private func responses(of revision: Revision, unused: inout ExampleRest) -> JSONValue {
        var object = ObjectBuilder()
        var seen: Set<Int> = []
        for response in revision.responses where seen.insert(response.status).inserted {
            object.add(response.statusText, self.response(response, unused: &unused))
        }
        if object.isEmpty {
            // OpenAPI demands a response.
            object.add(
                "default",
                .object([
                    "description": .string("The documentation does not say what the service answers."),
                    ExtensionName.unknown.rawValue: .bool(true),
                ]))
        }
        return object.value
    }

    private func response(_ response: Response, unused: inout ExampleRest) -> JSONValue {
        var object = ObjectBuilder()
        object.add("description", text: response.description ?? ReasonPhrase.text(for: response.status))
        object.add(.undescribed, flag: response.description == nil)
        var headers = ObjectBuilder()
        for header in response.headers { headers.add(header.name, self.header(header)) }
        object.add("headers", nonEmpty: headers)
        if let schema = response.schema {
            object.add(
                "content",
                content(
                    schema, response.mediaType, streams: response.streamedItem != nil,
                    example: unused.takeResponseBody(for: response.status)))
        }
        object.add(.recovered, texts: response.recovered)
        object.add(.confirmed, text: response.confirmed)
        return object.value
    }

    private func content(
        _ schema: Schema, _ mediaType: String, streams: Bool = false, example: JSONValue?,
        encoding: ObjectBuilder = ObjectBuilder()
    ) -> JSONValue {
        var media = ObjectBuilder()
        media.add("schema", streams ? schemas.list(schema, in: mediaType) : schemas.object(for: schema))
        media.add("example", example)
        media.add("encoding", nonEmpty: encoding)
        return .object([JSONValue.Member(mediaType, media.value)])
    }

    private func encoding(_ parts: [RequestBody.Part]) -> ObjectBuilder {
        var encoding = ObjectBuilder()
        for part in parts {
            var object = ObjectBuilder()
            object.add("contentType", text: part.contentType)
            object.add("style", text: part.style?.rawValue)
            object.add("explode", part.explode.map(JSONValue.bool))
            var headers = ObjectBuilder()
            for header in part.headers { headers.add(header.name, self.header(header)) }
            object.add("headers", nonEmpty: headers)
            encoding.add(part.name, object.value)
        }
        return encoding
    }

    private func header(_ header: ResponseHeader) -> JSONValue {
        var object = ObjectBuilder()
        object.add("required", flag: header.isRequired)
        schemas.add(header.schema, mediaType: nil, to: &object)
        return object.value
    }
}

/// What is left to say of an example after its bodies have found their places.
private struct ExampleRest {
    private let example: CallExample?
    /// What a reader of the placed bodies makes of them.
    private var placed = CallExample()
    private var hasRequestBody = false
    private let onlySuccess: Int?

    init(of call: Call) {
        example = call.revision.example
        onlySuccess = call.successes.count == 1 ? call.successes[0].status : nil
    }

    mutating func takeRequestBody() -> JSONValue? {
        placed.requestBody = example?.requestBody
        hasRequestBody = true
        return example?.requestBody
    }

    /// The body that is shown for a status; without a shown status it is that of the only success.
    mutating func takeResponseBody(for status: Int) -> JSONValue? {
        guard let body = example?.responseBody, (example?.status ?? onlySuccess) == status else { return nil }
        placed.status = status
        placed.responseBody = body
        return body
    }

    /// The rest; `nil` where everything has its place.
    var value: JSONValue? {
        guard let example, example != placed || example == CallExample() else { return nil }
        var object = ObjectBuilder()
        object.add("path", text: example.path)
        var headers = ObjectBuilder()
        var seen: Set<String> = []
        for header in example.headers where seen.insert(header.name).inserted {
            headers.add(header.name, text: header.value)
        }
        object.add("headers", nonEmpty: headers)
        if !hasRequestBody { object.add("requestBody", example.requestBody) }
        object.add("status", example.status.map { .number(String($0)) })
        if placed.responseBody == nil { object.add("responseBody", example.responseBody) }
        return object.value
    }
}
