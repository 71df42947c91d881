import APISpec

/// Everything that a document states, a fact each.
struct DocumentFacts {
    /// One fact.
    struct Fact: Hashable {
        var value: String
        /// Whether it, or the table around it, is marked as recovered or lost.
        var isMarked: Bool
        /// Where it belongs.
        var path: SpecPath
    }

    private(set) var facts: [String: Fact] = [:]

    init(_ document: SpecDocument) {
        addService(document.service)
        for version in document.versions {
            let path: SpecPath = ["versions", version.id]
            add("version \(version.id) status", version.status.rawValue, at: path)
            add("version \(version.id) end", version.notBefore?.description, at: path)
        }
        for operation in document.operations {
            for revision in operation.revisions {
                for version in revision.versions { add(revision, of: operation, version) }
            }
        }
        for schema in document.schemas { add(schema) }
    }

    private mutating func add(_ key: String, _ value: String?, marked: Bool = false, at path: SpecPath) {
        if let value { facts[key] = Fact(value: value, isMarked: marked, path: path) }
    }

    private mutating func addService(_ service: Service) {
        let path: SpecPath = ["service"]
        add("service id", service.id, at: path)
        add("service title", service.title, at: path)
        add("service provider", service.provider, at: path)
        add("service description", service.description, at: path)
        add("service address", service.server.url, at: path)
        for pair in service.server.pairs {
            add("service pair \(pair.environment) \(pair.region ?? "")", "", at: path)
        }
        for header in service.headers { add("service header \(header.name)", header.value, at: path) }
        add("service authentication", service.authentication.map { "\($0)" }, at: path)
    }

    private mutating func add(_ revision: Revision, of operation: Operation, _ version: String) {
        let key = "\(revision.method) \(revision.path) \(version)"
        let path: SpecPath = ["operations", operation.id, version]
        add("\(key)", "", at: path)
        add("\(key) title", operation.title, at: path)
        add("\(key) id", operation.id, at: path)
        add("\(key) description", revision.description, at: path)
        add("\(key) state", revision.state, at: path)
        for parameter in revision.parameters {
            let marked = !parameter.recovered.isEmpty || revision.lost.contains(.parameters)
            let name = "\(key) \(parameter.location.rawValue):\(parameter.name)"
            let place = path.appending("parameters", parameter.name)
            add("\(name) required", "\(parameter.isRequired)", marked: marked, at: place)
            add(parameter.schema, name, marked: marked, at: place)
        }
        if let request = revision.request {
            let marked = !request.recovered.isEmpty || revision.lost.contains(.parameters)
            let place = path.appending("request")
            add("\(key) body required", "\(request.isRequired)", marked: marked, at: place)
            add(request.schema, "\(key) body", marked: marked, at: place)
        }
        for response in revision.responses {
            let marked = !response.recovered.isEmpty || revision.lost.contains(.responses)
            let name = "\(key) \(response.status)"
            let place = path.appending("responses", String(response.status))
            add("\(name) words", response.description, marked: marked, at: place)
            add("\(name) type", response.schema.map { "\($0.kind)" } ?? "none", marked: marked, at: place)
        }
        guard let example = revision.example else { return }
        add("\(key) example path", example.path, at: path)
        add(example.requestBody, "\(key) example request", at: path.appending("example", "request"))
        add("\(key) example status", example.status.map(String.init), at: path.appending("example", "response"))
        add(example.responseBody, "\(key) example response", at: path.appending("example", "response"))
        for header in example.headers { add("\(key) header \(header.name)", header.value, at: path) }
    }

    /// A fact for each value: an example from which a line is gone says less, and nothing that is wrong.
    private mutating func add(_ value: JSONValue?, _ name: String, at path: SpecPath) {
        switch value {
        case .object(let members):
            for member in members { add(member.value, "\(name)/\(member.name)", at: path) }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                switch element {
                case .object, .array: add(element, "\(name)/\(index)", at: path)
                default: add("\(name)/\(element)", "", at: path)
                }
            }
        default: add(name, value.map { "\($0)" }, at: path)
        }
    }

    private mutating func add(_ schema: NamedSchema) {
        let path: SpecPath = ["schemas", schema.name]
        let marked = schema.isLost || !schema.recovered.isEmpty
        add(schema.name, "", marked: marked, at: path)
        add("\(schema.name) description", schema.description, marked: marked, at: path)
        for property in schema.properties {
            let place = path.appending(property.name)
            add("\(schema.name).\(property.name) required", "\(property.isRequired)", marked: marked, at: place)
            add(property.schema, "\(schema.name).\(property.name)", marked: marked, at: place)
        }
    }

    private mutating func add(_ schema: Schema, _ name: String, marked: Bool, at path: SpecPath) {
        add("\(name) type", "\(schema.kind)", marked: marked, at: path)
        add("\(name) nullable", "\(schema.isNullable)", marked: marked, at: path)
        add("\(name) description", schema.description, marked: marked, at: path)
        add("\(name) default", schema.defaultValue.map { "\($0)" }, marked: marked, at: path)
        add("\(name) example", schema.example.map { "\($0)" }, marked: marked, at: path)
        add("\(name) pattern", schema.pattern, marked: marked, at: path)
        add("\(name) least", schema.minLength.map(String.init), marked: marked, at: path)
        add("\(name) most", schema.maxLength.map(String.init), marked: marked, at: path)
    }
}
