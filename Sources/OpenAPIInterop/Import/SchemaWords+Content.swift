import YAML

extension SchemaWords {
    /// The format that `contentEncoding` and `contentMediaType` tell where there is none: bytes as they are for a media
    /// type that is not text, as uploads have in OpenAPI 3.1 (section 4.8.14.3), and Base64 where that is said.
    var contentFormat: String? {
        func text(_ key: String) -> String? { constraints.first { $0.key.text == key }?.value.text?.lowercased() }
        switch text("contentEncoding") {
        case "base64"?, "base64url"?: return "byte"
        case "binary"?, nil: break
        default: return nil
        }
        guard let type = text("contentMediaType")?.split(separator: ";").first.map(String.init) else { return nil }
        return Self.isText(type) ? nil : "binary"
    }

    /// Whether values of a media type are texts that may stand in a string.
    private static func isText(_ type: String) -> Bool {
        let texts = [
            "application/json", "application/xml", "application/yaml", "application/x-yaml", "application/jwt",
            "application/javascript", "application/sql", "application/graphql", "application/x-www-form-urlencoded",
            "application/x-pem-file", "image/svg+xml",
        ]
        return type.hasPrefix("text/") || texts.contains(type) || type.hasSuffix("+json") || type.hasSuffix("+xml")
            || type.hasSuffix("+yaml")
    }
}
