import APISpec
import OpenAPIExport
import YAML

/// What Swagger 2.0 says in other places than OpenAPI 3, and what documents of OpenAPI 3 say as if they were older.
extension DocumentReading {
    /// The address of `schemes`, `host` and `basePath`.
    mutating func swaggerServer() -> Service.Server {
        var base = root["basePath"]?.text ?? ""
        if base.hasSuffix("/") { base.removeLast() }
        if !base.isEmpty, !base.hasPrefix("/") { base = "/" + base }
        guard let host = root["host"]?.text, !host.isEmpty else {
            log.report(
                OpenAPIImportRules.missingServer, "the document names no `host`", JSONPlace().appending("host"),
                at: root["basePath"]?.location ?? root.location)
            return Service.Server(url: base.isEmpty ? "/" : base)
        }
        let schemes = (root["schemes"]?.texts ?? []).filter { ["http", "https"].contains($0) }
        let preferred = schemes.contains("https") || schemes.isEmpty ? "https" : schemes[0]
        var server = Service.Server(url: "\(preferred)://\(host)\(base)")
        for scheme in schemes where scheme != preferred {
            server.alternatives.append(.init(url: "\(scheme)://\(host)\(base)"))
        }
        return server
    }

    /// A flow of OAuth 2 as OpenAPI 3 writes it.
    static func oauth(_ flow: String, _ entries: [YAMLNode.Entry]) -> JSONValue {
        let name =
            switch flow {
            case "application": "clientCredentials"
            case "accessCode": "authorizationCode"
            default: flow
            }
        let kept = entries.filter { $0.key.text != "flow" }.map { JSONValue.Member($0.key.text, $0.value.json) }
        return .object([.init("flows", .object([.init(name, .object(kept))]))])
    }

    /// A parameter, header or item of Swagger 2.0 as a schema object: without what is said of the parameter itself.
    func inlineSchema(_ node: YAMLNode) -> YAMLNode? {
        let others = [
            "name", "in", "required", "collectionFormat", "allowEmptyValue", "style", "explode", "description",
            "deprecated", "example", "examples", "allowReserved",
        ]
        guard node["type"] != nil || node["enum"] != nil || node["items"] != nil || node["format"] != nil else {
            return nil
        }
        let entries = (node.entries ?? []).filter {
            !others.contains($0.key.text) && !$0.key.text.hasPrefix("x-example")
        }
        return node.holding(.mapping(entries))
    }

    /// The style that `collectionFormat` names.
    static func style(ofCollection format: String, in location: Parameter.Location) -> (
        Parameter.Style?, explode: Bool?
    ) {
        switch format {
        case "multi": (nil, nil)
        case "ssv": (location == .query ? .spaceDelimited : nil, nil)
        case "pipes": (location == .query ? .pipeDelimited : nil, nil)
        default: (nil, location == .query || location == .cookie ? false : nil)
        }
    }

    /// The media types that a list of the operation, or of the document, names.
    func mediaTypes(_ key: String, of operation: YAMLNode) -> [String] {
        (operation[key] ?? root[key])?.texts ?? []
    }

    /// Says once for each list of media types which of them are left out where `chosen` is taken.
    mutating func noteMediaTypes(_ key: String, of operation: YAMLNode, _ place: JSONPlace, taking chosen: String) {
        let isOwn = operation[key] != nil
        guard let list = operation[key] ?? root[key] else { return }
        let others = list.texts.filter { $0 != chosen }
        let place = (isOwn ? place : JSONPlace()).appending(key)
        // What nobody lists was not chosen among these.
        guard !others.isEmpty, others.count < list.texts.count, notedLists.insert(place.fingerprint).inserted else {
            return
        }
        log.report(
            OpenAPIImportRules.unkeptMediaType,
            "`\(chosen)` is taken, and \(others.map { "`\($0)`" }.joined(separator: ", ")) left out", place,
            at: list.location)
    }

    /// The media type of a body of Swagger 2.0: JSON, or what is written as JSON, or the first.
    static func preferred(_ types: [String]) -> String {
        preferred(among: types).map { types[$0] } ?? MediaType.json
    }

