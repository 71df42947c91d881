public import APIModel
import SchemaChecks

extension MockService {
    /// Which operation does what to which resource, which property holds the id and the state, and which operations
    /// answer with their documented example, as text for people.
    public func explain() -> String { Explanation(engine.model, engine.plan).text }

    /// What no service can do of what a model says, and what this one cannot: members without a possible value, operations
    /// that cannot answer, answers for which no value was found that keeps to all that is demanded. Empty for nearly every
    /// model.
    public static func obstacles(_ model: APIModel) -> [Obstacle] {
        let patterns = PatternBook(model)
        let conflicts = SchemaConflict(model, patterns)
        return conflicts.findings() + MadeAnswers(model, patterns, conflicts).findings()
    }

    /// Something that no service can do, since the documentation contradicts itself.
    public struct Obstacle: Sendable, Hashable {
        /// The place in the spec, such as `schemas`, `Lamp`, `watts`.
        public let place: [String]
        /// What is impossible, why, and what the service does instead.
        public let text: String
    }

    /// What a service would make of a model, as text for people; see ``explain()``.
    public static func explain(_ model: APIModel, options: Options = Options()) -> String {
        let engine = MockEngine(model, options)
        return Explanation(engine.model, engine.plan).text
    }
}
