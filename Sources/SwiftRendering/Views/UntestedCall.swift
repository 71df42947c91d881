import APIModel

/// Why a test cannot make a call, in words; most calls can be tested.
struct UntestedCall {
    let call: Call
    let model: APIModel

    /// Why neither what is sent nor what comes back can be tested; `nil` where it can.
    var reason: String? {
        guard let body = call.request, [.form, .multipart].contains(body.form) else { return nil }
        guard let object = model.schema(of: body.schema) else {
            return isObject(body.schema)
                ? nil : "its body is \(body.mediaType), and the documentation gives it a type that has no fields"
        }
        for part in body.parts where body.form == .multipart {
            guard let property = object.properties.first(where: { $0.name == part.name }) else { continue }
            if let header = part.headers.first(where: \.isRequired) {
                return "the part \(part.name) needs the header \(header.name), which a call has no argument for"
            }
            if let types = part.contentType, !property.schema.isFile, types.contains(where: { ",*".contains($0) }),
                !types.contains(property.schema.isCompoundField ? "json" : "text/plain")
            {
                return "nothing says which of the types \(types) the part \(part.name) has"
            }
        }
        return nil
    }

    /// Why the call cannot be made over HTTP in a test of a version that has it alike; `nil` where it can.
    func reasonOverHTTP(in version: String) -> String? {
        if let reason { return reason }
        let method = call.revision.method
        if ["GET", "HEAD", "TRACE"].contains(method), call.request != nil {
            return "it has a body, and URLSession sends none with \(method)"
        }
        if method == "HEAD", call.answerForm == .json, case .body(let schema) = call.result, !schema.isNullable {
            return "the documentation gives its answer a body, and answers to HEAD have none"
        }
        if !Self.servedMethods.contains(method) { return "no server of the tests reads the method \(method)" }
        if method == "TRACE" { return "URLSession does not send \(method)" }
        if !TestAuthentication(model.service(in: version)).canMake(call) {
            return "the tests have nothing for the security schemes that it asks for"
        }
        return nil
    }

    /// The methods that the parser of the mock service's server knows: those of OpenAPI, and what WebDAV and its kin
    /// registered.
    private static let servedMethods = Set(RequestMethod.standard).union([
        "ACL", "BIND", "CHECKOUT", "COPY", "LINK", "LOCK", "M-SEARCH", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL",
        "MOVE",
        "NOTIFY", "PROPFIND", "PROPPATCH", "PURGE", "REBIND", "REPORT", "SEARCH", "SOURCE", "SUBSCRIBE", "UNBIND",
        "UNLINK",
        "UNLOCK", "UNSUBSCRIBE",
    ])

    /// The comment of a test file that names the call.
    static func comment(_ view: CallView, _ reason: String) -> TemplateContext {
        var context = TemplateContext()
        context.set(
            "comment", SwiftCode.comment("No test calls \(view.method.name): \(reason).", indent: 4))
        return context
    }

    private func isObject(_ schema: Schema) -> Bool {
        switch schema.kind {
        case .object, .map, .reference, .unknown: true
        case .union(let members): members.allSatisfy(isObject)
        default: false
        }
    }
}

extension Schema {
    /// Whether the values are files of a multipart body, or lists of them.
    var isFile: Bool {
        if case .array(let items) = kind { return items.isFile }
        return isFilePart
    }

    /// Whether the parts of a multipart body that hold the values are JSON.
    fileprivate var isCompoundField: Bool {
        switch kind {
        case .array(let items): items.isCompoundField
        case .object, .map, .reference, .union, .unknown: true
        default: false
        }
    }
}
