import APISpec
import Diagnostics
import OpenAPIExport
import YAML

extension DocumentReading {
    mutating func request(_ body: YAMLNode, _ context: inout OperationContext) -> RequestBody? {
        guard let (node, place) = resolved(body, context.place.appending("requestBody")) else { return nil }
        guard node[.implied] == nil else {
            context.requestExample = node["content"]?.entries?.first?.value["example"]?.json
            return nil
        }
        locations.note(context.spec.appending("request"), at: body.location)
        var request = RequestBody(
            isRequired: node["required"]?.flag ?? false, schema: Schema(.unknown),
            recovered: node[.recovered]?.texts ?? [], confirmed: node[.confirmed]?.text)
        if let (media, here) = media(of: node, place) {
            request.mediaType = mediaType(media.key.text, of: media.value["schema"], here, at: media.key.location)
            if let items = media.value.entries?.first(where: { $0.key.text == "itemSchema" }) {
                log.unkeptKeyword(items, here)
            }
            if let type = media.value["schema"] {
                request.schema = schema(type, here.appending("schema"), context.hint("Request", of: body))
            }
            context.requestExample = example(of: media.value, here)
            request.parts = parts(media.value["encoding"], here.appending("encoding"), context)
            noteRest(of: media.value, here)
        }
        if let description = node["description"]?.text {
            noteDescription(request.schema.description, under: description, place, at: node.location)
            request.schema.description = description
        }
        for entry in node.entries ?? [] where !["description", "required", "content"].contains(entry.key.text) {
            if ExtensionName(rawValue: entry.key.text) == nil { log.unkept(entry, place) }
        }
        return request
    }

    /// The media type that is read: JSON, or what is written as JSON, or the first.
    private mutating func media(of node: YAMLNode, _ place: JSONPlace) -> (YAMLNode.Entry, JSONPlace)? {
        let entries = node["content"]?.entries ?? []
        guard let index = Self.preferred(among: entries.map(\.key.text)) else { return nil }
        var chosen = entries[index]
        let here = place.appending("content")
        if entries.count > 1 {
            let others = entries.map(\.key.text).filter { $0 != chosen.key.text }
            log.report(
                OpenAPIImportRules.unkeptMediaType,
                "`\(chosen.key.text)` is taken, and \(others.map { "`\($0)`" }.joined(separator: ", ")) left out", here,
                at: chosen.key.location)
        }
        // Since OpenAPI 3.2 it may be one of `components.mediaTypes`.
        if chosen.value["$ref"] != nil {
            guard let (media, place) = resolved(chosen.value, here.appending(chosen.key.text)) else { return nil }
            chosen = YAMLNode.Entry(key: chosen.key, value: media)
            return (chosen, place)
        }
        return (chosen, here.appending(chosen.key.text))
    }

    static func essence(_ mediaType: String) -> String {
        MediaType.essence(mediaType)
    }

    private mutating func noteRest(of media: YAMLNode, _ place: JSONPlace) {
        let known = ["schema", "itemSchema", "example", "examples", "encoding"]
        for entry in media.entries ?? [] where !known.contains(entry.key.text) { log.unkept(entry, place) }
    }

    private mutating func parts(
        _ node: YAMLNode?, _ place: JSONPlace, _ context: OperationContext
    ) -> [RequestBody.Part] {
        (node?.entries ?? []).map { entry in
            let here = place.appending(entry.key.text)
            var part = RequestBody.Part(name: entry.key.text, contentType: entry.value["contentType"]?.text)
            part.headers = headers(entry.value["headers"], here.appending("headers"), context)
            part.style = entry.value["style"]?.text.flatMap(Parameter.Style.init(rawValue:))
            part.explode = entry.value["explode"]?.flag
            for member in entry.value.entries ?? [] {
                switch member.key.text {
                case "contentType", "headers", "style", "explode": break
                case "allowReserved": if member.value.flag == true { log.unkeptKeyword(member, here) }
                default: log.unkept(member, here)
                }
            }
            return part
        }
    }

    private mutating func headers(
        _ node: YAMLNode?, _ place: JSONPlace, _ context: OperationContext
    ) -> [ResponseHeader] {
        (node?.entries ?? []).compactMap { entry in
            guard let (node, here) = resolved(entry.value, place.appending(entry.key.text)) else { return nil }
            if entry.key.text.lowercased() == "content-type" {
                log.report(
                    OpenAPIImportRules.ignoredHeader, "the header `\(entry.key.text)` is ignored, as OpenAPI asks",
                    here, at: entry.key.location)
                return nil
            }
            let typed = typed(node, here, context.hint(entry.key.text))
            let schema = typed.schema
            // Header fields of responses are read by their style; one that is a document of its own is not.
            if typed.mediaType != nil, let content = node.entries?.first(where: { $0.key.text == "content" }) {
                switch schema.kind {
                case .string, .enumeration, .integer, .number, .numbers, .boolean: break
                default: log.unkeptKeyword(content, here)
                }
            }
            for member in node.entries ?? [] where !Self.typedKeys.contains(member.key.text) {
                switch member.key.text {
                case "required", "style", "explode", "collectionFormat": break
                case _ where node["schema"] == nil && node["content"] == nil && !member.key.text.hasPrefix("x-"): break
                default: log.unkept(member, here)
                }
            }
            return ResponseHeader(
                name: entry.key.text, isRequired: node["required"]?.flag ?? false, schema: schema)
        }
    }

