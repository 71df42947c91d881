import APIModel
import Patterns
import SchemaChecks

extension ExampleBuilder {
    /// Texts of which one is of a schema, if any simple one is; the best ones first, never none.
    func texts(_ schema: Schema, format name: String?) -> [String] {
        let least = schema.minLength ?? 0
        let most = schema.maxLength ?? .max
        let format = name.flatMap(TextFormat.init(rawValue:))
        var texts = format?.samples(least: least) ?? []
        if let sample = name.flatMap({ SampleTexts.byFormat[$0] }) { texts.append(sample) }
        texts += [schema.example?.text, schema.defaultValue?.text].compactMap { $0 }
        texts.append(String(repeating: "x", count: min(max(least, 1), max(most, 0), Self.longestText)))
        guard let source = schema.pattern, let pattern = patterns[source] else { return texts }
        guard let sample = pattern.sample(least: least, most: schema.maxLength) ?? pattern.sample() else {
            return texts
        }
        texts.append(sample)
        // A pattern need not tell the whole text.
        if let format { texts += format.samples(around: sample) }
        let missing = least - sample.unicodeScalars.count
        if missing > 0, missing < Self.longestText {
            for filling in ["x", "0", "a", "-"] {
                let text = String(repeating: filling, count: missing)
                texts += [sample + text, text + sample]
            }
        }
        return texts
    }

    /// Texts are made up to this length.
    private static let longestText = 100_000
}

/// Values of formats that nothing is checked by.
enum SampleTexts {
    /// A text of each format that is known by name (JSON Schema 2020-12, section 7.3; the OpenAPI Format Registry).
    static let byFormat: [String: String] = [
        "idn-email": "user@example.com", "idn-hostname": "host.example.com", "iri": "https://example.com/",
        "iri-reference": "/path", "uri-reference": "/path", "uri-template": "/path/{name}",
        "url": "https://example.com/",
        "json-pointer": "/name", "relative-json-pointer": "0/name", "regex": "^a$", "base64url": "c2FtcGxl",
        "decimal": "1.0", "decimal128": "1.0", "int32": "1", "int64": "1", "uint64": "1", "double": "1.0",
        "date-time-local": "2024-01-02T03:04:05", "time-local": "12:34:56",
        "http-date": "Tue, 02 Jan 2024 03:04:05 GMT",
        "json-string": "{}", "media-range": "application/json", "sf-string": "\"text\"", "char": "a",
        "ipvanyaddress": "192.0.2.1", "ipvanyinterface": "192.0.2.1/32", "ipvanynetwork": "192.0.2.0/24",
        "ipv4interface": "192.0.2.1/32", "ipv4network": "192.0.2.0/24", "ipv6interface": "2001:db8::1/128",
        "ipv6network": "2001:db8::/32", "ip": "192.0.2.1", "mac": "00:00:5e:00:53:01", "color": "#336699",
        "semver": "1.0.0", "ulid": "01HK153X000000000000000000", "slug": "text",
    ]
}
