/// The kinds of parts that an action can mean, in the words of messages.
enum OverlayTargetKind: String {
    case service
    case version = "a version"
    case operation = "an operation"
    case revision = "a revision"
    case parameter = "a parameter"
    case request = "a request"
    case response = "a response"
    case schema = "a schema"
    case property = "a property"
    case resource = "a resource"

    /// The kind of part at `target`, which is a target as ``OverlayReader`` accepts it.
    init(_ target: SpecPath) {
        let steps = target.steps
        switch steps.first {
        case "service": self = .service
        case "versions": self = .version
        case "resources": self = .resource
        case "schemas": self = steps.count == 2 ? .schema : .property
        default:
            switch (steps.count, steps.dropFirst(3).first) {
            case (...2, _): self = .operation
            case (3, _): self = .revision
            case (_, "request"): self = .request
            case (_, "responses"): self = .response
            default: self = .parameter
            }
        }
    }

    /// The keys that an update may have. What names a part and what marks it are not among them.
    var keys: [String] {
        switch self {
        case .service:
            [
                "title", "provider", "description", "server", "headers", "selector", "authentication", "security",
                "requirements",
            ]
        case .version: ["status", "notBefore", "selected"]
        case .operation: ["title"]
        case .revision:
            [
                "description", "method", "path", "state", "parameters", "request", "responses", "lost", "example",
                "deprecated", "tags", "security", "operationId",
            ]
        case .parameter: ["in", "style", "explode", "mediaType", "encoding"] + SpecReading.schemaKeys
        case .request: ["mediaType", "parts"] + SpecReading.schemaKeys
        case .property: SpecReading.schemaKeys
        case .response: ["mediaType", "headers"] + SpecReading.schemaKeys.filter { $0 != "required" }
        case .resource: SpecReading.resourceKeys
        case .schema: ["description", "lost", "properties", "title", "deprecated", "additionalProperties"]
        }
    }
}