    // MARK: Answers

    mutating func responses(_ node: YAMLNode?, _ context: inout OperationContext) -> [Response] {
        var responses: [Response] = []
        guard let node, let (node, place) = resolved(node, context.place.appending("responses")) else { return [] }
        for entry in node.entries ?? [] {
            if entry.key.text.hasPrefix("x-") {
                log.unkept(entry, place)
                continue
            }
            guard let status = Response.status(entry.key.text.uppercased() == "DEFAULT" ? "default" : entry.key.text)
            else {
                log.report(
                    OpenAPIImportRules.unusableStatus,
                    "`\(entry.key.text)` is not a status, which is a number of 100 to 599, `1XX` to `5XX`, or `default`; the "
                        + "answer is left out", place, at: entry.key.location)
                continue
            }
            if let response = response(entry, status, place, &context) { responses.append(response) }
        }
        responses.sortByStatus()
        return responses
    }

    private mutating func response(
        _ entry: YAMLNode.Entry, _ status: Int, _ place: JSONPlace, _ context: inout OperationContext
    ) -> Response? {
        guard let (node, place) = resolved(entry.value, place.appending(entry.key.text)) else { return nil }
        if node[.unknown] != nil { return nil }
        var response = Response(status: status)
        locations.note(context.spec.appending("responses", response.statusText), at: entry.key.location)
        if node[.undescribed] == nil { response.description = node["description"]?.text }
        response.recovered = node[.recovered]?.texts ?? []
        response.confirmed = node[.confirmed]?.text
        response.headers = headers(node["headers"], place.appending("headers"), context)
        if let (media, here) = media(of: node, place) {
            response.mediaType = mediaType(media.key.text, of: media.value["schema"], here, at: media.key.location)
            let hint =
                entry.value["$ref"] == nil
                ? context.hint("Response\(NameMaking.upperCamel(response.statusText))")
                : context.hint("Response", of: entry.value)
            response.schema =
                streamed(media, as: response.mediaType, here, hint)
                ?? media.value["schema"].map { schema($0, here.appending("schema"), hint) } ?? Schema(.unknown)
            if let inner = response.schema?.description {
                noteDescription(
                    inner, under: response.description ?? "", place, at: media.value.location)
                response.schema?.description = nil
            }
            note(example(of: media.value, here), of: response, here, at: media.key.location, &context)
            noteRest(of: media.value, here)
        }
        if response.schema == nil, let type = node["schema"] {
            if !isSwagger {
                log.report(
                    OpenAPIImportRules.strayDefinition,
                    "the schema is beside `content` instead of under it; it is read as JSON",
                    place.appending("schema"), at: type.location)
            }
            let written = Self.preferred(context.produces)
            context.hasProduced = true
            response.mediaType = mediaType(written, of: type, place.appending("schema"), at: entry.key.location)
            response.schema = schema(
                type, place.appending("schema"),
                context.hint("Response\(NameMaking.upperCamel(response.statusText))"))
            if let example = node["examples"]?.entries?.first(where: {
                [response.mediaType, written].contains($0.key.text)
            }) {
                note(example.value.json, of: response, place, at: example.key.location, &context)
            }
        }
        for entry in node.entries ?? [] where !["description", "content", "headers"].contains(entry.key.text) {
            if isSwagger || response.mediaType == MediaType.json, ["schema", "examples"].contains(entry.key.text) {
                continue
            }
            if ExtensionName(rawValue: entry.key.text) == nil { log.unkept(entry, place) }
        }
        return response
    }

    /// Keeps the example of the first success, or of the first response that has one.
    private mutating func note(
        _ example: JSONValue?, of response: Response, _ place: JSONPlace, at location: SourceLocation,
        _ context: inout OperationContext
    ) {
        guard let example else { return }
        if let known = context.responseExample {
            log.report(
                OpenAPIImportRules.unkeptExample,
                "there are examples of more than one answer; that of the first success is taken", place, at: location)
            guard response.isSuccess, !Response(status: known.status).isSuccess else { return }
        }
        context.responseExample = (response.status, example)
    }
}