    /// The parameters of an operation that make its body, with their places: its own, then those of the path.
    mutating func bodyParameters(of operation: YAMLNode, _ path: PathContext, _ place: JSONPlace) -> [SchemaPart] {
        var found: [SchemaPart] = []
        var names: Set<String> = []
        let lists = [
            (operation["parameters"], place.appending("parameters")),
            (path.parameters, path.place.appending("parameters")),
        ]
        for (list, here) in lists {
            for (index, item) in (list?.items ?? []).enumerated() {
                guard let (node, place) = quietlyResolved(item, here.appending(index)),
                    let location = node["in"]?.text, ["body", "formData"].contains(location),
                    names.insert(location == "body" ? "" : node["name"]?.text ?? "").inserted
                else { continue }
                found.append(SchemaPart(node: node, place: place))
            }
        }
        return found
    }

    /// What a `$ref` leads to, without a word where that is nothing.
    mutating func quietlyResolved(_ node: YAMLNode, _ place: JSONPlace) -> (YAMLNode, JSONPlace)? {
        var (node, place) = (node, place)
        var steps = 0
        while let reference = node["$ref"]?.text {
            guard steps < 32, let target = possibleTarget(of: reference, place) else { return nil }
            (node, place) = (target.node, target.place)
            steps += 1
        }
        return (node, place)
    }

    /// The body that parameters in `body` or `formData` make; `nil` where there are none.
    mutating func swaggerRequest(of operation: YAMLNode, _ path: PathContext, _ context: inout OperationContext)
        -> RequestBody?
    {
        let parts = bodyParameters(of: operation, path, context.place)
        guard let first = parts.first else { return nil }
        if !isSwagger {
            log.report(
                OpenAPIImportRules.strayDefinition,
                "a parameter in `\(first.node["in"]?.text ?? "")` is one of Swagger 2.0; it is read as the body of the request",
                first.place, at: first.node.location)
        }
        locations.note(context.spec.appending("request"), at: first.node.location)
        let types = mediaTypes("consumes", of: operation)
        if let body = parts.first(where: { $0.node["in"]?.text == "body" }) {
            var request = RequestBody(
                isRequired: body.node["required"]?.flag ?? false, schema: Schema(.unknown),
                mediaType: mediaType(
                    Self.preferred(types), of: body.node["schema"], body.place, at: body.node.location))
            noteMediaTypes("consumes", of: operation, context.place, taking: Self.preferred(types))
            if let type = body.node["schema"] {
                request.schema = schema(type, body.place.appending("schema"), context.hint("Request"))
            }
            if let text = body.node["description"]?.text { request.schema.description = text }
            return request
        }
        let request = form(of: parts, types, context)
        noteMediaTypes("consumes", of: operation, context.place, taking: request.mediaType)
        return request
    }

    /// A form, with a member for each parameter.
    private mutating func form(of parts: [SchemaPart], _ types: [String], _ context: OperationContext) -> RequestBody {
        let hasFile = parts.contains { $0.node["type"]?.text == "file" }
        let multipart = "multipart/form-data"
        let encoded = "application/x-www-form-urlencoded"
        let isMultipart =
            hasFile
            || types.contains { Self.essence($0) == multipart } && !types.contains { Self.essence($0) == encoded }
        let node = parts[0].node
        var words = SchemaWords(node.holding(.mapping([])), context.place.appending("parameters"))
        words.types = ["object"]
        words.isMerged = true
        words.members = parts.map { part in
            let name = part.node["name"]?.text ?? ""
            var schema = inlineSchema(part.node) ?? part.node["schema"] ?? part.node.holding(.mapping([]))
            if let text = part.node.entries?.first(where: { $0.key.text == "description" }), schema["$ref"] == nil {
                schema = schema.holding(.mapping((schema.entries ?? []) + [text]))
            }
            return MemberWords(
                name: name, node: schema, place: part.place, keyNode: part.node.asKey(name), owner: context.owner)
        }
        words.required = parts.filter { $0.node["required"]?.flag == true }.compactMap { $0.node["name"] }
        var request = RequestBody(
            isRequired: !words.required.isEmpty, schema: schema(&words, context.hint("Request")),
            mediaType: isMultipart ? multipart : encoded)
        for part in parts where !isMultipart && part.node["type"]?.text == "array" {
            guard let name = part.node["name"]?.text else { continue }
            let format = part.node["collectionFormat"]?.text ?? "csv"
            let (style, explode) = Self.style(ofCollection: format, in: .query)
            guard style != nil || explode != nil else { continue }
            request.parts.append(RequestBody.Part(name: name, style: style, explode: explode))
        }
        return request
    }
}
