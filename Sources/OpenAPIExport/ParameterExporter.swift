import APIModel

/// Writes the parameters of one operation.
struct ParameterExporter {
    let schemas: SchemaExporter
    let headers: RequestHeaders

    /// All parameters: those that only the path tells of, those of the documentation in its order, and the headers of
    /// every request.
    func parameters(of call: Call) -> [JSONValue] {
        let stated = call.revision.parameters
        let inPath = Set(call.pathParameters.map(\.name))
        let statedInPath = Set(stated.filter { $0.location == .path }.map(\.name))
        var list = call.pathParameters.filter { !statedInPath.contains($0.name) }.map(implied)
        var seen: Set<Key> = []
        for parameter in stated where parameter.location != .path || inPath.contains(parameter.name) {
            if seen.insert(Key(parameter)).inserted { list.append(object(for: parameter, position: nil)) }
        }
        if let selector = call.selector { list.append(object(for: selector, position: nil)) }
        for header in headers.parameters
        where !call.headerParameters.contains(where: { $0.name.isSameField(as: header.name) }) {
            list.append(.object(["$ref": .string("#/components/parameters/\(header.key)")]))
        }
        return list
    }

    /// The path parameters that the path has no place for; `nil` where there are none.
    func unplaced(of call: Call) -> JSONValue? {
        let inPath = Set(call.pathParameters.map(\.name))
        let unplaced = call.revision.parameters.enumerated().filter {
            $0.element.location == .path && !inPath.contains($0.element.name)
        }
        guard !unplaced.isEmpty else { return nil }
        return .array(unplaced.map { object(for: $0.element, position: $0.offset) })
    }

    /// What OpenAPI tells parameters of an operation apart by.
    private struct Key: Hashable {
        var location: Parameter.Location
        var name: String

        init(_ parameter: Parameter) {
            location = parameter.location
            name = location == .header ? parameter.name.lowercased() : parameter.name
        }
    }

    private func object(for parameter: Parameter, position: Int?) -> JSONValue {
        var object = ObjectBuilder()
        object.add("name", text: parameter.name)
        object.add("in", text: parameter.location.rawValue)
        object.add("description", text: parameter.schema.description)
        object.add("required", flag: parameter.isRequired || parameter.location == .path)
        object.add(.optional, flag: !parameter.isRequired && parameter.location == .path)
        object.add("style", text: parameter.style?.rawValue)
        object.add("explode", parameter.explode.map(JSONValue.bool))
        var schema = parameter.schema
        schema.description = nil
        schemas.add(schema, mediaType: parameter.mediaType, to: &object)
        object.add(.encoding, text: parameter.encoding?.rawValue)
        object.add(.recovered, texts: parameter.recovered)
        object.add(.confirmed, text: parameter.confirmed)
        object.add(.position, position.map { .number(String($0)) })
        return object.value
    }

    /// A path parameter that no table states: all that is known is that it is text in a path.
    private func implied(_ parameter: Parameter) -> JSONValue {
        .object([
            "name": .string(parameter.name), "in": .string("path"), "required": .bool(true),
            "schema": .object(["type": .string("string")]), ExtensionName.implied.rawValue: .bool(true),
        ])
    }
}
