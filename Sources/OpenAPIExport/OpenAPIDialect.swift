/// A version of the OpenAPI Specification that documents are written in.
public enum OpenAPIDialect: String, Sendable, Hashable, CaseIterable {
    /// OpenAPI 3.1, whose schemas are JSON Schema 2020-12.
    case v3_1 = "3.1"
    /// OpenAPI 3.0, whose schemas are a variant of JSON Schema with `nullable`.
    case v3_0 = "3.0"

    /// The value of the member `openapi`: the lowest patch release, which every tool for the dialect takes.
    public var documentVersion: String {
        switch self {
        case .v3_1: "3.1.0"
        case .v3_0: "3.0.3"
        }
    }
}
