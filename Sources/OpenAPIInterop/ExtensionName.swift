/// The members that this package adds to OpenAPI, for what OpenAPI has no word for.
enum ExtensionName: String, CaseIterable {
    /// In the info object: the short name of the service, such as `backup`.
    case service = "x-apidoc-service"
    /// In the info object: who offers the service.
    case provider = "x-apidoc-provider"
    /// In the info object: where the version stands in its life.
    case status = "x-apidoc-status"
    /// In the info object: the day from which the version is no longer supported.
    case notBefore = "x-apidoc-not-before"
    /// In a server: the combinations of environment and region that exist.
    case pairs = "x-apidoc-pairs"
    /// In an operation: the documentation's state where it is not plainly ACTIVE.
    case state = "x-apidoc-state"
    /// In an operation: the tables that the page has lost. In a schema: `true` where its table is lost.
    case lost = "x-apidoc-lost"
    /// In an operation: what the documentation shows of a call and OpenAPI has no place for.
    case example = "x-apidoc-example"
    /// In an operation: path parameters that the documentation states and the path does not have.
    case unplaced = "x-apidoc-unplaced-parameters"
    /// The evidence for what no table states.
    case recovered = "x-apidoc-recovered"
    /// `true` where nothing tells the type of a schema, or which answers there are.
    case unknown = "x-apidoc-unknown"
    /// `true` on a path parameter that only the path itself tells of.
    case implied = "x-apidoc-implied"
    /// `true` on a path parameter that the documentation calls optional; OpenAPI demands `required: true`.
    case optional = "x-apidoc-optional"
    /// The documentation's name of a schema where OpenAPI does not allow it as a key.
    case name = "x-apidoc-name"
    /// The name of a schema that is referred to and does not exist.
    case missing = "x-apidoc-missing"
    /// A default of the documentation that its own type does not allow.
    case defaultValue = "x-apidoc-default"
    /// A pattern of the documentation that is no regular expression.
    case pattern = "x-apidoc-pattern"
}
