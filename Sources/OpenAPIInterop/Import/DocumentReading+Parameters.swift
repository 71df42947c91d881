import APISpec
import Diagnostics
import OpenAPIExport
import YAML

extension DocumentReading {
    /// The parameters of an operation: those of its path that it does not state itself, then its own.
    mutating func parameters(of node: YAMLNode, _ path: PathContext, _ context: OperationContext) -> [Parameter] {
        var parameters: [Parameter] = []
        let inPath = PathTemplate(path.path).parameterNames
        var stated: Set<String> = []
        /// Header fields are the same in any case of letters (RFC 9110, section 5.1).
        func key(_ parameter: Parameter) -> String {
            let name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
            return "\(parameter.location.rawValue) \(name)"
        }

        var own: [Parameter] = []
        var statesQuery = false
        for (index, item) in (node["parameters"]?.items ?? []).enumerated() {
            let place = context.place.appending("parameters").appending(index)
            let members = queryString(item, place, context)
            statesQuery = statesQuery || members != nil
            for parameter in members ?? [parameter(item, place, context, stated: &stated)].compactMap(\.self) {
                if let known = own.firstIndex(where: { key($0) == key(parameter) }) {
                    log.report(
                        OpenAPIImportRules.repeatedParameter,
                        "there is a second parameter `\(parameter.name)` in \(parameter.location.rawValue); the last one holds",
                        place, at: item.location)
                    own[known] = parameter
                } else {
                    own.append(parameter)
                }
            }
        }
        for (index, item) in (path.parameters?.items ?? []).enumerated() {
            let place = path.place.appending("parameters").appending(index)
            // An operation has one whole query: its own, if it states one.
            if statesQuery, isQueryString(item, place) { continue }
            let found =
                queryString(item, place, context)
                ?? [parameter(item, place, context, stated: &stated)].compactMap(\.self)
            parameters += found.filter { new in !(own + parameters).contains { key($0) == key(new) } }
        }
        parameters += own
        for parameter in parameters where parameter.location == .path && !inPath.contains(parameter.name) {
            log.report(
                OpenAPIImportRules.parameterNotInPath, "the path `\(path.path)` has no `{\(parameter.name)}`",
                context.place, at: locations[context.spec.appending("parameters", parameter.name)])
        }
        for (index, item) in (node[.unplaced]?.items ?? []).enumerated() {
            let place = context.place.appending(ExtensionName.unplaced.rawValue).appending(index)
            guard let parameter = parameter(item, place, context, stated: &stated) else { continue }
            parameters.insert(parameter, at: min(item[.position]?.count ?? .max, parameters.count))
        }
        for name in inPath where !stated.contains(name) {
            log.report(
                OpenAPIImportRules.undeclaredPathParameter,
                "the path `\(path.path)` has a parameter `{\(name)}` that nothing declares; it is taken for a text",
                context.place, at: locations[context.spec])
            stated.insert(name)
            parameters.append(
                Parameter(
                    name: name, location: .path, isRequired: true, schema: Schema(.string(format: nil)),
                    recovered: ["path"]))
        }
        for (name, value) in path.query {
            if let known = parameters.firstIndex(where: { $0.location == .query && $0.name == name }) {
                guard parameters[known].schema.kind != .enumeration([value]) else {
                    parameters[known].isRequired = true
                    continue
                }
                parameters.remove(at: known)
            }
            parameters.append(
                Parameter(name: name, location: .query, isRequired: true, schema: Schema(.enumeration([value]))))
        }
        return parameters
    }

