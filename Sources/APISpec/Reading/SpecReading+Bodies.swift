import Diagnostics
import YAML

extension SpecReading {
    mutating func parameter(_ node: YAMLNode, in places: [SpecPath]) -> Parameter? {
        check(
            mapping(node, "a parameter"),
            allowed: ["name", "in", "recovered", "confirmed", "style", "explode", "mediaType", "encoding"]
                + Self.schemaKeys,
            in: "a parameter")
        guard let name = requiredText("name", of: node, "a parameter"),
            let location: Parameter.Location = choice("in", of: node, "parameter `\(name)`")
        else { return nil }
        for place in places { locations.note(place.appending("parameters", name), at: node.location) }
        guard let schema = schema(node, "parameter `\(name)`") else { return nil }
        return Parameter(
            name: name, location: location, isRequired: flag("required", of: node), schema: schema,
            recovered: texts("recovered", of: node), confirmed: text("confirmed", of: node),
            style: style(of: node, "parameter `\(name)`"), explode: explode(of: node),
            mediaType: text("mediaType", of: node), encoding: encoding(of: node, location, "parameter `\(name)`"))
    }

    private mutating func encoding(
        of node: YAMLNode, _ location: Parameter.Location, _ place: String
    ) -> Parameter.Encoding? {
        guard let value = node["encoding"] else { return nil }
        if location != .path { problem("\(place) is not in the path; only there is an `encoding`", at: value.location) }
        return choice("encoding", of: node, place)
    }

    private mutating func style(of node: YAMLNode, _ place: String) -> Parameter.Style? {
        node["style"] == nil ? nil : choice("style", of: node, place)
    }

    private mutating func explode(of node: YAMLNode) -> Bool? {
        node["explode"] == nil ? nil : flag("explode", of: node)
    }

    mutating func request(_ node: YAMLNode, in places: [SpecPath]) -> RequestBody? {
        for place in places { locations.note(place.appending("request"), at: node.location) }
        check(
            mapping(node, "request"), allowed: ["recovered", "confirmed", "mediaType", "parts"] + Self.schemaKeys,
            in: "request")
        guard let schema = schema(node, "request") else { return nil }
        var request = RequestBody(
            isRequired: flag("required", of: node), schema: schema, recovered: texts("recovered", of: node),
            confirmed: text("confirmed", of: node))
        request.mediaType = mediaType(of: node)
        for entry in mapping(node["parts"], "parts") {
            let place = "part `\(entry.key.text)`"
            check(
                mapping(entry.value, place), allowed: ["contentType", "headers", "style", "explode"], in: place)
            request.parts.append(
                RequestBody.Part(
                    name: entry.key.text, contentType: text("contentType", of: entry.value),
                    headers: bodyHeaders(entry.value["headers"]), style: style(of: entry.value, place),
                    explode: explode(of: entry.value)))
        }
        return request
    }

    private mutating func mediaType(of node: YAMLNode) -> String {
        node["mediaType"] == nil ? MediaType.json : requiredText("mediaType", of: node, "a body") ?? MediaType.json
    }

    private mutating func bodyHeaders(_ node: YAMLNode?) -> [ResponseHeader] {
        mapping(node, "headers").compactMap { entry in
            let place = "header `\(entry.key.text)`"
            check(mapping(entry.value, place), allowed: Self.schemaKeys, in: place)
            return schema(entry.value, place).map {
                ResponseHeader(name: entry.key.text, isRequired: flag("required", of: entry.value), schema: $0)
            }
        }
    }

    mutating func response(_ entry: YAMLNode.Entry, in places: [SpecPath]) -> Response? {
        guard let status = Response.status(entry.key.text) else {
            problem(
                "`\(entry.key.text)` is not a status code; it is a number of 100 to 599, `1XX` to `5XX`, or `default`",
                at: entry.key.location)
            return nil
        }
        for place in places { locations.note(place.appending("responses", entry.key.text), at: entry.key.location) }
        let node = entry.value
        let keys = Self.schemaKeys.filter { $0 != "required" }
        check(
            mapping(node, "a response"), allowed: ["recovered", "confirmed", "mediaType", "headers"] + keys,
            in: "a response")
        var response = Response(status: status, description: text("description", of: node))
        response.recovered = texts("recovered", of: node)
        response.confirmed = text("confirmed", of: node)
        response.mediaType = mediaType(of: node)
        response.headers = bodyHeaders(node["headers"])
        if Self.typeKeys.contains(where: { node[$0] != nil }) {
            response.schema = schema(node, "response \(entry.key.text)")
            response.schema?.description = nil
        }
        return response
    }
}
