import APIModel

extension Schema {
    /// Whether values of the type can be parameters as they are: scalars, lists of them, and JSON.
    fileprivate var isParameterValue: Bool {
        switch kind {
        case .string, .integer, .number, .numbers, .boolean, .enumeration, .unknown, .object: true
        case .array(let items): !items.isNullable && items.isParameterValue
        case .map, .reference, .union: false
        }
    }

    /// Whether a style makes a difference: not for a single value.
    fileprivate var isCompound: Bool {
        switch kind {
        case .string, .integer, .number, .numbers, .boolean, .enumeration: false
        default: true
        }
    }
}

extension RequestBody.Part {
    /// Whether the field is written as JSON.
    var isJSON: Bool { contentType.map(MediaType.isJSON) ?? false }
}

extension RequestBody {
    /// What it is written in.
    var form: ContentForm { ContentForm(mediaType, schema) }

    /// Whether it is sent as every request body is where nothing else is said.
    var isPlain: Bool { mediaType == MediaType.json && form == .json }

    /// The argument that sends the value called `name`.
    func argument(_ name: SwiftIdentifier, isOptional: Bool, selected: SelectedVersion) -> SwiftCode {
        if isPlain { return "body: \(name)" }
        let value: SwiftCode = isOptional ? "$0" : name.code
        let type = selected.string(mediaType)
        let content: SwiftCode
        switch form {
        case .json: content = ".json(\(value), as: \(type))"
        case .text: content = ".text(\(value), as: \(type))"
        case .binary, .items: content = ".binary(\(value), as: \(type))"
        case .form:
            let styles = parts.compactMap { part in
                // Objects in forms are nested where nothing is said; a style that is said counts.
                let isForm = part.style == .form && part.explode != false
                let style = part.isJSON ? ".json" : isForm ? ".form" : queryStyle(part.style, part.explode)
                return style.map { "\(SwiftCode.string(part.name)): \($0)" as SwiftCode }
            }
            content = styles.isEmpty ? ".form(\(value))" : ".form(\(value), styles: [\(Self.list(styles))])"
        case .multipart:
            let types = parts.compactMap { part -> SwiftCode? in
                // A choice of types is the caller's.
                guard let type = part.contentType, !type.contains(where: { ",*".contains($0) }) else { return nil }
                return "\(SwiftCode.string(part.name)): \(selected.string(type))"
            }
            content =
                types.isEmpty ? ".multipart(\(value))" : ".multipart(\(value), contentTypes: [\(Self.list(types))])"
        }
        return isOptional ? "content: \(name).map { \(content) }" : "content: \(content)"
    }

    private static func list(_ items: [SwiftCode]) -> SwiftCode { SwiftCode.joined(items, separator: ", ") }
}

/// The style of a query item, cookie or form field; `nil` for the default.
private func queryStyle(_ style: Parameter.Style?, _ explode: Bool?) -> SwiftCode? {
    switch style {
    // With `explode` both repeat the name, as `form` does.
    case .spaceDelimited: explode == true ? nil : ".spaceDelimited"
    case .pipeDelimited: explode == true ? nil : ".pipeDelimited"
    case .deepObject: ".deepObject"
    case .form, .simple, .label, .matrix, nil: explode == false ? ".form(explode: false)" : nil
    }
}

extension Parameter {
    /// Whether the value is written as its type writes itself.
    var isPlain: Bool { styleCode == nil }

    /// The value called `name` as an entry of query, headers or cookies holds it.
    func entry(_ name: SwiftIdentifier) -> SwiftCode {
        guard let style = styleCode else { return name.code }
        return location == .header ? "Styled(\(name), header: \(style))" : "Styled(\(name), \(style))"
    }

    /// The value called `name` inside the literal of a path, which may tell what it looks like.
    func interpolation(_ name: SwiftIdentifier, matching pattern: PathPattern? = nil) -> SwiftCode {
        switch encoding {
        case .base64: return "\\(\(name), base64: .standard)"
        case .base64url: return "\\(\(name), base64: .urlSafe)"
        case .base64urlUnpadded: return "\\(\(name), base64: .urlSafeUnpadded)"
        case nil: break
        }
        if let pattern, style == nil, schema.isParameterValue, !isJSON, explode != true {
            return "\\(\(name), matching: \(SwiftCode.string(pattern.text)))"
        }
        guard let style = styleCode else { return "\\(\(name))" }
        return explode == true ? "\\(\(name), \(style), explode: true)" : "\\(\(name), \(style))"
    }

    /// Whether the value is a JSON text.
    var isJSON: Bool { mediaType.map { ContentForm($0, schema) == .json } ?? false }

    private var styleCode: SwiftCode? {
        if isJSON { return ".json" }
        switch location {
        case .path:
            if style == .label { return ".label" }
            if style == .matrix { return ".matrix(\(SwiftCode.string(name)))" }
            return schema.isParameterValue && !(explode == true && schema.isCompound) ? nil : ".simple"
        case .header:
            if schema.isCompound, explode == true { return ".simple(explode: true)" }
            return schema.isParameterValue ? nil : ".simple"
        case .query, .cookie:
            if schema.isCompound, let code = queryStyle(style, explode) { return code }
            return schema.isParameterValue ? nil : ".form"
        }
    }
}

extension Call {
    /// The cookies, in the order of the documentation.
    var cookieParameters: [Parameter] { revision.parameters.filter { $0.location == .cookie } }

    /// What the call itself sends to select the version; `nil` where every request does, or where nothing has to.
    var selectorItem: (location: Parameter.Location, name: String, value: String)? {
        guard sendsSelector, let selector, case .enumeration(let values) = selector.schema.kind,
            let value = values.first
        else { return nil }
        return (selector.location, selector.name, value)
    }

    /// The documented media types of responses where they are not just JSON, those of success first, as the `Accept`
    /// header has them: a server that may not send an error in its own type answers with status 406 instead.
    var acceptedTypes: String? {
        var types: [String] = []
        for response in successes + failures where response.schema != nil && !types.contains(response.mediaType) {
            types.append(response.mediaType)
        }
        // Where media types select the version, a call without a response asks for it all the same.
        if types.isEmpty { return versionedMediaType }
        return types == [MediaType.json] ? nil : types.joined(separator: ", ")
    }
}

extension Response {
    /// The status as an element of `SuccessStatuses`.
    var statusCode: SwiftCode {
        if isDefault { return ".default" }
        return isRange ? ".range(\(status))" : "\(status)"
    }
}
