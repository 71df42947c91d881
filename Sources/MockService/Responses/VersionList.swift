import APIModel

/// What `GET /` answers on a service's host: `{"versions": [{"id", "links", "not_before", "status"}]}`.
enum VersionList {
    /// The response for these versions; `url` is where the service is reached.
    static func answer(_ versions: [APIVersion], url: String) -> MockResponse {
        let entries = versions.map { version in
            JSONValue.object([
                .init("id", .string("v\(version.id)")),
                .init("links", .array([.object([.init("href", .string(url + "/")), .init("rel", .string("self"))])])),
                .init("not_before", version.notBefore.map { .string($0.description) } ?? .null),
                .init("status", .string(version.status.rawValue.uppercased())),
            ])
        }
        return MockResponse(status: 200, body: JSONValue.object([.init("versions", .array(entries))]).json)
    }
}