    private mutating func parameter(
        _ item: YAMLNode, _ place: JSONPlace, _ context: OperationContext, stated: inout Set<String>
    ) -> Parameter? {
        guard let (node, place) = resolved(item, place), node[.shared] == nil else { return nil }
        guard let name = node["name"]?.text, !name.isEmpty else {
            log.report(
                OpenAPIImportRules.unusableParameter, "a parameter lacks `name` and is left out", place,
                at: node.location)
            return nil
        }
        if ["body", "formData"].contains(node["in"]?.text) { return nil }
        guard let location = node["in"]?.text.flatMap(Parameter.Location.init(rawValue:)) else {
            log.report(
                OpenAPIImportRules.unusableParameter,
                "the parameter `\(name)` has no `in` of `path`, `query`, `header` or `cookie` and is left out", place,
                at: node["in"]?.location ?? node.location)
            return nil
        }
        if location == .path { stated.insert(name) }
        if node[.implied] != nil { return nil }
        if location == .header, !keepsReservedHeaders,
            ["accept", "content-type", "authorization"].contains(name.lowercased())
        {
            log.report(
                OpenAPIImportRules.ignoredHeader, "the header parameter `\(name)` is ignored, as OpenAPI asks", place,
                at: node.location)
            return nil
        }
        locations.note(context.spec.appending("parameters", name), at: item.location)
        let typed = typed(node, place, context.hint(name))
        var parameter = Parameter(
            name: name, location: location, isRequired: node["required"]?.flag ?? false, schema: typed.schema,
            recovered: node[.recovered]?.texts ?? [], confirmed: node[.confirmed]?.text, mediaType: typed.mediaType)
        if location == .path { parameter.encoding = node[.encoding]?.text.flatMap(Parameter.Encoding.init(rawValue:)) }
        if location == .path, !parameter.isRequired || node[.optional] != nil {
            if node[.optional] == nil {
                log.report(
                    OpenAPIImportRules.optionalPathParameter,
                    "the path parameter `\(name)` lacks `required: true`", place, at: node.location)
            }
            parameter.isRequired = node[.optional] == nil
        }
        if let style = node["style"]?.text {
            if let known = Parameter.Style(rawValue: style) {
                parameter.style = known == location.defaultStyle ? nil : known
            } else {
                log.report(
                    OpenAPIImportRules.unusableParameter,
                    "`\(style)` is not a style of a parameter; the usual one is taken", place,
                    at: node["style"]?.location ?? node.location)
            }
        }
        if node["type"]?.text == "array" {
            let format = node["collectionFormat"]?.text ?? "csv"
            (parameter.style, parameter.explode) = Self.style(ofCollection: format, in: location)
            if format == "tsv", let entry = node.entries?.first(where: { $0.key.text == "collectionFormat" }) {
                log.unkeptKeyword(entry, place)
            }
        }
        if let explode = node["explode"]?.flag {
            let style = parameter.style ?? location.defaultStyle
            parameter.explode = explode == (style == .form) ? nil : explode
        }
        for entry in node.entries ?? [] {
            switch entry.key.text {
            case "name", "in", "required", "style", "explode", "collectionFormat": break
            case let key where Self.typedKeys.contains(key): break
            case _ where node["schema"] == nil && node["content"] == nil && !entry.key.text.hasPrefix("x-"): break
            case "allowReserved": if entry.value.flag == true { log.unkeptKeyword(entry, place) }
            case "allowEmptyValue": if entry.value.flag == true { log.unkept(entry, place) }
            case let key where ExtensionName(rawValue: key) != nil: break
            default: log.unkept(entry, place)
            }
        }
        return parameter
    }

    static let typedKeys = ["schema", "content", "description", "deprecated", "example", "examples"]

    /// The type of a parameter or header, with what stands beside it, and its media type where it has one.
    mutating func typed(_ node: YAMLNode, _ place: JSONPlace, _ hint: SchemaHint) -> (
        schema: Schema, mediaType: String?
    ) {
        var schema = Schema(.unknown)
        var mediaType: String?
        if let content = node["content"]?.entries?.first {
            let here = place.appending("content").appending(content.key.text)
            mediaType = self.mediaType(content.key.text, of: content.value["schema"], here, at: content.key.location)
            if let type = content.value["schema"] { schema = self.schema(type, here.appending("schema"), hint) }
        } else if let type = node["schema"] {
            schema = self.schema(type, place.appending("schema"), hint)
        } else if let type = inlineSchema(node) {
            if !isSwagger {
                log.report(
                    OpenAPIImportRules.strayDefinition, "the type is beside `schema` instead of under it", place,
                    at: node.location)
            }
            schema = self.schema(type, place, hint)
        }
        if let description = node["description"]?.text {
            noteDescription(schema.description, under: description, place, at: node.location)
            schema.description = description
        }
        if node["deprecated"]?.flag == true { schema.isDeprecated = true }
        if let example = example(of: node, place) { schema.example = example }
        return (schema, mediaType)
    }

    /// Reports a description that another one takes the place of.
    mutating func noteDescription(
        _ inner: String?, under outer: String, _ place: JSONPlace, at location: SourceLocation
    ) {
        guard let inner, inner != outer else { return }
        log.report(
            OpenAPIImportRules.unkeptDescription, "the description of the schema itself is left out", place,
            at: location)
    }

    /// `example`, or the first of `examples` with a value.
    mutating func example(of node: YAMLNode, _ place: JSONPlace) -> JSONValue? {
        let single = node["example"].map(\.json)
        guard let entries = node["examples"]?.entries else { return single }
        var values: [JSONValue] = single.map { [$0] } ?? []
        for entry in entries {
            guard let (example, _) = resolved(entry.value, place.appending("examples").appending(entry.key.text))
            else { continue }
            if let value = example["value"] { values.append(value.json) }
        }
        if values.count > 1 || values.count < entries.count {
            log.report(
                OpenAPIImportRules.unkeptExample, "there are \(entries.count) examples; the first value is taken",
                place.appending("examples"), at: node["examples"]?.location ?? node.location)
        }
        return values.first
    }
}

extension Parameter.Location {
    /// The style that values have where none is stated (OpenAPI, Parameter Object).
    var defaultStyle: Parameter.Style {
        switch self {
        case .path, .header: .simple
        case .query, .cookie: .form
        }
    }
}
