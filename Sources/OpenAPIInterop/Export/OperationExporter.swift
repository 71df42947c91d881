import APIModel
import APISpec

/// Writes one operation of one version.
struct OperationExporter {
    let schemas: SchemaExporter
    let headers: RequestHeaders
    /// Whether the version is in its last days.
    let isDeprecated: Bool

    /// The operation object for a call.
    func object(for call: Call) -> JSONValue {
        let revision = call.revision
        var unused = ExampleRest(of: call)
        var object = ObjectBuilder()
        object.add("operationId", text: call.operation)
        if !call.title.isEmpty { object.add("summary", text: call.title) }
        object.add("description", text: revision.description)
        object.add("deprecated", flag: isDeprecated)
        let parameters = ParameterExporter(schemas: schemas, headers: headers)
        let list = parameters.parameters(of: call)
        if !list.isEmpty { object.add("parameters", .array(list)) }
        if let request = call.request {
            object.add("requestBody", requestBody(request, example: unused.takeRequestBody()))
        }
        object.add("responses", responses(of: revision, unused: &unused))
        object.add(.state, text: revision.state)
        object.add(.lost, texts: Revision.LostTable.allCases.filter(revision.lost.contains).map(\.rawValue))
        object.add(.unplaced, parameters.unplaced(of: call))
        object.add(.example, unused.value)
        return object.value
    }

    private func requestBody(_ request: RequestBody, example: JSONValue?) -> JSONValue {
        var schema = request.schema
        var object = ObjectBuilder()
        object.add("description", text: schema.description)
        schema.description = nil
        object.add("required", flag: request.isRequired)
        object.add("content", content(schema, example: example))
        object.add(.recovered, texts: request.recovered)
        return object.value
    }

    private func responses(of revision: Revision, unused: inout ExampleRest) -> JSONValue {
        var object = ObjectBuilder()
        var seen: Set<Int> = []
        for response in revision.responses where seen.insert(response.status).inserted {
            object.add(String(response.status), self.response(response, unused: &unused))
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
        if let schema = response.schema {
            object.add("content", content(schema, example: unused.takeResponseBody(for: response.status)))
        }
        object.add(.recovered, texts: response.recovered)
        return object.value
    }

    private func content(_ schema: Schema, example: JSONValue?) -> JSONValue {
        var media = ObjectBuilder()
        media.add("schema", schemas.object(for: schema))
        media.add("example", example)
        return .object(["application/json": media.value])
    }
}

/// What is left to say of an example after its bodies have found their places.
private struct ExampleRest {
    private var example: CallExample?
    private let path: String
    private let onlySuccess: Int?

    init(of call: Call) {
        example = call.revision.example
        path = call.revision.path
        onlySuccess = call.successes.count == 1 ? call.successes[0].status : nil
    }

    mutating func takeRequestBody() -> JSONValue? {
        defer { example?.requestBody = nil }
        return example?.requestBody
    }

    /// The body that is shown for a status; without a shown status it is that of the only success.
    mutating func takeResponseBody(for status: Int) -> JSONValue? {
        guard let body = example?.responseBody, (example?.status ?? onlySuccess) == status else { return nil }
        example?.status = nil
        example?.responseBody = nil
        return body
    }

    /// The rest; `nil` where everything has its place.
    var value: JSONValue? {
        guard let example else { return nil }
        var object = ObjectBuilder()
        if example.path != path { object.add("path", text: example.path) }
        var headers = ObjectBuilder()
        var seen: Set<String> = []
        for header in example.headers where seen.insert(header.name).inserted {
            headers.add(header.name, text: header.value)
        }
        object.add("headers", nonEmpty: headers)
        object.add("requestBody", example.requestBody)
        if let body = example.responseBody {
            object.add("status", example.status.map { .number(String($0)) })
            object.add("responseBody", body)
        }
        return object.isEmpty ? nil : object.value
    }
}
