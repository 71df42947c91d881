/// The members that this package adds to OpenAPI, for what OpenAPI has no word for.
package enum ExtensionName: String, CaseIterable {
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
    /// `true` on a path parameter that only the path itself tells of. In a discriminator: the values that no mapping of
    /// the documentation states, since they are the names of the schemas.
    case implied = "x-apidoc-implied"
    /// `true` on a path parameter that the documentation calls optional; OpenAPI demands `required: true`.
    case optional = "x-apidoc-optional"
    /// The documentation's name of a schema where OpenAPI does not allow it as a key.
    case name = "x-apidoc-name"
    /// The name of a schema that is referred to and does not exist.
    case missing = "x-apidoc-missing"
    /// A default of the documentation that its own type does not allow.
    case defaultValue = "x-apidoc-default"
    /// A pattern of the documentation that is not a regular expression.
    case pattern = "x-apidoc-pattern"
    /// A format that the documentation states and its own values do not keep: times without a zone.
    case format = "x-apidoc-format"
    /// In the info object: the headers of every request, with placeholders.
    case headers = "x-apidoc-headers"
    /// In the info object: how requests are authenticated.
    case authentication = "x-apidoc-authentication"
    /// In the info object: the id of the version where the document writes another one.
    case version = "x-apidoc-version"
    /// In a schema: what it demands besides its type, where this version of OpenAPI has no words for it. In a part of
    /// `allOf`: `true` where the part is such a demand, and none of the type.
    case checks = "x-apidoc-checks"
    /// In a path item: the operation of the method QUERY, which OpenAPI has since 3.2.
    case query = "x-apidoc-query"
    /// In a path item: the operations of other methods by these, as in `additionalOperations`, which OpenAPI has since 3.2.
    case additionalOperations = "x-apidoc-additional-operations"
    /// In the info object: the ids of the operations, where their order is not that of the paths.
    case order = "x-apidoc-order"
    /// In the document: what the service keeps.
    case resources = "x-apidoc-resources"
    /// In the document: the pages that the spec was read from.
    case sources = "x-apidoc-sources"
    /// `true` on a component that stands for a header of every request.
    case shared = "x-apidoc-shared"
    /// In an operation: its id where that does not follow from `operationId`.
    case id = "x-apidoc-id"
    /// In an operation: `version` where only the version as a whole is deprecated.
    case deprecated = "x-apidoc-deprecated"
    /// Why a person holds a recovery to be right.
    case confirmed = "x-apidoc-confirmed"
    /// In an unplaced parameter: its place among the parameters.
    case position = "x-apidoc-position"
    /// `true` on a response that the documentation has no words for.
    case undescribed = "x-apidoc-undescribed"
    /// In a path parameter: how its text is encoded.
    case encoding = "x-apidoc-encoding"
    /// `true` where `null` is a value of a type that nothing tells.
    case nullable = "x-apidoc-nullable"
}
