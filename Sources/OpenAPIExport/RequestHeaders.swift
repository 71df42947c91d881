import APIModel

/// What OpenAPI says about the headers of every request: security schemes for those that sign it, shared parameters
/// for the others.
struct RequestHeaders {
    /// The security schemes by component key.
    let securitySchemes: ObjectBuilder
    /// The names of the shared parameters, with their keys.
    let parameters: [(name: String, key: String)]
    /// The shared parameters by component key.
    let components: ObjectBuilder

    /// The headers of every request in one version.
    init(service: Service, version: APIVersion) {
        var schemes = ObjectBuilder()
        var rest = service.headers
        if service.authentication == .scpHMAC {
            for field in Self.signatureFields {
                let index = rest.firstIndex { $0.value == field.placeholder || $0.name.isSameField(as: field.header) }
                let name = index.map { rest.remove(at: $0).name } ?? field.header
                schemes.add(
                    field.key,
                    .object([
                        "type": .string("apiKey"), "name": .string(name), "in": .string("header"),
                        "description": .string(field.description), ExtensionName.shared.rawValue: .bool(true),
                    ]))
            }
        }
        securitySchemes = schemes

        let keys = ComponentNames(rest.map(\.name))
        var parameters: [(name: String, key: String)] = []
        var components = ObjectBuilder()
        for header in rest where !parameters.contains(where: { $0.name.isSameField(as: header.name) }) {
            guard let key = keys[header.name] else { continue }
            parameters.append((header.name, key))
            components.add(key, Self.parameter(header, service.versionSelector, value: version.selectorValue))
        }
        self.parameters = parameters
        self.components = components
    }

    private static func parameter(
        _ header: Service.Header, _ selector: VersionSelector?, value: String
    ) -> JSONValue {
        var object = ObjectBuilder()
        object.add("name", text: header.name)
        object.add("in", text: "header")
        let isSelector = header.value.contains(VersionSelector.placeholder)
        object.add("required", flag: !isSelector || selector?.isRequired != false)
        if isSelector {
            let value = VersionSelector.filled(header.value, with: value)
            object.add("schema", .object(["type": .string("string"), "enum": .array([.string(value)])]))
        } else {
            object.add("schema", .object(["type": .string("string")]))
            object.add("example", text: header.value)
        }
        object.add(.shared, flag: true)
        return object.value
    }

    private struct SignatureField {
        var key: String
        var header: String
        var placeholder: String
        var description: String
    }

    private static let signatureFields = [
        SignatureField(
            key: "accessKey", header: "Scp-Accesskey", placeholder: "{access-key}",
            description: "The access key that belongs to the secret key."),
        SignatureField(
            key: "signature", header: "Scp-Signature", placeholder: "{signature}",
            description: "Base64 of the HMAC-SHA256, keyed with the secret key, of: method, URL with its query as "
                + "encodeURI of ECMAScript encodes it, timestamp, access key, client type; nothing in between."),
        SignatureField(
            key: "timestamp", header: "Scp-Timestamp", placeholder: "{timestamp}",
            description: "The time of the request in milliseconds since 1970-01-01T00:00:00Z."),
    ]
}

extension String {
    /// Whether two names are the same header field: case does not count (RFC 9110 section 5.1).
    func isSameField(as other: String) -> Bool { lowercased() == other.lowercased() }
}
