import APIModel
import SchemaChecks

/// What all checks and all made values of a service share.
///
/// An object and not a value: a check or a builder with an effort of its own is made for every member of an answer, and a
/// model has too many parts to be copied for each.
final class SchemaContext: Sendable {
    /// The model whose schemas values are of.
    let model: APIModel
    /// The patterns of the model.
    let patterns: PatternBook

    init(_ model: APIModel, _ patterns: PatternBook) {
        self.model = model
        self.patterns = patterns
    }
}
